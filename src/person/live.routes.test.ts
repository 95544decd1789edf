import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test, vi } from 'vitest'
import { addCourse, addGuest, addMember, type Someone } from '../app/testing/arrange.ts'
import { testVaultKey } from '../app/testing/credentials.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { buildServer } from '../app/server.ts'
import { openHub } from '../platform/live/hub.ts'

const clinic = await openClinic()
const { people, owner } = clinic
const first = await clinic.app.listen({ port: 0, host: '127.0.0.1' })

/** A second server on the same database, with a hub of its own. */
const otherHub = await openHub(clinic.db, clinic.appUrl, console.error)
const other = await buildServer({
  vaultKey: testVaultKey,
  db: clinic.db,
  hub: otherHub,
  machineNow: () => clinic.clock.machineNow,
  publicOrigin: () => 'http://localhost',
  report: console.error,
})
await other.listen({ port: 0, host: '127.0.0.1' })
const second = `http://127.0.0.1:${(other.server.address() as AddressInfo).port}`

afterAll(async () => {
  await other.close()
  await otherHub.stop()
  await clinic.close()
})

/** Follows a topic as someone, as a browser would, and collects what it is told. */
async function follow(url: string, as: Someone, from: { lastEventId?: string; place?: string } = {}) {
  const { lastEventId, place } = from
  const ending = new AbortController()
  const reply = await fetch(`${url}?seat=${as.seatId}${place ? `&place=${place}` : ''}`, {
    signal: ending.signal,
    headers: {
      cookie: `__Host-throughline=${as.token}`,
      ...(lastEventId && { 'last-event-id': lastEventId }),
    },
  })
  const events: { id: string; event: string }[] = []
  const ended = reply.ok ? collect(reply, events) : Promise.resolve()
  return { status: reply.status, events, ended, leave: () => ending.abort() }
}

function eventIn(block: string): { id: string; event: string }[] {
  const [, id, event] = /^id: (\d+)\nevent: (\w+)/.exec(block) ?? []
  return id && event ? [{ id, event }] : []
}

async function collect(reply: Response, events: { id: string; event: string }[]) {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const chunk of reply.body!) {
      text += decoder.decode(chunk, { stream: true })
      const whole = text.split('\n\n')
      text = whole.pop()!
      events.push(...whole.flatMap(eventIn))
    }
  } catch (cause) {
    if ((cause as Error).name !== 'AbortError') throw cause
  }
}

const joinTeam = (personId: string) =>
  clinic.ask(people.coordinator, `/api/people/${personId}/team`, {
    body: { id: randomUUID(), memberId: people.auditor.seatId },
  })

async function until(holds: () => boolean): Promise<boolean> {
  await vi.waitUntil(holds, { timeout: 30_000, interval: 10 })
  return holds()
}

test('two servers on one database: what is written through one is told by both', async () => {
  const [here, there] = [
    await follow(`${first}/api/live/people/${people.client.seatId}`, people.therapist),
    await follow(`${second}/api/live/people/${people.client.seatId}`, people.client),
  ]
  await joinTeam(people.client.seatId)
  await until(() => here.events.length > 0 && there.events.length > 0)
  expect(here.events[0]!.event).toBe('changed')
  here.leave()
  there.leave()
})

test('what happened while the line was lost is told when it is taken up again, also by the other server', async () => {
  const path = `/api/live/people/${people.client.seatId}`
  const before = await follow(`${first}${path}`, people.monitor)
  await joinTeam(people.client.seatId)
  await until(() => before.events.length > 0)
  before.leave()
  const lastSeen = before.events.at(-1)!.id
  await joinTeam(people.client.seatId)
  const after = await follow(`${second}${path}`, people.monitor, { lastEventId: lastSeen })
  expect(await until(() => after.events.length > 0)).toBe(true)
  after.leave()
})

test('what was written between the first reading and the line is told as soon as the line stands, and nothing older', async () => {
  const path = `/api/live/people/${people.client.seatId}`
  const place = async () => {
    const read = await clinic.ask(people.therapist, `/api/people/${people.client.seatId}/chart`)
    return String(read.headers['throughline-place'])
  }
  const before = await place()
  await joinTeam(people.client.seatId)
  for (const server of [first, second]) {
    const line = await follow(`${server}${path}`, people.therapist, { place: before })
    expect(await until(() => line.events.length > 0)).toBe(true)
    line.leave()
  }
  await vi.waitUntil(async () => BigInt(await place()) > BigInt(before), { timeout: 30_000 })
  const line = await follow(`${first}${path}`, people.therapist, { place: await place() })
  await joinTeam(people.otherClient.seatId)
  const other = await follow(`${first}/api/live/people/${people.otherClient.seatId}`, people.otherClient, {
    place: before,
  })
  await until(() => other.events.length > 0)
  expect(line.events).toEqual([])
  line.leave()
  other.leave()
})

