import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { addCourse, addLogin, addMember, assign, machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { hour, isoOf, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
const { people, ask, owner, clock, practiceId } = clinic
await clinic.app.listen({ port: 0, host: '127.0.0.1' })
const personId = people.client.seatId
const { courseId, sessionId } = await addCourse(owner, practiceId, personId)
const other = await addCourse(owner, practiceId, people.otherClient.seatId)
await assign(owner, { member: people.monitor, personId: people.otherClient.seatId })
const streams = new Set<AbortController>()
afterAll(async () => {
  for (const stream of streams) stream.abort()
  await clinic.close()
})

const phase = (now: string, session = sessionId) =>
  owner.query('update journey_session set phase = $1 where id = $2', [now, session])

/** A monitor who has just signed in, before a session under way. */
async function atTheTablet(): Promise<Someone> {
  const token = await addLogin(owner, people.monitor.accountId, 2)
  await owner.query('update login set started_at = $1, seen_at = $1, ends_at = $2 where ended_at is null', [
    new Date(clock.machineNow),
    new Date(clock.machineNow + 12 * hour),
  ])
  return { ...people.monitor, token }
}

const loginOf = async ({ token }: Someone): Promise<string> => {
  const { rows } = await owner.query(
    `select id from login where token_hash = sha256(convert_to($1, 'UTF8'))`,
    [token],
  )
  return rows[0].id
}

const heldAt = async ({ token }: Someone): Promise<number | undefined> => {
  const { rows } = await owner.query(
    `select held_at from room_hold h join login l on l.id = h.login_id where l.token_hash = sha256(convert_to($1, 'UTF8'))`,
    [token],
  )
  return rows[0]?.held_at.getTime()
}

/** As the room's page does; answers once the server has said that it holds, or has refused. */
async function followRoom(as: Someone, session = sessionId): Promise<number> {
  const stream = new AbortController()
  streams.add(stream)
  const reply = await fetch(`${clinic.address()}/api/live/rooms/${session}?seat=${as.seatId}`, {
    signal: stream.signal,
    headers: { cookie: `__Host-throughline=${as.token}`, accept: 'text/event-stream' },
  })
  return reply.status
}

async function held(as: Someone): Promise<void> {
  expect(await followRoom(as)).toBe(200)
  await vi.waitUntil(async () => (await heldAt(as)) === clock.machineNow, { timeout: 30_000 })
}

const reading = (as: Someone, session = sessionId) =>
  ask(as, `/api/sessions/${session}/vitals`, {
    body: { id: randomUUID(), systolicMmHg: 128, diastolicMmHg: 80, takenAt: isoOf(machineStart) },
  })
const statusOf = async (reply: ReturnType<typeof ask>) => (await reply).statusCode

beforeEach(async () => {
  clock.machineNow += minute
  await phase('under-way')
  await phase('planned', other.sessionId)
})

test('a room that nobody touches for twenty minutes still takes a reading', async () => {
  const tablet = await atTheTablet()
  await held(tablet)
  clock.machineNow += 20 * minute
  expect(await statusOf(reading(tablet))).toBe(200)
  expect(await statusOf(ask(tablet, `/api/sessions/${sessionId}/room`))).toBe(200)
  expect(await statusOf(ask(tablet, `/api/courses/${courseId}/preparation`))).toBe(200)
  expect(await statusOf(ask(tablet, '/api/here'))).toBe(200)
})

test('without its page open, or with no session under way, nothing is held', async () => {
  const left = await atTheTablet()
  clock.machineNow += 20 * minute
  expect(await statusOf(reading(left))).toBe(401)
  for (const other of ['planned', 'closed', 'cancelled']) {
    const tablet = await atTheTablet()
    await phase(other)
    expect(await followRoom(tablet)).toBe(200)
    await new Promise((later) => setTimeout(later, 150))
    expect(await heldAt(tablet)).toBeUndefined()
  }
})

test('what is not of this room is as idle as ever: the chart, another session, one’s own sign-in, a signature', async () => {
  const tablet = await atTheTablet()
  await held(tablet)
  clock.machineNow += 20 * minute
  const documentHash = 'ab'.repeat(32)
  const elsewhere = [
    ask(tablet, `/api/people/${personId}`),
    ask(tablet, `/api/people/${personId}/chart`),
    ask(tablet, `/api/sessions/${sessionId}/ready`),
    ask(tablet, `/api/sessions/${sessionId}/closing`),
    ask(tablet, `/api/people/${personId}/thread`),
    ask(tablet, `/api/sessions/${other.sessionId}/room`),
    reading(tablet, other.sessionId),
    ask(tablet, '/api/board'),
    ask(tablet, '/api/account'),
    ask(tablet, '/api/account/logins'),
    ask(tablet, '/api/account/here'),
    ask(tablet, '/api/account/confirm', { body: { documentHash, proof: { password: 'x' } } }),
  ]
  const kinds = (await Promise.all(elsewhere)).map((reply) => `${reply.statusCode} ${reply.json().kind}`)
  expect(kinds).toEqual(elsewhere.map(() => '401 not-signed-in'))
})

test('no touch in the room wakes the rest of an idle sign-in', async () => {
  const tablet = await atTheTablet()
  await held(tablet)
  clock.machineNow += 20 * minute
  for (let turn = 0; turn < 3; turn += 1) expect(await statusOf(reading(tablet))).toBe(200)
  expect(await statusOf(ask(tablet, '/api/account'))).toBe(401)
})

test('it ends with the session', async () => {
  const tablet = await atTheTablet()
  await held(tablet)
  clock.machineNow += 20 * minute
  await phase('recovering')
  expect(await statusOf(reading(tablet))).toBe(200)
  await phase('closed')
  expect(await statusOf(reading(tablet))).toBe(401)
})

test('it ends an hour after the room was last heard of', async () => {
  const tablet = await atTheTablet()
  await held(tablet)
  clock.machineNow += 59 * minute
  expect(await statusOf(reading(tablet))).toBe(200)
  clock.machineNow += minute
  expect(await statusOf(reading(tablet))).toBe(401)
})

test('it ends six hours after the last touch, or when the practice says', async () => {
  const tablet = await atTheTablet()
  for (let hours = 0; hours < 11; hours += 1) {
    await held(tablet)
    clock.machineNow += 30 * minute
  }
  expect(await statusOf(reading(tablet))).toBe(200)
  await owner.query('insert into room_stay (practice_id, id, minutes) values ($1, $2, 300)', [
    practiceId,
    randomUUID(),
  ])
  expect(await statusOf(reading(tablet))).toBe(401)
  await owner.query(
    "insert into room_stay (practice_id, id, minutes, recorded_at) values ($1, $2, 360, now() + interval '1 second')",
    [practiceId, randomUUID()],
  )
  expect(await statusOf(reading(tablet))).toBe(200)
  await held(tablet)
  clock.machineNow += 30 * minute
  expect(await statusOf(reading(tablet))).toBe(401)
})

test('signing out, being ended from elsewhere and being disabled end it too', async () => {
  const out = await atTheTablet()
  await held(out)
  clock.machineNow += 20 * minute
  expect(await statusOf(ask(out, '/api/sign-out', { body: {} }))).toBe(200)
  expect(await statusOf(reading(out))).toBe(401)

  const ended = await atTheTablet()
  await held(ended)
  clock.machineNow += 20 * minute
  const desk = { ...people.monitor, token: await addLogin(owner, people.monitor.accountId, 2) }
  await owner.query('update login set seen_at = $1 where token_hash = sha256(convert_to($2, $3))', [
    new Date(clock.machineNow),
    desk.token,
    'UTF8',
  ])
  const { logins } = (await ask(desk, '/api/account/logins')).json()
  const there = await loginOf(ended)
  expect(logins.map(({ id }: { id: string }) => id)).toContain(there)
  expect(await statusOf(ask(desk, `/api/account/logins/${there}/end`, { body: {} }))).toBe(200)
  expect(await statusOf(reading(ended))).toBe(401)

  const gone = await addMember(owner, practiceId, ['monitor'])
  await assign(owner, { member: gone, personId })
  await owner.query('update login set seen_at = $1 where account_id = $2', [
    new Date(clock.machineNow),
    gone.accountId,
  ])
  await held(gone)
  clock.machineNow += 20 * minute
  expect(await statusOf(reading(gone))).toBe(200)
  await owner.query('update member set disabled_at = now() where id = $1', [gone.seatId])
  expect(await statusOf(reading(gone))).toBe(401)
})

test('who may not read the room cannot hold it, nor a client a room of their own', async () => {
  await owner.query('update login set seen_at = $1 where ended_at is null', [new Date(clock.machineNow)])
  expect(await followRoom(people.coordinator)).toBe(403)
  expect(await followRoom(people.client)).toBe(403)
})

test('a page that covers itself makes the sign-in idle at once, all but the room', async () => {
  const tablet = await atTheTablet()
  await held(tablet)
  expect(await statusOf(ask(tablet, `/api/people/${personId}`))).toBe(200)
  expect(await statusOf(ask(tablet, '/api/account/rest', { body: {} }))).toBe(200)
  expect(await statusOf(ask(tablet, `/api/people/${personId}`))).toBe(401)
  expect(await statusOf(reading(tablet))).toBe(200)
})
