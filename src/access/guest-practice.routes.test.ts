import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Someone } from '../app/testing/arrange.ts'
import { openBrowser } from '../app/testing/browser.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { guestsIn, kindOf } from '../app/testing/guests.ts'
import { minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, ask, clock, people } = clinic
const { invite, told, inCare, guestOf } = guestsIn(clinic)

beforeEach(async () => {
  clock.machineNow += minute
  await owner.query('update login set seen_at = $1 where ended_at is null', [new Date(clock.machineNow)])
  await owner.query('delete from wrong_try')
})

const dismiss = (as: Someone, client: Someone, { grantId, reason = 'Their license has ended.' }: About) =>
  ask(as, `/api/people/${client.seatId}/guests/${grantId}/dismissal`, { body: { id: randomUUID(), reason } })
interface About {
  readonly grantId: string
  readonly reason?: string
}
const look = (as: Someone, client: Someone, { grantId, found }: { grantId: string; found: string }) =>
  ask(as, `/api/people/${client.seatId}/guests/${grantId}/license`, {
    body: { id: randomUUID(), found, lookedIn: 'the board’s own search' },
  })

describe('the practice ends a guest’s part', () => {
  test('at once, with a reason that the client reads, and the guest is told nothing of it', async () => {
    const { client, courseId } = await inCare()
    const { who, grantId } = await guestOf(client, courseId)
    expect((await ask(who, '/api/guest')).statusCode).toBe(200)
    expect((await dismiss(people.coordinator, client, { grantId })).statusCode).toBe(200)
    const after = await ask(who, '/api/guest')
    expect(kindOf(after)).toEqual([403, 'seat-ended'])
    expect(after.body).not.toContain('license')
    expect((await told(client, client)).guests).toMatchObject([
      { state: 'ended-here', reason: 'Their license has ended.' },
    ])
  })

  test('an invitation that nobody has opened can be opened no more', async () => {
    const { client, courseId } = await inCare()
    const { id, token } = await invite(client, courseId)
    expect((await dismiss(people.prescriber, client, { grantId: id })).statusCode).toBe(200)
    const browser = openBrowser(clinic)
    expect((await browser.send('/api/join/look', { token })).json().kind).toBe('link-gone')
    expect((await told(client, client)).guests).toMatchObject([{ state: 'ended-here', joinedAt: null }])
  })

  test('not without a reason, not by a therapist, an administrator or another practice, and never to let one in', async () => {
    const { client, courseId } = await inCare()
    const { who, grantId } = await guestOf(client, courseId)
    expect((await dismiss(people.coordinator, client, { grantId, reason: '  ' })).statusCode).toBe(422)
    for (const as of [people.therapist, people.administrator, people.foreigner, who])
      expect([403, 404]).toContain((await dismiss(as, client, { grantId })).statusCode)
    expect((await ask(who, '/api/guest')).statusCode).toBe(200)
    expect((await told(people.coordinator, client)).can).toEqual({
      invite: false,
      end: false,
      dismiss: true,
      checkLicense: true,
    })
  })

  test('the grant of another person is not found under this one', async () => {
    const [one, other] = [await inCare(), await inCare()]
    const { grantId, who } = await guestOf(other.client, other.courseId)
    expect((await dismiss(people.coordinator, one.client, { grantId })).statusCode).toBe(404)
    expect((await ask(who, '/api/guest')).statusCode).toBe(200)
  })
})

describe('a license is looked up', () => {
  test('by whom, where, and what it said; the last look counts, and none of them ends anything', async () => {
    const { client, courseId } = await inCare()
    const { who, grantId } = await guestOf(client, courseId)
    expect((await told(people.therapist, client)).guests[0]!.licenseCheck).toBeNull()
    expect((await look(people.therapist, client, { grantId, found: 'not-found' })).statusCode).toBe(200)
    clock.machineNow += minute
    expect((await look(people.coordinator, client, { grantId, found: 'valid' })).statusCode).toBe(200)
    expect((await told(people.therapist, client)).guests[0]!.licenseCheck).toMatchObject({
      found: 'valid',
      lookedIn: 'the board’s own search',
    })
    const { rows } = await owner.query('select found from guest_license_check where grant_id = $1', [grantId])
    expect(rows.map(({ found }) => found).toSorted()).toEqual(['not-found', 'valid'])
    expect((await ask(who, '/api/guest')).statusCode).toBe(200)
  })

  test('nobody who has not joined has stated one', async () => {
    const { client, courseId } = await inCare()
    const { id } = await invite(client, courseId)
    expect((await look(people.coordinator, client, { grantId: id, found: 'valid' })).statusCode).toBe(404)
  })
})
