import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addMember, type Someone } from '../app/testing/arrange.ts'
import { arrivalsAt, codeFor, tokenIn, type MemberArrival } from '../app/testing/arrivals.ts'
import { openBrowser } from '../app/testing/browser.ts'
import { openClinic } from '../app/testing/clinic.ts'
import {
  giveConfirmation,
  givePassword,
  giveRecoveryCodes,
  testPassword,
  testVaultKey,
} from '../app/testing/credentials.ts'
import { hour, minute } from '../kernel/instant.ts'
import { vaultOf } from '../platform/crypto/vault.ts'
import { inPractice, nobody } from '../platform/db/door.ts'
import { recoverTasks } from './recover.jobs.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, db, clock, practiceId, people, ask } = clinic
const { member, client, signedIn, at, mailsTo } = arrivalsAt(clinic)
const newPassword = 'the blue kettle hums at four'
const second = await addMember(owner, practiceId, ['administrator'])

/** Nobody was idle while the clock moved. */
const everyoneHere = () =>
  owner.query('update login set seen_at = $1 where ended_at is null', [new Date(clock.machineNow)])

beforeEach(async () => {
  clock.machineNow += minute
  await everyoneHere()
  await owner.query('delete from wrong_try')
})

/** Does the jobs that wait, as the worker would. */
async function work() {
  const { rows } = await owner.query(
    `delete from graphile_worker._private_jobs where payload ->> 'email' is not null returning payload`,
  )
  const tasks = recoverTasks({
    inHouse: (job) => inPractice(db, nobody, job),
    publicOrigin: () => 'http://localhost',
    machineNow: () => clock.machineNow,
    vault: vaultOf(testVaultKey),
  })
  for (const { payload } of rows) await tasks['new-password']!(payload, undefined as never)
  return rows.length
}

const forgot = async (email: string) => {
  const reply = await openBrowser(clinic).send('/api/recover', { email })
  await work()
  return reply
}

const reset = (token: string, more: object = {}) =>
  openBrowser(clinic).send('/api/recover/password', {
    token,
    password: newPassword,
    code: null,
    recoveryCode: null,
    ...more,
  })

describe('a forgotten password', () => {
  test('brings a link to whoever has this address, and the same answer for nobody', async () => {
    const { email } = await client()
    const [known, unknown] = [await forgot(email), await forgot('nobody-here@people.example')]
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body])
    expect(await mailsTo(email)).toHaveLength(1)
    expect(await mailsTo('nobody-here@people.example')).toHaveLength(0)
  })

  test('a client chooses a new one; the old one and every sign-in are gone, and they are told', async () => {
    const { email, who } = await client()
    const before = openBrowser(clinic)
    await at(before, email)
    await forgot(email)
    const token = tokenIn(await mailsTo(email))
    expect((await reset(token)).json()).toEqual({ complete: true })
    expect((await before.send(`/api/people/${who.seatId}`)).statusCode).toBe(401)
    expect((await at(openBrowser(clinic), email)).statusCode).toBe(401)
    expect((await at(openBrowser(clinic), email, newPassword)).statusCode).toBe(200)
    expect((await reset(token)).json().kind).toBe('link-gone')
    expect((await mailsTo(email)).at(-1)!.subject).toBe('Your sign-in was changed')
  })

  test('a mailbox alone does not open what two factors closed', async () => {
    const someone = await member()
    await forgot(someone.email)
    const token = tokenIn(await mailsTo(someone.email))
    expect((await reset(token)).json().kind).toBe('not-recognised')
    expect((await reset(token, { code: '000000' })).json().kind).toBe('not-recognised')
    expect((await at(openBrowser(clinic), someone.email)).statusCode).toBe(200)
    expect((await reset(token, { code: someone.code(clock.machineNow) })).json()).toEqual({ complete: true })
  })

  test('a recovery code stands in for the second step, once', async () => {
    const someone = await member()
    const [recoveryCode] = await giveRecoveryCodes(owner, someone.who.accountId)
    await forgot(someone.email)
    expect((await reset(tokenIn(await mailsTo(someone.email)), { recoveryCode })).statusCode).toBe(200)
    await forgot(someone.email)
    expect((await reset(tokenIn(await mailsTo(someone.email)), { recoveryCode })).json().kind).toBe(
      'not-recognised',
    )
  })

  test('the link is good for an hour', async () => {
    const { email } = await client()
    await forgot(email)
    clock.machineNow += hour
    expect((await reset(tokenIn(await mailsTo(email)))).json().kind).toBe('link-gone')
  })

  test('nobody’s mailbox is filled: five links, then fewer and fewer', async () => {
    const { email } = await client()
    for (let turn = 0; turn < 12; turn += 1) await forgot(email)
    expect(await mailsTo(email)).toHaveLength(5)
  })
})

