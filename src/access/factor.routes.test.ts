import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { arrivalsAt, type Arrival, type MemberArrival } from '../app/testing/arrivals.ts'
import { openAuthenticator } from '../app/testing/authenticator.ts'
import { openBrowser, type Browser } from '../app/testing/browser.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { hashOfDocument, testPassword } from '../app/testing/credentials.ts'
import { minute } from '../kernel/instant.ts'
import { codeOfStep, stepAt } from '../platform/crypto/totp.ts'
import { Secret } from 'otpauth'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, clock, people } = clinic
const { member, client, signedIn, at, mailsTo } = arrivalsAt(clinic)

beforeEach(async () => {
  clock.machineNow += minute
  await owner.query('delete from wrong_try')
})

const record = (browser: Browser) => browser.send(`/api/people/${people.client.seatId}`)

/** Proof for a change to one's own sign-in. */
async function confirmed(browser: Browser, proof: object): Promise<string> {
  const { changeHash: documentHash } = (await browser.send('/api/account')).json()
  const reply = await browser.send('/api/account/confirm', { documentHash, proof })
  expect(reply.statusCode).toBe(200)
  return reply.json().confirmationId
}

async function confirmedBy(someone: MemberArrival, browser: Browser): Promise<string> {
  clock.machineNow += minute
  return confirmed(browser, { password: testPassword, code: someone.code(clock.machineNow) })
}

async function clientIn({ email }: Arrival): Promise<Browser> {
  const browser = openBrowser(clinic)
  await at(browser, email)
  return browser
}

async function withPasskey(browser: Browser, confirmationId: string, authenticator = openAuthenticator()) {
  const offer = (await browser.send('/api/account/passkeys/offer', {})).json()
  const made = authenticator.make(offer)
  const reply = await browser.send('/api/account/passkeys', { confirmationId, made, name: 'A phone' })
  expect([reply.statusCode, reply.body]).toEqual([200, '{"changed":true}'])
  return authenticator
}

const question = async (browser: Browser) => (await browser.send('/api/sign-in/passkey/ask', {})).json()

describe('a change to how one signs in', () => {
  test('needs proof a moment old, for this and nothing else', async () => {
    const someone = await member()
    const browser = await signedIn(someone)
    const change = { password: 'the blue kettle hums at four' }
    const none = { ...change, confirmationId: '00000000-0000-4000-8000-000000000000' }
    expect((await browser.send('/api/account/password', none)).json().kind).toBe('confirmation-needed')

    clock.machineNow += minute
    const proof = { password: testPassword, code: someone.code(clock.machineNow) }
    const documentHash = hashOfDocument('a consent')
    const other = (await browser.send('/api/account/confirm', { documentHash, proof })).json()
    expect(
      (
        await browser.send('/api/account/password', { ...change, confirmationId: other.confirmationId })
      ).json().kind,
    ).toBe('confirmation-needed')

    const confirmationId = await confirmedBy(someone, browser)
    clock.machineNow += 2 * minute
    expect((await browser.send('/api/account/password', { ...change, confirmationId })).json().kind).toBe(
      'confirmation-needed',
    )
  })

  test('ends every other sign-in, gives this one a new token, and is told by mail', async () => {
    const someone = await member()
    const [here, there] = [await signedIn(someone), await signedIn(someone)]
    const before = here.token()
    const confirmationId = await confirmedBy(someone, here)
    const password = 'the blue kettle hums at four'
    expect((await here.send('/api/account/password', { confirmationId, password })).statusCode).toBe(200)
    expect((await record(there)).statusCode).toBe(401)
    expect((await record(here)).statusCode).toBe(200)
    const stolen = openBrowser(clinic)
    stolen.cookies.set('__Host-throughline', before)
    expect((await record(stolen)).statusCode).toBe(401)
    expect((await at(openBrowser(clinic), someone.email)).json().kind).toBe('not-recognised')
    expect((await at(openBrowser(clinic), someone.email, password)).statusCode).toBe(200)
    expect((await mailsTo(someone.email)).map(({ subject }) => subject)).toEqual(['Your sign-in was changed'])
  })
})

