import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addPerson } from '../app/testing/arrange.ts'
import { arrivalsAt, codeFor, tokenIn } from '../app/testing/arrivals.ts'
import { openAuthenticator } from '../app/testing/authenticator.ts'
import { openBrowser, type Browser } from '../app/testing/browser.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { day, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, clock, practiceId, people, ask } = clinic
const { member, client, signedIn, at, mailsTo } = arrivalsAt(clinic)
const goodPassword = 'the blue kettle hums at four'

beforeEach(async () => {
  clock.machineNow += minute
  await owner.query('update login set seen_at = $1 where ended_at is null', [new Date(clock.machineNow)])
  await owner.query('delete from wrong_try')
})

async function invitedClient(email = `${randomUUID()}@people.example`) {
  const personId = randomUUID()
  await owner.query(
    `insert into person (practice_id, id, given_name, family_name, time_zone, language, email)
     values ($1, $2, 'Ana', 'Prueba', 'UTC', 'es', $3)`,
    [practiceId, personId, email.toUpperCase()],
  )
  const reply = await invite(personId)
  expect(reply.statusCode).toBe(200)
  return { personId, email, token: tokenIn(await mailsTo(email)) }
}

const invite = (personId: string) =>
  ask(people.coordinator, `/api/people/${personId}/invitation`, { body: { id: randomUUID() } })

async function invitedMember(roles = ['therapist'], email = `${randomUUID()}@people.example`) {
  const id = randomUUID()
  const body = { id, name: 'New Here', roles, email, language: 'en' }
  expect((await ask(people.administrator, '/api/staff', { body })).statusCode).toBe(200)
  return { id, email, token: tokenIn(await mailsTo(email)) }
}

const look = async (browser: Browser, token: string) => browser.send('/api/join/look', { token })

/** Takes a member's invitation with a password and an authenticator. */
async function joined(token: string, browser = openBrowser(clinic)) {
  const { authenticator } = (await look(browser, token)).json()
  const second = { sealed: authenticator.sealed, code: codeFor(authenticator.secret, clock.machineNow) }
  const reply = await browser.send('/api/join', { token, password: goodPassword, second })
  return { browser, reply, secret: authenticator.secret as string }
}

describe('a client who is invited', () => {
  test('gets a mail that says nothing, in their language, with the secret where no server sees it', async () => {
    const { email, token } = await invitedClient()
    const [mail] = await mailsTo(email)
    expect(mail!.subject).toBe('Su invitación')
    expect(mail!.text).toContain(`http://localhost/join#${token}`)
    expect(`${mail!.subject} ${mail!.text}`).not.toMatch(
      /ours|ketamin|terap|salud|cl[ií]nic|consultorio|ana/i,
    )
  })

  test('sets a password and is in: with their record and nobody else’s', async () => {
    const { personId, token, email } = await invitedClient()
    const browser = openBrowser(clinic)
    expect((await look(browser, token)).json()).toMatchObject({
      practiceName: 'Ours',
      email,
      language: 'es',
      staff: false,
      hasAccount: false,
    })
    const reply = await browser.send('/api/join', { token, password: goodPassword, second: null })
    expect(reply.json()).toEqual({ codes: [] })
    expect((await browser.send(`/api/people/${personId}`)).statusCode).toBe(200)
    expect((await browser.send(`/api/people/${people.client.seatId}`)).statusCode).toBe(404)
    expect((await at(openBrowser(clinic), email, goodPassword)).json().complete).toBe(true)
    const { rows } = await owner.query(
      `select practice_id, seat_id from audit_event where action = 'join.take' and outcome = 'done' order by id desc limit 1`,
    )
    expect(rows).toEqual([{ practice_id: practiceId, seat_id: personId }])
  })

  test('may come in by a passkey alone, and has ten recovery codes', async () => {
    const { token } = await invitedClient()
    const browser = openBrowser(clinic)
    const { passkey } = (await look(browser, token)).json()
    const key = openAuthenticator()
    const second = { made: key.make(passkey), name: 'My phone' }
    const reply = await browser.send('/api/join', { token, password: null, second })
    expect(reply.json().codes).toHaveLength(10)
    const fresh = openBrowser(clinic)
    const answer = key.sign((await fresh.send('/api/sign-in/passkey/ask', {})).json())
    expect((await fresh.send('/api/sign-in/passkey', { answer })).json().complete).toBe(true)
  })

  test('cannot choose a password that a guesser tries first; the link stays good', async () => {
    const { token } = await invitedClient()
    const browser = openBrowser(clinic)
    const weak = await browser.send('/api/join', { token, password: 'password1234', second: null })
    expect(weak.json()).toMatchObject({
      kind: 'malformed',
      fields: [{ path: 'password', fault: 'too-common' }],
    })
    expect(
      (await browser.send('/api/join', { token, password: goodPassword, second: null })).statusCode,
    ).toBe(200)
  })

  test('without an address in the record is not invited until one is given', async () => {
    const { seatId } = await addPerson(owner, practiceId)
    await owner.query('update seat set until = now() where id = $1', [seatId])
    expect((await invite(seatId)).json()).toMatchObject({ kind: 'malformed', fields: [{ path: 'email' }] })
    const email = `${randomUUID()}@people.example`
    const body = { id: randomUUID(), email }
    await ask(people.coordinator, `/api/people/${seatId}/invitation`, { body })
    expect(await mailsTo(email)).toHaveLength(1)
  })
})