/** Says at the second step that it is lost. Answers what waits for a decision. */
async function lost(someone: MemberArrival) {
  const browser = openBrowser(clinic)
  await at(browser, someone.email)
  expect((await browser.send('/api/account/lost', {})).json().asked).toBe(1)
  return waiting(someone.who.seatId)
}

async function waiting(seatId: string, as: Someone = people.administrator) {
  const { rows } = await owner.query(
    'select id from recovery_request where seat_id = $1 and decided_at is null',
    [seatId],
  )
  const { recoveries } = (await ask(as, '/api/recoveries')).json()
  return recoveries.find(({ id }: { id: string }) => id === rows[0]?.id)
}

async function decide(as: Someone, recovery: { id: string; documentHash: string }, allow = true) {
  const confirmationId = await giveConfirmation(owner, {
    who: as,
    documentHash: recovery.documentHash,
    at: clock.machineNow,
  })
  return ask(as, `/api/recoveries/${recovery.id}/decide`, { body: { allow, confirmationId } })
}

async function renewed(email: string) {
  const token = tokenIn(await mailsTo(email))
  const browser = openBrowser(clinic)
  const { authenticator } = (await browser.send('/api/recover/look', { token })).json()
  const code = codeFor(authenticator.secret, clock.machineNow)
  const reply = await browser.send('/api/recover/renew', {
    token,
    password: newPassword,
    second: { sealed: authenticator.sealed, code },
  })
  return { browser, reply, token, secret: authenticator.secret as string }
}