test('staff choose fifteen signs that no guesser starts from; a password is kept only as argon2id', async () => {
  const someone = await member()
  const browser = await signedIn(someone)
  for (const [password, fault] of [
    ['moth kept lamp', 'too-short'],
    ['passwordpassword', 'too-common'],
  ]) {
    const confirmationId = await confirmedBy(someone, browser)
    const reply = await browser.send('/api/account/password', { confirmationId, password })
    expect(reply.json()).toMatchObject({ kind: 'malformed', fields: [{ path: 'password', fault }] })
  }
  const { rows } = await owner.query('select hash from password')
  for (const { hash } of rows) expect(hash).toMatch(/^\$argon2id\$v=19\$m=32768,t=2,p=1\$/)
})

test('a weaker hash from before is made anew at the next sign-in', async () => {
  const someone = await client()
  const weak = await import('node:crypto').then(({ argon2Sync }) =>
    argon2Sync('argon2id', {
      message: Buffer.from(testPassword),
      nonce: Buffer.alloc(16, 1),
      parallelism: 1,
      tagLength: 32,
      memory: 8192,
      passes: 1,
    }),
  )
  const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  const kept = `$argon2id$v=19$m=8192,t=1,p=1$${base64(Buffer.alloc(16, 1))}$${base64(weak)}`
  await owner.query('update password set hash = $1 where account_id = $2', [kept, someone.who.accountId])
  expect((await at(openBrowser(clinic), someone.email)).statusCode).toBe(200)
  const { rows } = await owner.query('select hash from password where account_id = $1', [
    someone.who.accountId,
  ])
  expect(rows[0].hash).toMatch(/^\$argon2id\$v=19\$m=32768,t=2,p=1\$/)
})

describe('an authenticator', () => {
  test('is kept once it has shown a code, and asked for from then on', async () => {
    const someone = await client()
    const browser = await clientIn(someone)
    const offer = (await browser.send('/api/account/authenticator/offer', {})).json()
    expect(offer.address).toContain('otpauth://totp/Throughline')
    const secret = Buffer.from(Secret.fromBase32(offer.secret).bytes)
    const code = codeOfStep(secret, stepAt(clock.machineNow))
    const confirmationId = await confirmed(browser, { password: testPassword })
    const sent = { confirmationId, sealed: offer.sealed, code }
    expect((await browser.send('/api/account/authenticator', sent)).statusCode).toBe(200)
    expect((await browser.send(`/api/people/${someone.who.seatId}`)).statusCode).toBe(200)
    const again = openBrowser(clinic)
    expect((await at(again, someone.email)).json().complete).toBe(false)
    expect((await again.send('/api/sign-in/code', { code })).json().kind).toBe('not-recognised')
    const { rows } = await owner.query('select sealed_secret from totp where account_id = $1', [
      someone.who.accountId,
    ])
    expect(rows[0].sealed_secret.includes(secret)).toBe(false)
  })

  test('of another account, or with a wrong code, is not kept', async () => {
    const [mine, theirs] = [await client(), await client()]
    const [browser, other] = [await clientIn(mine), await clientIn(theirs)]
    const offer = (await other.send('/api/account/authenticator/offer', {})).json()
    const code = codeOfStep(Buffer.from(Secret.fromBase32(offer.secret).bytes), stepAt(clock.machineNow))
    for (const sent of [
      { sealed: offer.sealed, code },
      { sealed: (await browser.send('/api/account/authenticator/offer', {})).json().sealed, code: '000000' },
    ]) {
      const confirmationId = await confirmed(browser, { password: testPassword })
      const reply = await browser.send('/api/account/authenticator', { confirmationId, ...sent })
      expect(reply.json()).toMatchObject({ kind: 'malformed', fields: [{ path: 'code' }] })
    }
  })

  test('that is a member’s last second factor stays', async () => {
    const someone = await member()
    const browser = await signedIn(someone)
    const confirmationId = await confirmedBy(someone, browser)
    expect((await browser.send('/api/account/authenticator/end', { confirmationId })).json().kind).toBe(
      'last-factor',
    )
    await withPasskey(browser, await confirmedBy(someone, browser))
    const again = await confirmedBy(someone, browser)
    expect((await browser.send('/api/account/authenticator/end', { confirmationId: again })).statusCode).toBe(
      200,
    )
  })
})

