import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { put, putting, stageSession, type Stage } from '../app/testing/journey.ts'
import { day, hour, isoOf, type Instant } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, practiceId, people, ask } = clinic

interface Journey {
  readonly id: string
  plannedAt: Instant
  /** Called off, or left before any dose. */
  isOff: boolean
  dosedAt: Instant | null
  doseId: string | null
}

/** The same in plain words: those that took place by when, then those still to come by their day; the others where they would stand. */
function numbersOf(journeys: readonly Journey[]): Map<string, number> {
  const at = ({ dosedAt, plannedAt }: Journey) => dosedAt ?? plannedAt
  const byMoment = (one: Journey, other: Journey) => at(one) - at(other) || (one.id < other.id ? -1 : 1)
  const lived = journeys.filter(({ dosedAt }) => dosedAt !== null).toSorted(byMoment)
  const ahead = journeys.filter(({ dosedAt, isOff }) => dosedAt === null && !isOff).toSorted(byMoment)
  const counting = [...lived, ...ahead]
  const wouldBe = (one: Journey) => 1 + counting.filter((other) => at(other) < one.plannedAt).length
  return new Map([
    ...counting.map(({ id }, place): [string, number] => [id, place + 1]),
    ...journeys
      .filter((one) => !counting.includes(one))
      .map((one): [string, number] => [one.id, wouldBe(one)]),
  ])
}

const stored = async (courseId: string) =>
  new Map(
    (await owner.query('select id, number from journey_session where course_id = $1', [courseId])).rows.map(
      ({ id, number }): [string, number] => [id, number],
    ),
  )
const sorted = (numbers: Map<string, number>) =>
  [...numbers].toSorted(([one], [other]) => (one < other ? -1 : 1))

interface Course {
  readonly stage: Stage
  readonly journeys: Journey[]
}
type Doing = (course: Course, which: number, days: number) => Promise<void>

const doings: Readonly<Record<string, Doing>> = {
  async plan({ stage, journeys }, _, days) {
    const plannedAt = start + days * day
    const row = { course_id: stage.courseId, planned_at: isoOf(plannedAt), number: journeys.length + 1 }
    const id = await put(stage, 'journey_session', row)
    journeys.push({ id, plannedAt, isOff: false, dosedAt: null, doseId: null })
  },
  async move({ journeys }, which, days) {
    const one = ahead(journeys)[which % ahead(journeys).length]
    if (!one) return
    one.plannedAt = start + days * day
    await owner.query('update journey_session set planned_at = $2 where id = $1', [
      one.id,
      isoOf(one.plannedAt),
    ])
  },
  async callOff({ journeys }, which) {
    const one = ahead(journeys)[which % ahead(journeys).length]
    if (!one) return
    one.isOff = true
    await owner.query(`update journey_session set phase = 'cancelled' where id = $1`, [one.id])
  },
  async leave({ stage, journeys }, which, days) {
    const one = ahead(journeys)[which % ahead(journeys).length]
    if (!one) return
    one.isOff = true
    const row = { course_id: stage.courseId, session_id: one.id, way: 'left' }
    await put(stage, 'departure', {
      ...row,
      left_at: isoOf(start + days * day),
      recorded_by: people.monitor.seatId,
    })
  },
  async dose({ stage, journeys }, which, days) {
    const one = ahead(journeys)[which % ahead(journeys).length]
    if (!one) return
    one.dosedAt = start - Math.abs(days) * day - hour
    one.doseId = await putting.dose(stage, one.dosedAt, { session_id: one.id })
  },
  async strike({ stage, journeys }, which) {
    const lived = journeys.filter(({ doseId }) => doseId !== null)
    const one = lived[which % lived.length]
    if (!one) return
    await putting.dose(stage, one.dosedAt!, { session_id: one.id, corrects: one.doseId, struck: true })
    Object.assign(one, { dosedAt: null, doseId: null })
  },
}

const ahead = (journeys: readonly Journey[]) =>
  journeys.filter(({ dosedAt, isOff }) => dosedAt === null && !isOff)

const start = await careNowOf(clinic)

test('in whatever order they are planned, moved, called off, left, given and struck, both count alike', async () => {
  const steps = fc.array(
    fc.tuple(fc.constantFrom(...Object.keys(doings)), fc.nat(9), fc.integer({ min: -40, max: 60 })),
    { minLength: 6, maxLength: 18 },
  )
  const walk = fc.asyncProperty(steps, async (told) => {
    const stage = await stageSession(clinic)
    await owner.query('update journey_session set planned_at = $2 where id = $1', [
      stage.sessionId,
      isoOf(start + day),
    ])
    const journeys: Journey[] = [
      { id: stage.sessionId, plannedAt: start + day, isOff: false, dosedAt: null, doseId: null },
    ]
    for (const [what, which, days] of told) {
      await doings[what]!({ stage, journeys }, which, days)
      expect(sorted(await stored(stage.courseId))).toEqual(sorted(numbersOf(journeys)))
    }
  })
  await fc.assert(walk, { numRuns: 40 })
})

