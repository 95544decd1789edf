import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addPerson } from '../app/testing/arrange.ts'
import { arrivalsAt } from '../app/testing/arrivals.ts'
import { openBrowser } from '../app/testing/browser.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { giveConfirmation, testVaultKey } from '../app/testing/credentials.ts'
import { buildServer } from '../app/server.ts'
import { inPractice, nobody } from '../platform/db/door.ts'
import { queueMail } from '../platform/mail/mail.ts'
import type { Someone } from '../app/testing/arrange.ts'

const clinic = await openClinic()
const { owner, clock, db, practiceId, people } = clinic
const { client } = arrivalsAt(clinic)
const app = await buildServer({
  db,
  hub: clinic.hub,
  mailLeaves: false,
  machineNow: () => clock.machineNow,
  publicOrigin: () => 'http://localhost',
  vaultKey: testVaultKey,
  report: console.error,
})
afterAll(async () => {
  await app.close()
  await clinic.close()
})
beforeEach(() => owner.query('delete from graphile_worker._private_jobs'))

const ask = (as: Someone, url: string, sent: { body?: object; intentKey?: string } = {}) => {
  const { body, intentKey = randomUUID() } = sent
  return app.inject({
    method: body ? 'POST' : 'GET',
    url,
    ...(body && { payload: body }),
    headers: {
      cookie: `__Host-throughline=${as.token}`,
      'throughline-seat': as.seatId,
      ...(body && { 'idempotency-key': intentKey }),
    },
  })
}

const mails = async () =>
  (
    await owner.query(
      `select payload from graphile_worker._private_jobs where payload ->> 'subject' is not null`,
    )
  ).rows

const toInvite = () => ({
  id: randomUUID(),
  name: 'New Here',
  roles: ['therapist'],
  email: `${randomUUID()}@people.example`,
  language: 'en',
})

describe('where no mail leaves', () => {
  test('whoever invites a member gets the link, once; it works, and it is kept nowhere', async () => {
    const [member, intent] = [toInvite(), randomUUID()]
    const { link } = (
      await ask(people.administrator, '/api/staff', { body: member, intentKey: intent })
    ).json()
    expect(link).toMatch(/^http:\/\/localhost\/join#[\w-]{32}$/)
    const token = link.split('#')[1]
    const looked = await openBrowser({ app }).send('/api/join/look', { token })
    expect(looked.json()).toMatchObject({ email: member.email })
    expect(
      (await ask(people.administrator, '/api/staff', { body: member, intentKey: intent })).json(),
    ).toMatchObject({
      id: member.id,
      link: null,
    })
    for (const table of ['intent', 'invitation', 'graphile_worker._private_jobs', 'audit_event'])
      expect(JSON.stringify((await owner.query(`select * from ${table}`)).rows)).not.toContain(token)
    expect(await mails()).toEqual([])
  })

  test('a second invitation brings another link, and puts the first out', async () => {
    const member = toInvite()
    const first = (await ask(people.administrator, '/api/staff', { body: member })).json().link
    const again = { email: member.email, language: 'en' }
    const { link } = (
      await ask(people.administrator, `/api/staff/${member.id}/invitation`, { body: again })
    ).json()
    const look = async (it: string) =>
      (await openBrowser({ app }).send('/api/join/look', { token: it.split('#')[1] })).statusCode
    expect([await look(first), await look(link)]).toEqual([410, 200])
  })

  test('whoever invites a client gets the link too', async () => {
    const { seatId } = await addPerson(owner, practiceId)
    await owner.query('update seat set until = now() where id = $1', [seatId])
    const body = { id: randomUUID(), email: `${randomUUID()}@people.example` }
    const reply = await ask(people.coordinator, `/api/people/${seatId}/invitation`, { body })
    expect(reply.json().link).toMatch(/\/join#/)
  })

  test('a forgotten password is told the truth, and leaves no link behind', async () => {
    const { email } = await client()
    const reply = await openBrowser({ app }).send('/api/recover', { email })
    expect(reply.json()).toEqual({ asked: true, mailLeaves: false })
    expect((await owner.query('select from graphile_worker._private_jobs')).rowCount).toBe(0)
  })

  test('a renewal is not allowed into nothing: it is refused, and still waits', async () => {
    const asked = { id: randomUUID() }
    await owner.query(
      `insert into recovery_request (practice_id, id, account_id, seat_id, asked_by, asked_at)
       values ($1, $2, $3, $4, null, $5)`,
      [practiceId, asked.id, people.therapist.accountId, people.therapist.seatId, new Date(clock.machineNow)],
    )
    const listed = async () =>
      (await ask(people.administrator, '/api/recoveries'))
        .json()
        .recoveries.find(({ id }: { id: string }) => id === asked.id)
    const { documentHash } = await listed()
    const confirmationId = await giveConfirmation(owner, {
      who: people.administrator,
      documentHash,
      at: clock.machineNow,
    })
    const body = { allow: true, confirmationId }
    const reply = await ask(people.administrator, `/api/recoveries/${asked.id}/decide`, { body })
    expect([reply.statusCode, reply.json().kind]).toEqual([409, 'no-mail'])
    expect(await listed()).toMatchObject({ mayDecide: true })
  })

  test('every page learns it', async () => {
    expect((await ask(people.therapist, '/api/here')).json().mailLeaves).toBe(false)
    expect((await clinic.ask(people.therapist, '/api/here')).json().mailLeaves).toBe(true)
  })
})

describe('mail that has not left', () => {
  const queue = (practice: string, to: string) =>
    inPractice(db, { ...nobody, practiceId: practice }, (tx) =>
      queueMail(tx, { to, subject: 'Something is waiting for you', text: 'CANARY text' }),
    )
  const unsent = async (as: Someone) => (await ask(as, '/api/mails/unsent')).json().mails

  test('is listed after two minutes, to whoever administers that practice alone, without its words', async () => {
    const [ours, theirs] = [practiceId, clinic.elsewhere].map((id) => `${id}@practice.example`)
    await queue(practiceId, ours!)
    await queue(clinic.elsewhere, theirs!)
    await queue(nobody.practiceId, 'own@people.example')
    expect(await unsent(people.administrator)).toEqual([])
    await owner.query(
      `update graphile_worker._private_jobs set created_at = now() - interval '5 minutes', attempts = 3`,
    )
    const listed = await unsent(people.administrator)
    expect(listed).toEqual([
      expect.objectContaining({ to: ours, subject: 'Something is waiting for you', tries: 3, gaveUp: false }),
      expect.objectContaining({ to: null, subject: null, tries: 3, gaveUp: false }),
    ])
    expect(JSON.stringify(listed)).not.toMatch(new RegExp(`CANARY|${theirs}|own@`))
    await owner.query(`update graphile_worker._private_jobs set attempts = max_attempts`)
    expect((await unsent(people.administrator))[0]).toMatchObject({ gaveUp: true })
  })

  test('is shown to no client and to nobody who does not administer', async () => {
    for (const someone of [people.therapist, people.coordinator, people.client])
      expect((await ask(someone, '/api/mails/unsent')).statusCode).toBe(403)
  })
})
