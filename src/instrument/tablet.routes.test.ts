import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addLogin, addPerson, assign, machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { codeFor, openTablet } from '../app/testing/tablets.ts'
import { minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, clock } = clinic

let client: Someone
beforeAll(() =>
  owner.query(`insert into care_clock (practice_id, ahead) values ($1, $2::timestamptz - now())`, [
    practiceId,
    new Date(machineStart).toISOString(),
  ]),
)
beforeEach(async () => {
  await later(60 * minute)
  client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
})

/** Time goes by, and the members are at work meanwhile: their sign-in does not go idle. */
async function later(span: number) {
  clock.machineNow += span
  await owner.query(`update login set seen_at = $1, ends_at = $1::timestamptz + interval '1 day'`, [
    new Date(clock.machineNow),
  ])
}

const handed = (instrumentId = 'phq-9') => ({
  personId: client.seatId,
  instrumentId,
  by: people.therapist,
})
const open = (code: string, headers: Record<string, string> = {}) =>
  ask(undefined, '/api/tablet/open', { body: { code }, headers })
const withToken = (token: string, path: string, body?: object) =>
  ask(undefined, path, { headers: { 'throughline-tablet': token }, ...(body && { body }) })
const calm = { answers: [1, 1, 1, 1, 1, 1, 1, 1, 0] }
const heavy = { answers: [1, 1, 1, 1, 1, 1, 1, 1, 2] }
const sheet = (answers: object, more: object = {}) => ({ language: 'en', answers, withheld: {}, ...more })
const stored = async () =>
  (await owner.query('select * from instrument_response where person_id = $1', [client.seatId])).rows
const passOf = async (id: string) =>
  (await owner.query('select * from tablet_pass where id = $1', [id])).rows[0]

