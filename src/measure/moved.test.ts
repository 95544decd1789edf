import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { inPractice, nobody } from '../platform/db/door.ts'
import { gatherMoved } from './moved.commands.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, practiceId, db } = clinic

const gather = () => inPractice(db, nobody, gatherMoved)
const jobs = async (): Promise<string[]> =>
  (
    await owner.query<{ job: string }>(
      `select t.identifier || ' ' || (j.payload ->> 'personId') as job from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier in ('asking-person', 'outcome-points') order by 1`,
    )
  ).rows.map(({ job }) => job)
const marks = async () => (await owner.query('select from moved')).rowCount
const bothOf = (personId: string) => [`asking-person ${personId}`, `outcome-points ${personId}`]

beforeEach(() => owner.query('delete from graphile_worker._private_jobs; delete from moved'))

test('an answer or a dose leaves a mark, and each person is put on the list once, however much was sent', async () => {
  const { seatId } = clinic.people.client
  for (const total of [4, 5])
    await owner.query(
      `insert into instrument_response (practice_id, id, person_id, instrument_id, instrument_version, language, answers, withheld,
         status, scores, total, flags, answered_at)
       values ($1, $2, $3, 'phq-9', '1', 'en', '{}', '{}', 'complete', '{}', $4, '{}', now())`,
      [practiceId, randomUUID(), seatId, total],
    )
  expect(await marks()).toBe(2)
  expect(await jobs()).toEqual([])
  expect(await gather()).toBe(false)
  expect(await jobs()).toEqual(bothOf(seatId))
  expect(await marks()).toBe(0)
  const { rows } = await owner.query(
    `select tgrelid::regclass::text as on from pg_trigger where tgname = 'note_moved' and tgenabled = 'O' order by 1`,
  )
  // A journey that was brought in, or taken back, moves where a course begins.
  const marked = ['dose', 'instrument_response', 'journey_brought', 'journey_brought_back']
  expect(rows).toEqual(marked.map((on) => ({ on })))
})

test('what is undone leaves none, and what is not committed yet is gathered the next time', async () => {
  const [{ id }] = (await owner.query<{ id: string }>('select id from person limit 1')).rows as [
    { id: string },
  ]
  await owner.query('begin')
  await owner.query('insert into moved (practice_id, whom) values ($1, $2)', [practiceId, id])
  await gather()
  expect(await jobs()).toEqual([])
  await owner.query('commit')
  await gather()
  expect(await jobs()).toEqual(bothOf(id))
})

test('more than one round’s worth is said to be left; several servers gather each mark once', async () => {
  await owner.query(
    'insert into moved (practice_id, whom) select $1, gen_random_uuid() from generate_series(1, 1200)',
    [practiceId],
  )
  expect(await gather()).toBe(true)
  expect(await marks()).toBe(700)
  await Promise.all([gather(), gather(), gather()])
  expect(await marks()).toBe(0)
  expect(await jobs()).toHaveLength(2400)
})

test('in a practice’s name nothing can be read, written or gathered', async () => {
  await owner.query('insert into moved (practice_id, whom) values ($1, gen_random_uuid())', [practiceId])
  await inPractice(db, { ...nobody, practiceId }, async (tx) => {
    expect(await gatherMoved(tx)).toBe(false)
  })
  expect(await marks()).toBe(1)
  const { rows } = await owner.query(
    `select kind from unnest('{select,insert,update,delete}'::text[]) kind where has_table_privilege('throughline_app', 'moved', kind)`,
  )
  expect(rows).toEqual([])
})
