import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addMember, addPerson, assign, machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { giveConfirmation } from '../app/testing/credentials.ts'
import { hour, isoOf, minute } from '../kernel/instant.ts'
import { digest } from '../platform/crypto/digest.ts'
import { decisionText, type Decision } from './decision.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

async function someone(): Promise<string> {
  const { seatId } = await addPerson(owner, practiceId)
  for (const member of [people.therapist, people.prescriber, people.monitor])
    await assign(owner, { member, personId: seatId })
  return seatId
}
const record = (personId: string, answer: string, who = people.monitor) =>
  ask(who, `/api/people/${personId}/asked`, { body: { id: randomUUID(), answer } })
const askedOf = async (personId: string, who = people.therapist) =>
  (await ask(who, `/api/people/${personId}/asked`)).json()
const plan = (personId: string, who = people.therapist) =>
  ask(who, `/api/people/${personId}/plans`, {
    body: {
      id: randomUUID(),
      warningSigns: 'not sleeping',
      onMyOwn: 'a walk',
      peopleAndPlaces: '',
      peopleToAsk: 'my sister',
      professionals: '988',
      surroundings: 'keys with my sister',
    },
  })
const board = async (who: Someone) => (await ask(who, '/api/tasks')).json()
const onBoard = async (who: Someone, personId: string) =>
  (await board(who)).tasks.filter((task: { personId: string }) => task.personId === personId)
const step = (who: Someone, task: { personId: string; id: string }, [what, more = {}]: [string, object?]) =>
  ask(who, `/api/people/${task.personId}/tasks/${task.id}/${what}`, { body: { id: randomUUID(), ...more } })

describe('the question, asked in person', () => {
  test('no thoughts: the gate of the day is met', async () => {
    const personId = await someone()
    expect((await askedOf(personId)).verdict).toBe('not-asked')
    expect((await record(personId, 'no-thoughts')).statusCode).toBe(200)
    const asked = await askedOf(personId)
    expect([asked.verdict, asked.checks[0].askedBy]).toEqual(['met', 'Member monitor'])
    expect(await onBoard(people.therapist, personId)).toEqual([])
  })

  test.each([
    ['thoughts-no-intent', 'needs-decision'],
    ['intent-or-plan', 'stop'],
  ])('%s is recorded, and is at once before a named person', async (answer, verdict) => {
    const personId = await someone()
    await record(personId, answer)
    expect((await askedOf(personId)).verdict).toBe(verdict)
    expect(await onBoard(people.therapist, personId)).toMatchObject([
      { kind: 'suicide-check', ownerName: 'Member therapist', mine: true, state: 'waiting' },
    ])
  })

  test.each([
    ['no-thoughts', -2 * minute, 'met', null],
    ['no-thoughts', -25 * hour, 'not-asked', 'late'],
    ['no-thoughts', 3 * hour, 'not-asked', 'ahead'],
    ['intent-or-plan', -25 * hour, 'stop', 'late'],
    ['thoughts-no-intent', -25 * hour, 'needs-decision', 'late'],
  ])('%s, that waited on a device: the safer of its two moments decides (%i ms, %s)', async (...told) => {
    const [answer, ago, verdict, doubt] = told
    const personId = await someone()
    const { careNow } = await askedOf(personId)
    const body = { id: randomUUID(), answer, at: isoOf(careNow + ago) }
    expect((await ask(people.monitor, `/api/people/${personId}/asked`, { body })).statusCode).toBe(200)
    const asked = await askedOf(personId)
    expect([asked.verdict, asked.checks[0].doubt]).toEqual([verdict, doubt])
    const stood = Math.round((asked.checks[0].askedAt - careNow) / minute) * minute
    expect(stood).toBe(Math.min(ago, 0))
    expect(asked.checks[0].arrivedAt === null).toBe(ago > -5 * minute)
    expect(await onBoard(people.therapist, personId)).toHaveLength(answer === 'no-thoughts' ? 0 : 1)
  })

  test('a client does not read it, nor the desk, nor an unassigned therapist', async () => {
    const personId = await someone()
    const stranger = await addMember(owner, practiceId, ['therapist'])
    for (const who of [people.coordinator, people.administrator, stranger])
      expect((await ask(who, `/api/people/${personId}/asked`)).statusCode).toBe(403)
    expect((await ask(people.client, `/api/people/${people.client.seatId}/asked`)).statusCode).toBe(403)
  })
})

