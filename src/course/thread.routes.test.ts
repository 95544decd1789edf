import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addCourse, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { day } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

const personId = people.client.seatId
const { courseId, sessionId } = await addCourse(owner, practiceId, personId)
const now = Date.now()

const fill = async (table: string, row: Record<string, unknown>) => {
  const whole = { practice_id: practiceId, id: randomUUID(), person_id: personId, ...row }
  const names = Object.keys(whole)
  const places = names.map((_, place) => `$${place + 1}`)
  await owner.query(`insert into ${table} (${names}) values (${places})`, Object.values(whole))
  return whole.id
}

const ofCourse = { course_id: courseId }
await owner.query('update course set begun_at = $1', [new Date(now - 30 * day)])
await owner.query(`update journey_session set phase = 'closed', planned_at = $1`, [new Date(now - 8 * day)])
await fill('intention', { ...ofCourse, words: 'To rest', said_at: new Date(now - 20 * day) })
const beliefId = await fill('belief', {
  ...ofCourse,
  words: 'I’m not safe',
  said_at: new Date(now - 20 * day),
})
await fill('belief_rating', {
  ...ofCourse,
  belief_id: beliefId,
  rating: 90,
  rated_at: new Date(now - 20 * day),
})
await owner.query('alter table dose disable trigger user')
const given = {
  ...ofCourse,
  session_id: sessionId,
  product: 'racemic',
  form: 'lozenge',
  route: 'sublingual',
  label_mg: 100,
  label_salt: 'base',
  base_mg: 100,
  given_by: people.monitor.seatId,
  deviation: true,
  because: ['arranged'],
  recorded_by: people.monitor.seatId,
}
await fill('dose', { ...given, given_at: new Date(now - 8 * day) })
await owner.query('alter table dose enable trigger user')
const answered = {
  ...ofCourse,
  instrument_id: 'phq-9',
  instrument_version: '1',
  language: 'en',
  answers: { answers: [] },
  withheld: {},
  scores: {},
  flags: [],
}
await fill('instrument_response', {
  ...answered,
  status: 'complete',
  total: 19,
  answered_at: new Date(now - 29 * day),
})
await fill('instrument_response', {
  ...answered,
  status: 'incomplete',
  total: null,
  answered_at: new Date(now - 2 * day),
})

const tell = (as: Someone, words: string) =>
  ask(as, `/api/courses/${courseId}/insights`, { body: { id: randomUUID(), words } })
const threadFor = async (as: Someone) => (await ask(as, `/api/people/${personId}/thread`)).json()

describe('the thread, read', () => {
  test('gathers from every slice what the course is made of', async () => {
    const { thread, ...told } = await threadFor(people.prescriber)
    expect(told).toEqual({ courseId })
    expect(thread.doses).toMatchObject([{ number: 1, given: true }])
    expect(thread.lines).toMatchObject([
      {
        id: 'phq-9',
        min: 0,
        max: 27,
        band: { from: 13, to: 25 },
        points: [{ value: 19 }, { status: 'skipped', value: null }],
      },
      { words: 'I’m not safe', points: [{ value: 90 }], band: null, change: 'unknown' },
    ])
    expect(thread.words).toMatchObject([{ kind: 'intention', text: 'To rest' }])
  })

  test('a private insight is on the client’s thread, marked, and on no one else’s', async () => {
    await tell(people.client, 'Mine alone')
    const own = (await threadFor(people.client)).thread.words
    expect(own).toContainEqual(expect.objectContaining({ text: 'Mine alone', private: true }))
    for (const role of ['therapist', 'prescriber', 'monitor'] as const)
      expect((await threadFor(people[role])).thread.words).toHaveLength(1)
  })

  test('what the client closed to readers of the preparation is not there for staff', async () => {
    await fill('preparation_reader', { ...ofCourse, audience: 'no-one', chosen_at: new Date(now) })
    const { thread } = await threadFor(people.therapist)
    expect(thread.words).toEqual([])
    expect(thread.lines.map(({ kind }: { kind: string }) => kind)).toEqual(['score'])
    expect((await threadFor(people.client)).thread.lines).toHaveLength(2)
    await fill('preparation_reader', { ...ofCourse, audience: 'team', chosen_at: new Date(now) })
  })

  test('a journey that was left stands on it for whoever reads it, as it was corrected, and no longer once they went home', async () => {
    const left = (more: object) =>
      fill('departure', {
        ...ofCourse,
        session_id: sessionId,
        recorded_by: people.monitor.seatId,
        left_at: new Date(now - 7.9 * day),
        ...more,
      })
    const seen = async (role: 'client' | 'therapist') =>
      (await threadFor(people[role])).thread.departures.map(({ way }: { way: string }) => way)
    const first = await left({ way: 'left' })
    expect([await seen('client'), await seen('therapist')]).toEqual([['left'], ['left']])
    await left({ way: 'hospital', corrects: first })
    expect(await seen('therapist')).toEqual(['hospital'])
    await owner.query('alter table discharge disable trigger user')
    await fill('discharge', {
      ...ofCourse,
      session_id: sessionId,
      criteria: '[]',
      discharged_by: people.monitor.seatId,
      discharged_at: new Date(now - 7.8 * day),
    })
    await owner.query('alter table discharge enable trigger user')
    expect(await seen('therapist')).toEqual([])
  })

  test('someone without a course has no thread, and that is an answer', async () => {
    const reply = await ask(people.otherClient, `/api/people/${people.otherClient.seatId}/thread`)
    expect(reply.json()).toEqual({ courseId: null, thread: null })
  })
})

describe('the client’s first page', () => {
  const home = async (as = people.client) => (await ask(as, `/api/people/${as.seatId}/home`)).json()

  test('says where they are and what they could do, and who their people are', async () => {
    const said = await home()
    expect(said.day).toMatchObject({ kind: 'after', lived: 1 })
    expect(said.things.map(({ kind }: { kind: string }) => kind)).toEqual([
      'questions',
      'signing',
      'rate',
      'meaning',
    ])
    expect(said.team).toHaveLength(3)
  })

  test('before a course there is a welcome', async () =>
    expect((await home(people.otherClient)).day).toEqual({ kind: 'welcome' }))

  test('what they said about dying in a form comes first until someone has seen to it', async () => {
    const about = { seatId: people.otherClient.seatId, practiceId: clinic.practiceId }
    const raise = (kind: string, urgency: string) =>
      owner.query(
        `insert into task (practice_id, id, person_id, kind, about_id, owner_seat_id, raised_at, due_at, urgency)
         values ($1, gen_random_uuid(), $2, $3, gen_random_uuid(), $4, now(), now(), $5) returning id`,
        [about.practiceId, about.seatId, kind, people.therapist.seatId, urgency],
      )
    const open = async () => (await home(people.otherClient)).helpIsOpen
    await raise('danger-answer', 'listed')
    for (const other of ['getting-worse', 'suicide-check', 'screen-in-person']) await raise(other, 'same-day')
    expect(await open()).toBe(false)
    const { rows } = await raise('danger-answer', 'same-day')
    expect(await open()).toBe(true)
    await owner.query(
      `insert into task_event (practice_id, id, task_id, person_id, kind, by_seat_id, at, note)
       values ($1, gen_random_uuid(), $2, $3, 'done', $4, now(), 'Called.')`,
      [about.practiceId, rows[0].id, about.seatId, people.therapist.seatId],
    )
    expect(await open()).toBe(false)
  })

  test('is the client’s own', async () =>
    expect((await ask(people.therapist, `/api/people/${personId}/home`)).statusCode).toBe(403))
})
