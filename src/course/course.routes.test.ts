import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

const start = (as: Someone, personId: string, id = randomUUID()) =>
  ask(as, `/api/people/${personId}/courses`, { body: { id, protocolId: 'sublingual', protocolVersion: '2' } })

/** In a house where other tests plan at the same hours. */
const plan = (courseId: string, plannedAt: string, as = people.coordinator) =>
  ask(as, `/api/courses/${courseId}/sessions`, {
    body: { id: randomUUID(), plannedAt, room: 'Garden room', despite: 'It is large enough for two.' },
  })

async function someoneOnACourse() {
  const { seatId: personId } = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId })
  const courseId = (await start(people.coordinator, personId)).json().id as string
  return { personId, courseId }
}
const coursesOf = async (personId: string, as = people.coordinator) =>
  (await ask(as, `/api/people/${personId}/courses`)).json()

describe('starting a course', () => {
  test('a coordinator starts one for anyone, a therapist for those they care for, a monitor for no one', async () => {
    const { seatId } = await addPerson(owner, practiceId)
    expect((await start(people.therapist, seatId)).json().kind).toBe('not-allowed')
    expect((await start(people.monitor, people.client.seatId)).json().kind).toBe('not-allowed')
    expect((await start(people.therapist, people.client.seatId)).statusCode).toBe(200)
    expect((await start(people.coordinator, seatId)).statusCode).toBe(200)
  })

  test('one at a time, even when two start it at once', async () => {
    const { seatId } = await addPerson(owner, practiceId)
    const replies = await Promise.all([1, 2, 3].map(() => start(people.coordinator, seatId)))
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409])
    expect((await coursesOf(seatId)).courses).toHaveLength(1)
  })
})

describe('planning sessions', () => {
  test('they are numbered by their day, also when planned at once, each with its room', async () => {
    const { personId, courseId } = await someoneOnACourse()
    const days = ['2031-03-10T18:00:00Z', '2031-03-17T18:00:00Z', '2031-03-24T18:00:00Z']
    const replies = await Promise.all(days.map((at) => plan(courseId, at)))
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    const [{ sessions }] = (await coursesOf(personId)).courses
    expect(sessions).toMatchObject(
      days.map((at, place) => ({
        number: place + 1,
        plannedAt: Date.parse(at),
        phase: 'planned',
        room: 'Garden room',
      })),
    )
  })

  test('one that has not begun can be moved; one under way cannot', async () => {
    const { courseId } = await someoneOnACourse()
    const sessionId = (await plan(courseId, '2031-03-10T18:00:00Z')).json().id as string
    const to = { plannedAt: '2031-03-11T18:00:00Z', room: null, reason: 'Ill.', despite: 'Agreed.' }
    const moving = () =>
      ask(people.coordinator, `/api/sessions/${sessionId}/plan`, { body: { ...to, id: randomUUID() } })
    expect((await moving()).statusCode).toBe(200)
    await owner.query(`update journey_session set phase = 'under-way' where id = $1`, [sessionId])
    expect((await moving()).json().kind).toBe('session-begun')
    const { rows } = await owner.query('select planned_at, room from journey_session where id = $1', [
      sessionId,
    ])
    expect(rows).toEqual([{ planned_at: new Date('2031-03-11T18:00:00Z'), room: null }])
  })

  test('another practice finds no such course', async () => {
    const { courseId } = await someoneOnACourse()
    expect((await plan(courseId, '2031-03-10T18:00:00Z', people.foreigner)).statusCode).toBe(404)
  })
})

describe('reviewing a course', () => {
  const review = (courseId: string, body: object, as = people.therapist) =>
    ask(as, `/api/courses/${courseId}/reviews`, {
      body: {
        id: randomUUID(),
        reason: 'As agreed',
        nextReviewAt: null,
        endsAt: null,
        farewell: null,
        ...body,
      },
    })
  const ending = { decision: 'complete', endsAt: '2026-01-05T17:00:00Z', farewell: 'Call any time.' }

  test('going on leaves it open; the review is kept', async () => {
    const { personId, courseId } = await someoneOnACourse()
    expect((await review(courseId, { decision: 'continue' })).statusCode).toBe(200)
    expect((await coursesOf(personId)).courses[0].endsAt).toBeNull()
    const { rows } = await owner.query(
      'select decision, reviewed_by from course_review where course_id = $1',
      [courseId],
    )
    expect(rows).toEqual([{ decision: 'continue', reviewed_by: people.therapist.seatId }])
  })

  test('an ending needs its day and its words, and then it holds: nothing more is planned', async () => {
    const { personId, courseId } = await someoneOnACourse()
    expect((await review(courseId, { decision: 'complete' })).json().kind).toBe('ending-unplanned')
    await owner.query(`update course set begun_at = '2026-01-01' where id = $1`, [courseId])
    expect((await review(courseId, ending)).statusCode).toBe(200)
    expect((await plan(courseId, '2031-03-10T18:00:00Z')).json().kind).toBe('course-ended')
    expect((await start(people.coordinator, personId)).statusCode).toBe(200)
  })

  test('a coordinator does not decide it', async () => {
    const { courseId } = await someoneOnACourse()
    expect((await review(courseId, ending, people.coordinator)).json().kind).toBe('not-allowed')
  })

  test('a review cannot be changed or removed', async () => {
    await expect(
      owner
        .query(`set role throughline_app; delete from course_review`)
        .finally(() => owner.query('reset role')),
    ).rejects.toThrow('permission denied')
  })
})
