import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addMember, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { putEarlierDose } from '../app/testing/earlier.ts'
import { put, putting, stageSession } from '../app/testing/journey.ts'
import { addListings } from '../app/testing/listings.ts'
import { day, hour, isoOf, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner } = clinic

test('a button leads only where its reader may go: the desk sees the day, and opens neither Ready nor the room', async () => {
  const { sessionId } = await stageSession(clinic)
  await owner.query('update journey_session set planned_at = $2 where id = $1', [
    sessionId,
    isoOf((await careNowOf(clinic)) + hour),
  ])
  const shown = async (as: Someone) => {
    const { coming } = (await ask(as, '/api/board')).json()
    return coming.find((one: { sessionId: string }) => one.sessionId === sessionId)
  }
  const led = async (as: Someone) => {
    const answers = ['ready', 'room'].map(async (what) => ask(as, `/api/sessions/${sessionId}/${what}`))
    const [ready, room] = (await Promise.all(answers)).map(({ statusCode }) => statusCode === 200)
    return { ready, room }
  }
  for (const as of [people.coordinator, people.monitor]) expect((await shown(as)).can).toEqual(await led(as))
  expect((await shown(people.coordinator)).can).toEqual({ ready: false, room: false })
  expect((await shown(people.monitor)).can).toEqual({ ready: true, room: true })
})

describe('an emergency in the room', () => {
  const alarmsFor = async (as: Someone, sessionId: string) =>
    (await ask(as, '/api/board'))
      .json()
      .coming.find((one: { sessionId: string }) => one.sessionId === sessionId)?.alarms
  const inTheRoom = async (phase = 'under-way') => {
    const stage = await stageSession(clinic)
    const at = await careNowOf(clinic)
    await putting.dose(stage, at - hour)
    await owner.query('update journey_session set phase = $2 where id = $1', [stage.sessionId, phase])
    const by = { session_id: stage.sessionId, recorded_by: people.monitor.seatId }
    const measured = (ago: number, more: object) =>
      put(stage, 'vital_reading', { ...by, taken_at: isoOf(at - ago * minute), ...more })
    const pressed = (ago: number, code: string) =>
      put(stage, 'journey_event', { ...by, code, occurred_at: isoOf(at - ago * minute) })
    return { stage, at, measured, pressed }
  }

  test('is on the row of whoever may open the room, since when, until what was measured last is no emergency any more', async () => {
    const { stage, at, measured } = await inTheRoom()
    const { sessionId } = stage
    await measured(50, { systolic_mmhg: 150, diastolic_mmhg: 90 })
    expect(await alarmsFor(people.prescriber, sessionId)).toEqual([])
    await measured(12, { systolic_mmhg: 188, diastolic_mmhg: 110 })
    const alarm = {
      why: 'limit',
      limit: 'highSystolic',
      value: 188,
      at: 180,
      since: at - 12 * minute,
      seen: null,
    }
    expect(await alarmsFor(people.prescriber, sessionId)).toEqual([alarm])
    await measured(8, { systolic_mmhg: 190, diastolic_mmhg: 112 })
    // It stands since it began, not since it was last measured.
    for (const as of [people.prescriber, people.therapist, people.monitor])
      expect(await alarmsFor(as, sessionId)).toEqual([{ ...alarm, value: 190 }])
    expect(await alarmsFor(people.coordinator, sessionId)).toEqual([])
    const stranger = await addMember(owner, clinic.practiceId, ['therapist'])
    expect(await alarmsFor(stranger, sessionId)).toBeUndefined()
    await measured(2, { systolic_mmhg: 150, diastolic_mmhg: 90 })
    expect(await alarmsFor(people.prescriber, sessionId)).toEqual([])
  })

  test('breath, oxygen and no answer stand there as well, with who pressed "seen" since they began', async () => {
    const { stage, at, measured, pressed } = await inTheRoom()
    await pressed(20, 'alarm-seen')
    await measured(6, { spo2_percent: 85, respirations_per_min: 6, sedation_moaas: 0 })
    const limits = async () =>
      (await alarmsFor(people.prescriber, stage.sessionId)).map(
        ({ limit, value, seen }: { limit: string; value: number; seen: unknown }) => [limit, value, seen],
      )
    const named = (seen: unknown) => [
      ['lowSpo2', 85, seen],
      ['lowRespirations', 6, seen],
      ['lowSedation', 0, seen],
    ]
    expect(await limits()).toEqual(named(null))
    await pressed(4, 'alarm-seen')
    const { rows } = await owner.query('select name from member where id = $1', [people.monitor.seatId])
    expect(await limits()).toEqual(named({ byName: rows[0].name, at: at - 4 * minute }))
    // What does not stand any more stays to be read, and is no alarm.
    await measured(2, { spo2_percent: 97 })
    const row = async (as: Someone) =>
      (await ask(as, '/api/board'))
        .json()
        .coming.find(({ sessionId }: { sessionId: string }) => sessionId === stage.sessionId)
    const { alarms, alarmsBefore } = await row(people.prescriber)
    expect(alarms.map(({ limit }: { limit: string }) => limit)).toEqual(['lowRespirations', 'lowSedation'])
    expect(alarmsBefore).toEqual([{ limit: 'lowSpo2', value: 85, at: 90, since: at - 6 * minute }])
    expect((await row(people.coordinator)).alarmsBefore).toEqual([])
  })

  test('a reading taken back raises none, nor one before the room is live', async () => {
    const { stage, measured } = await inTheRoom()
    const wrong = { systolic_mmhg: 195, diastolic_mmhg: 100 }
    const id = await measured(5, wrong)
    await measured(5, { ...wrong, corrects: id, struck: true, wrong: 'did-not-happen' })
    expect(await alarmsFor(people.prescriber, stage.sessionId)).toEqual([])
    const planned = await inTheRoom('planned')
    await owner.query('update journey_session set planned_at = $2 where id = $1', [
      planned.stage.sessionId,
      isoOf(planned.at + hour),
    ])
    await planned.measured(5, wrong)
    expect(await alarmsFor(people.prescriber, planned.stage.sessionId)).toEqual([])
  })

  test('"not answering" and a symptom that was pressed stand there too; the stop signal is the room’s own', async () => {
    const { stage, at, pressed } = await inTheRoom('recovering')
    await pressed(6, 'stop-word')
    await pressed(4, 'symptom')
    await pressed(3, 'not-answering')
    expect(await alarmsFor(people.prescriber, stage.sessionId)).toEqual([
      { why: 'not-answering', since: at - 3 * minute, seen: null },
      { why: 'symptom', since: at - 4 * minute, seen: null },
    ])
  })
})

