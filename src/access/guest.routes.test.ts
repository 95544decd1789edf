import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addLogin } from '../app/testing/arrange.ts'
import { openBrowser } from '../app/testing/browser.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { arrivalsAt } from '../app/testing/arrivals.ts'
import { guestsIn, kindOf, stated, type InCare } from '../app/testing/guests.ts'
import { day, hour, isoOf, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, ask, clock, practiceId, people } = clinic
const { invite, join, end, told, inCare, guestOf } = guestsIn(clinic)
const { mailsTo } = arrivalsAt(clinic)

beforeEach(async () => {
  clock.machineNow += minute
  await owner.query('update login set seen_at = $1 where ended_at is null', [new Date(clock.machineNow)])
  await owner.query('delete from wrong_try')
})

const audited = async (personId: string, action: string) =>
  (
    await owner.query('select outcome from audit_event where person_id = $1 and action = $2 order by id', [
      personId,
      action,
    ])
  ).rows.map(({ outcome }) => outcome)

async function dosed({ client, courseId, sessionId }: InCare, dischargedAgo?: number) {
  const now = Date.now()
  const here = [practiceId, client.seatId, courseId, sessionId, people.prescriber.seatId, randomUUID()]
  await owner.query(
    `insert into dose (practice_id, person_id, course_id, session_id, given_by, recorded_by, id, product, form, route,
       label_mg, label_salt, base_mg, given_at, deviation, because)
     values ($1, $2, $3, $4, $5, $5, $6, 'racemic', 'lozenge', 'sublingual', 100, 'base', 100, $7, true, '{test}')`,
    [...here, isoOf(now - 2 * day)],
  )
  if (dischargedAgo !== undefined)
    await owner.query(
      `insert into discharge (practice_id, person_id, course_id, session_id, discharged_by, id, criteria, discharged_at)
       values ($1, $2, $3, $4, $5, $6, '[]', $7)`,
      [...here.slice(0, 5), randomUUID(), isoOf(now - dischargedAgo)],
    )
}

describe('a client lets a therapist in', () => {
  test('signed by the client, and mailed in words that tell nothing', async () => {
    const { client, courseId } = await inCare()
    const { reply, email, token } = await invite(client, courseId, { lasts: '30' })
    expect(reply.statusCode).toBe(200)
    const [mail] = await mailsTo(email)
    expect(mail!.text).toContain(`http://localhost/join#${token}`)
    expect(`${mail!.subject} ${mail!.text}`).not.toMatch(/ana|ours|therap|health|care|nora/i)
    const { guests, can } = await told(client, client)
    expect(guests).toMatchObject([{ name: 'Nora Vale', state: 'invited', joinedAt: null, license: null }])
    expect(Math.abs(guests[0]!.until! - guests[0]!.grantedAt - 30 * day)).toBeLessThan(minute)
    expect(can).toEqual({ invite: true, end: true, dismiss: false, checkLicense: false })
    expect(await audited(client.seatId, 'guest.invite')).toEqual(['done'])
  })

  test('what was signed must be what was shown', async () => {
    const { client, courseId } = await inCare()
    const { reply } = await invite(client, courseId, { hash: 'ab'.repeat(32) })
    expect(kindOf(reply)).toEqual([409, 'changed-meanwhile'])
    expect((await told(client, client)).guests).toEqual([])
  })

  test('a course that has ended takes no guest, and nobody lets anyone into another’s', async () => {
    const { client, courseId } = await inCare()
    expect((await invite(people.otherClient, courseId)).reply.statusCode).toBe(404)
    await owner.query(`update course set ended_at = now() - interval '1 hour' where id = $1`, [courseId])
    expect(kindOf((await invite(client, courseId)).reply)).toEqual([409, 'course-ended'])
  })

  test('from a dose until a day after discharge nobody is let in, and taking back works', async () => {
    const [going, soon, later] = [await inCare(), await inCare(), await inCare()]
    const before = await invite(soon.client, soon.courseId)
    await dosed(going)
    await dosed(soon, 4 * hour)
    await dosed(later, 25 * hour)
    expect((await told(going.client, going.client)).window).toEqual({ open: false, until: null })
    expect(kindOf((await invite(going.client, going.courseId)).reply)).toEqual([409, 'nothing-widens-yet'])
    expect(kindOf((await invite(soon.client, soon.courseId)).reply)).toEqual([409, 'nothing-widens-yet'])
    expect((await invite(later.client, later.courseId)).reply.statusCode).toBe(200)
    expect(kindOf((await join(before.token)).reply)).toEqual([409, 'not-taken-up-yet'])
    expect((await end(soon.client, before.id)).statusCode).toBe(200)
    expect((await told(soon.client, soon.client)).guests[0]!.state).toBe('taken-back')
  })

  test('the database itself refuses it then, whatever asks', async () => {
    const place = await inCare()
    await dosed(place)
    await owner.query(`select set_config('app.practice_id', $1, false)`, [practiceId])
    const insert = owner.query(
      `insert into guest_grant (practice_id, id, person_id, course_id, name, email, shown, document_hash, confirmation_id,
         granted_at, granted_by)
       values ($1, $2, $3, $4, 'N', 'n@x', 's', encode(sha256('s'), 'hex'), $2, now(), $3)`,
      [practiceId, randomUUID(), place.client.seatId, place.courseId],
    )
    await expect(insert).rejects.toMatchObject({ code: 'TL001' })
    await owner.query(`select set_config('app.practice_id', '', false)`)
  })
})

