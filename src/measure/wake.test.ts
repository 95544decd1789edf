import { afterAll, beforeEach, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { addTreated } from '../app/testing/treated.ts'
import { inPractice, nobody, serviceIn } from '../platform/db/door.ts'
import { printOf } from './hangsOn.content.ts'
import { refreshPoints } from './outcome.commands.ts'
import { wakeForContent } from './wake.commands.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, practiceId, elsewhere, db } = clinic

const start = () => inPractice(db, nobody, wakeForContent)
const jobs = async (name: string) =>
  (
    await owner.query(
      `select j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
      [name],
    )
  ).rows.map(({ payload }) => payload)
const clearJobs = () => owner.query('delete from graphile_worker._private_jobs')
beforeEach(clearJobs)

const everyone = expect.arrayContaining([{ practiceId }, { practiceId: elsewhere }])

test('a server that starts on content nobody has seen has every practice looked at again, and once', async () => {
  await Promise.all([start(), start(), start()])
  const asking = await jobs('asking-all')
  expect([asking, asking.length]).toEqual([everyone, 2])
  await clearJobs()
  await start()
  expect(await jobs('asking-all')).toEqual([])
})

test('other content, or content of before, wakes again; so does a migration', async () => {
  await owner.query(`insert into content_print (what, print) values ('asking', 'another')`)
  await start()
  expect(await jobs('asking-all')).toEqual(everyone)
  await clearJobs()
  await owner.query(`insert into migration (name, hash) values ('9999-test.sql', 'x')`)
  await start()
  expect(await jobs('asking-all')).toEqual(everyone)
})

test('by what a change is judged wakes how courses stand, and those alone', async () => {
  await addTreated(owner, practiceId, 3)
  const { rows } = await owner.query('select distinct person_id as id from course where practice_id = $1', [
    practiceId,
  ])
  // Of the first of them nothing was worked out so far.
  for (const { id } of rows.slice(1))
    await inPractice(db, serviceIn(practiceId, 'outcomes'), (tx) => refreshPoints(tx, id))
  await clearJobs()
  await owner.query(`insert into content_print (what, print) values ('outcomes', 'another')`)
  await start()
  const stand = await jobs('outcome-points')
  expect(stand).toEqual(expect.arrayContaining(rows.map(({ id }) => ({ practiceId, personId: id }))))
  expect(await jobs('asking-all')).toEqual([])
})

test('nobody wakes it in a practice’s name', async () => {
  await owner.query(`insert into content_print (what, print) values ('asking', 'yet another')`)
  await inPractice(db, serviceIn(practiceId, 'asking'), wakeForContent)
  expect(await jobs('asking-all')).toEqual([])
})

test('the print is of the words: the same twice, and not the same for both', () => {
  expect(printOf('asking')).toBe(printOf('asking'))
  expect(printOf('asking')).not.toBe(printOf('outcomes'))
})