describe('a code', () => {
  test('opens one form, says nothing of whose it is, and what is sent there is that person’s', async () => {
    const { id, code, expiresAt } = await codeFor(clinic, handed())
    expect([code, expiresAt]).toEqual([expect.stringMatching(/^\d{9}$/), clock.machineNow + 15 * minute])
    const { token } = (await open(code)).json()
    const form = await withToken(token, '/api/tablet/form')
    expect(form.json()).toEqual({
      instrument: expect.objectContaining({ id: 'phq-9' }),
      reading: expect.objectContaining({ declared: false }),
      timeZone: expect.any(String),
    })
    for (const telling of [client.seatId, 'Prueba', 'Member', practiceId])
      expect(form.body).not.toContain(telling)
    expect((await withToken(token, '/api/tablet/answers', sheet(calm))).json()).toEqual({
      told: false,
      listed: false,
    })
    expect(await stored()).toMatchObject([{ id, given: 'tablet', total: 8, answered_by: null }])
    expect(await passOf(id)).toMatchObject({ ended_why: 'sent' })
  })

  test('works once: a second tablet, and the same one again, are refused as if it had never been', async () => {
    const { code } = await codeFor(clinic, handed())
    expect((await open(code)).statusCode).toBe(200)
    expect((await open(code)).json().kind).toBe('not-recognised')
    expect((await open('000 000 000')).json().kind).toBe('not-recognised')
  })

  test('said in threes, with spaces or dashes, it is the same code', async () => {
    const { code } = await codeFor(clinic, handed())
    const said = `${code.slice(0, 3)} ${code.slice(3, 6)}-${code.slice(6)} `
    expect((await open(said)).statusCode).toBe(200)
  })

  test('is over after fifteen minutes, and when it was taken back', async () => {
    const late = await codeFor(clinic, handed())
    await later(15 * minute)
    expect((await open(late.code)).json().kind).toBe('not-recognised')
    const gone = await codeFor(clinic, handed())
    await ask(people.therapist, `/api/people/${client.seatId}/tablet/${gone.id}/withdraw`, { body: {} })
    expect((await open(gone.code)).json().kind).toBe('not-recognised')
  })

  test('neither it nor the token is in the database, nor a mark that can be tried without the house’s key', async () => {
    const { id, code } = await codeFor(clinic, handed())
    const { token } = (await open(code)).json()
    const row = JSON.stringify(await passOf(id), (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('hex') : value,
    )
    const plain = createHash('sha256').update(code).digest('hex')
    for (const secret of [code, token, plain]) expect(row).not.toContain(secret)
    expect(JSON.stringify((await owner.query('select answer from intent')).rows)).not.toContain(code)
  })

  test('guessed at, it waits longer each time, for the right one too', async () => {
    const { code } = await codeFor(clinic, handed())
    for (let guess = 0; guess < 5; guess += 1)
      expect((await open(`11122233${guess}`)).json().kind).toBe('not-recognised')
    expect((await open('111222339')).json().kind).toBe('too-many')
    expect((await open(code)).json()).toMatchObject({ kind: 'too-many', fields: [{ path: 'seconds' }] })
    await later(5 * minute)
    expect((await open(code)).statusCode).toBe(200)
  })

  test('a hundred at once with one code open one tablet', async () => {
    const { code } = await codeFor(clinic, handed())
    const replies = await Promise.all(Array.from({ length: 20 }, () => open(code)))
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  })

  test('whoever was signed in to that browser is so no longer', async () => {
    const { code } = await codeFor(clinic, handed())
    const token = await addLogin(owner, people.therapist.accountId, 2)
    await later(0)
    const account = () => ask({ ...people.therapist, token }, '/api/account')
    expect((await account()).statusCode).toBe(200)
    const reply = await open(code, { cookie: `__Host-throughline=${token}` })
    expect(String(reply.headers['set-cookie'])).toMatch(/__Host-throughline=;/)
    expect((await account()).statusCode).toBe(401)
  })

  test('carries only what a client may answer alone: nothing about what happened to them, nothing a clinician rates', async () => {
    for (const instrumentId of ['pc-ptsd-5', 'lec-5', 'rass', 'c-ssrs-screener', 'no-such'])
      expect(
        (
          await ask(people.therapist, `/api/people/${client.seatId}/tablet`, {
            body: { id: randomUUID(), instrumentId },
          })
        ).statusCode,
      ).toBe(404)
    const offered = (await ask(people.therapist, `/api/people/${client.seatId}/tablet`)).json()
    expect(offered.instruments.map(({ id }: { id: string }) => id)).not.toContain('pc-ptsd-5')
  })
})

describe('whoever holds the tablet', () => {
  test('reaches nothing else with its token: no record, no list, no other person, no account, no stream', async () => {
    const token = await openTablet(clinic, handed())
    for (const path of [
      `/api/people/${client.seatId}`,
      `/api/people/${client.seatId}/asking`,
      `/api/people/${client.seatId}/measures`,
      `/api/people/${client.seatId}/tablet`,
      `/api/people/${people.otherClient.seatId}`,
      '/api/people',
      '/api/here',
      '/api/account',
      '/api/tasks',
    ]) {
      const reply = await withToken(token, path)
      expect([path, [403, 404].includes(reply.statusCode)]).toEqual([path, true])
      expect(reply.body).not.toContain('Prueba')
    }
  })

  test('names no other person and no other form: what names one is refused', async () => {
    const token = await openTablet(clinic, handed())
    for (const more of [
      { personId: people.otherClient.seatId },
      { instrumentId: 'gad-7' },
      { id: randomUUID() },
      { passId: randomUUID() },
    ])
      expect((await withToken(token, '/api/tablet/answers', sheet(calm, more))).statusCode).toBe(422)
    expect(await stored()).toEqual([])
    expect((await withToken(token, '/api/tablet/answers', sheet({ answers: [9] }))).statusCode).toBe(422)
  })

  test('a guessed token, a member’s, or a client’s as a tablet’s open nothing', async () => {
    for (const token of [randomUUID(), people.therapist.token, client.token])
      for (const path of ['/api/tablet', '/api/tablet/form'])
        expect((await withToken(token, path)).statusCode).toBe(401)
    const tablet = await openTablet(clinic, handed())
    const asCookie = { cookie: `__Host-throughline=${tablet}` }
    expect((await ask(undefined, '/api/tablet/form', { headers: asCookie })).statusCode).toBe(401)
  })

  test('sent, left, or taken back, it is over: the form is read out no more, and nothing is taken', async () => {
    const path = `/api/people/${client.seatId}/tablet`
    const sent = await openTablet(clinic, handed())
    await withToken(sent, '/api/tablet/answers', sheet(calm))
    await later(minute)
    const left = await openTablet(clinic, handed())
    await withToken(left, '/api/tablet/leave', {})
    await later(minute)
    const gone = await openTablet(clinic, handed())
    const [newest] = (await ask(people.therapist, path)).json().passes
    expect(newest).toMatchObject({ state: 'open', name: 'PHQ-9', by: 'Member therapist' })
    await ask(people.therapist, `${path}/${newest.id}/withdraw`, { body: {} })
    for (const token of [sent, left, gone]) {
      expect((await withToken(token, '/api/tablet')).statusCode).toBe(401)
      expect((await withToken(token, '/api/tablet/form')).statusCode).toBe(401)
      expect((await withToken(token, '/api/tablet/draft', sheet(heavy))).statusCode).toBe(401)
      expect((await withToken(token, '/api/tablet/answers', sheet(heavy))).statusCode).toBe(401)
    }
    expect(await stored()).toHaveLength(1)
    expect(
      (await ask(people.therapist, path)).json().passes.map(({ state }: { state: string }) => state),
    ).toEqual(['withdrawn', 'left', 'sent'])
  })

  test('after five minutes of nothing the form is not read out again; what was answered meanwhile still arrives', async () => {
    const token = await openTablet(clinic, handed())
    await later(7 * minute)
    const unattended = { 'throughline-tablet': token, 'throughline-unattended': '1' }
    expect((await ask(undefined, '/api/tablet/form', { headers: unattended })).statusCode).toBe(401)
    expect((await withToken(token, '/api/tablet/answers', sheet(calm))).statusCode).toBe(200)
    const other = await openTablet(clinic, handed())
    await later(121 * minute)
    expect((await withToken(other, '/api/tablet/answers', sheet(heavy))).statusCode).toBe(401)
    expect(await stored()).toHaveLength(1)
  })

  test('the answer was lost on the way: sent again it is told the same, and stored once', async () => {
    const token = await openTablet(clinic, handed())
    const key = randomUUID()
    const again = () =>
      ask(undefined, '/api/tablet/answers', {
        headers: { 'throughline-tablet': token },
        intentKey: key,
        body: sheet(heavy),
      })
    const replies = [await again(), await again()]
    expect(replies.map((reply) => [reply.statusCode, reply.json()])).toEqual([
      [200, { told: true, listed: false }],
      [200, { told: true, listed: false }],
    ])
    expect(await stored()).toHaveLength(1)
  })
})

test('an answer about death pages the team at once, as anywhere, and names no one on the tablet', async () => {
  const token = await openTablet(clinic, handed())
  const kept = await withToken(token, '/api/tablet/draft', sheet(heavy))
  expect([kept.json(), kept.body]).toEqual([
    { told: true, listed: false },
    expect.not.stringContaining('Member'),
  ])
  await withToken(token, '/api/tablet/answers', sheet(heavy))
  const { rows } = await owner.query('select kind, urgency from task where person_id = $1 order by kind', [
    client.seatId,
  ])
  expect(rows).toEqual([
    { kind: 'danger-answer', urgency: 'same-day' },
    { kind: 'screen-in-person', urgency: 'same-day' },
  ])
})

test('it says whether someone reads now, and promises nothing at another hour', async () => {
  const form = async () => {
    const token = await openTablet(clinic, handed())
    return (await withToken(token, '/api/tablet/form')).json()
  }
  expect((await form()).reading).toMatchObject({ declared: false, openNow: false })
  const declare = (weekdays: number[]) =>
    ask(people.administrator, '/api/cover', {
      body: { id: randomUUID(), weekdays, opensMinute: 0, closesMinute: 1440, respondWithinMinutes: 60 },
    })
  await declare([1, 2, 3, 4, 5, 6, 7])
  expect(await form()).toMatchObject({
    reading: { declared: true, openNow: true },
    timeZone: expect.any(String),
  })
})

test('in a language that has no words of it, nothing is taken', async () => {
  const token = await openTablet(clinic, handed('pcl-5'))
  const answers = { answers: Array.from({ length: 20 }, () => 1) }
  for (const path of ['/api/tablet/draft', '/api/tablet/answers'])
    expect((await withToken(token, path, { ...sheet(answers), language: 'es' })).json().fields).toEqual([
      { path: 'language', fault: 'no-words' },
    ])
  expect(await stored()).toEqual([])
})

test('what a tablet did stands on the person’s trail, as a tablet’s', async () => {
  const token = await openTablet(clinic, handed())
  await withToken(token, '/api/tablet/answers', sheet(calm))
  const { rows } = await owner.query(
    `select distinct action, roles::text from audit_event where person_id = $1 and action like 'tablet.%' order by action`,
    [client.seatId],
  )
  expect(rows.map(({ action }) => action)).toEqual(['tablet.answer', 'tablet.hand'])
  expect(JSON.stringify(rows)).toContain('tablet')
})
