import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { addMember } from '../app/testing/arrange.ts'
import { arrivalsAt } from '../app/testing/arrivals.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, clock, practiceId, people, ask } = clinic
const { member, signedIn } = arrivalsAt(clinic)

beforeEach(async () => {
  clock.machineNow += minute
  await owner.query('update login set seen_at = $1 where ended_at is null', [new Date(clock.machineNow)])
})

const change = (memberId: string, roles: string[], as = people.administrator) =>
  ask(as, `/api/staff/${memberId}`, { body: { name: 'Changed', roles } })

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
  expect((await browser.send(`/api/people/${people.client.seatId}`, undefined, { seatId })).statusCode).toBe(
    404,
  )
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
  expect((await change(administrator.seatId, ['auditor', 'administrator'])).statusCode).toBe(200)
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
