import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addCourse, addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { day } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

const personId = people.client.seatId
const { courseId, sessionId } = await addCourse(owner, practiceId, personId)
const now = Date.now()
const planFor = (days: number) =>
  owner.query('update journey_session set planned_at = $1 where id = $2', [
    new Date(now + days * day),
    sessionId,
  ])
await planFor(2)

const get = async (as: Someone, path: string) => (await ask(as, path)).json()
const chart = (as: Someone) => get(as, `/api/people/${personId}/chart`)
const names = (list: { name: string }[]) => list.map(({ name }) => name)

describe('the chart', () => {
  test('one request tells who it is, the course, its thread and what may be opened', async () => {
    const told = await chart(people.therapist)
    expect(told).toMatchObject({
      person: { givenName: 'Ana' },
      course: { id: courseId, title: { en: 'Lozenge, held under the tongue' }, sessions: [{ number: 1 }] },
      thread: { doses: [{ number: 1, given: false }] },
      can: { start: true, plan: true, review: true, thread: true },
    })
    expect(told.team).toHaveLength(3)
    expect(told.places).toContain('words')
  })

  test('names what the next journey still waits for, to those who take part in the care', async () => {
    const { openGates } = await chart(people.monitor)
    expect(openGates.sessionId).toBe(sessionId)
    expect(openGates.gates).toEqual(expect.arrayContaining(['order', 'consent', 'ride', 'people', 'asked']))
    expect((await chart(people.coordinator)).openGates).toBeNull()
    const body = { id: randomUUID(), name: 'Robin', phone: '+1 555 010 0111' }
    await ask(people.coordinator, `/api/sessions/${sessionId}/ride`, { body })
    expect((await chart(people.monitor)).openGates.gates).not.toContain('ride')
    const seen = async () => (await get(people.coordinator, `/api/sessions/${sessionId}/ride`)).ride
    expect(await seen()).toEqual({ id: body.id, name: 'Robin', phone: '+1 555 010 0111' })
    expect((await chart(people.coordinator)).can).toMatchObject({ ride: true, ready: false })
    const lost = { id: randomUUID() }
    await ask(people.coordinator, `/api/sessions/${sessionId}/ride/lost`, { body: lost })
    expect(await seen()).toBeNull()
    expect((await chart(people.monitor)).openGates.gates).toContain('ride')
  })

  test('a coordinator plans, and reads no thread nor words', async () => {
    const told = await chart(people.coordinator)
    expect(told).toMatchObject({ thread: null, can: { plan: true, review: false, thread: false } })
    expect(told.course.sessions).toHaveLength(1)
    expect(told.places).not.toContain('words')
  })

  test('someone without a course has a chart all the same', async () => {
    const { seatId } = await addPerson(owner, practiceId)
    const told = await get(people.coordinator, `/api/people/${seatId}/chart`)
    expect(told).toMatchObject({ course: null, thread: null, team: [] })
  })

  test('a course stands on what is published, and on nothing else', async () => {
    const { seatId } = await addPerson(owner, practiceId)
    const { editions } = await get(people.coordinator, `/api/people/${seatId}/editions`)
    expect(editions.map(({ id }: { id: string }) => id)).toContain('sublingual')
    const body = { id: randomUUID(), protocolId: 'sublingual', protocolVersion: '0' }
    const reply = await ask(people.coordinator, `/api/people/${seatId}/courses`, { body })
    expect(reply.json()).toMatchObject({ kind: 'malformed', fields: [{ fault: 'edition' }] })
  })
})

describe('the board', () => {
  const board = (as: Someone) => get(as, '/api/board')

  test('shows who comes this week to those who care for them, and to whoever plans', async () => {
    expect(names((await board(people.therapist)).coming)).toEqual(['Ana Prueba'])
    expect(names((await board(people.coordinator)).coming)).toEqual(['Ana Prueba'])
    const stranger = await addPerson(owner, practiceId, 'Uma')
    await addCourse(owner, practiceId, stranger.seatId)
    await owner.query(`update journey_session set planned_at = $1 where person_id = $2`, [
      new Date(now + day),
      stranger.seatId,
    ])
    expect(names((await board(people.coordinator)).coming)).toEqual(['Uma Prueba', 'Ana Prueba'])
    expect(names((await board(people.therapist)).coming)).toEqual(['Ana Prueba'])
  })

  test('someone in a month is not on it; someone in the room is, whatever was planned', async () => {
    await planFor(30)
    expect((await board(people.monitor)).coming).toEqual([])
    await owner.query(`update journey_session set phase = 'recovering' where id = $1`, [sessionId])
    expect(names((await board(people.monitor)).coming)).toEqual(['Ana Prueba'])
    await owner.query(`update journey_session set phase = 'planned' where id = $1`, [sessionId])
    await planFor(2)
  })

  test('opens with the client’s own words only where they were shared with this reader', async () => {
    const insight = { id: randomUUID(), words: 'The alarm is old' }
    await ask(people.client, `/api/courses/${courseId}/insights`, { body: insight })
    const opening = async (as: Someone) => (await board(as)).coming.at(-1).opensWith
    expect(await opening(people.therapist)).toBeNull()
    await ask(people.client, `/api/courses/${courseId}/insights/${insight.id}/sharing`, {
      body: { id: randomUUID(), audience: 'therapist' },
    })
    expect(await opening(people.therapist)).toBe('The alarm is old')
    expect(await opening(people.prescriber)).toBeNull()
    expect(await opening(people.coordinator)).toBeNull()
  })

  test('a review that is due is on it until the next one', async () => {
    const review = (nextReviewAt: number) =>
      ask(people.therapist, `/api/courses/${courseId}/reviews`, {
        body: {
          id: randomUUID(),
          decision: 'continue',
          reason: 'As agreed',
          nextReviewAt: new Date(nextReviewAt).toISOString(),
          endsAt: null,
          farewell: null,
        },
      })
    await review(now + 3 * day)
    expect(names((await board(people.therapist)).reviews)).toEqual(['Ana Prueba'])
    await review(now + 30 * day)
    expect((await board(people.therapist)).reviews).toEqual([])
  })
})

describe('the list of people', () => {
  const list = async (as: Someone) => (await get(as, '/api/people')).people

  test('a clinician has those they care for, with where they are; someone who left the team is gone', async () => {
    expect(await list(people.therapist)).toMatchObject([
      { name: 'Ana Prueba', place: 'preparing', journeys: 0 },
    ])
    const former = { member: people.therapist, personId: people.otherClient.seatId, until: new Date(now) }
    await assign(owner, former)
    expect(names(await list(people.therapist))).toEqual(['Ana Prueba'])
  })

  test('a coordinator has everyone here and no one elsewhere', async () => {
    const all = names(await list(people.coordinator))
    expect(all).toContain('Ben Prueba')
    const foreign = await list(people.foreigner)
    expect(foreign).toHaveLength(1)
    expect(JSON.stringify(foreign)).not.toContain(personId)
  })
})
