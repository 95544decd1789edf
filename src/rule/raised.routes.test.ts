import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { addMember } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { giveConfirmation } from '../app/testing/credentials.ts'
import { answer, careNowOf, clearanceOf, decideOn, overrideOn } from '../app/testing/deciding.ts'
import { makeReady, readReady, release, stageSession, type Stage } from '../app/testing/journey.ts'
import { noonZone } from '../app/testing/noon.ts'
import { digest } from '../platform/crypto/digest.ts'
import { proposalDocument, secondDocument } from './ownSigned.ts'
import { table } from './rule.content.ts'
import type { Severity } from './rule.ts'

const clinic = await openClinic()
await clinic.owner.query('update practice set time_zone = $1', [noonZone()])
afterAll(clinic.close)
const { people, ask, owner, clock, practiceId } = clinic
const other = await addMember(owner, practiceId, ['prescriber'])

const confirmed = (who: typeof other, document: string) =>
  giveConfirmation(owner, { who, documentHash: digest(document).toString('hex'), at: clock.machineNow })

/** Two who prescribe here sign it. */
async function decideRule(severity: Severity) {
  const written = { id: randomUUID(), rules: [{ rule: 'EV-UA', version: 1, severity }], reason: 'Bladders.' }
  const first = await ask(people.prescriber, '/api/rules/proposals', {
    body: { ...written, confirmationId: await confirmed(people.prescriber, proposalDocument(written)) },
  })
  const second = await ask(other, `/api/rules/proposals/${written.id}/second`, {
    body: { id: randomUUID(), confirmationId: await confirmed(other, secondDocument(written)) },
  })
  expect([first.statusCode, second.statusCode]).toEqual([200, 200])
  return written.id
}

/** Everything is there for a dose but a urine test, which is older than it may be. */
async function withOldTest(): Promise<Stage> {
  const stage = await stageSession(clinic)
  await makeReady(stage)
  await answer(clinic, stage.personId, { 'EV-UA': 'on 2019-01' })
  return stage
}
const findings = async (stage: Stage) => {
  const { gates } = await readReady(stage)
  const gate = gates.find(({ id }: { id: string }) => id === 'findings')
  return [gate.state, gate.because.items ?? []]
}
const rowOf = async ({ personId }: Stage) =>
  (await clearanceOf(clinic, personId)).findings.find(({ rule }: { rule: string }) => rule === 'EV-UA')
const evaluationOf = async ({ sessionId }: Stage) =>
  (await owner.query('select rules_version, raised from gate_evaluation where session_id = $1', [sessionId]))
    .rows

test('what could be released under a written decision is so no more once the practice has raised the rule', async () => {
  const before = await withOldTest()
  expect(await findings(before)).toEqual(['waiting', ['EV-UA']])
  expect((await overrideOn(clinic, before.personId, { rule: 'EV-UA' })).statusCode).toBe(200)
  expect(await findings(before)).toEqual(['met', []])
  const [once, twice] = [await withOldTest(), await withOldTest()]
  for (const stage of [once, twice]) await overrideOn(clinic, stage.personId, { rule: 'EV-UA' })
  expect((await release(once)).statusCode).toBe(200)
  expect(await evaluationOf(once)).toEqual([{ rules_version: table.version, raised: [] }])

  const proposal = await decideRule('block')
  expect((await release(before)).json().kind).toBe('gates-open')
  expect((await release(twice)).json().kind).toBe('gates-open')
  expect((await findings(twice))[1]).toEqual(['EV-UA'])
  const row = await rowOf(twice)
  expect(row).toMatchObject({ severity: 'block', raised: true, override: null, version: 1 })
  expect(row.own).toMatchObject({ severity: 'block', by: ['Member prescriber', 'Member prescriber'] })
  expect(Math.abs(row.own.since - (await careNowOf(clinic)))).toBeLessThan(60_000)
  expect((await overrideOn(clinic, twice.personId, { rule: 'EV-UA' })).json().kind).toBe(
    'override-not-offered',
  )
  expect((await decideOn(clinic, twice.personId)).json().kind).toBe('finding-open')
  expect((await readReady(twice)).rules).toMatchObject({ raised: [{ rule: 'EV-UA' }] })

  // A new test settles it, and what is signed and released then keeps by which decision of the practice.
  await answer(clinic, twice.personId, {
    'EV-UA': `on ${new Date(await careNowOf(clinic)).toISOString().slice(0, 10)}`,
  })
  expect((await decideOn(clinic, twice.personId)).statusCode).toBe(200)
  const [newest] = (await clearanceOf(clinic, twice.personId)).clearances
  expect(newest).toMatchObject({
    rulesVersion: table.version,
    raised: [{ rule: 'EV-UA', since: row.own.since }],
  })
  expect((await release(twice)).statusCode).toBe(200)
  expect(await evaluationOf(twice)).toMatchObject([
    {
      rules_version: table.version,
      raised: [{ rule: 'EV-UA', proposal, severity: 'block', since: row.own.since }],
    },
  ])

  await decideRule('override')
  expect(await findings(before)).toEqual(['met', []])
  expect(await rowOf(before)).toMatchObject({ severity: 'override', raised: false })
  expect((await release(before)).statusCode).toBe(200)
})

test('a release waits for whoever is just changing the rules', async () => {
  const stage = await withOldTest()
  expect((await overrideOn(clinic, stage.personId, { rule: 'EV-UA' })).statusCode).toBe(200)
  await owner.query('begin')
  await owner.query(`select set_config('app.practice_id', $1, true), hold_rules(true)`, [practiceId])
  const releasing = release(stage)
  const early = await Promise.race([releasing.then(() => 'released'), pause(400).then(() => 'waits')])
  await owner.query('commit')
  expect(early).toBe('waits')
  expect((await releasing).statusCode).toBe(200)
})