test('a place that is none, or lies beyond any there is, breaks no line', async () => {
  const path = `${first}/api/live/people/${people.client.seatId}`
  for (const place of ['99999999999999999999', '18446744073709551615', '-1', '1e3', 'x', '1%27', '']) {
    const line = await follow(path, people.therapist, { place })
    expect([place, line.status]).toEqual([place, 200])
    await joinTeam(people.client.seatId)
    expect(await until(() => line.events.length > 0)).toBe(true)
    line.leave()
  }
  expect(clinic.faults).toEqual([])
})

test('who follows one person hears nothing of another', async () => {
  const stream = await follow(`${first}/api/live/people/${people.client.seatId}`, people.client)
  await joinTeam(people.otherClient.seatId)
  const practice = await follow(`${first}/api/live/practice`, people.coordinator)
  await joinTeam(people.otherClient.seatId)
  await until(() => practice.events.length > 0)
  expect(stream.events).toEqual([])
  stream.leave()
  practice.leave()
})

test('when a rehearsal’s clock moves, whoever follows a person there is told, and nobody elsewhere', async () => {
  const here = await follow(`${first}/api/live/people/${people.client.seatId}`, people.client)
  const there = await follow(`${first}/api/live/practice`, people.foreigner)
  await clinic.ask(people.coordinator, '/api/care-clock', { body: { minutes: 30 } })
  expect(await until(() => here.events.length > 0)).toBe(true)
  expect(there.events).toEqual([])
  here.leave()
  there.leave()
})

test('who may not read a person may not follow them', async () => {
  expect((await follow(`${first}/api/live/people/${people.client.seatId}`, people.foreigner)).status).toBe(
    404,
  )
  expect((await follow(`${first}/api/live/people/${people.client.seatId}`, people.otherClient)).status).toBe(
    404,
  )
  expect((await follow(`${first}/api/live/practice`, people.client)).status).toBe(403)
})

test('a stream ends within seconds when its member is taken off the team', async () => {
  const leaver = await addMember(owner, clinic.practiceId, ['therapist'])
  const body = { id: randomUUID(), memberId: leaver.seatId }
  await clinic.ask(people.coordinator, `/api/people/${people.client.seatId}/team`, { body })
  const stream = await follow(`${second}/api/live/people/${people.client.seatId}`, leaver)
  expect(stream.status).toBe(200)
  const url = `/api/people/${people.client.seatId}/team/${leaver.seatId}/end`
  expect((await clinic.ask(people.coordinator, url, { body: {} })).statusCode).toBe(200)
  await expect(
    Promise.race([stream.ended.then(() => 'ended'), new Promise((late) => setTimeout(late, 30_000))]),
  ).resolves.toBe('ended')
})

const inAWhile = <T>(value: T, ms = 5_000) => new Promise<T>((late) => setTimeout(() => late(value), ms))

test('a guest’s stream ends within seconds when the client takes their permission back', async () => {
  const { courseId } = await addCourse(owner, clinic.practiceId, people.client.seatId)
  const home = await addMember(owner, clinic.elsewhere, ['therapist'])
  const place = { practiceId: clinic.practiceId, personId: people.client.seatId, courseId }
  const [guest, staying] = [
    await addGuest(owner, place, home),
    await addGuest(owner, place, await addMember(owner, clinic.elsewhere, ['therapist'])),
  ]
  const stream = await follow(`${second}/api/live/people/${people.client.seatId}`, guest)
  const other = await follow(`${second}/api/live/people/${people.client.seatId}`, staying)
  expect([stream.status, other.status]).toEqual([200, 200])
  const { guests } = (await clinic.ask(people.client, `/api/people/${people.client.seatId}/guests`)).json()
  const { rows } = await owner.query('select grant_id from guest_joining where seat_id = $1', [guest.seatId])
  expect(guests.map(({ id }: { id: string }) => id)).toContain(rows[0].grant_id)
  const url = `/api/people/${people.client.seatId}/guests/${rows[0].grant_id}/end`
  expect((await clinic.ask(people.client, url, { body: { id: randomUUID() } })).statusCode).toBe(200)
  await expect(Promise.race([stream.ended.then(() => 'ended'), inAWhile('late')])).resolves.toBe('ended')
  await expect(Promise.race([other.ended.then(() => 'ended'), inAWhile('follows on', 300)])).resolves.toBe(
    'follows on',
  )
  other.leave()
})

test('nobody is told that a psychotherapy note was written', async () => {
  const { courseId } = await addCourse(owner, clinic.practiceId, people.client.seatId)
  const stream = await follow(`${first}/api/live/people/${people.client.seatId}`, people.client)
  const practice = await follow(`${first}/api/live/practice`, people.coordinator)
  const note = { id: randomUUID(), words: 'Mine', sessionId: null, corrects: null, at: Date.now() }
  const reply = await clinic.ask(people.therapist, `/api/courses/${courseId}/notes`, { body: note })
  expect(reply.statusCode).toBe(200)
  await inAWhile(undefined, 1_500)
  expect([stream.events, practice.events]).toEqual([[], []])
  await joinTeam(people.client.seatId)
  await until(() => stream.events.length > 0 && practice.events.length > 0)
  stream.leave()
  practice.leave()
})
