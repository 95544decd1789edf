import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { addPerson, assign } from '../app/testing/arrange.ts'
import { answer, answerAllWell, careNowOf, clearanceOf } from '../app/testing/deciding.ts'
import { day, isoOf } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, owner, practiceId, ask } = clinic

async function someone(): Promise<string> {
  const { seatId } = await addPerson(owner, practiceId, 'Ana')
  await assign(owner, { member: people.prescriber, personId: seatId })
  await owner.query(`update person set birth_date = '1980-04-02' where id = $1`, [seatId])
  return seatId
}
const measured = (personId: string, taken: readonly [string, number][], on: string | null = null) =>
  ask(people.prescriber, `/api/people/${personId}/measured`, {
    body: {
      on,
      taken: taken.map(([measure, value]) => ({ id: randomUUID(), measure, value, title: measure })),
    },
  })
const stateOf = async (personId: string, rule: string): Promise<string> => {
  const { findings } = await clearanceOf(clinic, personId)
  const found = findings.find((one: { rule: string }) => one.rule === rule)
  return found ? `${found.severity} ${found.state}` : 'not named'
}
const today = async () => isoOf(await careNowOf(clinic)).slice(0, 10)

describe('what is measured here', () => {
  test('settles the rules that compare it, on both sides of their limit', async () => {
    const personId = await someone()
    expect(await stateOf(personId, 'EL-B02')).toBe('override unknown')
    await measured(personId, [['bmi', 35]])
    expect(await stateOf(personId, 'EL-B02')).toBe('override settled')
    await measured(personId, [['bmi', 35.1]])
    expect(await stateOf(personId, 'EL-B02')).toBe('override present')
    await measured(personId, [
      ['audit', 16],
      ['dast-10', 0],
    ])
    expect(await stateOf(personId, 'EL-S04')).toBe('override present')
  })

  test('by a day that lies too far back is told as grown old; by one ahead, or impossible, it is refused whole', async () => {
    const personId = await someone()
    const ago = isoOf((await careNowOf(clinic)) - 31 * day).slice(0, 10)
    await measured(personId, [['bmi', 24]], ago)
    expect(await stateOf(personId, 'EL-B02')).toBe('override expired')
    const ahead = isoOf((await careNowOf(clinic)) + 3 * day).slice(0, 10)
    expect((await measured(personId, [['bmi', 24]], ahead)).statusCode).toBe(422)
    const refused = await measured(personId, [
      ['bmi', 24],
      ['stop-bang', 9],
    ])
    expect(refused.json().fields).toEqual([{ path: 'stop-bang', fault: 'not-possible' }])
    expect(await stateOf(personId, 'EL-B02')).toBe('override expired')
  })

  test('STOP-Bang is its own evidence, and a weight that of its row', async () => {
    const personId = await someone()
    expect([await stateOf(personId, 'EV-SB'), await stateOf(personId, 'EV-WT')]).toEqual([
      'override unknown',
      'override unknown',
    ])
    await measured(personId, [
      ['stop-bang', 5],
      ['weight', 80],
    ])
    expect([
      await stateOf(personId, 'EV-SB'),
      await stateOf(personId, 'EV-WT'),
      await stateOf(personId, 'EL-B01'),
    ]).toEqual(['override settled', 'override settled', 'override present'])
  })
})

describe('what has to be on file', () => {
  test('is told by its day; an old one is told as such, and "never" is not an answer to it', async () => {
    const personId = await someone()
    await answer(clinic, personId, { 'EV-LFT': `on ${await today()}` })
    expect(await stateOf(personId, 'EV-LFT')).toBe('override settled')
    const old = isoOf((await careNowOf(clinic)) - 184 * day).slice(0, 10)
    await answer(clinic, personId, { 'EV-LFT': `on ${old}` })
    expect(await stateOf(personId, 'EV-LFT')).toBe('override expired')
    expect((await answer(clinic, personId, { 'EV-LFT': 'never' })).json().kind).toBe('answer-not-offered')
    // A row of the day alone is not told here.
    expect((await answer(clinic, personId, { 'EV-PDMP': `on ${await today()}` })).json().kind).toBe(
      'answer-not-offered',
    )
  })

  test('a questionnaire that was answered is on file by itself, and a pressure too', async () => {
    const personId = await someone()
    expect(await stateOf(personId, 'EV-PRO')).toBe('override unknown')
    await ask(people.prescriber, `/api/people/${personId}/pressures`, {
      body: {
        id: randomUUID(),
        systolicMmHg: 120,
        diastolicMmHg: 76,
        takenAt: isoOf((await careNowOf(clinic)) - 60_000),
      },
    })
    expect(await stateOf(personId, 'EV-BP')).toBe('override settled')
    await owner.query(
      `insert into instrument_response (practice_id, id, person_id, instrument_id, instrument_version, language, answers, withheld,
         status, scores, total, flags, answered_at)
       values ($1, $2, $3, 'phq-9', '1', 'en', '[]', '{}', 'complete', '{}', 12, '{}', care_now($1) - interval '13 days')`,
      [practiceId, randomUUID(), personId],
    )
    expect(await stateOf(personId, 'EV-PRO')).toBe('override settled')
  })
})

test('a formulation answers the assessment, and one that finds it high blocks', async () => {
  const personId = await someone()
  await answerAllWell(clinic, personId, { 'suicide-assessment': 'high' })
  expect(await stateOf(personId, 'EL-M06')).toBe('block present')
  const write = (level: string, ago: string) =>
    owner.query(
      `insert into risk_formulation (practice_id, id, person_id, level, speaks_for, protects, could_change, next_steps, document_hash,
         confirmation_id, made_by, made_at)
       values ($1, $2, $3, $4, 'x', 'x', 'x', 'x', 'x', $2, $5, care_now($1) + $6::interval)`,
      [practiceId, randomUUID(), personId, level, people.prescriber.seatId, ago],
    )
  // Judged an hour before that answer, it does not take its place.
  await write('low', '-1 hour')
  expect(await stateOf(personId, 'EL-M06')).toBe('block present')
  await write('low', '1 second')
  await new Promise((done) => setTimeout(done, 1_200))
  expect(await stateOf(personId, 'EL-M06')).toBe('block settled')
  await write('high', '1 second')
  await new Promise((done) => setTimeout(done, 1_200))
  expect(await stateOf(personId, 'EL-M06')).toBe('block present')
})
