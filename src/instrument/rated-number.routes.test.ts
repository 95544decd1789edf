import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { invented, textOf } from '../form/testing/files.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

let client: Someone
beforeEach(async () => {
  client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
})

const sheet = (instrumentId: string, answers: object, more: object = {}) => ({
  id: randomUUID(),
  instrumentId,
  language: 'en',
  answers,
  withheld: {},
  ratedAt: null,
  readFrom: null,
  replaces: null,
  handling: null,
  ...more,
})
const save = (body: object) => ask(people.therapist, `/api/people/${client.seatId}/ratings`, { body })
const keep = (body: object) => ask(people.therapist, `/api/people/${client.seatId}/ratings/draft`, { body })
const rows = async (sql: string) => (await owner.query(sql, [client.seatId])).rows
const stored = () =>
  rows(
    'select answers, flags, withheld, status from instrument_response where person_id = $1 order by recorded_at',
  )
const tasks = () => rows('select kind, urgency from task where person_id = $1 order by raised_at, kind')

describe('how many days, in the mood check that a clinician rates', () => {
  const signs = { elevated: 'yes', irritable: 'no', energy: 'yes', hospital: 'no', psychosis: 'no' }
  const rated = (days: unknown) => ({ ...signs, others: ['yes', 'yes', 'yes', 'no', 'no', 'no', 'no'], days })

  test.each([
    [3, []],
    [4, ['possible-hypomania-review']],
    [6, ['possible-hypomania-review']],
    [7, ['possible-hypomania-review', 'possible-mania-urgent']],
    [14, ['possible-hypomania-review', 'possible-mania-urgent']],
    [3650, ['possible-hypomania-review', 'possible-mania-urgent']],
  ])('%i is kept as it was typed, and marks %j', async (days, flags) => {
    expect((await save(sheet('kt-mood-check', rated(days)))).statusCode).toBe(200)
    expect(await stored()).toMatchObject([{ answers: { days }, flags, status: 'complete' }])
    expect((await tasks()).length > 0).toBe(flags.length > 0)
  })

  test.each([
    [3651, 'out-of-range'],
    [-1, 'out-of-range'],
    [1.5, 'not-an-option'],
    ['14', 'not-a-number'],
    [true, 'not-a-number'],
    [[14], 'not-a-number'],
    [{ days: 14 }, 'not-a-number'],
  ])(
    '%j is no number of days: refused, at the draft already, and nothing of it is kept',
    async (days, fault) => {
      const body = sheet('kt-mood-check', rated(days))
      for (const reply of [await keep(body), await save(body)])
        expect([reply.statusCode, reply.json().fields]).toEqual([422, [{ path: 'answers', fault }]])
      expect(await stored()).toEqual([])
      expect(await rows('select id from rating_draft where person_id = $1')).toEqual([])
    },
  )

  test('not said, it is unknown and no 0', async () => {
    await save(sheet('kt-mood-check', rated(null), { withheld: { days: 'declined' } }))
    await save(sheet('kt-mood-check', rated(0)))
    expect(await stored()).toMatchObject([
      { status: 'incomplete', withheld: { days: 'declined' }, answers: { days: null } },
      { status: 'complete', withheld: {}, answers: { days: 0 } },
    ])
  })
})

describe('a number of the practice’s own form, of which a small one must reach a person', () => {
  let formId: string
  beforeAll(async () => {
    const limit = (name: string, valueInteger: number) => ({
      url: `http://hl7.org/fhir/StructureDefinition/${name}`,
      valueInteger,
    })
    const file = invented({
      item: [
        {
          linkId: 'meals',
          type: 'integer',
          text: 'How many meals a week?',
          extension: [limit('minValue', 0), limit('maxValue', 21)],
        },
      ],
    })
    const brought = await ask(people.administrator, '/api/own-forms', {
      body: {
        id: randomUUID(),
        original: textOf(file),
        language: null,
        licence: 'Written by this practice, 2026.',
        danger: [{ item: 'meals', atMost: 1 }],
        trauma: false,
      },
    })
    formId = brought.json().formId
  })
  const meals = (count: unknown, more: object = {}) => sheet(formId, { said: { meals: count } }, more)

  test('noted by a member, it is put before a named person at the draft already, as a client’s own answer is', async () => {
    const body = meals(1)
    expect((await keep(body)).json().help).toMatchObject({ ownerName: 'Member therapist' })
    expect(await tasks()).toMatchObject([{ kind: 'danger-answer' }])
    await save(body)
    expect((await tasks()).filter(({ kind }) => kind === 'danger-answer')).toHaveLength(1)
  })

  test('a number above calls nobody; one beyond the form’s limits is refused', async () => {
    expect((await save(meals(14))).json().help).toBeNull()
    expect(await tasks()).toEqual([])
    expect((await save(meals(22))).statusCode).toBe(422)
    expect(await stored()).toMatchObject([{ answers: { said: { meals: 14 } } }])
  })

  test('typed wrong and put right: both stay readable, and the task stands until a person closes it', async () => {
    const wrong = meals(1)
    await save(wrong)
    await save(meals(11, { replaces: wrong.id }))
    expect(await stored()).toMatchObject([
      { answers: { said: { meals: 1 } } },
      { answers: { said: { meals: 11 } } },
    ])
    expect((await tasks()).map(({ kind }) => kind)).toContain('danger-answer')
    expect(await rows(`select id from task_event where person_id = $1 and kind = 'done'`)).toEqual([])
  })
})
