import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { addMember, addPerson } from '../app/testing/arrange.ts'
import { openBrowser } from '../app/testing/browser.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { testVaultKey } from '../app/testing/credentials.ts'
import { buildServer } from '../app/server.ts'
import { Problem } from '../kernel/problem.ts'
import { vaultOf } from '../platform/crypto/vault.ts'
import { inPractice, serviceIn } from '../platform/db/door.ts'
import { writing } from '../platform/db/write.ts'
import { addDemoAccount, type DemoPerson } from './demo.commands.ts'

const clinic = await openClinic()
const { owner, db, clock, practiceId } = clinic
const demo = await buildServer({
  db,
  hub: clinic.hub,
  demo: true,
  machineNow: () => clock.machineNow,
  publicOrigin: () => 'http://localhost',
  vaultKey: testVaultKey,
  report: console.error,
})
afterAll(async () => {
  await demo.close()
  await clinic.close()
})

const real = randomUUID()
await owner.query(`insert into practice (id, name, time_zone) values ($1, 'A real one', 'UTC')`, [real])

const add = (inWhich: string, person: DemoPerson) =>
  inPractice(db, serviceIn(inWhich, 'seed'), (tx) =>
    addDemoAccount.within(writing(tx), person, {
      machineNow: clock.machineNow,
      vault: vaultOf(testVaultKey),
    }),
  ).catch((refusal) => (refusal instanceof Problem ? refusal.kind : Promise.reject(refusal)))

async function invented(inWhich: string, kind: 'member' | 'client' = 'member'): Promise<DemoPerson> {
  const [seatId, accountId] = [randomUUID(), randomUUID()]
  if (kind === 'member')
    await owner.query(
      `insert into member (practice_id, id, name, roles) values ($1, $2, 'Invented', '{therapist}')`,
      [inWhich, seatId],
    )
  else
    await owner.query(
      `insert into person (practice_id, id, given_name, family_name, time_zone) values ($1, $2, 'In', 'Vented', 'UTC')`,
      [inWhich, seatId],
    )
  return {
    accountId,
    seatId,
    kind,
    email: `${accountId}@demo.example`,
    language: 'en',
    password: 'a demo is only a demo',
    name: 'Invented',
    roles: [kind === 'member' ? 'therapist' : 'client'],
    authenticator: false,
  }
}

test('an invented therapist signs in with the password shown and the code their authenticator shows', async () => {
  const person = await invented(practiceId)
  await add(practiceId, person)
  const browser = openBrowser({ app: demo })
  const { people } = (await browser.send('/api/demo/people')).json()
  const shown = people.find(({ accountId }: { accountId: string }) => accountId === person.accountId)
  expect(shown).toMatchObject({ name: 'Invented', roles: ['therapist'], authenticator: true })
  expect(
    (await browser.send('/api/sign-in', { email: shown.email, password: shown.password })).json().complete,
  ).toBe(false)
  const code = async () => (await browser.send(`/api/demo/people/${person.accountId}/code`)).json()
  const first = await code()
  expect(first.from).toBeLessThanOrEqual(clock.machineNow)
  expect((await browser.send('/api/sign-in/code', { code: first.code })).json().complete).toBe(true)

  const next = await code()
  expect(next.code).not.toBe(first.code)
  const again = openBrowser({ app: demo })
  await again.send('/api/sign-in', { email: shown.email, password: shown.password })
  expect((await again.send('/api/sign-in/code', { code: first.code })).statusCode).toBe(401)
  expect((await again.send('/api/sign-in/code', { code: next.code })).json().complete).toBe(true)

  const third = await code()
  expect(third.from).toBeGreaterThan(clock.machineNow)
  const early = openBrowser({ app: demo })
  await early.send('/api/sign-in', { email: shown.email, password: shown.password })
  expect((await early.send('/api/sign-in/code', { code: third.code })).statusCode).toBe(401)
  clock.machineNow = third.from
  expect((await early.send('/api/sign-in/code', { code: third.code })).json().complete).toBe(true)
})

test('an invented client signs in with a password alone', async () => {
  const person = await invented(practiceId, 'client')
  await add(practiceId, person)
  const browser = openBrowser({ app: demo })
  const { email, password } = person
  expect((await browser.send('/api/sign-in', { email, password })).json().complete).toBe(true)
})

test('a server that is no demo tells nothing', async () => {
  const person = await invented(practiceId)
  await add(practiceId, person)
  const browser = openBrowser(clinic)
  expect((await browser.send('/api/demo/people')).json()).toMatchObject({ kind: 'no-such-page', status: 404 })
  expect((await browser.send(`/api/demo/people/${person.accountId}/code`)).json().kind).toBe('no-such-page')
})

test('the code of someone who is not invented is never shown', async () => {
  const { accountId } = await addMember(owner, practiceId, ['therapist'])
  expect((await openBrowser({ app: demo }).send(`/api/demo/people/${accountId}/code`)).statusCode).toBe(404)
})

test('a real practice takes no demo account: refused by the command, and by the database behind it', async () => {
  const person = await invented(real)
  expect(await add(real, person)).toBe('not-a-demo')
  const { rowCount } = await owner.query('select from account where id = $1', [person.accountId])
  expect(rowCount).toBe(0)
  const { accountId } = await addPerson(owner, real)
  await expect(
    owner.query(
      `insert into demo_account (account_id, practice_id, name, roles, email, password)
       values ($1, $2, 'x', '{}', 'x@demo.example', 'x')`,
      [accountId, practiceId],
    ),
  ).rejects.toThrow('demo accounts are for demo practices')
})

test('a demo account gets no seat in a real practice', async () => {
  const person = await invented(practiceId)
  await add(practiceId, person)
  const { seatId } = await invented(real)
  await expect(
    owner.query(
      `insert into seat (id, practice_id, account_id, kind, since) values ($1, $2, $3, 'member', now())`,
      [seatId, real, person.accountId],
    ),
  ).rejects.toThrow('no place in a real practice')
})
