import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addMember } from '../app/testing/arrange.ts'
import { arrivalsAt } from '../app/testing/arrivals.ts'
import { openBrowser, type Browser } from '../app/testing/browser.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { giveAuthenticator, givePassword, giveRecoveryCodes } from '../app/testing/credentials.ts'
import { minute } from '../kernel/instant.ts'
import { hashOf } from '../platform/http/request.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, clock, practiceId, people } = clinic

beforeEach(async () => {
  clock.machineNow += minute
  await owner.query('delete from wrong_try')
})

const { at, member, client, signedIn, emailOf, mailsTo } = arrivalsAt(clinic)

const record = (browser: Browser) => browser.send(`/api/people/${people.client.seatId}`)

describe('a member', () => {
  test('sees nothing of anyone with a password alone, and is told what is missing', async () => {
    const someone = await member()
    const browser = openBrowser(clinic)
    const reply = await at(browser, someone.email)
    expect(reply.json()).toEqual({
      complete: false,
      ways: { code: true, passkey: false, recoveryCode: false },
    })
    expect((await record(browser)).json().kind).toBe('second-factor-needed')
    expect((await browser.send('/api/account/logins')).json().kind).toBe('second-factor-needed')
    expect((await browser.send('/api/account')).json()).toMatchObject({ complete: false, seats: [], can: [] })
  })

  test('comes in with password and code, under a new token; the half-way one is dead', async () => {
    const someone = await member()
    const browser = openBrowser(clinic)
    await at(browser, someone.email)
    const half = browser.token()
    await browser.send('/api/sign-in/code', { code: someone.code(clock.machineNow) })
    expect(browser.token()).not.toBe(half)
    expect((await record(browser)).statusCode).toBe(200)
    browser.cookies.set('__Host-throughline', half)
    expect((await record(browser)).json().kind).toBe('not-signed-in')
  })

  test('who has no second factor stays at the door', async () => {
    const who = await addMember(owner, practiceId, ['coordinator'])
    await givePassword(owner, who.accountId)
    const browser = openBrowser(clinic)
    expect((await at(browser, await emailOf(who))).json().complete).toBe(false)
    expect((await record(browser)).json().kind).toBe('second-factor-needed')
  })

  test('a code that was used to sign in is not taken again, here or elsewhere', async () => {
    const someone = await member()
    const code = someone.code(clock.machineNow)
    const [one, other] = [openBrowser(clinic), openBrowser(clinic)]
    await at(one, someone.email)
    await at(other, someone.email)
    expect((await one.send('/api/sign-in/code', { code })).statusCode).toBe(200)
    expect((await other.send('/api/sign-in/code', { code })).json().kind).toBe('not-recognised')
  })

  test('a recovery code works once, and its owner is told', async () => {
    const someone = await member()
    const [code] = await giveRecoveryCodes(owner, someone.who.accountId)
    const typed = ` ${code!.toLowerCase().replaceAll('-', ' ')}`
    const browser = openBrowser(clinic)
    await at(browser, someone.email)
    expect((await browser.send('/api/sign-in/recovery-code', { recoveryCode: typed })).json().complete).toBe(
      true,
    )
    const again = openBrowser(clinic)
    await at(again, someone.email)
    expect((await again.send('/api/sign-in/recovery-code', { recoveryCode: typed })).json().kind).toBe(
      'not-recognised',
    )
    expect((await mailsTo(someone.email)).map(({ subject }) => subject)).toEqual(['A recovery code was used'])
  })
})

describe('a client', () => {
  test('needs no second factor', async () => {
    const { email, who } = await client()
    const browser = openBrowser(clinic)
    expect((await at(browser, email)).json().complete).toBe(true)
    expect((await browser.send(`/api/people/${who.seatId}`)).statusCode).toBe(200)
  })

  test('who has one is asked for it', async () => {
    const { email, who } = await client()
    const code = await giveAuthenticator(owner, who.accountId)
    const browser = openBrowser(clinic)
    expect((await at(browser, email)).json().complete).toBe(false)
    expect((await browser.send(`/api/people/${who.seatId}`)).json().kind).toBe('second-factor-needed')
    await browser.send('/api/sign-in/code', { code: code(clock.machineNow) })
    expect((await browser.send(`/api/people/${who.seatId}`)).statusCode).toBe(200)
  })

  test('may write their address as they like', async () => {
    const { email } = await client()
    expect((await at(openBrowser(clinic), `  ${email.toUpperCase()} `)).statusCode).toBe(200)
  })
})

describe('the cookie', () => {
  test('is bound to this host, to TLS and to this site, and out of reach of scripts', async () => {
    const { email } = await client()
    const reply = await at(openBrowser(clinic), email)
    const [token, device] = reply.cookies
    const bound = { path: '/', httpOnly: true, secure: true, sameSite: 'Strict' }
    expect(token).toMatchObject({ name: '__Host-throughline', ...bound })
    expect(token).not.toHaveProperty('domain')
    expect(device).toMatchObject({ name: '__Host-throughline-device', ...bound })
  })

  test('no token is ever in the database', async () => {
    const { email } = await client()
    const browser = openBrowser(clinic)
    await at(browser, email)
    const { rows } = await owner.query('select count(*)::int as n from login where token_hash = $1', [
      hashOf(browser.token()),
    ])
    expect(rows[0].n).toBe(1)
    expect(JSON.stringify((await owner.query('select * from login')).rows)).not.toContain(browser.token())
  })
})

