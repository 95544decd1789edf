import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addCourse, type Someone } from '../app/testing/arrange.ts'
import { openClinic, outcomesOf } from '../app/testing/clinic.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic
const personId = people.client.seatId
const { sessionId } = await addCourse(owner, practiceId, personId)
const other = await addCourse(owner, practiceId, people.otherClient.seatId)

const { rows: clock } = await owner.query('select now() as now')
const moment = (minutesAgo: number) => new Date(clock[0].now.getTime() - minutesAgo * 60_000).toISOString()

const reading = (more: object = {}) => ({
  id: randomUUID(),
  systolicMmHg: 138,
  diastolicMmHg: 84,
  heartRateBpm: null,
  spo2Percent: null,
  respirationsPerMin: null,
  sedationMoaas: null,
  takenAt: moment(1),
  ...more,
})
const record = (
  as: Someone,
  body: object,
  more: { intentKey?: string; session?: string; what?: string } = {},
) => {
  const { session = sessionId, what = 'vitals', intentKey } = more
  return ask(as, `/api/sessions/${session}/${what}`, { body, ...(intentKey && { intentKey }) })
}
const room = async (as: Someone) => (await ask(as, `/api/sessions/${sessionId}/room`)).json()

test('a monitor’s reading is in the room, with the unmeasured left open', async () => {
  const body = reading()
  expect((await record(people.monitor, body)).json()).toEqual({ id: body.id, doubt: null })
  expect((await room(people.therapist)).readings).toContainEqual(
    expect.objectContaining({ id: body.id, systolicMmHg: 138, spo2Percent: null }),
  )
})

test('half a blood pressure is sent back with the field named', async () => {
  const reply = await record(people.monitor, reading({ diastolicMmHg: null }))
  expect([reply.statusCode, reply.json().fields[0].path]).toEqual([422, 'diastolicMmHg'])
})

test('a pressure the wrong way round is sent back with the field named, and an old one can be taken back', async () => {
  const swapped = { systolicMmHg: 118, diastolicMmHg: 196 }
  const reply = await record(people.monitor, reading(swapped))
  expect([reply.statusCode, reply.json().fields[0].path]).toEqual([422, 'diastolicMmHg'])
  const slip = reading()
  await record(people.monitor, slip)
  const back = { ...swapped, corrects: slip.id, struck: true, wrong: 'did-not-happen' }
  expect((await record(people.monitor, reading(back))).statusCode).toBe(200)
})

test('sent ten times at once, a reading is there once', async () => {
  const [body, intentKey] = [reading(), randomUUID()]
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => record(people.monitor, body, { intentKey })),
  )
  expect(new Set(replies.map((reply) => reply.body)).size).toBe(1)
  expect((await outcomesOf(clinic, intentKey)).filter((outcome) => outcome === 'done')).toHaveLength(1)
  const { rowCount } = await owner.query('select from vital_reading where id = $1', [body.id])
  expect(rowCount).toBe(1)
})

test('a correction stands in for what it points at, both are kept, and it is corrected once', async () => {
  const slip = reading({ systolicMmHg: 238 })
  await record(people.monitor, slip)
  const mended = reading({ corrects: slip.id })
  expect((await record(people.monitor, mended)).statusCode).toBe(200)
  expect((await record(people.monitor, reading({ corrects: slip.id }))).json().kind).toBe('id-taken')
  const { rowCount } = await owner.query('select from vital_reading where id in ($1, $2)', [
    slip.id,
    mended.id,
  ])
  expect(rowCount).toBe(2)
})

test('what is not there, or is another’s, cannot be corrected', async () => {
  expect((await record(people.monitor, reading({ corrects: randomUUID() }))).json().kind).toBe(
    'nothing-to-correct',
  )
  expect((await record(people.monitor, reading({ struck: true }))).json().kind).toBe('malformed')
})

test('a device’s clock that is ahead, or an entry made long after, is kept and marked', async () => {
  expect((await record(people.monitor, reading({ takenAt: moment(-30) }))).json().doubt).toBe('ahead')
  expect((await record(people.monitor, reading({ takenAt: moment(60 * 24) }))).json().doubt).toBe('late')
})

test('in a closed session the truth is still taken down', async () => {
  await owner.query(`update journey_session set phase = 'closed' where id = $1`, [sessionId])
  expect((await record(people.monitor, reading())).statusCode).toBe(200)
  await owner.query(`update journey_session set phase = 'planned' where id = $1`, [sessionId])
})

test('a tap and a distress rating are in the room; a tap that was a slip is struck', async () => {
  const tap = { id: randomUUID(), code: 'felt-safe', occurredAt: moment(5) }
  const rating = { id: randomUUID(), rating: 7, ratedAt: moment(2) }
  expect((await record(people.therapist, tap, { what: 'events' })).statusCode).toBe(200)
  expect((await record(people.therapist, rating, { what: 'distress' })).statusCode).toBe(200)
  const undo = { ...tap, id: randomUUID(), corrects: tap.id, struck: true }
  expect((await record(people.therapist, undo, { what: 'events' })).statusCode).toBe(200)
  const shown = await room(people.monitor)
  expect(shown.events.map(({ id, struck }: { id: string; struck: boolean }) => [id, struck])).toEqual([
    [tap.id, false],
    [undo.id, true],
  ])
  expect(shown.distress).toHaveLength(1)
})

