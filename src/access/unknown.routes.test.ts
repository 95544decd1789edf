import { createHook } from 'node:async_hooks'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { arrivalsAt } from '../app/testing/arrivals.ts'
import { openBrowser } from '../app/testing/browser.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { testVaultKey } from '../app/testing/credentials.ts'
import { buildServer } from '../app/server.ts'
import { hour, minute } from '../kernel/instant.ts'
import type { Schema } from '../platform/db/schema.ts'

const clinic = await openClinic()
const { owner, clock, people, practiceId } = clinic
const { client, member } = arrivalsAt(clinic)

/** What one request made the server do: each statement it sent, and each time it stretched a password. */
const work = { statements: [] as string[], stretched: 0 }
const counting = createHook({
  init(_id, type) {
    if (type === 'ARGON2REQUEST') work.stretched += 1
  },
}).enable()
const db = new Kysely<Schema>({
  dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: clinic.appUrl, max: 2 }) }),
  log: ({ query }) => void work.statements.push(query.sql),
})
const app = await buildServer({
  db,
  hub: clinic.hub,
  machineNow: () => clock.machineNow,
  publicOrigin: () => 'http://localhost',
  vaultKey: testVaultKey,
  report: console.error,
})
afterAll(async () => {
  counting.disable()
  await app.close()
  await db.destroy()
  await clinic.close()
})
beforeEach(async () => {
  clock.machineNow += minute
  await owner.query('delete from wrong_try')
})

interface Seen {
  readonly answer: unknown
  readonly statements: readonly string[]
  readonly stretched: number
}

async function watched(send: () => Promise<LightMyRequestResponse>): Promise<Seen> {
  work.statements.length = 0
  work.stretched = 0
  const reply = await send()
  const { requestId: _, ...said } = reply.json()
  const { date: _date, 'content-length': _length, ...headers } = reply.headers
  const answer = { status: reply.statusCode, said, headers, cookies: reply.cookies }
  return { answer, statements: [...work.statements], stretched: work.stretched }
}

const signingIn = (email: string) =>
  watched(() => openBrowser({ app }).send('/api/sign-in', { email, password: 'not the one' }))

test('at the password, an unknown person costs the same work as a known one, and hears the same', async () => {
  const [known, staff, gone, keyOnly] = [await client(), await member(), await client(), await client()]
  await owner.query('update account set disabled_at = now() where id = $1', [gone.who.accountId])
  await owner.query('delete from password where account_id = $1', [keyOnly.who.accountId])
  const unknown = await signingIn('nobody@people.example')
  expect(unknown.answer).toMatchObject({ status: 401, said: { kind: 'not-recognised' }, cookies: [] })
  expect(unknown.stretched).toBe(1)
  expect(unknown.statements.length).toBeGreaterThan(5)
  for (const { email } of [known, staff, gone, keyOnly]) expect(await signingIn(email)).toEqual(unknown)
})

test('the hash that stands in for an unknown person’s is as costly as those that are kept', async () => {
  const { hashOfPassword, nobodysHash } = await import('../platform/crypto/password.ts')
  const cost = (hash: string) => hash.split('$').slice(0, 4)
  expect(cost(await nobodysHash)).toEqual(cost(await hashOfPassword('a long way from the sea')))
  const { rows } = await owner.query('select hash from password limit 1')
  expect(cost(await nobodysHash)).toEqual(cost(rows[0].hash))
})

test('who has lost the password gets the same answer, after the same work, whether anyone has that address', async () => {
  const asking = (email: string) => watched(() => openBrowser({ app }).send('/api/recover', { email }))
  const unknown = await asking('nobody@people.example')
  expect(unknown.answer).toMatchObject({ status: 200, said: { asked: true } })
  expect(await asking((await client()).email)).toEqual(unknown)
  expect(await asking((await member()).email)).toEqual(unknown)
})

test('asked too often, for someone or for no one, the answer stays what it was', async () => {
  for (const email of [(await client()).email, 'no-such@people.example']) {
    const asking = () => openBrowser({ app }).send('/api/recover', { email })
    const said = []
    for (let turn = 0; turn < 7; turn += 1) said.push((await asking()).body)
    expect(new Set(said)).toEqual(new Set(['{"asked":true,"mailLeaves":true}']))
  }
})

test('an invitation to an address tells whoever sends it nothing of who has an account', async () => {
  const inviting = async (email: string) => {
    const id = randomUUID()
    const body = { id, name: 'New here', roles: ['auditor'], email, language: 'en' }
    const seen = await watched(() =>
      app.inject({
        method: 'POST',
        url: '/api/staff',
        payload: body,
        headers: {
          cookie: `__Host-throughline=${people.administrator.token}`,
          'idempotency-key': randomUUID(),
        },
      }),
    )
    return JSON.stringify(seen).replaceAll(id, 'the new one')
  }
  const unknown = await inviting('new@people.example')
  expect(unknown).toContain('"status":200')
  expect(await inviting((await client()).email)).toBe(unknown)
})

test('a link that is used, withdrawn, too old or made up is all the same to whoever holds it', async () => {
  const { who } = await client()
  const [soon, past, now] = [hour, -minute, 0].map((ahead) => new Date(clock.machineNow + ahead))
  const hash = (token: string) => createHash('sha256').update(token).digest()
  const invitation = (token: string, [until, withdrawn, taken]: (Date | null | undefined)[]) =>
    owner.query(
      `insert into invitation (practice_id, id, kind, token_hash, email, language, person_id, made_by, made_at, expires_at,
         withdrawn_at, taken_at, taken_by)
       values ($1, $2, 'client', $3, 'ana@people.example', 'en', $4, $5, $6, $7, $8, $9::timestamptz,
         case when $9 is null then null else $10::uuid end)`,
      [
        practiceId,
        randomUUID(),
        hash(token),
        who.seatId,
        people.coordinator.seatId,
        now,
        until,
        withdrawn,
        taken,
        who.accountId,
      ],
    )
  const link = (token: string, [until, used]: (Date | null | undefined)[]) =>
    owner.query(
      `insert into sign_in_link (id, account_id, kind, token_hash, made_at, expires_at, used_at)
       values ($1, $2, 'renewal', $3, $4, $5, $6)`,
      [randomUUID(), who.accountId, hash(token), now, until, used],
    )
  const [good, old, back, used, newer, older, spent] = [...Array(7)].map(() =>
    randomBytes(24).toString('hex'),
  )
  await invitation(good!, [soon, null, null])
  await invitation(old!, [past, null, null])
  await invitation(back!, [soon, now, null])
  await invitation(used!, [soon, null, now])
  await link(newer!, [soon, null])
  await link(older!, [past, null])
  await link(spent!, [soon, now])
  const madeUp = 'x'.repeat(48)
  const looking = async (where: string, token: string) =>
    (await watched(() => openBrowser({ app }).send(`/api/${where}/look`, { token }))).answer
  expect(await looking('join', good!)).toMatchObject({ status: 200 })
  expect(await looking('recover', newer!)).toMatchObject({ status: 200 })
  const nothing = await looking('join', madeUp)
  expect(nothing).toMatchObject({ status: 410, said: { kind: 'link-gone' } })
  for (const token of [old!, back!, used!]) expect(await looking('join', token)).toEqual(nothing)
  for (const token of [madeUp, older!, spent!]) expect(await looking('recover', token)).toEqual(nothing)
})
