import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { addTreated } from '../app/testing/treated.ts'
import { invented, textOf } from '../form/testing/files.ts'
import { inPractice, serviceIn } from '../platform/db/door.ts'
import { refreshPoints } from './outcome.commands.ts'
import type { Outcomes } from './outcome.contract.ts'
import { resultIn, resultName } from './ownResult.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, db } = clinic

let formId: string

/** Each course: 9 the day before the first dose, and at the month as many fewer as its place says. */
const answer = (version: string, scores: string) =>
  owner.query(
    `with dosed as (
       select person_id, course_id, min(given_at) as first, max(given_at) as last,
         row_number() over (order by course_id)::int % 5 as fewer
       from dose where practice_id = $1 group by 1, 2),
     said as (
       select *, first - interval '1 day' as at, 9 as value from dosed
       union all select *, last + interval '30 days', 9 - fewer from dosed)
     insert into instrument_response (practice_id, id, person_id, course_id, instrument_id, instrument_version, language,
       answers, withheld, status, scores, total, flags, answered_at)
     select $1, gen_random_uuid(), person_id, course_id, $2, $3, 'en', '{}', '{}', 'complete',
       replace($4, '?', value::text)::jsonb, null, '{}', at from said`,
    [practiceId, formId, version, scores],
  )

beforeAll(async () => {
  await addTreated(owner, practiceId, 40)
  const brought = await ask(people.administrator, '/api/own-forms', {
    body: {
      id: randomUUID(),
      original: textOf(invented()),
      language: null,
      licence: 'Ours',
      danger: [],
      trauma: false,
    },
  })
  formId = brought.json().formId
  await answer('1', '{"sum": ?}')
  await answer('2', '{"sum": 50, "late": null}')
  const { rows } = await owner.query('select distinct person_id as id from course where practice_id = $1', [
    practiceId,
  ])
  for (const { id } of rows)
    await inPractice(db, serviceIn(practiceId, 'outcomes'), (tx) => refreshPoints(tx, id))
})

const read = async (instrument: string): Promise<Outcomes> =>
  (await ask(people.therapist, `/api/outcomes?instrument=${encodeURIComponent(instrument)}`)).json()

test('a number of the practice’s own form stands among what is followed, by its form, version and name', async () => {
  const { instruments } = await read('phq-9')
  const own = instruments.filter(({ id }) => id.startsWith('own-'))
  expect(own).toContainEqual({ id: `${formId}/1/sum`, name: 'Nights, invented (1): Nights, in all' })
})

test('the page opens on what is known elsewhere too; the practice’s own come after it', async () => {
  const reply = await ask(people.therapist, '/api/outcomes')
  const { instruments, instrument }: Outcomes = reply.json()
  const own = instruments.map(({ id }) => id.startsWith('own-'))
  expect(own).toEqual(own.toSorted((one, other) => Number(one) - Number(other)))
  expect(instrument?.id).toBe('phq-9')
})

test('it is told as a plain difference: nothing is better, worse, a response or more than chance', async () => {
  const { instrument, times } = await read(`${formId}/1/sum`)
  expect(instrument).toMatchObject({ betterIs: null, reliable: null, reliableSource: null, remission: null })
  const month = times.find(({ time }) => time === 'month')!
  expect(month.whole).toMatchObject({
    response: null,
    remission: null,
    improved: null,
    deteriorated: null,
    medianChange: -2,
  })
  expect(month.bins.length).toBeGreaterThan(0)
  expect(month.byBand).toEqual([])
})

test('one version is not compared with another, and a number that was not formed is unknown and never 0', async () => {
  const month = (await read(`${formId}/2/sum`)).times.find(({ time }) => time === 'month')!
  expect(month.whole).toMatchObject({ medianChange: 0, quartiles: [0, 0] })
  const { times } = await read(`${formId}/2/late`)
  for (const { whole } of times) expect(whole).toMatchObject({ assessed: 0, medianChange: null })
})

test('a form without a number of its own is on the page under no name', async () => {
  const { rows } = await owner.query(
    `select distinct instrument_id from outcome_point where practice_id = $1 and instrument_id like 'own-%'
       and instrument_id not like '%/%'`,
    [practiceId],
  )
  expect(rows).toEqual([])
})

test('the name says which number of which form, whatever it is called; an instrument’s name says none', () => {
  const of = { formId: 'own-0123456789ab', version: '3', resultId: 'a/b c' }
  expect(resultIn(resultName(of))).toEqual(of)
  expect(resultIn('phq-9')).toBeUndefined()
  expect(resultIn('own-0123456789ab')).toBeUndefined()
})
