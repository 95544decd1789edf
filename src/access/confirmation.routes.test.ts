import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addLogin, type Someone } from '../app/testing/arrange.ts'
import { openClinic, outcomesOf } from '../app/testing/clinic.ts'
import {
  giveAuthenticator,
  giveConfirmation,
  givePassword,
  hashOfDocument,
  testPassword,
} from '../app/testing/credentials.ts'
import { minute } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { enter } from '../platform/db/door.ts'
import { hashOf } from '../platform/http/request.ts'
import { writing } from '../platform/db/write.ts'
import { spendConfirmation } from './confirmation.commands.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, clock, db } = clinic
const documentHash = hashOfDocument('what is signed')

const { prescriber, client, otherClient } = people
for (const who of [prescriber, client, otherClient]) await givePassword(owner, who.accountId)
const code = await giveAuthenticator(owner, prescriber.accountId)
const codeOfOther = await giveAuthenticator(owner, otherClient.accountId)

beforeEach(async () => {
  clock.machineNow += 2 * minute
  await owner.query('delete from wrong_try')
})

const confirm = (who: Someone, proof: object, intentKey?: string) =>
  ask(who, '/api/account/confirm', { body: { documentHash, proof }, ...(intentKey && { intentKey }) })

/** What a signing command does, as this person. Answers the factor, or the refusal. */
const spend = (who: Someone, confirmationId: string, hash = documentHash) =>
  enter(
    db,
    { tokenHash: hashOf(who.token), seatId: who.seatId, machineNow: clock.machineNow, attended: true },
    async (tx) => {
      const wanted = { confirmationId, documentHash: hash }
      return (await spendConfirmation.within(writing(tx), wanted, { machineNow: clock.machineNow })).factor
    },
  ).catch((refusal) => (refusal instanceof Problem ? refusal.kind : Promise.reject(refusal)))

describe('confirming', () => {
  test('a member shows password and code, and may sign once', async () => {
    const reply = await confirm(prescriber, { password: testPassword, code: code(clock.machineNow) })
    expect(reply.statusCode).toBe(200)
    const { confirmationId, until } = reply.json()
    expect(until).toBe(clock.machineNow + 2 * minute)
    expect(await spend(prescriber, confirmationId)).toBe('password+totp')
    expect(await spend(prescriber, confirmationId)).toBe('confirmation-needed')
  })

  test('a code is good for one confirmation only', async () => {
    const proof = { password: testPassword, code: code(clock.machineNow) }
    expect((await confirm(prescriber, proof)).statusCode).toBe(200)
    const again = await confirm(prescriber, proof)
    expect([again.statusCode, again.json().kind]).toEqual([401, 'not-recognised'])
  })

  test('of five who show one code at once, one is let through', async () => {
    const proof = { password: testPassword, code: code(clock.machineNow) }
    const replies = await Promise.all(Array.from({ length: 5 }, () => confirm(prescriber, proof)))
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  })

  test('an older code is not fresh after a newer one was used', async () => {
    const older = code(clock.machineNow - 30_000)
    await confirm(prescriber, { password: testPassword, code: code(clock.machineNow) })
    expect((await confirm(prescriber, { password: testPassword, code: older })).json().kind).toBe(
      'not-recognised',
    )
  })

  test('a member without a code, or with a wrong password, is not recognised', async () => {
    expect((await confirm(prescriber, { password: testPassword })).json().kind).toBe('not-recognised')
    const proof = { password: 'not this', code: code(clock.machineNow) }
    expect((await confirm(prescriber, proof)).json().kind).toBe('not-recognised')
  })

  test('a client shows a password, and a code where they have one', async () => {
    const { confirmationId } = (await confirm(client, { password: testPassword })).json()
    expect(await spend(client, confirmationId)).toBe('password')
    expect((await confirm(otherClient, { password: testPassword })).json().kind).toBe('not-recognised')
    const proof = { password: testPassword, code: codeOfOther(clock.machineNow) }
    expect((await confirm(otherClient, proof)).statusCode).toBe(200)
  })

  test('wrong tries slow down, are on the trail, and are waited out', async () => {
    const key = randomUUID()
    await confirm(client, { password: 'wrong' }, key)
    expect(await outcomesOf(clinic, key)).toEqual(['not-recognised'])
    for (let turn = 0; turn < 6; turn += 1) await confirm(client, { password: 'wrong' })
    const soon = await confirm(client, { password: testPassword })
    expect([soon.statusCode, soon.json().kind]).toEqual([429, 'too-many'])
    expect(Number(soon.json().fields[0].fault)).toBeGreaterThan(0)
    clock.machineNow += 15 * minute
    const later = { ...client, token: await freshLogin(client) }
    expect((await confirm(later, { password: testPassword })).statusCode).toBe(200)
  })

  test('fifty guesses at once are counted one by one', async () => {
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => confirm(client, { password: 'wrong' })),
    )
    const looked = replies.filter((reply) => reply.json().kind === 'not-recognised')
    expect(looked.length).toBeLessThanOrEqual(6)
  })

  test('what was asked is remembered without password and code', async () => {
    const who = { ...prescriber, token: await freshLogin(prescriber) }
    const key = randomUUID()
    expect(
      (await confirm(who, { password: testPassword, code: code(clock.machineNow) }, key)).statusCode,
    ).toBe(200)
    const asked = JSON.stringify([who.accountId, who.seatId, 'account.confirm', { documentHash }])
    const { rows } = await owner.query('select content_hash from intent where key = $1', [key])
    expect(rows[0].content_hash.toString('hex')).toBe(hashOfDocument(asked))
  })
})

describe('spending', () => {
  const given = (who: Someone, at = clock.machineNow) => giveConfirmation(owner, { who, documentHash, at })

  test('another document, another person, another login or another seat: refused', async () => {
    const id = await given(client)
    expect(await spend(client, id, hashOfDocument('what is signeD'))).toBe('confirmation-needed')
    expect(await spend(otherClient, id)).toBe('confirmation-needed')
    expect(await spend({ ...client, token: await freshLogin(client) }, id)).toBe('confirmation-needed')
    await owner.query('update confirmation set seat_id = null where id = $1', [id])
    expect(await spend(client, id)).toBe('confirmation-needed')
  })

  test('after two minutes it is gone', async () => {
    const id = await given(client)
    clock.machineNow += 2 * minute
    expect(await spend(client, id)).toBe('confirmation-needed')
    clock.machineNow -= 1
    expect(await spend(client, id)).toBe('password+totp')
  })

  test('of five signatures at once, one has it', async () => {
    const id = await given(client)
    const spent = await Promise.all(Array.from({ length: 5 }, () => spend(client, id)))
    expect(spent.filter((factor) => factor === 'password+totp')).toHaveLength(1)
  })
})

async function freshLogin(who: Someone): Promise<string> {
  const token = await addLogin(owner, who.accountId, 2)
  await owner.query('update login set seen_at = $1 where token_hash = $2', [
    new Date(clock.machineNow),
    hashOf(token),
  ])
  return token
}
