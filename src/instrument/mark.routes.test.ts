import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson, assign, machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { openTablet } from '../app/testing/tablets.ts'
import { fromLibrary } from './library.content.ts'
import { markChoices } from './mark.content.ts'
import { isMarkOf, withMark } from './mark.ts'
import { score } from './score.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

let client: Someone
beforeAll(async () => {
  await owner.query(`insert into care_clock (practice_id, ahead) values ($1, $2::timestamptz - now())`, [
    practiceId,
    new Date(machineStart).toISOString(),
  ])
  client = await addPerson(owner, practiceId, 'Ana')
  await assign(owner, { member: people.therapist, personId: client.seatId })
})

const choose = (instrumentId: string, value: number | null, who = people.administrator) =>
  ask(who, '/api/marks', { body: { id: randomUUID(), instrumentId, value } })
const sendAlone = (more: object = {}) =>
  ask(client, `/api/people/${client.seatId}/answers`, {
    body: {
      id: randomUUID(),
      instrumentId: 'audit-c',
      language: 'en',
      answers: { answers: [1, 1, 1], ...more },
      withheld: {},
    },
  })
const newest = async (instrumentId: string) =>
  (
    await owner.query(
      `select flags, scores, mark, answers from instrument_response where person_id = $1 and instrument_id = $2
       order by recorded_at desc limit 1`,
      [client.seatId, instrumentId],
    )
  ).rows[0]
const bovin = expect.stringContaining('Bovin')

describe('the mark of a screen', () => {
  test('is what is usual before the practice chooses: without the sex 3 points are noticed, for unknown is never a no', async () => {
    await sendAlone()
    expect(await newest('audit-c')).toMatchObject({
      flags: ['positive-screen-3'],
      scores: { cut: 3 },
      mark: null,
    })
  })

  test('is chosen by an administrator, among those that have a source, and goes back to the usual one', async () => {
    expect((await choose('audit-c', 4, people.therapist)).statusCode).toBe(403)
    expect((await choose('audit-c', 5)).json().fields).toEqual([{ path: 'value', fault: 'not-an-option' }])
    expect((await choose('phq-9', 4)).statusCode).toBe(404)
    expect((await choose('audit-c', 4)).statusCode).toBe(200)
    const { marks } = (await ask(people.administrator, '/api/marks')).json()
    expect(marks).toContainEqual(
      expect.objectContaining({
        instrumentId: 'audit-c',
        value: 4,
        set: [expect.objectContaining({ value: 4, by: 'Member administrator' })],
      }),
    )
  })

  test('is kept with what was answered by it, with its source; what was answered before stays as it was', async () => {
    await sendAlone()
    expect(await newest('audit-c')).toMatchObject({
      flags: [],
      scores: { cut: 4 },
      mark: { value: 4, source: expect.stringContaining('LOINC') },
      answers: { answers: [1, 1, 1] },
    })
    const { measures } = (await ask(people.therapist, `/api/people/${client.seatId}/measures`)).json()
    const audit = measures.find(
      ({ instrument }: { instrument: { id: string } }) => instrument.id === 'audit-c',
    )
    expect(
      audit.responses.map(({ flags, mark }: { flags: string[]; mark: unknown }) => [flags.length, mark]),
    ).toEqual([
      [1, null],
      [0, { value: 4, source: expect.stringContaining('LOINC') }],
    ])
    expect(audit.usualMark.es).toContain('no se sabe')
  })

  test('is the practice’s, whatever mark comes along with the answers', async () => {
    await sendAlone({ mark: 3 })
    expect((await newest('audit-c')).scores).toMatchObject({ cut: 4 })
    await choose('audit-c', null)
    await sendAlone()
    expect(await newest('audit-c')).toMatchObject({ scores: { cut: 3 }, mark: null })
  })

  test('holds on the tablet and where a member asks, and a question left open stays open', async () => {
    await choose('audit-c', 4)
    await choose('pc-ptsd-5', 3)
    const token = await openTablet(clinic, {
      personId: client.seatId,
      instrumentId: 'audit-c',
      by: people.therapist,
    })
    await ask(undefined, '/api/tablet/answers', {
      headers: { 'throughline-tablet': token },
      body: { language: 'en', answers: { answers: [1, 1, 1] }, withheld: {} },
    })
    expect((await newest('audit-c')).mark).toMatchObject({ value: 4 })
    const rate = (answers: object) =>
      ask(people.therapist, `/api/people/${client.seatId}/ratings`, {
        body: {
          id: randomUUID(),
          instrumentId: 'pc-ptsd-5',
          language: 'en',
          answers,
          withheld: {},
          handling: null,
          readFrom: null,
          replaces: null,
          ratedAt: null,
        },
      })
    expect((await rate({ gate: 'yes', answers: ['yes', 'yes', 'yes', 'no', 'no'] })).statusCode).toBe(200)
    expect(await newest('pc-ptsd-5')).toMatchObject({
      flags: ['positive-screen'],
      mark: { value: 3, source: bovin },
    })
    const { measures } = (await ask(people.therapist, `/api/people/${client.seatId}/measures`)).json()
    const screened = () =>
      measures.find(({ instrument }: { instrument: { id: string } }) => instrument.id === 'pc-ptsd-5')
    expect(screened().responses[0].classification).toEqual({ screen: 'met' })
  })
})

test('every mark that may be chosen is a setting of its instrument, with a source', () => {
  for (const [id, choice] of Object.entries(markChoices)) {
    const instrument = fromLibrary(id)!
    for (const { value, source } of choice.choices)
      expect([id, isMarkOf(instrument, choice, value), source.length > 20]).toEqual([id, true, true])
  }
})

test('unknown stays open at either mark: what is missing may still decide it', () => {
  const screen = fromLibrary('pc-ptsd-5')!
  const answers = { gate: true, answers: [true, true, null, false, false] }
  const at = (value: number) =>
    score(screen, withMark(answers, markChoices['pc-ptsd-5'], { value, source: 'x' }))
  expect(at(3)).toMatchObject({ classification: { screen: 'indeterminate' }, flags: [] })
  expect(at(4)).toMatchObject({ classification: { screen: 'not-met' } })
})
