import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { arrivalsAt } from '../app/testing/arrivals.ts'
import { openBrowser } from '../app/testing/browser.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { testPassword, testVaultKey } from '../app/testing/credentials.ts'
import { house } from '../kernel/actor.ts'
import { minute } from '../kernel/instant.ts'
import { hashOfPassword } from '../platform/crypto/password.ts'
import { vaultOf } from '../platform/crypto/vault.ts'
import { inPractice, nobody } from '../platform/db/door.ts'
import { signIn } from './signin.commands.ts'
import { forgetTries } from './tries.commands.ts'
import { triedOf, weighed } from './weigh.commands.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, clock, practiceId } = clinic
const { at, client } = arrivalsAt(clinic)

beforeEach(async () => {
  clock.machineNow += minute
  await owner.query('delete from wrong_try')
})

const rows = async () => (await owner.query('select count(*)::int as n from wrong_try')).rows[0].n

test('from one address at addresses made up leaves no row once it is told to wait', async () => {
  const stranger = openBrowser(clinic, '203.0.113.78')
  for (let turn = 0; turn < 31; turn += 1) await at(stranger, `${randomUUID()}@people.example`, 'wrong')
  const before = await rows()
  for (let turn = 0; turn < 5; turn += 1)
    expect((await at(stranger, `${randomUUID()}@people.example`, 'wrong')).json().kind).toBe('too-many')
  expect(await rows()).toBe(before)
})

test('a right one leaves no row where no wrong one was', async () => {
  const { email } = await client()
  expect((await at(openBrowser(clinic, '203.0.113.79'), email)).statusCode).toBe(200)
  expect(await rows()).toBe(0)
})

test('many at once from one address: a few are weighed, the rest are told to wait and noted, and others get in', async () => {
  const [one, other] = [await client(), await client()]
  const crowd = Array.from({ length: 40 }, () =>
    at(openBrowser(clinic, '203.0.113.80'), `${randomUUID()}@people.example`, 'wrong'),
  )
  const [elsewhere, ...replies] = await Promise.all([
    at(openBrowser(clinic, '203.0.113.81'), one.email),
    ...crowd,
  ])
  expect(elsewhere.statusCode).toBe(200)
  const kinds = replies.map((reply) => reply.json().kind)
  expect(kinds.filter((kind) => kind === 'not-recognised').length).toBeLessThanOrEqual(8)
  expect(kinds.filter((kind) => kind === 'too-many').length).toBeGreaterThanOrEqual(32)
  const { rows: noted } = await owner.query(
    `select count(*)::int as n from audit_event where action = 'login.start' and outcome = 'too-many' and at > now() - interval '1 minute'`,
  )
  expect(noted[0].n).toBeGreaterThanOrEqual(32)
  expect((await at(openBrowser(clinic, '203.0.113.80'), other.email)).statusCode).toBe(200)
})

test('what is wholly forgotten is let go of, and no sooner', async () => {
  await owner.query(
    `insert into wrong_try (key, wrong, last_at) values
      (sha256('old'), 3, now() - interval '61 minutes'), (sha256('young'), 3, now() - interval '59 minutes')`,
  )
  await inPractice(clinic.db, nobody, forgetTries)
  const { rows: left } = await owner.query(`select key = sha256('young') as young from wrong_try`)
  expect(left).toEqual([{ young: true }])
  await expect(inPractice(clinic.db, { ...nobody, practiceId }, forgetTries)).rejects.toThrow(
    'only the house',
  )
})

test('a password that is changed while it is weighed lets nobody in', async () => {
  const { email, who } = await client()
  const reading = await inPractice(clinic.db, nobody, (tx) =>
    triedOf(tx, { email, address: '203.0.113.82', deviceToken: undefined, now: clock.machineNow }),
  )
  const weight = await weighed(testPassword, reading)
  expect(weight).toMatchObject({ right: true, waitMs: 0 })
  await owner.query(`update password set hash = $2 where account_id = $1`, [
    who.accountId,
    await hashOfPassword('another one meanwhile'),
  ])
  const handed: string[] = []
  const asked = {
    weight,
    address: '203.0.113.82',
    deviceToken: undefined,
    device: '–',
    entry: undefined,
    means: { vault: vaultOf(testVaultKey), origin: 'http://localhost' },
    hand: (token: string) => void handed.push(token),
    action: 'login.start',
    subject: { open: house },
    effect: true,
    intentKey: undefined,
    careNow: clock.machineNow,
    machineNow: clock.machineNow,
    personId: null,
    relation: 'practice',
  }
  const answer = await inPractice(clinic.db, nobody, (tx) => signIn(tx, { email }, asked))
  expect([answer, handed]).toEqual([expect.objectContaining({ kind: 'not-recognised' }), []])
})
