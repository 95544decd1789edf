import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addCourse,
  addDeparted,
  addGuest,
  addLogin,
  addMember,
  assign,
  endGuest,
  type Someone,
} from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { openTablet } from '../app/testing/tablets.ts'
import { memberRoles } from '../kernel/actor.ts'
import { Problem } from '../kernel/problem.ts'

/** Written and reviewed by hand, never computed from the policy: for each route, everyone who is let in. */
const expected: { groups: Record<string, string[]>; open: string[]; routes: Record<string, string[]> } =
  JSON.parse(readFileSync(new URL('verdicts.json', import.meta.url), 'utf8'))

interface Asker {
  readonly name: string
  readonly who: Someone | undefined
  readonly factors: 1 | 2
  /** What a tablet says instead of a sign-in. */
  readonly headers?: Record<string, string>
}

const verdicts: { allowed: boolean }[] = []
const clinic = await openClinic((guard) => ({
  ...guard,
  admit: async (tx, call, entry) => {
    try {
      const admitted = await guard.admit(tx, call, entry)
      verdicts.push({ allowed: true })
      return admitted
    } catch (refusal) {
      if (refusal instanceof Problem) verdicts.push({ allowed: false })
      throw refusal
    }
  },
}))
afterAll(clinic.close)
const { owner, practiceId, people } = clinic

const personId = people.client.seatId
const { courseId, sessionId } = await addCourse(owner, practiceId, personId)
const named: Record<string, string> = { personId, courseId, sessionId, practiceId }

const askers: Asker[] = []
beforeAll(async () => {
  const add = (name: string, who: Someone | undefined, factors: 1 | 2 = 2) =>
    askers.push({ name, who, factors })
  for (const role of memberRoles) {
    const [own, former, unassigned] = [
      await addMember(owner, practiceId, [role]),
      await addMember(owner, practiceId, [role]),
      await addMember(owner, practiceId, [role]),
    ]
    await assign(owner, { member: own, personId })
    await assign(owner, { member: former, personId, until: new Date('2026-02-01T00:00:00Z') })
    add(`${role}, assigned`, own)
    add(`${role}, assigned, one factor`, own, 1)
    add(`${role}, formerly assigned`, former)
    add(`${role}, same practice`, unassigned)
    add(`${role}, other practice`, await addMember(owner, clinic.elsewhere, [role]))
    const disabled = await addMember(owner, practiceId, [role])
    await assign(owner, { member: disabled, personId })
    await owner.query('update member set disabled_at = now() where id = $1', [disabled.seatId])
    add(`${role}, disabled`, disabled)
  }
  add('client, self', people.client)
  add('client, self, whose place has ended', await addDeparted(owner, people.client))
  add('client, another', people.otherClient)
  add('client, other practice', people.foreignClient)
  const home = await addMember(owner, clinic.elsewhere, ['therapist'])
  add('guest, of this course', await addGuest(owner, { practiceId, personId, courseId }, home))
  const other = await addCourse(owner, practiceId, people.otherClient.seatId)
  const otherHome = await addMember(owner, clinic.elsewhere, ['therapist'])
  const elsewhereCourse = { practiceId, personId: people.otherClient.seatId, courseId: other.courseId }
  add('guest, of another course', await addGuest(owner, elsewhereCourse, otherHome))
  const secondCourse = await addCourse(owner, practiceId, personId)
  const sameHome = await addMember(owner, clinic.elsewhere, ['therapist'])
  const sameClient = { practiceId, personId, courseId: secondCourse.courseId }
  add('guest, of another course of the same client', await addGuest(owner, sameClient, sameHome))
  const endedHome = await addMember(owner, clinic.elsewhere, ['therapist'])
  const ended = await addGuest(owner, { practiceId, personId, courseId }, endedHome)
  await endGuest(owner, ended)
  add('guest, ended', ended)
  add('signed out', undefined)
  const tablet = await openTablet(clinic, { personId, instrumentId: 'phq-9', by: people.therapist })
  askers.push({
    name: 'tablet, of this client',
    who: undefined,
    factors: 1,
    headers: { 'throughline-tablet': tablet },
  })
})

const routes = clinic.routes.filter(({ action }) => action !== undefined)

test('every route names an action, or is on the reviewed list of those that need none', () =>
  expect(
    clinic.routes
      .filter(({ action }) => action === undefined)
      .map(({ method, url }) => `${method} ${url}`)
      .toSorted(),
  ).toEqual(expected.open.toSorted()))

test('the reviewed file knows every route, and no route that is gone', () =>
  expect(routes.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(
    Object.keys(expected.routes).toSorted(),
  ))

describe.each(routes)('$method $url', ({ method, url }) => {
  test('lets in whom the reviewed file names, and no one else', async () => {
    const letIn: string[] = []
    for (const asker of askers) if (await isLetIn(asker, { method, url })) letIn.push(asker.name)
    expect(letIn.toSorted()).toEqual(peopleIn(expected.routes[`${method} ${url}`] ?? []).toSorted())
  })
})

/** A name, or a group by its name: groups may stand in groups. */
const peopleIn = (names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => (expected.groups[name] ? peopleIn(expected.groups[name]) : [name]))),
]

/** Asks with every id a route could need, and otherwise with nothing, so that what is let in fails on its content. */
async function isLetIn(
  { who, factors, headers }: Asker,
  route: { method: string; url: string },
): Promise<boolean> {
  const fresh = who && { ...who, token: await addLogin(owner, who.accountId, factors) }
  const url = route.url.replace(/:(\w+)/g, (_, name: string) => named[name] ?? randomUUID())
  verdicts.length = 0
  const query = new URLSearchParams(named)
  const streaming = url.includes('/live/')
  if (streaming) return followed(fresh, url, headers)
  await clinic.ask(fresh, route.method === 'GET' ? `${url}?${query}` : url, {
    method: route.method as 'GET' | 'POST',
    ...(headers && { headers }),
    ...(route.method === 'POST' && { body: named }),
  })
  return verdicts.some(({ allowed }) => allowed)
}

/** A stream that lets someone in does not end: it is asked for over the wire and left. */
async function followed(
  as: Someone | undefined,
  url: string,
  more: Record<string, string> = {},
): Promise<boolean> {
  const leaving = new AbortController()
  const base = clinic.app.server.listening
    ? clinic.address()
    : await clinic.app.listen({ port: 0, host: '127.0.0.1' })
  const reply = await fetch(`${base}${url}${as ? `?seat=${as.seatId}` : ''}`, {
    signal: leaving.signal,
    headers: as ? { cookie: `__Host-throughline=${as.token}` } : more,
  })
  leaving.abort()
  return reply.ok
}
