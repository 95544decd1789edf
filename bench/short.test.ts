import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { openTable } from './table.ts'

const bench = (...args: string[]) =>
  spawnSync(process.execPath, ['bench/run.ts', ...args], { encoding: 'utf8' })

test('the short form asks every operation, and each is answered', { timeout: 300_000 }, () => {
  const { status, stdout, stderr } = bench('--short', '--rounds', '1', '--only', '1,2,3,4,5')
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  const bars = stdout.split('\n').map((line) => Number(line.split(' ')[0]))
  expect(bars.filter(Boolean)).toEqual([1, 2, 3, 4, 5, 2])
})

test('what it cannot understand it says, and does nothing', () => {
  const { status, stdout } = bench('--round', '3')
  expect([status, stdout.includes('--rounds N')]).toEqual([2, true])
})

test('a bar is judged by its median: more of what is done, less of what is spent', () => {
  const table = openTable()
  table.add([1, 'done'], [0.1, 0.12, 0.9], { must: 0.12, aim: 0.2, more: true })
  table.add([7, 'spent'], [0.2, 0.3, 9], { must: 0.6, aim: 0.3 })
  expect(table.missed()).toBe(false)
  table.add([7, 'spent too much'], [0.1, 0.61, 0.7], { must: 0.6, aim: 0.3 })
  expect(table.missed()).toBe(true)
  const verdicts = String(table)
    .split('\n')
    .map((line) => /(aim met|must met|MISSED)$/.exec(line)?.[1])
  expect(verdicts).toEqual([undefined, 'must met', 'aim met', 'MISSED'])
})