describe('who was here and is gone', () => {
  const goneOf = async (as: Someone, sessionId: string) => {
    const { gone } = (await ask(as, '/api/board')).json()
    return gone.find((one: { sessionId: string }) => one.sessionId === sessionId)
  }
  async function left(way: string, ago = hour) {
    const stage = await stageSession(clinic)
    const { courseId, sessionId } = stage
    const at = (await careNowOf(clinic)) - ago
    const row = { course_id: courseId, session_id: sessionId, way, left_at: isoOf(at) }
    const id = await put(stage, 'departure', { ...row, recorded_by: people.monitor.seatId })
    return { stage, row, id }
  }

  test.each(['hospital', 'left', 'against-advice'])('%s is said, to the desk too', async (way) => {
    const { stage } = await left(way)
    for (const as of [people.coordinator, people.therapist])
      expect(await goneOf(as, stage.sessionId)).toMatchObject({ personId: stage.personId, how: way })
  })

  test('not to a therapist who does not care for them, nor a day later', async () => {
    const { stage } = await left('against-advice')
    const stranger = await addMember(owner, clinic.practiceId, ['therapist'])
    expect(await goneOf(stranger, stage.sessionId)).toBeUndefined()
    const { stage: earlier } = await left('against-advice', day + hour)
    expect(await goneOf(people.coordinator, earlier.sessionId)).toBeUndefined()
  })

  test('what was written down in error did not happen', async () => {
    const { stage, row, id } = await left('left')
    await put(stage, 'departure', { ...row, corrects: id, struck: true, recorded_by: people.monitor.seatId })
    expect(await goneOf(people.coordinator, stage.sessionId)).toBeUndefined()
  })

  test('a correction stands in the place of what was written first', async () => {
    const { stage, row, id } = await left('left')
    const earlier = isoOf((await careNowOf(clinic)) - 2 * hour)
    const right = { ...row, way: 'hospital', left_at: earlier, corrects: id }
    await put(stage, 'departure', { ...right, recorded_by: people.monitor.seatId })
    expect(await goneOf(people.coordinator, stage.sessionId)).toMatchObject({ how: 'hospital' })
  })

  test('a discharge is going home', async () => {
    const { stage, row } = await left('left', 3 * hour)
    await put(stage, 'discharge', {
      course_id: row.course_id,
      session_id: row.session_id,
      criteria: '[]',
      discharged_by: people.monitor.seatId,
      discharged_at: isoOf((await careNowOf(clinic)) - hour),
    })
    expect(await goneOf(people.coordinator, stage.sessionId)).toMatchObject({ how: 'home' })
  })
})