describe('deciding after thoughts without intent', () => {
  async function decide(personId: string, who = people.prescriber, more: Partial<Decision> = {}) {
    const { checkId } = await askedOf(personId)
    const words: Decision = {
      personId,
      checkId,
      reason: 'long-standing, no plan',
      riskBenefit: 'weighed together',
      mitigation: 'call tonight',
      expiresAt: isoOf(Date.now() + 8 * hour),
    }
    const documentHash = digest(decisionText(words)).toString('hex')
    const confirmationId = await giveConfirmation(owner, { who, documentHash })
    const { personId: _, checkId: __, ...body } = { ...words, ...more }
    return ask(who, `/api/people/${personId}/asked/${checkId}/decision`, {
      body: { ...body, id: randomUUID(), confirmationId },
    })
  }

  test('a prescriber’s signed decision and a safety plan together meet the gate, and neither alone', async () => {
    const personId = await someone()
    await record(personId, 'thoughts-no-intent')
    expect((await askedOf(personId)).missing).toEqual(['override', 'plan'])
    expect((await decide(personId)).statusCode).toBe(200)
    expect((await askedOf(personId)).missing).toEqual(['plan'])
    expect((await plan(personId)).statusCode).toBe(200)
    expect((await askedOf(personId)).verdict).toBe('met')
  })

  test('other words than were confirmed are not signed', async () => {
    const personId = await someone()
    await record(personId, 'thoughts-no-intent')
    const reply = await decide(personId, people.prescriber, { reason: 'something else' })
    expect(reply.json().kind).toBe('confirmation-needed')
    expect((await askedOf(personId)).missing).toEqual(['override', 'plan'])
  })

  test('a therapist cannot decide it', async () => {
    const personId = await someone()
    await record(personId, 'thoughts-no-intent')
    expect((await decide(personId, people.therapist)).json().kind).toBe('not-allowed')
  })

  test('nobody can decide away intent or a plan, nor a check that is no longer the newest', async () => {
    const [stopped, older] = [await someone(), await someone()]
    await record(stopped, 'intent-or-plan')
    expect((await decide(stopped)).json().kind).toBe('changed-meanwhile')
    await record(older, 'thoughts-no-intent')
    const { checkId } = await askedOf(older)
    await record(older, 'thoughts-no-intent')
    const body = { reason: 'r', riskBenefit: 'b', mitigation: 'm', expiresAt: isoOf(machineStart + hour) }
    const reply = await ask(people.prescriber, `/api/people/${older}/asked/${checkId}/decision`, {
      body: { ...body, id: randomUUID(), confirmationId: randomUUID() },
    })
    expect(reply.json().kind).toBe('changed-meanwhile')
  })
})