describe('a link', () => {
  test('works once, even for two at the same moment', async () => {
    const { token } = await invitedClient()
    const replies = await Promise.all(
      Array.from({ length: 4 }, () =>
        openBrowser(clinic).send('/api/join', { token, password: goodPassword, second: null }),
      ),
    )
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect((await look(openBrowser(clinic), token)).json().kind).toBe('link-gone')
  })

  test('works for a week', async () => {
    const { token } = await invitedClient()
    clock.machineNow += 7 * day - 2
    expect((await look(openBrowser(clinic), token)).statusCode).toBe(200)
    clock.machineNow += 2
    expect((await look(openBrowser(clinic), token)).json().kind).toBe('link-gone')
    expect(
      (await openBrowser(clinic).send('/api/join', { token, password: goodPassword, second: null })).json()
        .kind,
    ).toBe('link-gone')
    clock.machineNow -= 7 * day
  })

  test('is put out by a newer one, and is kept nowhere but in the mail', async () => {
    const { personId, email, token } = await invitedClient()
    await invite(personId)
    expect((await look(openBrowser(clinic), token)).json().kind).toBe('link-gone')
    const newer = tokenIn(await mailsTo(email))
    expect(JSON.stringify((await owner.query('select * from invitation')).rows)).not.toContain(newer)
    expect(JSON.stringify((await owner.query('select * from intent')).rows)).not.toContain(newer)
    const jobs = await owner.query('select * from graphile_worker._private_jobs')
    expect(JSON.stringify(jobs.rows)).not.toContain(newer)
    expect(
      (await openBrowser(clinic).send('/api/join', { token: newer, password: goodPassword, second: null }))
        .statusCode,
    ).toBe(200)
    expect((await invite(personId)).json().kind).toBe('already-joined')
  })

  test('that was made up is no link', async () =>
    expect((await look(openBrowser(clinic), 'x'.repeat(32))).json().kind).toBe('link-gone'))
})

describe('a member who is invited', () => {
  test('needs a second step, and is in with both and ten recovery codes', async () => {
    const { token, id } = await invitedMember(['coordinator'])
    const bare = await openBrowser(clinic).send('/api/join', { token, password: goodPassword, second: null })
    expect(bare.json()).toMatchObject({ kind: 'malformed', fields: [{ path: 'second', fault: 'missing' }] })
    const { browser, reply } = await joined(token)
    expect(reply.json().codes).toHaveLength(10)
    expect((await browser.send(`/api/people/${people.client.seatId}`)).statusCode).toBe(200)
    const { members } = (await ask(people.administrator, '/api/staff')).json()
    expect(members.find((one: { id: string }) => one.id === id)).toMatchObject({
      state: 'joined',
      name: 'New Here',
    })
  })

  test('who signs in elsewhere already joins with the same sign-in', async () => {
    const someone = await member()
    const { token, id } = await invitedMember(['auditor'], someone.email)
    expect((await look(openBrowser(clinic), token)).json().hasAccount).toBe(true)
    expect(
      (await openBrowser(clinic).send('/api/join', { token, password: goodPassword, second: null })).json()
        .kind,
    ).toBe('has-account')
    const browser = await signedIn(someone)
    expect((await browser.send('/api/join/too', { token })).json()).toEqual({ seatId: id })
    expect((await browser.send('/api/account')).json().seats).toHaveLength(2)
  })

  test('who has one factor only must add a second first; the link stays good', async () => {
    const someone = await client()
    const { token } = await invitedMember(['auditor'], someone.email)
    const browser = openBrowser(clinic)
    await at(browser, someone.email)
    expect((await browser.send('/api/join/too', { token })).json().kind).toBe('needs-second-step')
    expect((await look(browser, token)).statusCode).toBe(200)
  })
})