describe('a passkey', () => {
  test('signs its owner in by itself, whole; its answer is good once', async () => {
    const someone = await member()
    const browser = await signedIn(someone)
    const key = await withPasskey(browser, await confirmedBy(someone, browser))
    const fresh = openBrowser(clinic)
    const answer = key.sign(await question(fresh))
    expect((await fresh.send('/api/sign-in/passkey', { answer })).json().complete).toBe(true)
    expect((await record(fresh)).statusCode).toBe(200)
    const thief = openBrowser(clinic)
    expect((await thief.send('/api/sign-in/passkey', { answer })).json().kind).toBe('not-recognised')
  })

  test('does not answer from another origin, without its owner, too late, or a question we did not ask', async () => {
    const someone = await member()
    const browser = await signedIn(someone)
    const key = await withPasskey(browser, await confirmedBy(someone, browser))
    const fresh = openBrowser(clinic)
    const old = await question(fresh)
    clock.machineNow += 11 * minute
    const answers = [
      key.sign(await question(fresh), { from: 'https://elsewhere.example' }),
      key.sign(await question(fresh), { unverified: true }),
      key.sign(old),
      key.sign({ challenge: Buffer.alloc(37, 1).toString('base64url') }),
      openAuthenticator().sign(await question(fresh)),
      openAuthenticator('http://localhost', 'elsewhere.example').sign(await question(fresh)),
    ]
    for (const answer of answers)
      expect((await fresh.send('/api/sign-in/passkey', { answer })).json().kind).toBe('not-recognised')
  })

  test('confirms one document, by the one signed in: not another document, not by someone else', async () => {
    const [someone, other] = [await member(), await member()]
    const [browser, theirs] = [await signedIn(someone), await signedIn(other)]
    const key = await withPasskey(browser, await confirmedBy(someone, browser))
    const documentHash = hashOfDocument('an order')
    const ask = async (who: Browser, hash = documentHash) =>
      (await who.send('/api/account/confirm/ask', { documentHash: hash })).json()
    const confirm = async (who: Browser, passkey: object, hash = documentHash) =>
      (await who.send('/api/account/confirm', { documentHash: hash, proof: { passkey } })).statusCode
    const answer = key.sign(await ask(browser))
    expect(await confirm(browser, answer, hashOfDocument('another order'))).toBe(401)
    expect(await confirm(theirs, key.sign(await ask(theirs)))).toBe(401)
    expect(await confirm(browser, key.sign(await question(browser)))).toBe(401)
    expect(await confirm(browser, answer)).toBe(200)
    expect(await confirm(browser, answer)).toBe(401)
  })

  test('belongs to one account, is listed by name, and can be taken away', async () => {
    const [someone, other] = [await member(), await member()]
    const browser = await signedIn(someone)
    const key = await withPasskey(browser, await confirmedBy(someone, browser))
    const theirs = await signedIn(other)
    const confirmationId = await confirmedBy(other, theirs)
    const made = key.make((await theirs.send('/api/account/passkeys/offer', {})).json())
    expect(
      (await theirs.send('/api/account/passkeys', { confirmationId, made, name: 'Mine' })).json().kind,
    ).toBe('id-taken')
    const [passkey] = (await browser.send('/api/account/passkeys')).json().passkeys
    expect(passkey).toMatchObject({ name: 'A phone', usedAt: null })
    await browser.send(`/api/account/passkeys/${passkey.id}/end`, {
      confirmationId: await confirmedBy(someone, browser),
    })
    const fresh = openBrowser(clinic)
    expect(
      (await fresh.send('/api/sign-in/passkey', { answer: key.sign(await question(fresh)) })).statusCode,
    ).toBe(401)
  })
})

test('ten recovery codes are shown once, and take the place of those before', async () => {
  const someone = await member()
  const browser = await signedIn(someone)
  const renew = async () =>
    (
      await browser.send('/api/account/recovery-codes', {
        confirmationId: await confirmedBy(someone, browser),
      })
    ).json().codes as string[]
  const [first, second] = [await renew(), await renew()]
  expect(new Set([...first, ...second]).size).toBe(20)
  const fresh = openBrowser(clinic)
  await at(fresh, someone.email)
  const use = (recoveryCode: string) => fresh.send('/api/sign-in/recovery-code', { recoveryCode })
  expect((await use(first[0]!)).json().kind).toBe('not-recognised')
  expect((await use(second[0]!)).json().complete).toBe(true)
  expect((await browser.send('/api/account')).json().factors.recoveryCodes).toBe(9)
  const kept = JSON.stringify((await owner.query('select * from intent')).rows)
  for (const code of second) expect(kept).not.toContain(code)
})
