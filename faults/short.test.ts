import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seeded } from './chance.ts'
import { openCampaign } from './campaign.ts'
import { holds } from './checker.ts'

let campaign: Awaited<ReturnType<typeof openCampaign>>
let copy = ''
beforeAll(async () => {
  campaign = await openCampaign()
  copy = mkdtempSync(join(tmpdir(), 'throughline-mutant-'))
})
afterAll(async () => {
  await campaign.close()
  rmSync(copy, { recursive: true })
})

const chance = seeded(Number(process.env['FAULTS_SEED'] ?? 20_260_302))

describe('what was acknowledged is there, once and in order', () => {
  test.each(['server', 'database', 'both'] as const)('after kill -9 of: %s', async (fault) => {
    const verdict = await campaign.round({ fault, kills: 3, random: chance })
    console.info(fault, JSON.stringify(verdict))
    expect(verdict).toMatchObject({
      lost: 0,
      doubled: 0,
      reordered: 0,
      unasked: 0,
      unresolved: 0,
      auditsWrong: 0,
      isVoid: false,
    })
  })
})

test('control: where the answer is remembered outside the transaction, the campaign turns red', async () => {
  const source = mutant(
    'src/audit/audit.commands.ts',
    '    await finishWrite(tx, asked, { intent, answer })\n',
    "    await addEvent(tx, asked, 'done')\n",
  )
  const verdict = await campaign.round({ fault: 'server', kills: 4, random: chance, source })
  expect(holds(verdict)).toBe(false)
  expect(verdict.auditsWrong + verdict.unresolved).toBeGreaterThan(0)
})

/** A copy of the product with one line of it changed. It shares the installed packages. */
function mutant(file: string, line: string, instead: string): string {
  for (const path of ['src', 'content', 'db', 'package.json'])
    cpSync(path, join(copy, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  const whole = readFileSync(join(copy, file), 'utf8')
  expect(whole).toContain(line)
  writeFileSync(join(copy, file), whole.replace(line, instead))
  return copy
}