describe('the therapist joins', () => {
  test('one whose practice is not here gets one that holds their name, and sits on that course alone', async () => {
    const { client, courseId } = await inCare()
    const { who, account, seat } = await guestOf(client, courseId)
    expect(seat).toMatchObject({ practiceName: 'Ours', roles: ['guest'], about: 'Ana', sole: false })
    expect(account.seats.find(({ sole }: { sole: boolean }) => sole)).toMatchObject({
      kind: 'member',
      practiceName: stated.name,
      roles: ['therapist'],
    })
    expect((await ask(who, '/api/guest')).json()).toMatchObject({ courseId, person: { givenName: 'Ana' } })
    expect((await told(people.coordinator, client)).guests).toMatchObject([
      { name: stated.name, state: 'here', license: { state: 'CA', number: 'LMFT 12345' } },
    ])
    expect(await audited(client.seatId, 'guest.join')).toEqual(['done'])
  })

  test('a member of another practice comes as who they are there, under the same sign-in', async () => {
    const { client, courseId } = await inCare()
    const { token } = await invite(client, courseId)
    const home = await arrivalsAt({ ...clinic, practiceId: clinic.elsewhere }).member(['therapist'])
    const browser = openBrowser(clinic)
    browser.cookies.set('__Host-throughline', await addLogin(owner, home.who.accountId, 2))
    await owner.query('update login set seen_at = $1', [new Date(clock.machineNow)])
    const missing = await browser.send('/api/join/too', { token })
    expect(kindOf(missing)).toEqual([422, 'malformed'])
    const reply = await browser.send('/api/join/too', { token, stated })
    expect(reply.statusCode).toBe(200)
    const { seats } = (await browser.send('/api/account')).json()
    expect(seats.map(({ kind }: { kind: string }) => kind)).toEqual(['member', 'guest'])
    const { rows } = await owner.query('select home_member_id from seat where id = $1', [reply.json().seatId])
    expect(rows[0].home_member_id).toBe(home.who.seatId)
  })

  test('someone who works here, and the client themself, cannot come in this way', async () => {
    const { client, courseId } = await inCare()
    const { token } = await invite(client, courseId)
    for (const [who, kind] of [
      [people.monitor, 'guest-works-here'],
      [client, 'guest-is-client'],
    ] as const)
      expect(kindOf(await ask(who, '/api/join/too', { body: { token, stated } }))).toEqual([409, kind])
    const seat = owner.query(
      `insert into seat (id, practice_id, account_id, kind, person_id, course_id, home_member_id, since)
       values ($1, $2, $3, 'guest', $4, $5, $6, now())`,
      [randomUUID(), practiceId, people.monitor.accountId, client.seatId, courseId, people.monitor.seatId],
    )
    await expect(seat).rejects.toMatchObject({ code: '23514' })
  })

  test('a link works once, and not after it was taken back', async () => {
    const { client, courseId } = await inCare()
    const first = await invite(client, courseId)
    expect((await join(first.token)).reply.statusCode).toBe(200)
    const again = await openBrowser(clinic).send('/api/join/look', { token: first.token })
    expect(kindOf(again)).toEqual([410, 'link-gone'])
    const second = await invite(client, courseId)
    await end(client, second.id)
    expect(kindOf(await openBrowser(clinic).send('/api/join/look', { token: second.token }))).toEqual([
      410,
      'link-gone',
    ])
  })
})
