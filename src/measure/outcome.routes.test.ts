import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMember, addPractice } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { addTreated } from '../app/testing/treated.ts'
import { inPractice, serviceIn } from '../platform/db/door.ts'
import { refreshPoints } from './outcome.commands.ts'
import type { Outcomes } from './outcome.contract.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, db } = clinic

const refreshAll = async (practice: string) => {
  const { rows } = await owner.query('select distinct person_id as id from course where practice_id = $1', [
    practice,
  ])
  for (const { id } of rows)
    await inPractice(db, serviceIn(practice, 'outcomes'), (tx) => refreshPoints(tx, id))
}
const read = async (who = people.therapist): Promise<Outcomes> => {
  const reply = await ask(who, '/api/outcomes')
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.json()
}

beforeAll(async () => {
  await addTreated(owner, practiceId, 60)
  await refreshAll(practiceId)
})

test('counts agree with what the facts say, counted another way', async () => {
  const { times, instrument } = await read()
  expect(instrument).toMatchObject({ id: 'phq-9', reliable: 6 })
  const { rows } = await owner.query(
    `with last as (select course_id, max(given_at) as at from dose where practice_id = $1 group by course_id)
     select count(*) filter (where l.at + interval '14 days' <= care_now($1))::int as started,
       count(*) filter (where l.at + interval '14 days' <= care_now($1) and exists (select from instrument_response r
         where r.course_id = l.course_id and r.answered_at >= l.at + interval '14 days'
           and r.answered_at < l.at + interval '60 days'))::int as assessed
     from last l`,
    [practiceId],
  )
  const month = times.find(({ time }) => time === 'month')!
  expect(month.whole).toMatchObject(rows[0])
  expect(rows[0].assessed).toBeGreaterThan(10)
  expect(rows[0].assessed).toBeLessThan(rows[0].started)
})

test('made anew, the points are the same, and none is counted twice', async () => {
  const before = await read()
  await refreshAll(practiceId)
  expect((await read()).times).toEqual(before.times)
})

test('a dose that comes later moves every time that is counted from the last', async () => {
  const { rows } = await owner.query(
    `select person_id, course_id, session_id from dose where practice_id = $1 order by given_at desc limit 1`,
    [practiceId],
  )
  const [{ person_id: personId, course_id: courseId }] = rows
  const opens = async () =>
    (
      await owner.query(`select opens_at from outcome_point where course_id = $1 and time = 'week'`, [
        courseId,
      ])
    ).rows[0].opens_at as Date
  const before = await opens()
  await owner.query('set session_replication_role = replica')
  await owner.query(
    `update dose set given_at = given_at + interval '2 days' where course_id = $1 and given_at = (
       select max(given_at) from dose where course_id = $1)`,
    [courseId],
  )
  await owner.query('set session_replication_role = origin')
  await inPractice(db, serviceIn(practiceId, 'outcomes'), (tx) => refreshPoints(tx, personId))
  expect((await opens()).getTime() - before.getTime()).toBe(2 * 86_400_000)
})

test('a part with fewer than eleven courses is hidden, and so is the next: neither can be worked out', async () => {
  const { times } = await read()
  const { byBand } = times.find(({ time }) => time === 'week')!
  const shown = byBand.filter(({ outcome }) => outcome !== null)
  expect(shown.every(({ outcome }) => outcome!.started === 0 || outcome!.started >= 11)).toBe(true)
})

test('no name, no id of anyone, and no single change is in the answer', async () => {
  const text = JSON.stringify(await read())
  const { rows } = await owner.query('select id::text from person union all select id::text from course')
  expect(rows.filter(({ id }) => text.includes(id))).toEqual([])
  expect(text).not.toContain('Invented')
  expect(text).not.toContain('"changes"')
})

test('another practice’s courses are not in it; a practice with few is told so', async () => {
  const elsewhere = await addPractice(owner, 'Small')
  await addTreated(owner, elsewhere, 8)
  await refreshAll(elsewhere)
  const theirs = await addMember(owner, elsewhere, ['therapist'])
  const { times } = await read(theirs)
  expect(times.filter(({ whole }) => whole !== null && whole.started > 0)).toEqual([])
  const mine = await read()
  expect(mine.times[0]!.whole!.started).toBeLessThanOrEqual(60)
})

test('what is not followed here is not found, and no page is made up for it', async () => {
  for (const id of ['nonsense', 'madrs', '../phq-9', 'own-x/1/y'])
    expect(
      (await ask(people.therapist, `/api/outcomes?instrument=${encodeURIComponent(id)}`)).statusCode,
    ).toBe(404)
})

test('whoever coordinates, monitors or audits has no such page, and no client either', async () => {
  for (const who of [people.coordinator, people.monitor, people.auditor, people.client])
    expect((await ask(who, '/api/outcomes')).statusCode).toBe(403)
})
