import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { inventedWording } from './testing/wording.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

let client: Someone
beforeEach(async () => {
  client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
})

const sheet = (instrumentId: string, answers: object) => ({
  id: randomUUID(),
  instrumentId,
  language: 'en',
  answers,
  withheld: {},
  ratedAt: null,
  readFrom: null,
  replaces: null,
  handling: null,
})
const save = (body: object) => ask(people.therapist, `/api/people/${client.seatId}/ratings`, { body })
const keep = (body: object) => ask(people.therapist, `/api/people/${client.seatId}/ratings/draft`, { body })
const tasks = async () =>
  (
    await owner.query('select kind, urgency from task where person_id = $1 order by raised_at, kind', [
      client.seatId,
    ])
  ).rows

describe('a rating of suicide risk', () => {
  beforeAll(() =>
    owner.query(
      `insert into own_wording (practice_id, id, instrument_id, instrument_version, language, wording, licence, added_by, added_at)
      select $1, gen_random_uuid(), 'c-ssrs-screener', '1', 'en', $2, 'by agreement', $3, now()`,
      [practiceId, JSON.stringify(inventedWording('c-ssrs-screener')), people.administrator.seatId],
    ),
  )
  const thoughts = { q1: 'yes', q2: 'yes', q3: 'no', q4: 'no', q5: 'no', q6_life: 'no' }
  const said = async () => (await tasks()).map(({ kind, urgency }) => `${kind} ${urgency}`)

  test('a plan with intent calls at once, from the draft on, whatever was known before', async () => {
    await save(sheet('c-ssrs-screener', thoughts))
    await save(sheet('c-ssrs-screener', thoughts))
    expect(await said()).toEqual(['danger-answer same-day', 'danger-answer listed'])
    const form = sheet('c-ssrs-screener', { q1: 'yes' })
    await keep(form)
    await keep({ ...form, answers: { ...thoughts, q5: 'yes' } })
    await save({ ...form, answers: { ...thoughts, q5: 'yes' } })
    expect((await said()).filter((one) => one.includes('at-once'))).toEqual(['danger-high at-once'])
    expect((await said()).filter((one) => one.startsWith('danger-answer'))).toHaveLength(3)
  })

  test('at the first rating too; a method that is new is for the same day', async () => {
    await save(sheet('c-ssrs-screener', { ...thoughts, q4: 'yes' }))
    expect(await said()).toEqual(['danger-answer same-day', 'danger-high at-once'])
    await save(sheet('c-ssrs-screener', { ...thoughts, q3: 'yes' }))
    expect((await said()).at(-1)).toBe('danger-answer same-day')
  })
})

describe('a number that rises', () => {
  test('calls no one where nobody published what it means', async () => {
    for (const score of [-1, 4]) await save(sheet('rass', { score }))
    expect(await tasks()).toEqual([])
  })
  test('signs of hypomania are put before a clinician the same day', async () => {
    const others = ['yes', 'yes', 'yes', 'no', 'no', 'no', 'no']
    const more = { elevated: 'yes', irritable: 'no', energy: 'yes', others, days: 4 }
    await save(sheet('kt-mood-check', { ...more, hospital: 'no', psychosis: 'no' }))
    expect(await tasks()).toMatchObject([{ kind: 'medical-answer', urgency: 'same-day' }])
  })
})