test('a client sees and writes none of it; a stranger neither', async () => {
  expect((await record(people.client, reading())).statusCode).toBe(403)
  expect((await ask(people.client, `/api/sessions/${sessionId}/room`)).statusCode).toBe(403)
  expect((await record(people.foreigner, reading())).statusCode).toBe(404)
  expect((await record(people.monitor, reading(), { session: other.sessionId })).statusCode).toBe(403)
})

test('the newest two hundred of a person come in one answer, newest first, from one index', async () => {
  await owner.query(
    `insert into vital_reading (practice_id, person_id, id, session_id, taken_at, recorded_by, systolic_mmhg, diastolic_mmhg)
     select $1, $2, uuidv7(), $3, now(), $4, 120, 80 from generate_series(1, 250)`,
    [practiceId, personId, sessionId, people.monitor.seatId],
  )
  const { readings } = (await ask(people.monitor, `/api/people/${personId}/vitals`)).json()
  expect(readings).toHaveLength(200)
  const ids = readings.map(({ id }: { id: string }) => id)
  expect(ids).toEqual(ids.toSorted().toReversed())
})

test('what the room shows can be corrected and taken back as it was shown, with its moment as the room tells it', async () => {
  const [slip, tap] = [
    reading({ systolicMmHg: 181 }),
    { id: randomUUID(), code: 'nausea', occurredAt: moment(2) },
  ]
  await record(people.monitor, slip)
  await record(people.monitor, tap, { what: 'events' })
  const shown = await room(people.monitor)
  const { takenAt } = shown.readings.find(({ id }: { id: string }) => id === slip.id)
  const { occurredAt } = shown.events.find(({ id }: { id: string }) => id === tap.id)
  const mended = await record(people.monitor, reading({ corrects: slip.id, takenAt }))
  const undone = { ...tap, id: randomUUID(), corrects: tap.id, struck: true, occurredAt }
  expect([mended.statusCode, (await record(people.monitor, undone, { what: 'events' })).statusCode]).toEqual([
    200, 200,
  ])
})

test('an entry of long ago is corrected, and the room tells by whom, what was wrong and what stood there', async () => {
  const [slip, later] = [
    reading({ systolicMmHg: 218, takenAt: moment(40) }),
    reading({ takenAt: moment(20) }),
  ]
  await record(people.therapist, slip)
  await record(people.therapist, later)
  const mended = reading({ corrects: slip.id, takenAt: slip.takenAt, wrong: 'mistyped' })
  expect((await record(people.monitor, mended)).statusCode).toBe(200)
  const { readings, me } = await room(people.monitor)
  expect(me).toEqual({ seatId: people.monitor.seatId, name: 'Member monitor' })
  const told = (id: string) => readings.find((one: { id: string }) => one.id === id)
  expect(told(slip.id)).toMatchObject({ systolicMmHg: 218, byName: 'Member therapist', wrong: null })
  expect(told(mended.id)).toMatchObject({
    corrects: slip.id,
    byId: people.monitor.seatId,
    byName: 'Member monitor',
    wrong: 'mistyped',
  })
})

test('what was wrong is said of a correction and of nothing else', async () => {
  expect((await record(people.monitor, reading({ wrong: 'mistyped' }))).json().kind).toBe('malformed')
  const rating = { id: randomUUID(), rating: 3, ratedAt: moment(30) }
  await record(people.therapist, rating, { what: 'distress' })
  const struck = { ...rating, id: randomUUID(), corrects: rating.id, struck: true, wrong: 'other-person' }
  expect((await record(people.monitor, struck, { what: 'distress' })).statusCode).toBe(200)
})

test('a reading that was due and not taken keeps its reason, whoever wrote it and for good', async () => {
  const told = { id: randomUUID(), dueKey: 'planned 20', reason: 'Asleep and breathing well; not woken' }
  expect((await record(people.therapist, told, { what: 'not-taken' })).statusCode).toBe(200)
  expect((await room(people.monitor)).notTaken).toEqual([{ ...told, byName: 'Member therapist' }])
  const vague = { ...told, id: randomUUID(), dueKey: 'sometime' }
  expect((await record(people.monitor, vague, { what: 'not-taken' })).statusCode).toBe(422)
})

describe('whom an alarm calls', () => {
  const note = (state: string) =>
    owner.query(
      `insert into presence (practice_id, id, person_id, session_id, member_id, state, noted_by, noted_at)
       values ($1, $2, $3, $4, $5, $6, $5, care_now($1))`,
      [practiceId, randomUUID(), personId, sessionId, people.prescriber.seatId, state],
    )
  const called = async () => (await room(people.monitor)).call

  test('is the prescriber of this care, of whom nothing is noted, and the number the practice has set', async () => {
    const { prescribers, phone } = await called()
    expect(phone).toBe('+1 555 010 0100')
    expect(prescribers).toEqual([
      { memberId: people.prescriber.seatId, name: 'Member prescriber', state: null },
    ])
  })

  test('is told as noted today; one who is away is not called, and a number that is not set is not made up', async () => {
    await note('reachable')
    expect((await called()).prescribers).toMatchObject([{ state: 'reachable' }])
    await note('away')
    expect((await called()).prescribers).toEqual([])
    await owner.query('update practice set phone = null where id = $1', [practiceId])
    expect((await called()).phone).toBeNull()
    await owner.query(`update practice set phone = '+1 555 010 0100' where id = $1`, [practiceId])
  })
})
