import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addMember, addPerson, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { isoOf } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

let personId = ''
beforeEach(async () => {
  personId = (await addPerson(owner, practiceId)).seatId
})

/** Something that came up while nobody took part in the care, as the desk got it. */
async function waits(kind = 'danger-now', { ownedBy = people.coordinator, urgency = 'at-once' } = {}) {
  const id = randomUUID()
  const now = isoOf(clinic.clock.machineNow)
  await owner.query(
    `insert into task (practice_id, id, person_id, kind, about_id, owner_seat_id, due_at, raised_at, urgency)
     values ($1, $2, $3, $4, $2, $5, $6, $6, $7)`,
    [practiceId, id, personId, kind, ownedBy.seatId, now, urgency],
  )
  return id
}
const join = (member: Someone) =>
  ask(people.coordinator, `/api/people/${personId}/team`, {
    body: { id: randomUUID(), memberId: member.seatId },
  })
const leave = (member: Someone) =>
  ask(people.coordinator, `/api/people/${personId}/team/${member.seatId}/end`, { body: {} })
const step = (who: Someone, taskId: string, [what, more = {}]: [string, object?]) =>
  ask(who, `/api/people/${personId}/tasks/${taskId}/${what}`, { body: { id: randomUUID(), ...more } })
const shown = async (who: Someone, id: string) =>
  (await ask(who, '/api/tasks')).json().tasks.find((task: { id: string }) => task.id === id)
const ownerOf = async (id: string) => (await shown(people.coordinator, id)).ownerName
const jobsOf = async (id: string) =>
  (await owner.query(`select from graphile_worker._private_jobs where payload ->> 'taskId' = $1`, [id]))
    .rowCount

describe('when a team is formed', () => {
  test('a danger that stayed with the desk goes to the one who is called first, is told to them, and stays open', async () => {
    const id = await waits()
    expect((await join(people.therapist)).json().handed).toEqual({ count: 1, to: 'Member therapist' })
    expect(await shown(people.therapist, id)).toMatchObject({
      mine: true,
      state: 'waiting',
      kind: 'danger-now',
      events: [{ kind: 'escalated', because: 'team-formed', byName: 'Member coordinator' }],
    })
    expect(await jobsOf(id)).toBe(1)
  })

  test('it is on the trail, of what waited and of the team', async () => {
    await waits()
    await join(people.therapist)
    const { rows } = await owner.query(
      `select action from audit_event where person_id = $1 and outcome = 'done' and effect order by id`,
      [personId],
    )
    expect(rows.map(({ action }) => action).toSorted()).toEqual(['care-team.change', 'task.act'])
  })

  test('in whatever order they join, it ends with the therapist', async () => {
    const id = await waits()
    await join(people.monitor)
    expect(await ownerOf(id)).toBe('Member monitor')
    await join(people.prescriber)
    expect(await ownerOf(id)).toBe('Member prescriber')
    await join(people.therapist)
    expect(await ownerOf(id)).toBe('Member therapist')
    expect((await join(people.administrator)).json().handed).toBeNull()
  })

  test('nobody who does not treat is given it', async () => {
    const id = await waits()
    const clerk = await addMember(owner, practiceId, ['administrator'])
    expect((await join(clerk)).json().handed).toBeNull()
    expect(await ownerOf(id)).toBe('Member coordinator')
  })

  test('what somebody has seen, or was given by hand, stays theirs; what is the desk’s own stays there', async () => {
    const [byHand, seen, desk] = [await waits(), await waits('danger-answer'), await waits('call-promised')]
    await join(people.monitor)
    await step(people.monitor, seen, ['seen'])
    await step(people.coordinator, byHand, ['on', { toSeatId: people.monitor.seatId, note: null }])
    const other = await addMember(owner, practiceId, ['monitor'])
    await join(other)
    await step(people.monitor, byHand, ['on', { toSeatId: other.seatId, note: 'You know her.' }])
    expect((await join(people.therapist)).json().handed).toBeNull()
    expect((await shown(people.therapist, byHand)).ownerName).toBe('Member monitor')
    expect((await shown(people.therapist, seen)).ownerName).toBe('Member monitor')
    expect(await ownerOf(desk)).toBe('Member coordinator')
  })

  test('what is closed stays closed, and what is only listed calls nobody', async () => {
    const [done, listed] = [await waits(), await waits('danger-answer', { urgency: 'listed' })]
    await owner.query(
      `insert into task_event (practice_id, id, person_id, task_id, kind, note, by_seat_id, at)
       values ($1, gen_random_uuid(), $2, $3, 'done', 'Spoke with her.', $4, now())`,
      [practiceId, personId, done, people.prescriber.seatId],
    )
    expect((await join(people.therapist)).json().handed).toEqual({ count: 1, to: 'Member therapist' })
    expect(await jobsOf(listed)).toBe(0)
    expect(await shown(people.therapist, listed)).toMatchObject({ mine: true })
  })

  test('the same intent twice hands it on once', async () => {
    const id = await waits()
    const intentKey = randomUUID()
    const body = { id: randomUUID(), memberId: people.therapist.seatId }
    const twice = [1, 2].map(() =>
      ask(people.coordinator, `/api/people/${personId}/team`, { body, intentKey }),
    )
    await Promise.all(twice)
    expect((await shown(people.therapist, id)).events).toHaveLength(1)
  })

  test('all at once, nothing is left with whoever is called later', async () => {
    const id = await waits()
    await Promise.all([people.monitor, people.therapist, people.prescriber].map(join))
    expect(await ownerOf(id)).toBe('Member therapist')
  })
})

describe('when somebody leaves the team', () => {
  test('what they owned goes to whoever is called first of those who are left, and waits again', async () => {
    await join(people.therapist)
    await join(people.prescriber)
    const id = await waits('danger-now', { ownedBy: people.therapist })
    await step(people.therapist, id, ['seen'])
    expect((await leave(people.therapist)).json().handed).toEqual({ count: 1, to: 'Member prescriber' })
    expect(await shown(people.prescriber, id)).toMatchObject({
      mine: true,
      state: 'waiting',
      events: [{ kind: 'acknowledged' }, { kind: 'escalated', because: 'team-left' }],
    })
    expect((await leave(people.prescriber)).json().handed).toEqual({ count: 1, to: 'Member coordinator' })
  })

  test('what others own stays with them', async () => {
    await join(people.therapist)
    await join(people.prescriber)
    const id = await waits('danger-now', { ownedBy: people.therapist })
    expect((await leave(people.prescriber)).json().handed).toBeNull()
    expect(await ownerOf(id)).toBe('Member therapist')
  })
})

test('what comes up while the team is being changed waits for the change, and finds the new owner', async () => {
  await join(people.monitor)
  await owner.query('begin')
  await owner.query(`select set_config('app.practice_id', $1, true), hold_team($2, true)`, [
    practiceId,
    personId,
  ])
  await owner.query(
    `insert into care_team (practice_id, id, person_id, member_id, since) values ($1, gen_random_uuid(), $2, $3, now())`,
    [practiceId, personId, people.therapist.seatId],
  )
  const raising = ask(people.monitor, `/api/people/${personId}/asked`, {
    body: { id: randomUUID(), answer: 'intent-or-plan' },
  })
  await new Promise((soon) => setTimeout(soon, 300))
  await owner.query('commit')
  expect((await raising).statusCode).toBe(200)
  const { rows } = await owner.query('select owner_seat_id from task where person_id = $1', [personId])
  expect(rows).toEqual([{ owner_seat_id: people.therapist.seatId }])
})
