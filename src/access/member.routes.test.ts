import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addMember, addPerson, addPractice, type Someone } from '../app/testing/arrange.ts'
import { arrivalsAt } from '../app/testing/arrivals.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { giveConfirmation, hashOfDocument } from '../app/testing/credentials.ts'
import type { MemberRole } from '../kernel/actor.ts'
import { minute } from '../kernel/instant.ts'
import { widenText } from './widen.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, clock, practiceId, people, ask } = clinic
const { member, signedIn } = arrivalsAt(clinic)

beforeEach(async () => {
  clock.machineNow += minute
  await owner.query('update login set seen_at = $1 where ended_at is null', [new Date(clock.machineNow)])
})

const change = (memberId: string, roles: string[], as = people.administrator) =>
  ask(as, `/api/staff/${memberId}`, { body: { name: 'Changed', roles, confirmationId: null } })

test('a role that is taken away is gone with the next request', async () => {
  const someone = await member(['coordinator'])
  const browser = await signedIn(someone)
  const record = () => browser.send(`/api/people/${people.client.seatId}`)
  expect((await record()).statusCode).toBe(200)
  expect((await change(someone.who.seatId, ['auditor'])).statusCode).toBe(200)
  expect((await record()).json().kind).toBe('not-allowed')
})

test('a member who is disabled is out at once, with every sign-in that leads nowhere else', async () => {
  const someone = await member(['coordinator'])
  const browser = await signedIn(someone)
  expect(
    (await ask(people.administrator, `/api/staff/${someone.who.seatId}/disable`, { body: {} })).statusCode,
  ).toBe(200)
  expect((await browser.send(`/api/people/${people.client.seatId}`)).statusCode).toBe(401)
  await ask(people.administrator, `/api/staff/${someone.who.seatId}/back`, { body: {} })
  expect((await (await signedIn(someone)).send(`/api/people/${people.client.seatId}`)).statusCode).toBe(200)
})

test('who works elsewhere too keeps that, and loses this', async () => {
  const someone = await member(['coordinator'])
  const abroad = randomUUID()
  await owner.query(
    `insert into member (practice_id, id, name, roles) values ($1, $2, 'Abroad', '{auditor}')`,
    [clinic.elsewhere, abroad],
  )
  await owner.query(
    `insert into seat (id, practice_id, account_id, kind, since) values ($1, $2, $3, 'member', now())`,
    [abroad, clinic.elsewhere, someone.who.accountId],
  )
  const browser = await signedIn(someone)
  await ask(people.administrator, `/api/staff/${someone.who.seatId}/disable`, { body: {} })
  const { seatId } = someone.who
  const refused = await browser.send(`/api/people/${people.client.seatId}`, undefined, { seatId })
  expect([refused.statusCode, refused.json().kind]).toEqual([403, 'seat-ended'])
  expect((await browser.send('/api/here', undefined, { seatId: abroad })).json().practice.name).toBe(
    'Elsewhere',
  )
})

test('a screen that is open is told to go within five seconds', async () => {
  const someone = await member(['coordinator'])
  const browser = await signedIn(someone)
  await clinic.app.listen({ port: 0, host: '127.0.0.1' })
  const stream = await fetch(`${clinic.address()}/api/live/practice?seat=${someone.who.seatId}`, {
    headers: { cookie: `__Host-throughline=${browser.token()}`, accept: 'text/event-stream' },
  })
  const ended = stream.body!.pipeTo(new WritableStream()).then(() => performance.now())
  const begun = performance.now()
  await ask(people.administrator, `/api/staff/${someone.who.seatId}/disable`, { body: {} })
  expect((await ended) - begun).toBeLessThan(5000)
})

test('nobody disables themselves, and a practice keeps an administrator who can come in', async () => {
  const { administrator } = people
  expect(
    (await ask(administrator, `/api/staff/${administrator.seatId}/disable`, { body: {} })).json().kind,
  ).toBe('not-for-oneself')
  expect((await change(administrator.seatId, ['auditor'])).json().kind).toBe('last-administrator')
  const other = await addMember(owner, practiceId, ['administrator'])
  const more = ['auditor', 'administrator']
  expect((await change(administrator.seatId, more)).json().kind).toBe('not-for-oneself')
  expect((await change(administrator.seatId, more, other)).statusCode).toBe(200)
  const [one, two] = await Promise.all([
    ask(administrator, `/api/staff/${other.seatId}/disable`, { body: {} }),
    ask(other, `/api/staff/${administrator.seatId}/disable`, { body: {} }),
  ])
  expect([one.statusCode, two.statusCode].toSorted()).not.toEqual([200, 200])
  const { rows } = await owner.query(
    `select count(*)::int as n from member where practice_id = $1 and disabled_at is null and 'administrator' = any(roles)`,
    [practiceId],
  )
  expect(rows[0].n).toBeGreaterThanOrEqual(1)
  await owner.query('update member set disabled_at = null where id = $1', [administrator.seatId])
})

