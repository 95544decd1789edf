import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
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