describe('what waits for a person', () => {
  async function waiting() {
    const personId = await someone()
    await record(personId, 'thoughts-no-intent')
    const [task] = await onBoard(people.therapist, personId)
    return task as { id: string; personId: string }
  }
  const now = async (task: { id: string; personId: string }, who = people.therapist) =>
    (await onBoard(who, task.personId))[0]

  test('seen, then done with a sentence; then it is off the board', async () => {
    const task = await waiting()
    expect((await step(people.therapist, task, ['seen'])).statusCode).toBe(200)
    expect(await now(task)).toMatchObject({ state: 'seen', events: [{ byName: 'Member therapist' }] })
    expect((await step(people.therapist, task, ['done'])).statusCode).toBe(422)
    expect((await step(people.therapist, task, ['done', { note: '   ' }])).statusCode).toBe(422)
    expect((await step(people.therapist, task, ['done', { note: 'We spoke.' }])).statusCode).toBe(200)
    expect(await now(task)).toBeUndefined()
  })

  test('two who close it at once: one does, and the other is told', async () => {
    const task = await waiting()
    const close = (who: Someone) => step(who, task, ['done', { note: 'done' }])
    const replies = await Promise.all([close(people.therapist), close(people.prescriber)])
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  })

  test('a monitor sees it and hands it on, but does not close it', async () => {
    const task = await waiting()
    expect((await step(people.monitor, task, ['done', { note: 'ok' }])).json().kind).toBe('not-allowed')
    const { people: reachable } = (await ask(people.monitor, `/api/people/${task.personId}/reachable`)).json()
    expect(reachable.map(({ name }: { name: string }) => name)).toEqual([
      'Member coordinator',
      'Member monitor',
      'Member prescriber',
      'Member therapist',
    ])
    const to = { toSeatId: people.prescriber.seatId }
    expect((await step(people.monitor, task, ['on', to])).statusCode).toBe(200)
    expect(await now(task, people.prescriber)).toMatchObject({ mine: true, ownerName: 'Member prescriber' })
    expect(await now(task, people.therapist)).toMatchObject({ mine: false })
  })

  test('it is handed only to someone who takes part in the care, or who coordinates', async () => {
    const task = await waiting()
    const stranger = await addMember(owner, practiceId, ['therapist'])
    expect((await step(people.monitor, task, ['on', { toSeatId: stranger.seatId }])).statusCode).toBe(404)
  })

  test('whoever only coordinates cannot take "not seen yet" off a clinician, nor learn what it is by taking it over', async () => {
    const task = await waiting()
    const { coordinator, prescriber } = people
    expect((await step(coordinator, task, ['seen'])).json().kind).toBe('not-allowed')
    const toDesk = await step(coordinator, task, ['on', { toSeatId: coordinator.seatId }])
    expect(toDesk.json().kind).toBe('not-allowed')
    expect(await now(task, coordinator)).toMatchObject({ kind: null })
    expect((await step(coordinator, task, ['on', { toSeatId: prescriber.seatId }])).statusCode).toBe(200)
    expect(await now(task, prescriber)).toMatchObject({ mine: true, kind: 'suicide-check' })
  })

  test('a desk that owns it, because there is no team yet, does not still it: it hands it on, and the ladder goes up', async () => {
    const { seatId: personId } = await addPerson(owner, practiceId)
    const taskId = randomUUID()
    await owner.query(
      `insert into task (practice_id, person_id, owner_seat_id, id, kind, about_id, urgency, raised_at, due_at)
       values ($1, $2, $3, $4, 'danger-answer', $5, 'same-day', now(), now())`,
      [practiceId, personId, people.coordinator.seatId, taskId, randomUUID()],
    )
    const task = { personId, id: taskId }
    expect((await step(people.coordinator, task, ['seen'])).json().kind).toBe('not-allowed')
    expect(await now(task, people.coordinator)).toMatchObject({
      mine: true,
      state: 'waiting',
      can: { act: true, see: false, close: false },
    })
  })

  test('handed to whoever owns it already, it is refused: the ladder would begin anew for nothing', async () => {
    const task = await waiting()
    const same = await step(people.monitor, task, ['on', { toSeatId: people.therapist.seatId }])
    expect(same.json().kind).toBe('not-allowed')
  })

  test('whoever coordinates sees that it waits and for whom, not what it is; a stranger sees nothing', async () => {
    const task = await waiting()
    expect(await now(task, people.coordinator)).toMatchObject({ kind: null, ownerName: 'Member therapist' })
    const stranger = await addMember(owner, practiceId, ['therapist'])
    expect(await now(task, stranger)).toBeUndefined()
    expect((await ask(people.auditor, '/api/tasks')).statusCode).toBe(403)
    expect((await board(people.foreigner)).tasks).toEqual([])
  })

  test('time closes nothing: it is late, and stays', async () => {
    const task = await waiting()
    await owner.query(`insert into care_clock (practice_id, ahead) values ($1, '30 days')`, [practiceId])
    expect(await now(task)).toMatchObject({ state: 'waiting', late: true })
    await owner.query(`insert into care_clock (practice_id, ahead) values ($1, '0 days')`, [practiceId])
  })

  test('the app can change or remove neither a task nor what was done about it', async () => {
    for (const table of ['task', 'task_event', 'suicide_check', 'suicide_override', 'safety_plan']) {
      const { rows } = await owner.query(
        `select has_table_privilege('throughline_app', $1, 'update') as changes,
           has_table_privilege('throughline_app', $1, 'delete') as removes`,
        [table],
      )
      expect([table, rows[0]]).toEqual([table, { changes: false, removes: false }])
    }
  })
})

test('only an administrator declares when someone reads, and the newest declaration holds', async () => {
  const hours = (opensMinute: number) => ({
    body: { id: randomUUID(), weekdays: [1, 2], opensMinute, closesMinute: 1020, respondWithinMinutes: 60 },
  })
  expect((await ask(people.therapist, '/api/cover', hours(540))).statusCode).toBe(403)
  for (const opens of [480, 600]) await ask(people.administrator, '/api/cover', hours(opens))
  expect((await board(people.administrator)).cover).toMatchObject({ opensMinute: 600 })
})