describe('a lost second step', () => {
  test('is renewed after someone else has allowed it: everything old is gone, and the person was told each time', async () => {
    const someone = await member()
    const [oldCode] = await giveRecoveryCodes(owner, someone.who.accountId)
    const inside = await signedIn(someone)
    const recovery = await lost(someone)
    expect(recovery).toMatchObject({ kind: 'member', askedBy: null, mayDecide: true })
    expect((await decide(people.administrator, recovery)).json()).toEqual({ allowed: true })
    const { browser, reply, token, secret } = await renewed(someone.email)
    expect(reply.json().codes).toHaveLength(10)
    expect((await browser.send(`/api/people/${people.client.seatId}`)).statusCode).toBe(200)
    expect((await inside.send(`/api/people/${people.client.seatId}`)).statusCode).toBe(401)
    expect((await at(openBrowser(clinic), someone.email, testPassword)).statusCode).toBe(401)
    const fresh = openBrowser(clinic)
    await at(fresh, someone.email, newPassword)
    expect((await fresh.send('/api/sign-in/recovery-code', { recoveryCode: oldCode })).statusCode).toBe(401)
    clock.machineNow += minute
    const old = someone.code(clock.machineNow)
    expect((await fresh.send('/api/sign-in/code', { code: old })).statusCode).toBe(401)
    const code = codeFor(secret, clock.machineNow)
    expect((await fresh.send('/api/sign-in/code', { code })).statusCode).toBe(200)
    expect((await openBrowser(clinic).send('/api/recover/look', { token })).json().kind).toBe('link-gone')
    expect((await mailsTo(someone.email)).map(({ subject }) => subject)).toEqual([
      'Your sign-in',
      'Your sign-in is being renewed',
      'Your sign-in was changed',
    ])
  })

  test('is never allowed by oneself, nor by whoever asked, nor without fresh proof', async () => {
    const admin = await member(['administrator'])
    const inside = await signedIn(admin)
    const recovery = await lost(admin)
    const own = { ...admin.who, token: inside.token() }
    expect((await decide(own, recovery)).json().kind).toBe('not-for-oneself')

    const someone = await member()
    const body = { id: randomUUID() }
    const url = `/api/staff/${someone.who.seatId}/recovery`
    expect((await ask(people.administrator, url, { body })).statusCode).toBe(200)
    const asked = await waiting(someone.who.seatId)
    expect(asked).toMatchObject({ askedBy: 'Member administrator', mayDecide: false })
    expect((await decide(people.administrator, asked)).json().kind).toBe('not-for-oneself')
    const bare = { allow: true, confirmationId: null }
    expect((await ask(second, `/api/recoveries/${asked.id}/decide`, { body: bare })).json().kind).toBe(
      'confirmation-needed',
    )
    const forAnother = await giveConfirmation(owner, {
      who: second,
      documentHash: recovery.documentHash,
      at: clock.machineNow,
    })
    expect(
      (
        await ask(second, `/api/recoveries/${asked.id}/decide`, {
          body: { allow: true, confirmationId: forAnother },
        })
      ).json().kind,
    ).toBe('confirmation-needed')
    expect((await decide(second, asked)).statusCode).toBe(200)
    expect((await decide(second, asked)).statusCode).toBe(404)
  })

  test('the database holds the same line', async () => {
    const someone = await member()
    await lost(someone)
    await expect(
      owner.query(
        `update recovery_request set decided_by = seat_id, decided_at = now(), allowed = true where seat_id = $1`,
        [someone.who.seatId],
      ),
    ).rejects.toThrow('recovery_request_check')
  })

  test('is refused too, and then no link goes out', async () => {
    const someone = await member()
    const recovery = await lost(someone)
    const reply = await ask(people.administrator, `/api/recoveries/${recovery.id}/decide`, {
      body: { allow: false, confirmationId: null },
    })
    expect(reply.json()).toEqual({ allowed: false })
    expect(await mailsTo(someone.email)).toHaveLength(1)
  })

  test('of a client may be asked for and allowed by two coordinators, of a member by administrators only', async () => {
    const someone = await client()
    const other = await addMember(owner, practiceId, ['coordinator'])
    await everyoneHere()
    const url = `/api/people/${someone.who.seatId}/recovery`
    expect((await ask(people.coordinator, url, { body: { id: randomUUID() } })).statusCode).toBe(200)
    const recovery = await waiting(someone.who.seatId, other)
    expect((await decide(people.coordinator, recovery)).json().kind).toBe('not-for-oneself')
    expect((await decide(other, recovery)).statusCode).toBe(200)
    const colleague = await member()
    const theirs = await lost(colleague)
    expect((await decide(other, theirs)).json().kind).toBe('not-allowed')
    expect(await waiting(colleague.who.seatId, other)).toBeUndefined()
  })

  test('of another practice is not seen', async () => {
    const recovery = await lost(await member())
    const foreign = await addMember(owner, clinic.elsewhere, ['administrator'])
    await everyoneHere()
    expect((await ask(foreign, '/api/recoveries')).json().recoveries).toEqual([])
    expect((await decide(foreign, recovery)).statusCode).toBe(404)
  })

  test('with the password lost too: the mailed link asks the practice, and opens nothing itself', async () => {
    const someone = await member()
    await forgot(someone.email)
    const token = tokenIn(await mailsTo(someone.email))
    expect((await openBrowser(clinic).send('/api/recover/lost', { token })).json()).toEqual({ asked: 1 })
    const renewal = await openBrowser(clinic).send('/api/recover/renew', {
      token,
      password: newPassword,
      second: null,
    })
    expect(renewal.json().kind).toBe('link-gone')
    expect(await waiting(someone.who.seatId)).toMatchObject({ askedBy: null })
  })

  test('of a client who has only a password: they may choose a second step or none', async () => {
    const someone = await client()
    await givePassword(owner, someone.who.accountId).catch(() => undefined)
    await ask(people.coordinator, `/api/people/${someone.who.seatId}/recovery`, {
      body: { id: randomUUID() },
    })
    await decide(people.administrator, await waiting(someone.who.seatId))
    const token = tokenIn(await mailsTo(someone.email))
    const browser = openBrowser(clinic)
    const reply = await browser.send('/api/recover/renew', { token, password: newPassword, second: null })
    expect(reply.json()).toEqual({ codes: [] })
    expect((await browser.send(`/api/people/${someone.who.seatId}`)).statusCode).toBe(200)
  })
})