test('members of another practice are not there', async () => {
  const { foreigner } = people
  // The race above may have ended the sign-in of the first one.
  const administrator = await addMember(owner, practiceId, ['administrator'])
  await owner.query('update login set seen_at = $1 where ended_at is null', [new Date(clock.machineNow)])
  expect((await change(foreigner.seatId, ['auditor'], administrator)).statusCode).toBe(404)
  expect((await ask(administrator, `/api/staff/${foreigner.seatId}/disable`, { body: {} })).statusCode).toBe(
    404,
  )
  const { members } = (await ask(administrator, '/api/staff')).json()
  expect(members.map(({ id }: { id: string }) => id)).not.toContain(foreigner.seatId)
})

describe('whoever administers alone and takes a part more', () => {
  const roles = ['administrator', 'prescriber'] as const
  const take = (who: Someone, confirmationId: string | null, as: readonly MemberRole[] = roles) =>
    ask(who, `/api/staff/${who.seatId}`, { body: { name: 'Changed', roles: as, confirmationId } })
  const proof = (who: Someone, as: readonly MemberRole[] = roles) =>
    giveConfirmation(owner, {
      who,
      documentHash: hashOfDocument(widenText(who.seatId, as)),
      at: clock.machineNow,
    })
  const rolesOf = async ({ seatId }: Someone) =>
    (await owner.query('select roles from member where id = $1', [seatId])).rows[0].roles
  const alone = async () => {
    const home = await addPractice(owner, 'One of two')
    const who = await addMember(owner, home, ['administrator'])
    const colleague = await addMember(owner, home, ['therapist'])
    const gone = await addMember(owner, home, ['therapist'])
    await owner.query('update member set disabled_at = now() where id = $1', [gone.seatId])
    await addPerson(owner, home)
    await owner.query('update login set seen_at = $1 where ended_at is null', [new Date(clock.machineNow)])
    return { home, who, colleague, gone }
  }

  test('proves that it is them, for exactly that part', async () => {
    const { who } = await alone()
    const without = await take(who, null)
    expect([without.statusCode, without.json().kind]).toEqual([401, 'confirmation-needed'])
    const forAnother = await proof(who, ['administrator', 'therapist'])
    expect((await take(who, forAnother)).json().kind).toBe('confirmation-needed')
    expect(await rolesOf(who)).toEqual(['administrator'])
    const once = await proof(who)
    expect((await take(who, once)).statusCode).toBe(200)
    expect(await rolesOf(who)).toEqual(roles)
    expect((await take(who, once, [...roles, 'monitor'])).json().kind).toBe('confirmation-needed')
    expect((await take(who, null, ['administrator'])).statusCode).toBe(200)
  })

  test('is told of to everyone else who works there and to the practice’s desk, and stands on the trail', async () => {
    const { home, who, colleague, gone } = await alone()
    await owner.query('delete from graphile_worker._private_jobs')
    await take(who, await proof(who))
    const { rows } = await owner.query(
      `select payload ->> 'to' as to, payload ->> 'subject' as subject from graphile_worker._private_jobs where payload ->> 'to' is not null`,
    )
    expect(rows.map((row) => row.to).toSorted()).toEqual(
      [`${colleague.accountId}@people.example`, `${home}@practice.example`].toSorted(),
    )
    expect(rows.every(({ subject }) => subject === 'A change in your practice')).toBe(true)
    expect(rows.some(({ to }) => to.startsWith(gone.accountId))).toBe(false)
    const trail = await owner.query(
      `select action, seat_id from audit_event where practice_id = $1 and outcome = 'done' order by id`,
      [home],
    )
    expect(trail.rows).toEqual(
      ['own-part.take', 'member.change'].map((action) => ({ action, seat_id: who.seatId })),
    )
  })
})
