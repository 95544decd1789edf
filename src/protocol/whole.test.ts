import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { madeFrom, valuesOf } from './own.ts'
import type { Protocol } from './protocol.ts'
import { beside, linesOf, unitOf, type Line } from './whole.ts'
import { en } from './words.whole.en.ts'
import { es } from './words.whole.es.ts'

const folder = new URL('../../content/protocols/', import.meta.url)
const published: Protocol[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
const own = (id: string) => {
  const source = named(id)
  return madeFrom(source, {
    version: 'ours',
    title: { en: 'Ours', es: 'Lo nuestro' },
    values: { ...valuesOf(source), sparserMinutes: [0, 120] },
  })
}
const named = (id: string) => published.find((protocol) => protocol.id === id)!

/** Every number that an edition sets, wherever it stands. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersIn)
}
const numbersOf = ({ cell }: Line): number[] => {
  if (cell.is === 'numbers') return [...cell.values]
  if (cell.is === 'span') return [cell.from, cell.to]
  return cell.is === 'limit' ? [cell.watch, cell.call, cell.urgent].filter((one) => one !== null) : []
}
const sorted = (all: number[]) => all.toSorted((one, other) => one - other)

test.each(published.map(({ id }) => id))('%s: every number it sets is told, and no other', (id) => {
  const protocol = named(id)
  const told = linesOf(protocol).flatMap(numbersOf)
  expect(told.length).toBeGreaterThan(60)
  expect(sorted(told)).toEqual(sorted(numbersIn(protocol)))
})

test('every line has its words in both languages, and every word its line', () => {
  const lines = [...published, own('im')].flatMap(linesOf).filter(({ name }) => !name.startsWith('words '))
  const keys = [...new Set(lines.map(({ section, name }) => `${section} ${name}`))].toSorted()
  expect(Object.keys(en.names).toSorted()).toEqual(keys)
  expect(Object.keys(es.names).toSorted()).toEqual(keys)
})

test('each line but what it is says where it is from', () => {
  const without = published.flatMap(linesOf).filter(({ section, from }) => section !== 'about' && !from?.rule)
  expect(without).toEqual([])
})

test.each([
  ['lowMgPerKg', 'MgPerKg'],
  ['lowMg', 'Mg'],
  ['belowSystolicMmHg', 'MmHg'],
  ['readings', ''],
] as const)('%s is counted in %s', (name, unit) => expect(unitOf(name)).toBe(unit))

test('beside itself nothing differs; infusion alone differs from infusion with therapy where it should', () => {
  const [alone, therapy] = [linesOf(named('iv-infusion')), linesOf(named('iv-therapy'))]
  expect(beside(alone, alone).every(({ same }) => same)).toBe(true)
  expect(beside(alone, alone)).toHaveLength(alone.length)
  const differing = beside(alone, therapy)
    .filter(({ same }) => !same)
    .map(({ section, name }) => `${section} ${name}`)
  expect(differing).toContain('psychotherapy present')
  expect(differing).toContain('people guide')
  expect(differing).not.toContain('gates noDoseSystolicMmHg')
})

test('what only one of two says stands beside nothing', () => {
  const pairs = beside(linesOf(named('sublingual')), linesOf(named('esketamine')))
  const refused = pairs.find(({ name }) => name === 'refusedAboveMg')
  expect(refused).toMatchObject({ section: 'order', one: null, same: false })
})
