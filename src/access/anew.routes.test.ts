import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { addMember, type Someone } from '../app/testing/arrange.ts'
import { arrivalsAt } from '../app/testing/arrivals.ts'
import { buildServer } from '../app/server.ts'
import { openBrowser } from '../app/testing/browser.ts'
import { testVaultKey } from '../app/testing/credentials.ts'
import { openClinic, outcomesOf } from '../app/testing/clinic.ts'
import { minute } from '../kernel/instant.ts'
import type { Schema } from '../platform/db/schema.ts'
import { anew, isUndone } from '../platform/db/anew.ts'

const clinic = await openClinic()
const { owner, clock, practiceId, elsewhere, people } = clinic
const { client } = arrivalsAt(clinic)
const rival = new pg.Client(clinic.ownerUrl)
await rival.connect()
// Whoever waits longest looks for a deadlock first, and is undone: the server's transaction, never this one.
await rival.query(`set deadlock_timeout = '20s'`)

afterEach(() => void clinic.faults.splice(0))
afterAll(async () => {
  await rival.end()
  await app.close()
  await db.destroy()
  await clinic.close()
})

/** Until so many of the server's statements wait for a lock that someone else holds. */
async function waiting(many: number): Promise<void> {
  const stuck = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and pid <> $1`
  const { rows: own } = await rival.query('select pg_backend_pid() as pid')
  for (;;) {
    const { rows } = await owner.query(stuck, [own[0].pid])
    if (rows[0].n >= many) return
    await new Promise((later) => setTimeout(later, 10))
  }
}

/** How often the database has undone a transaction of the server, as the server itself met it. */
const undone = { times: 0 }
const db = new Kysely<Schema>({
  dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: clinic.appUrl, max: 6 }) }),
  log: (event) => {
    if (event.level === 'error' && isUndone(event.error)) undone.times += 1
  },
})
const app = await buildServer({
  db,
  hub: clinic.hub,
  machineNow: () => clock.machineNow,
  publicOrigin: () => 'http://localhost',
  vaultKey: testVaultKey,
  report: (fault) => void clinic.faults.push(fault),
})

const ask = (
  as: Someone,
  url: string,
  { body, intentKey = randomUUID() }: { body: object; intentKey?: string },
) =>
  app.inject({
    method: 'POST',
    url,
    payload: body,
    headers: {
      cookie: `__Host-throughline=${as.token}`,
      'throughline-seat': as.seatId,
      'idempotency-key': intentKey,
    },
  })

/** The server waits for `first`, and then the rival for what the server holds: one of them must give way. */
async function crossed(
  work: () => Promise<{ statusCode: number; body: string }>,
  { first, next }: { first: [string, unknown[]]; next: [string, unknown[]] },
) {
  await rival.query('begin')
  await rival.query(...first)
  const answer = work()
  await waiting(1)
  await rival.query(...next)
  await rival.query('commit')
  return answer
}

test('a write undone by a deadlock is done anew: answered once, kept once, on the trail once', async () => {
  const intentKey = randomUUID()
  undone.times = 0
  const reply = await crossed(
    () => ask(people.therapist, '/api/account/language', { body: { language: 'es' }, intentKey }),
    {
      first: ['select from account where id = $1 for update', [people.therapist.accountId]],
      next: [
        'select pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 0))',
        [practiceId, intentKey],
      ],
    },
  )
  expect(undone.times).toBe(1)
  expect([reply.statusCode, reply.body]).toEqual([200, '{"language":"es"}'])
  expect(await outcomesOf(clinic, intentKey)).toEqual(['done'])
  expect(clinic.faults).toEqual([])
  const again = await ask(people.therapist, '/api/account/language', { body: { language: 'es' }, intentKey })
  expect(again.statusCode).toBe(200)
  expect(await outcomesOf(clinic, intentKey)).toEqual(['done', 'repeated'])
})

test('a sign-in undone by a deadlock hands out one token, of one login', async () => {
  const { email, who } = await client()
  const browser = openBrowser({ app }, '192.0.2.77')
  await browser.send('/api/sign-in', { email, password: 'wrong' })
  const logins = async () =>
    (await owner.query('select 1 from login where account_id = $1', [who.accountId])).rowCount ?? 0
  const had = await logins()
  /** As tries of this kind are held: by the first half of the hash of what they are counted under. */
  const held = (words: string): [string, unknown[]] => [
    `select pg_advisory_xact_lock(
       ('x' || encode(substr(sha256(convert_to($1, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint)`,
    [words],
  ]
  const reply = await crossed(
    () => browser.send('/api/sign-in', { email, password: 'a long way from the sea' }),
    { first: held(`account sign-in ${email}`), next: held('address 192.0.2.77') },
  )
  expect(reply.statusCode).toBe(200)
  expect(await logins()).toBe(had + 1)
  expect((await browser.send('/api/account')).statusCode).toBe(200)
  expect(clinic.faults).toEqual([])
})

test('two administrators who disable each other at once: each gets a clear answer, and one stays', async () => {
  await owner.query(`update member set disabled_at = now() where practice_id = $1`, [elsewhere])
  const both = [
    await addMember(owner, elsewhere, ['administrator']),
    await addMember(owner, elsewhere, ['administrator']),
  ] as const
  // Both were last seen a while ago, so that each request first holds its own login, which the other wants to end.
  clock.machineNow += 5 * minute
  const disable = (as: Someone, whom: Someone) => ask(as, `/api/staff/${whom.seatId}/disable`, { body: {} })
  undone.times = 0
  await rival.query('begin')
  await rival.query('select from member where practice_id = $1 for update', [elsewhere])
  const answers = [disable(both[0], both[1]), disable(both[1], both[0])]
  await waiting(2)
  await rival.query('commit')
  const kinds = (await Promise.all(answers)).map((reply) => reply.json().kind ?? 'done')
  expect(undone.times).toBe(1)
  // Which of them gives way is the database's choice: disabled meanwhile, or told that nobody would be left.
  const [refusal] = kinds.filter((kind) => kind !== 'done')
  expect(kinds).toContain('done')
  expect(['not-signed-in', 'seat-ended', 'last-administrator']).toContain(refusal)
  expect(clinic.faults).toEqual([])
  const { rows } = await owner.query('select 1 from member where practice_id = $1 and disabled_at is null', [
    elsewhere,
  ])
  expect(rows).toHaveLength(1)
})

test('what is undone every time is told as such in the end, and what is wrong in itself at once', async () => {
  const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' })
  let tries = 0
  const always = async () => {
    tries += 1
    throw deadlock
  }
  await expect(anew(always)).rejects.toBe(deadlock)
  expect(tries).toBe(4)
  tries = 0
  await expect(
    anew(async () => {
      tries += 1
      throw new Error('a fault')
    }),
  ).rejects.toThrow('a fault')
  expect(tries).toBe(1)
})
