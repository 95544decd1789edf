import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { giveConfirmation, hashOfDocument } from '../app/testing/credentials.ts'
import { makeReady, readReady, release, stageSession, type Stage } from '../app/testing/journey.ts'
import { noonZone } from '../app/testing/noon.ts'
import { judgementText, type Judgement } from './decision.ts'
import type { RiskLevel } from './suicide.ts'

const clinic = await openClinic()
await clinic.owner.query('update practice set time_zone = $1', [noonZone()])
afterAll(clinic.close)
const { people, ask, owner } = clinic

const gateOf = async (stage: Stage) =>
  (await readReady(stage)).gates.find(({ id }: { id: string }) => id === 'suicide')
const askedOf = async ({ personId }: Stage) =>
  (await ask(people.therapist, `/api/people/${personId}/asked`)).json()

async function answer({ client }: Stage, answers: object, sent: 'draft' | 'sent' = 'sent') {
  const body = { id: randomUUID(), instrumentId: 'asq', language: 'en', answers, withheld: {} }
  const where = sent === 'draft' ? 'asking/draft' : 'answers'
  const reply = await ask(client, `/api/people/${client.seatId}/${where}`, { body })
  expect(reply.statusCode).toBe(200)
}

const words = {
  speaksFor: 'an attempt at nineteen',
  protects: 'two children, and asks for help',
  couldChange: 'the anniversary in May',
  nextSteps: 'call tonight, by the therapist',
}

async function judge(
  stage: Stage,
  level: RiskLevel,
  more: { who?: Someone; signed?: Partial<Judgement> } = {},
) {
  const { who = people.therapist, signed = {} } = more
  const judgement = { personId: stage.personId, level, ...words }
  const documentHash = hashOfDocument(judgementText({ ...judgement, ...signed }))
  const confirmationId = await giveConfirmation(owner, { who, documentHash })
  const { personId, ...body } = judgement
  return ask(who, `/api/people/${personId}/formulations`, {
    body: { ...body, id: randomUUID(), confirmationId },
  })
}

const no = { 1: 'no', 2: 'no', 3: 'no', 4: 'no' }

describe('a positive screen', () => {
  test('ends a release that was given, and holds the next until a clinician has judged it', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    expect((await release(stage)).statusCode).toBe(200)
    await answer(stage, { ...no, 4: 'yes', 5: 'no' })
    expect((await readReady(stage)).release).toBeNull()
    expect(await gateOf(stage)).toMatchObject({
      state: 'stop',
      because: { code: 'suicide-needs-formulation' },
    })
    expect((await release(stage)).json().kind).toBe('gates-open')
    expect(await askedOf(stage)).toMatchObject({ verdict: 'needs-formulation', because: 'screen' })
    expect((await judge(stage, 'low')).statusCode).toBe(200)
    expect((await gateOf(stage)).state).toBe('met')
    expect((await release(stage)).statusCode).toBe(200)
  })

  test('that says the same again, a past attempt, is no bar for ever', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    await answer(stage, { ...no, 4: 'yes', 5: 'no' })
    await judge(stage, 'low')
    await answer(stage, { ...no, 4: 'yes', 5: 'no' })
    expect((await askedOf(stage)).verdict).toBe('met')
  })

  test('"right now" stops at once, from a form that was never sent on', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    await answer(stage, { ...no, 1: 'yes', 5: 'yes' }, 'draft')
    expect(await gateOf(stage)).toMatchObject({ state: 'stop', because: { code: 'suicide-right-now' } })
    expect((await release(stage)).json().kind).toBe('gates-open')
    expect(await askedOf(stage)).toMatchObject({ verdict: 'stop', because: 'right-now' })
  })
})

describe('a judgement', () => {
  test('that is high stops until a later one is not; what was written stands, each with who and when', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    expect((await judge(stage, 'high', { who: people.prescriber })).statusCode).toBe(200)
    expect(await gateOf(stage)).toMatchObject({ state: 'stop', because: { code: 'suicide-high' } })
    await judge(stage, 'moderate')
    expect(await askedOf(stage)).toMatchObject({
      verdict: 'needs-decision',
      because: 'moderate',
      missing: ['override', 'plan'],
      formulations: [
        { level: 'moderate', ...words, madeBy: 'Member therapist' },
        { level: 'high', madeBy: 'Member prescriber' },
      ],
    })
  })

  test('is signed over its own words and level, and by no one but a clinician', async () => {
    const stage = await stageSession(clinic)
    expect((await judge(stage, 'low', { signed: { level: 'high' } })).json().kind).toBe('confirmation-needed')
    expect((await judge(stage, 'low', { who: people.monitor })).json().kind).toBe('not-allowed')
    expect((await judge(stage, 'low', { who: stage.client })).statusCode).toBe(403)
    expect((await askedOf(stage)).formulations).toEqual([])
  })

  test('is never changed', async () => {
    const stage = await stageSession(clinic)
    await judge(stage, 'high')
    await expect(
      owner.query(`set role throughline_app; update risk_formulation set level = 'low'`),
    ).rejects.toThrow(/permission denied/)
    await owner.query('reset role')
  })
})