describe('a journey that was called off', () => {
  const plan = (courseId: string, at: Instant) =>
    ask(people.coordinator, `/api/courses/${courseId}/sessions`, {
      body: { id: randomUUID(), plannedAt: isoOf(at), room: null, despite: 'It has to be so.' },
    })
  const callOff = (sessionId: string) =>
    ask(people.coordinator, `/api/sessions/${sessionId}/cancel`, {
      body: { id: randomUUID(), reason: 'A fever.' },
    })
  const readyOf = async (sessionId: string) =>
    (await ask(people.monitor, `/api/sessions/${sessionId}/ready`)).json()
  const interval = async (sessionId: string) =>
    (await readyOf(sessionId)).gates.find(({ id }: { id: string }) => id === 'interval')

  test('gives its number to the next one, on every page alike', async () => {
    const { courseId, sessionId, personId } = await stageSession(clinic)
    const at = await careNowOf(clinic)
    await owner.query('update journey_session set planned_at = $2 where id = $1', [
      sessionId,
      isoOf(at + day),
    ])
    const second = (await plan(courseId, at + 3 * day)).json()
    expect(second.number).toBe(2)
    expect((await callOff(sessionId)).statusCode).toBe(200)
    expect((await readyOf(second.id)).number).toBe(1)
    const chart = (await ask(people.therapist, `/api/people/${personId}/chart`)).json()
    expect(
      chart.course.sessions.map(({ id, number }: { id: string; number: number }) => [id, number]),
    ).toEqual(expect.arrayContaining([[second.id, 1]]))
    expect(chart.thread.doses).toMatchObject([{ id: second.id, number: 1 }])
    const { coming } = (await ask(people.coordinator, '/api/board')).json()
    expect(coming.find((one: { sessionId: string }) => one.sessionId === second.id).number).toBe(1)
  })

  test('one that is planned before another takes its number at once', async () => {
    const { courseId, sessionId } = await stageSession(clinic)
    const at = await careNowOf(clinic)
    await owner.query('update journey_session set planned_at = $2 where id = $1', [
      sessionId,
      isoOf(at + 9 * day),
    ])
    const sooner = (await plan(courseId, at + 2 * day)).json()
    expect([sooner.number, (await readyOf(sessionId)).number]).toEqual([1, 2])
  })

  test('is no interval: before the first dose nothing is said to be long enough ago', async () => {
    const stage = await stageSession(clinic)
    const { courseId, sessionId, personId } = stage
    const at = await careNowOf(clinic)
    await owner.query('update journey_session set planned_at = $2 where id = $1', [
      sessionId,
      isoOf(at + day),
    ])
    await callOff(sessionId)
    const next = (await plan(courseId, at + 3 * day)).json()
    expect(await interval(next.id)).toMatchObject({ state: 'met', because: { code: 'interval-first' } })
    const lived = async () =>
      (await ask(people.coordinator, '/api/people'))
        .json()
        .people.find((one: { personId: string }) => one.personId === personId)
    expect(await lived()).toMatchObject({ place: 'preparing', journeys: 0 })
    await putting.dose({ ...stage, sessionId: next.id }, at - hour)
    const third = (await plan(courseId, at + 4 * day)).json()
    expect(third.number).toBe(2)
    expect(await interval(third.id)).toMatchObject({ because: { code: 'interval-too-short' } })
    expect(await lived()).toMatchObject({ place: 'journeying', journeys: 1 })
  })

  test('left before any dose, they have not been on a journey', async () => {
    const stage = await stageSession(clinic)
    const { courseId, sessionId, personId } = stage
    const at = await careNowOf(clinic)
    const row = { course_id: courseId, session_id: sessionId, way: 'left', left_at: isoOf(at - hour) }
    await put(stage, 'departure', { ...row, recorded_by: people.monitor.seatId })
    const { people: listed } = (await ask(people.coordinator, '/api/people')).json()
    expect(listed.find((one: { personId: string }) => one.personId === personId).journeys).toBe(0)
    expect((await plan(courseId, at + 3 * day)).json().number).toBe(1)
  })
})

test('nobody but the database gives a number', async () => {
  const { sessionId } = await stageSession(clinic)
  await owner.query('begin')
  await owner.query(
    `set local role throughline_app; select set_config('app.practice_id', '${practiceId}', true);`,
  )
  const giving = owner.query('update journey_session set number = 9 where id = $1', [sessionId])
  await expect(giving).rejects.toThrow('permission denied')
  await owner.query('rollback')
})