test('who wrote stands on the day of whoever answers, until somebody has answered; and on nobody else’s', async () => {
  const [listingId] = await addListings(owner, clinic.practiceId)
  const enquiriesOf = async (as: Someone) => (await ask(as, '/api/board')).json().enquiries
  expect(await enquiriesOf(people.coordinator)).toEqual({ waiting: 0, oldestAt: null })
  const ids = [randomUUID(), randomUUID()]
  const since = (await careNowOf(clinic)) - 2 * day
  for (const [place, id] of ids.entries())
    await owner.query(
      `insert into enquiry (practice_id, id, listing_id, called, reach_by, contact, message, language, sent_at)
       values ($1, $2, $3, 'Alex', 'call', '213 555 0100', 'any', 'en', $4)`,
      [clinic.practiceId, id, listingId, isoOf(since + place * hour)],
    )
  expect(await enquiriesOf(people.coordinator)).toEqual({ waiting: 2, oldestAt: since })
  expect(await enquiriesOf(people.therapist)).toBeNull()
  expect(await enquiriesOf(people.foreigner)).toEqual({ waiting: 0, oldestAt: null })
  const answer = (id: string) =>
    ask(people.coordinator, `/api/enquiries/${id}/events`, { body: { id: randomUUID(), kind: 'answered' } })
  await answer(ids[0]!)
  expect(await enquiriesOf(people.coordinator)).toEqual({ waiting: 1, oldestAt: since + hour })
  await answer(ids[1]!)
  expect(await enquiriesOf(people.coordinator)).toEqual({ waiting: 0, oldestAt: null })
})

describe('when benefit and harm are to be weighed', () => {
  const owedTo = async (as: Someone, courseId: string) => {
    const { reviews } = (await ask(as, '/api/board')).json()
    return reviews.find((one: { courseId: string }) => one.courseId === courseId)
  }
  const review = (courseId: string, nextReviewAt: string | null = null) =>
    ask(people.therapist, `/api/courses/${courseId}/reviews`, {
      body: {
        id: randomUUID(),
        decision: 'continue',
        reason: 'It helps, and nothing speaks against it.',
        nextReviewAt,
        endsAt: null,
        farewell: null,
      },
    })

  test('nothing after one journey, the protocol’s own word after two, nothing once it is done; then the day that was named', async () => {
    const stage = await stageSession(clinic)
    const { courseId } = stage
    const at = await careNowOf(clinic)
    await putEarlierDose(stage, at - 9 * day)
    expect(await owedTo(people.therapist, courseId)).toBeUndefined()
    // A second dose in one session is one journey.
    await putting.dose(stage, at - 2 * hour)
    await putting.dose(stage, at - hour)
    expect(await owedTo(people.therapist, courseId)).toMatchObject({
      personId: stage.personId,
      dueAt: at - 2 * hour,
      owed: { because: 'journeys', count: 2 },
    })
    expect((await review(courseId)).statusCode).toBe(200)
    expect(await owedTo(people.therapist, courseId)).toBeUndefined()
    expect((await review(courseId, isoOf(at + 2 * day))).statusCode).toBe(200)
    expect(await owedTo(people.therapist, courseId)).toMatchObject({ dueAt: at + 2 * day, owed: null })
  })

  test('the chart says the same, to whoever may look back on the course', async () => {
    const stage = await stageSession(clinic)
    const { courseId, personId } = stage
    const at = await careNowOf(clinic)
    const due = async (as: Someone) => (await ask(as, `/api/people/${personId}/chart`)).json().reviewDue
    await putEarlierDose(stage, at - 9 * day)
    expect(await due(people.therapist)).toBeNull()
    await putting.dose(stage, at - hour)
    expect(await due(people.therapist)).toEqual({ dueAt: at - hour, owed: { because: 'journeys', count: 2 } })
    expect(await due(people.coordinator)).toBeNull()
    expect((await review(courseId)).statusCode).toBe(200)
    expect(await due(people.therapist)).toBeNull()
    expect((await review(courseId, isoOf(at + 2 * day))).statusCode).toBe(200)
    expect(await due(people.therapist)).toEqual({ dueAt: at + 2 * day, owed: null })
  })

  test('a dose that was struck out is no journey, and a stranger is told of none', async () => {
    const stage = await stageSession(clinic)
    const at = await careNowOf(clinic)
    await putEarlierDose(stage, at - 9 * day)
    const id = await putting.dose(stage, at - hour)
    const stranger = await addMember(owner, clinic.practiceId, ['therapist'])
    expect(await owedTo(people.therapist, stage.courseId)).toMatchObject({ owed: { count: 2 } })
    expect(await owedTo(stranger, stage.courseId)).toBeUndefined()
    await putting.dose(stage, at - hour, { corrects: id, struck: true })
    expect(await owedTo(people.therapist, stage.courseId)).toBeUndefined()
  })

  test('a journey that was brought in counts like one that took place here', async () => {
    const stage = await stageSession(clinic)
    const at = await careNowOf(clinic)
    await putting.dose(stage, at - 30 * day)
    await put(stage, 'journey_brought', {
      course_id: stage.courseId,
      given_on: '2020',
      earliest_at: isoOf(at - 40 * day),
      latest_at: isoOf(at - 40 * day),
      source: 'client',
      brought_by: people.therapist.seatId,
      brought_at: isoOf(at - 8 * day),
    })
    expect(await owedTo(people.therapist, stage.courseId)).toMatchObject({
      dueAt: at - 30 * day,
      owed: { because: 'journeys', count: 2 },
    })
    expect((await review(stage.courseId)).statusCode).toBe(200)
    expect(await owedTo(people.therapist, stage.courseId)).toBeUndefined()
  })
})
