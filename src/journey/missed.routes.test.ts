import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { put, putting, stageSession, type Stage } from '../app/testing/journey.ts'
import { hour, isoOf, minute } from '../kernel/instant.ts'
import { inPractice, serviceIn } from '../platform/db/door.ts'
import { lookAtDues } from './missed.commands.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, db, practiceId } = clinic

const dose = (stage: Stage, at: number) => putting.dose(stage, at)
const look = ({ sessionId }: Stage, careNow: number) =>
  inPractice(db, serviceIn(practiceId, 'readings'), (tx) =>
    lookAtDues(tx, sessionId, { careNow, machineNow: Date.now() }),
  )
const tasks = async ({ personId }: Stage) =>
  (
    await owner.query(
      `select id, urgency, owner_seat_id as owner from task where kind = 'reading-missed' and person_id = $1 order by raised_at`,
      [personId],
    )
  ).rows
const noted = async ({ sessionId }: Stage) =>
  (
    await owner.query('select due_key from reading_missed where session_id = $1 order by due_at', [sessionId])
  ).rows.map(({ due_key }) => due_key)
const close = (stage: Stage, taskId: string) =>
  ask(people.therapist, `/api/people/${stage.personId}/tasks/${taskId}/done`, {
    body: { id: randomUUID(), note: 'Taken by hand, 128 over 82; the tablet was charging.' },
  })

async function dosed(ago: number) {
  const stage = await stageSession(clinic)
  const at = await careNowOf(clinic)
  await putting.pressure(stage, at - ago - minute)
  await dose(stage, at - ago)
  return { stage, at, doseAt: at - ago }
}
const firstDue = 20 * minute

describe('a reading that was due and has not come', () => {
  test('calls nobody until it is missed; then the one who monitors, at once and once', async () => {
    const { stage, doseAt } = await dosed(0)
    await look(stage, doseAt + firstDue + 10 * minute)
    expect(await tasks(stage)).toEqual([])
    await look(stage, doseAt + firstDue + 11 * minute)
    await look(stage, doseAt + firstDue + 12 * minute)
    expect(await tasks(stage)).toMatchObject([{ urgency: 'at-once', owner: people.monitor.seatId }])
    expect(await noted(stage)).toEqual(['planned 20'])
  })

  test('one call stands for all that are missed until a person closes it; the next begins anew', async () => {
    const { stage, doseAt } = await dosed(0)
    await look(stage, doseAt + firstDue + 11 * minute)
    await look(stage, doseAt + 2 * hour)
    const [task] = await tasks(stage)
    expect(await tasks(stage)).toHaveLength(1)
    const before = await noted(stage)
    expect(before.length).toBeGreaterThan(1)
    expect((await close(stage, task.id)).statusCode).toBe(200)
    await look(stage, doseAt + 2 * hour)
    expect(await tasks(stage)).toHaveLength(1)
    await put(stage, 'vital_reading', {
      session_id: stage.sessionId,
      systolic_mmhg: 190,
      diastolic_mmhg: 95,
      taken_at: isoOf(doseAt + 2 * hour + minute),
      recorded_by: people.monitor.seatId,
    })
    await look(stage, doseAt + 3 * hour)
    expect(await tasks(stage)).toHaveLength(2)
  })

  test('a reason in time calls nobody; one that comes later closes nothing', async () => {
    const { stage, doseAt } = await dosed(0)
    const say = (dueKey: string) =>
      ask(people.monitor, `/api/sessions/${stage.sessionId}/not-taken`, {
        body: { id: randomUUID(), dueKey, reason: 'asleep, breathing well' },
      })
    expect((await say('planned 20')).statusCode).toBe(200)
    await look(stage, doseAt + firstDue + 11 * minute)
    expect([await tasks(stage), await noted(stage)]).toEqual([[], []])
    await look(stage, doseAt + 2 * hour)
    const late = await noted(stage)
    await say(late[0]!)
    await look(stage, doseAt + 2 * hour)
    expect(await tasks(stage)).toHaveLength(1)
    const { rows } = await owner.query(
      `select 1 from task_event e join task t on t.id = e.task_id where t.person_id = $1 and e.kind = 'done'`,
      [stage.personId],
    )
    expect(rows).toEqual([])
  })

  test('a session of yesterday, written down today, calls nobody', async () => {
    const { stage, at } = await dosed(26 * hour)
    await look(stage, at)
    expect(await tasks(stage)).toEqual([])
  })

  test('it is asked for in the transaction that gave the dose, and comes back by itself', async () => {
    const stage = await stageSession(clinic)
    const doseAt = await careNowOf(clinic)
    await putting.pressure(stage, doseAt - minute)
    await dose(stage, doseAt)
    const jobs = async () =>
      (
        await owner.query(`select run_at from graphile_worker.jobs where key = $1`, [
          `${practiceId} missed ${stage.sessionId}`,
        ])
      ).rows
    expect(await jobs()).toHaveLength(1)
    await owner.query('select graphile_worker.remove_job($1)', [`${practiceId} missed ${stage.sessionId}`])
    const nextAfter = async (ago: number) => {
      const began = Date.now()
      await look(stage, doseAt + ago)
      const [next] = await jobs()
      return next && Math.round((next.run_at.getTime() - began) / minute)
    }
    expect(await nextAfter(0)).toBe(5)
    expect(await nextAfter(27 * minute)).toBe(3)
    await owner.query('select graphile_worker.remove_job($1)', [`${practiceId} missed ${stage.sessionId}`])
    expect(await nextAfter(13 * hour)).toBeUndefined()
  })
})