describe('guessing', () => {
  test('an unknown person, a wrong password and a disabled account get the same answer', async () => {
    const [{ email }, gone] = [await client(), await client()]
    await owner.query('update account set disabled_at = now() where id = $1', [gone.who.accountId])
    const replies = [
      await at(openBrowser(clinic), email, 'wrong'),
      await at(openBrowser(clinic), 'nobody@people.example', 'wrong'),
      await at(openBrowser(clinic), gone.email),
    ]
    const said = replies.map((reply) => {
      const { requestId: _, ...body } = reply.json()
      return JSON.stringify([reply.statusCode, body, reply.cookies])
    })
    expect(new Set(said).size).toBe(1)
    expect(replies[0]!.json().kind).toBe('not-recognised')
  })

  test('slows down for a known and an unknown person alike, whatever address it comes from', async () => {
    const { email } = await client()
    for (const target of [email, 'no-such@people.example']) {
      const kinds: string[] = []
      for (let turn = 0; turn < 8; turn += 1) {
        const reply = await openBrowser(clinic, `198.51.100.${turn}`).send('/api/sign-in', {
          email: target,
          password: 'wrong',
        })
        kinds.push(reply.json().kind)
      }
      expect(kinds).toEqual([...Array(5).fill('not-recognised'), ...Array(3).fill('too-many')])
    }
  })

  test('cannot keep out someone whose browser has been here before', async () => {
    const { email } = await client()
    const own = openBrowser(clinic)
    await at(own, email)
    await own.send('/api/sign-out', {})
    const stranger = openBrowser(clinic, '203.0.113.9')
    for (let turn = 0; turn < 8; turn += 1) await at(stranger, email, 'wrong')
    expect((await at(stranger, email)).json().kind).toBe('too-many')
    expect((await at(own, email)).statusCode).toBe(200)
  })

  test('keeps nobody out for longer than a quarter of an hour', async () => {
    const { email } = await client()
    for (let turn = 0; turn < 40; turn += 1) {
      await at(openBrowser(clinic), email, 'wrong')
      clock.machineNow += minute
    }
    clock.machineNow += 15 * minute
    expect((await at(openBrowser(clinic), email)).statusCode).toBe(200)
  })

  test('from one address at many people slows down too', async () => {
    const replies = []
    for (let turn = 0; turn < 34; turn += 1)
      replies.push(await at(openBrowser(clinic, '203.0.113.77'), `${randomUUID()}@people.example`, 'wrong'))
    expect(replies.at(-1)!.json().kind).toBe('too-many')
  })

  test('a code is guessed no faster than a password', async () => {
    const someone = await member()
    const browser = openBrowser(clinic)
    await at(browser, someone.email)
    const kinds: string[] = []
    for (let turn = 0; turn < 8; turn += 1)
      kinds.push((await browser.send('/api/sign-in/code', { code: `00000${turn}` })).json().kind)
    expect(kinds.filter((kind) => kind === 'too-many').length).toBeGreaterThanOrEqual(2)
  })
})

test('one sign-in may sit in several practices, and chooses', async () => {
  const someone = await member()
  const abroad = randomUUID()
  await owner.query(
    `insert into member (practice_id, id, name, roles) values ($1, $2, 'Elsewhere', '{auditor}')`,
    [clinic.elsewhere, abroad],
  )
  await owner.query(
    `insert into seat (id, practice_id, account_id, kind, since) values ($1, $2, $3, 'member', now())`,
    [abroad, clinic.elsewhere, someone.who.accountId],
  )
  const browser = await signedIn(someone)
  const { seats } = (await browser.send('/api/account')).json()
  expect(
    seats.map((seat: { practiceName: string; roles: string[] }) => [seat.practiceName, seat.roles]),
  ).toEqual([
    ['Ours', ['coordinator']],
    ['Elsewhere', ['auditor']],
  ])
  expect((await browser.send('/api/account', undefined, { seatId: abroad })).json().seatId).toBe(abroad)
  expect(
    (await browser.send(`/api/people/${people.client.seatId}`, undefined, { seatId: abroad })).statusCode,
  ).toBe(404)
})

test('who came in, and who was turned away, is on the trail', async () => {
  const someone = await member()
  await at(openBrowser(clinic), someone.email, 'wrong')
  await signedIn(someone)
  const { rows } = await owner.query(
    `select action, outcome, account_id = $1 as theirs from audit_event
     where action like 'login.%' order by id desc limit 3`,
    [someone.who.accountId],
  )
  expect(rows.toReversed()).toEqual([
    { action: 'login.start', outcome: 'not-recognised', theirs: null },
    { action: 'login.start', outcome: 'done', theirs: true },
    { action: 'login.complete', outcome: 'done', theirs: true },
  ])
})
