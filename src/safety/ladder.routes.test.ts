import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { mailNotice } from '../access/notice.commands.ts'
import { tasks } from '../app/tasks.ts'
import { addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { testVaultKey } from '../app/testing/credentials.ts'
import { vaultOf } from '../platform/crypto/vault.ts'
import { minute } from '../kernel/instant.ts'
import { inPractice, nobody, serviceIn } from '../platform/db/door.ts'
import { startWorker } from '../platform/jobs/jobs.ts'
import { mailTask, type Mail } from '../platform/mail/mail.ts'
import { climb, ladderTask } from './ladder.commands.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, db } = clinic

let personId: string
beforeEach(async () => {
  personId = (await addPerson(owner, practiceId)).seatId
  for (const member of [people.therapist, people.prescriber]) await assign(owner, { member, personId })
})

const jobs = async (name: string) =>
  (
    await owner.query(
      `select j.payload, j.run_at from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id`,
      [name],
    )
  ).rows
const clearJobs = () => owner.query('delete from graphile_worker._private_jobs')
const says = async (answer: 'thoughts-no-intent' | 'intent-or-plan') => {
  await ask(people.therapist, `/api/people/${personId}/asked`, { body: { id: randomUUID(), answer } })
  const { rows } = await owner.query('select id, raised_at from task where person_id = $1', [personId])
  return { taskId: rows[0].id as string, raisedAt: (rows[0].raised_at as Date).getTime() }
}
const climbAt = (task: { taskId: string; raisedAt: number }, minutesLater: number, mailLeaves = true) =>
  inPractice(db, serviceIn(practiceId, 'ladder'), (tx) =>
    climb(tx, task.taskId, {
      careNow: task.raisedAt + minutesLater * minute,
      machineNow: Date.now(),
      mailLeaves,
    }),
  )
const toldOf = async (taskId: string) =>
  (
    await owner.query(
      `select t.round, t.rung, m.name, t.way from task_told t left join member m on m.id = t.seat_id
       where t.task_id = $1 order by t.round, t.rung, m.name`,
      [taskId],
    )
  ).rows
const step = (who: Someone, taskId: string, [what, more = {}]: [string, object?]) =>
  ask(who, `/api/people/${personId}/tasks/${taskId}/${what}`, { body: { id: randomUUID(), ...more } })
const board = async (who: Someone) => (await ask(who, '/api/tasks')).json()

test('what is raised puts its ladder on the list in the same transaction, and only once', async () => {
  await clearJobs()
  const { taskId } = await says('intent-or-plan')
  expect((await jobs(ladderTask)).map(({ payload }) => payload)).toEqual([{ practiceId, taskId }])
})

test('rung by rung: the owner, then prescriber and coordinator, then the team, then whoever administers', async () => {
  const task = await says('intent-or-plan')
  await climbAt(task, 0)
  expect(await toldOf(task.taskId)).toEqual([{ round: 0, rung: 0, name: 'Member therapist', way: 'mail' }])
  await climbAt(task, 15)
  expect((await toldOf(task.taskId)).slice(1).map(({ rung, name }) => [rung, name])).toEqual([
    [1, 'Member coordinator'],
    [1, 'Member prescriber'],
  ])
  await climbAt(task, 60)
  expect((await toldOf(task.taskId)).map(({ rung, name }) => `${rung} ${name}`)).toEqual([
    '0 Member therapist',
    '1 Member coordinator',
    '1 Member prescriber',
    '2 Member prescriber',
    '2 Member therapist',
    '3 Member administrator',
  ])
})

test('run twice, by two servers or after a crash, it tells nobody twice', async () => {
  const task = await says('intent-or-plan')
  await clearJobs()
  await Promise.all([climbAt(task, 20), climbAt(task, 20), climbAt(task, 20)])
  expect(await toldOf(task.taskId)).toHaveLength(3)
  expect(await jobs('mail-notice')).toHaveLength(3)
})

test('it comes back by itself when the next rung is due, by the machine’s clock', async () => {
  const task = await says('intent-or-plan')
  await clearJobs()
  const before = Date.now()
  await climbAt(task, 3)
  const [next] = await jobs(ladderTask)
  expect(Math.abs(next.run_at.getTime() - (before + 12 * minute))).toBeLessThan(30_000)
  await climbAt(task, 61)
  expect((await jobs(ladderTask)).filter(({ run_at }) => run_at.getTime() > before + 13 * minute)).toEqual([])
})

test('whoever was called sees that it waits and for whom, may hand it on, and not what it is', async () => {
  const task = await says('intent-or-plan')
  const mine = async () =>
    (await board(people.administrator)).tasks.filter(({ id }: { id: string }) => id === task.taskId)
  expect(await mine()).toEqual([])
  await climbAt(task, 60)
  expect(await mine()).toMatchObject([
    { kind: null, ownerName: 'Member therapist', can: { act: true, see: false, close: false } },
  ])
  expect((await step(people.administrator, task.taskId, ['seen'])).statusCode).toBe(403)
  const on = ['on', { toSeatId: people.prescriber.seatId }] as [string, object]
  expect((await step(people.administrator, task.taskId, on)).statusCode).toBe(200)
})

test('a person who has seen it stops it; handed on, the next owner is told', async () => {
  const task = await says('intent-or-plan')
  await climbAt(task, 0)
  await step(people.therapist, task.taskId, ['seen'])
  await climbAt(task, 300)
  expect(await toldOf(task.taskId)).toHaveLength(1)
  await step(people.therapist, task.taskId, ['on', { toSeatId: people.prescriber.seatId }])
  await climbAt(task, 1)
  expect((await toldOf(task.taskId)).at(-1)).toMatchObject({ round: 1, rung: 0, name: 'Member prescriber' })
})

test('closed with a sentence, it tells no one any more', async () => {
  const task = await says('thoughts-no-intent')
  await step(people.therapist, task.taskId, ['seen'])
  await step(people.therapist, task.taskId, ['done', { note: 'talked it through' }])
  await climbAt(task, 300)
  expect(await toldOf(task.taskId)).toEqual([])
})

test('where no mail can leave, a rung says that it stood on a screen and nothing more', async () => {
  const task = await says('intent-or-plan')
  await climbAt(task, 0, false)
  expect(await toldOf(task.taskId)).toMatchObject([{ way: 'screen' }])
})

test('each telling is on the trail, so that the screens follow', async () => {
  const task = await says('intent-or-plan')
  await climbAt(task, 0)
  const { rows } = await owner.query(
    `select roles, effect, outcome from audit_event where action = 'task.told' and person_id = $1`,
    [personId],
  )
  expect(rows).toEqual([{ roles: 'service:ladder', effect: true, outcome: 'done' }])
})

describe('the alarm of the alarm', () => {
  const agedTo = (taskId: string, minutesAgo: number) =>
    owner.query(
      `update task set raised_at = care_now($1) - $3 * interval '1 minute', due_at = care_now($1) - $3 * interval '1 minute' where id = $2`,
      [practiceId, taskId, minutesAgo],
    )

  test('a call that should have gone out and did not is told to everyone who works here', async () => {
    const before = (await board(people.monitor)).ladder.silent
    const task = await says('intent-or-plan')
    await agedTo(task.taskId, 21)
    expect((await board(people.monitor)).ladder.silent).toBe(before + 1)
    expect((await board(people.coordinator)).tasks).toContainEqual(
      expect.objectContaining({ id: task.taskId, alarm: 'silent' }),
    )
  })

  test('everyone was told and no one answered: an alarm too; answered, it is none', async () => {
    const task = await says('intent-or-plan')
    await agedTo(task.taskId, 80)
    await inPractice(db, serviceIn(practiceId, 'ladder'), (tx, careNow) =>
      climb(tx, task.taskId, { careNow, machineNow: Date.now(), mailLeaves: true }),
    )
    const mine = async () =>
      (await board(people.therapist)).tasks.find(({ id }: { id: string }) => id === task.taskId)
    expect((await mine()).alarm).toBe('unanswered')
    await step(people.therapist, task.taskId, ['seen'])
    expect((await mine()).alarm).toBe(null)
  })

  test('jobs that stand still are told, and a beat takes it back', async () => {
    await owner.query(`update job_beat set at = now() - interval '4 minutes'`)
    expect((await board(people.therapist)).ladder.standsStill).toBe(true)
    await owner.query(`update job_beat set at = now()`)
    expect((await board(people.therapist)).ladder.standsStill).toBe(false)
  })
})

describe('the practice’s own minutes', () => {
  const set = (who: Someone, minutes: readonly number[]) =>
    ask(who, '/api/ladder', { body: { id: randomUUID(), minutes } })

  test('are set by whoever administers, and hold from then on', async () => {
    expect((await board(people.administrator)).ladder).toMatchObject({ minutes: [15, 30, 60], usual: true })
    expect((await set(people.therapist, [5, 10, 20])).statusCode).toBe(403)
    expect((await set(people.administrator, [5, 10, 20])).statusCode).toBe(200)
    expect((await board(people.administrator)).ladder).toMatchObject({ minutes: [5, 10, 20], usual: false })
  })

  test.each([[[10, 5, 20]], [[0, 5, 20]], [[5, 10, 1441]], [[5, 10]]])(
    '%j is refused, and nothing changes',
    async (minutes) => {
      const before = (await board(people.administrator)).ladder.minutes
      expect((await set(people.administrator, minutes)).statusCode).toBe(422)
      expect((await board(people.administrator)).ladder.minutes).toEqual(before)
    },
  )
})

test('from the answer to the inbox, through the jobs as they run in a house: the mail says nothing of what it is', async () => {
  await clearJobs()
  const mails: Mail[] = []
  const worker = await startWorker({
    ownerUrl: clinic.ownerUrl,
    tasks: {
      ...tasks({
        db,
        publicOrigin: () => 'https://care.example',
        machineNow: Date.now,
        mailLeaves: true,
        vault: vaultOf(testVaultKey),
      }),
      [mailTask]: async (mail) => void mails.push(mail as Mail),
    },
    report: console.error,
  })
  try {
    await owner.query('update account set email = $2 where id = $1', [
      people.therapist.accountId,
      'owner@practice.example',
    ])
    await says('intent-or-plan')
    await vi.waitUntil(() => mails.some(({ to }) => to === 'owner@practice.example'), { timeout: 10_000 })
    const said = JSON.stringify(mails)
    expect(said).not.toMatch(/suicid|death|thought|ketamin|client|patient|dose/i)
  } finally {
    await worker.stop()
  }
})

test('the mail goes to no one whose account is not there any more', async () => {
  await clearJobs()
  await inPractice(db, nobody, (tx) =>
    mailNotice(tx, { accountId: randomUUID(), notice: 'neededNow', practiceId: clinic.practiceId }),
  )
  expect(await jobs(mailTask)).toEqual([])
})
