import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMember, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { giveConfirmation } from '../app/testing/credentials.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { putting, stageSession, type Stage } from '../app/testing/journey.ts'
import { isoOf } from '../kernel/instant.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { Own } from '../protocol/editions.contract.ts'
import { madeFrom, ownDocument, ownEndDocument, valuesOf } from '../protocol/own.ts'
import type { Protocol } from '../protocol/protocol.ts'
import type { Library } from '../rule/library.contract.ts'
import { proposalDocument, secondDocument } from '../rule/ownSigned.ts'
import { directorSigns } from './director.ts'

const clinic = await openClinic()
const app = new pg.Client(clinic.appUrl)
await app.connect()
afterAll(async () => {
  await app.end()
  await clinic.close()
})
const { people, ask, owner, clock, practiceId } = clinic
const { administrator, prescriber } = people

const name = (memberId: string | null, who: Someone = administrator) =>
  ask(who, '/api/director', { body: { id: randomUUID(), memberId } })
const named = async () => (await ask(administrator, '/api/director')).json().director
const readRules = async (who: Someone = prescriber): Promise<Library> => (await ask(who, '/api/rules')).json()
const confirmed = (who: Someone, document: string) =>
  giveConfirmation(owner, { who, documentHash: digest(document).toString('hex'), at: clock.machineNow })

async function propose(who: Someone): Promise<string> {
  const [id, reason] = [randomUUID(), 'Bladders we have seen.']
  const rules = [{ rule: 'EV-UA', version: 1, severity: 'block' as const }]
  const confirmationId = await confirmed(who, proposalDocument({ id, rules, reason }))
  const body = { id, rules, reason, confirmationId }
  expect((await ask(who, '/api/rules/proposals', { body })).statusCode).toBe(200)
  return id
}
const proposalOf = async (id: string, who?: Someone) =>
  (await readRules(who)).proposals.find((one) => one.id === id)!
async function second(id: string, who: Someone) {
  const confirmationId = await confirmed(who, secondDocument(await proposalOf(id)))
  const body = { id: randomUUID(), confirmationId }
  return (await ask(who, `/api/rules/proposals/${id}/second`, { body })).json()
}

async function publish(who: Someone) {
  const { editions }: { editions: Protocol[] } = (await ask(who, '/api/protocols')).json()
  const source = editions.find(({ id }) => id === 'im')!
  const [id, reason] = [randomUUID(), 'why']
  const title = { en: `Ours ${id}`, es: `Lo nuestro ${id}` }
  const protocol = madeFrom(source, { version: id, title, values: valuesOf(source) })
  const own = { id, lineId: id, edition: 1, fromVersion: source.version, reason }
  const confirmationId = await confirmed(who, ownDocument({ ...own, protocol }))
  const body = { ...own, protocolId: 'im', title, values: valuesOf(source), confirmationId }
  return { id, reply: (await ask(who, '/api/protocols/own', { body })).json() }
}
async function retire(lineId: string, who: Someone) {
  const end = { id: randomUUID(), lineId, reason: 'why' }
  const confirmationId = await confirmed(who, ownEndDocument(end))
  return (await ask(who, '/api/protocols/own/ends', { body: { ...end, confirmationId } })).json()
}
const mayPublish = async (who: Someone): Promise<{ can: { publish: boolean }; own: Own[] }> =>
  (await ask(who, '/api/protocols')).json()

/** As anyone could who holds the app's own connection and a seat here. */
async function past(seat: Someone, sql: string, values: readonly unknown[]): Promise<string> {
  await app.query('begin')
  try {
    await app.query(`select set_config('app.practice_id', $1, true), set_config('app.seat_id', $2, true)`, [
      practiceId,
      seat.seatId,
    ])
    await app.query(sql, [...values])
    return 'taken'
  } catch (cause) {
    return (cause as { code: string }).code
  } finally {
    await app.query('rollback')
  }
}

async function giveWithoutRelease(stage: Stage) {
  const body = {
    id: randomUUID(),
    orderId: await putting.order(stage, await careNowOf(clinic)),
    product: 'racemic',
    form: 'lozenge',
    route: 'sublingual',
    labelMg: 100,
    labelSalt: 'base',
    identifiers: ['name'],
    givenAt: isoOf(await careNowOf(clinic)),
  }
  const reply = await ask(people.monitor, `/api/sessions/${stage.sessionId}/doses`, { body })
  expect(reply.json()).toMatchObject({ deviation: true })
  const { rows } = await owner.query(
    `select owner_seat_id from task where kind = 'dose-deviation' and about_id = $1`,
    [body.id],
  )
  return rows.map((row) => row.owner_seat_id)
}

let director: Someone
let third: Someone
const gone = (who: Someone) =>
  owner.query('update member set disabled_at = now() where id = $1', [who.seatId])
beforeEach(async () => {
  director = await addMember(owner, practiceId, ['prescriber'])
  third = await addMember(owner, practiceId, ['prescriber'])
})
afterEach(async () => {
  await gone(director)
  await gone(third)
})

test('one of the signers is the director; where nobody is named, anyone', () => {
  expect(directorSigns(null, [null])).toBe(true)
  expect(directorSigns({ seatId: 'd' }, ['a', 'd'])).toBe(true)
  expect(directorSigns({ seatId: 'd' }, ['a', null])).toBe(false)
})

describe('who it is', () => {
  test('nobody, until an administrator names one of those who prescribe; everyone here is told who and by whom', async () => {
    expect([await named(), (await readRules()).director]).toEqual([null, null])
    expect((await name(director.seatId)).statusCode).toBe(200)
    expect(await named()).toMatchObject({ seatId: director.seatId })
    for (const who of [people.auditor, people.therapist, third])
      expect((await readRules(who)).director).toMatchObject({
        name: 'Member prescriber',
        namedBy: 'Member administrator',
      })
    expect((await name(third.seatId)).statusCode).toBe(200)
    expect(await named()).toMatchObject({ seatId: third.seatId })
    expect((await name(null)).statusCode).toBe(200)
    expect(await named()).toBeNull()
    const { rows } = await owner.query(
      `select count(*)::int as n from audit_event where action = 'director.name' and outcome = 'done' and effect`,
    )
    expect(rows[0].n).toBe(3)
  })

  test('only an administrator names, and only someone who prescribes here', async () => {
    for (const who of [prescriber, people.therapist, people.coordinator, people.auditor])
      expect((await name(director.seatId, who)).statusCode).toBe(403)
    for (const seat of [people.therapist.seatId, people.foreigner.seatId, randomUUID()])
      expect((await name(seat)).json().kind).toBe('malformed')
    const insert = `insert into medical_director (practice_id, id, member_id, named_by, named_at) values ($1, $2, $3, $4, now())`
    const row = (member: string, by: Someone) => [practiceId, randomUUID(), member, by.seatId]
    expect(await past(administrator, insert, row(director.seatId, administrator))).toBe('taken')
    expect(await past(administrator, insert, row(people.therapist.seatId, administrator))).toBe('42501')
    expect(await past(prescriber, insert, row(prescriber.seatId, prescriber))).toBe('42501')
    expect(await past(prescriber, insert, row(prescriber.seatId, administrator))).toBe('42501')
    expect(await past(administrator, 'delete from medical_director', [])).toBe('42501')
    expect(await past(administrator, 'update medical_director set member_id = null', [])).toBe('42501')
  })

  test('whoever no longer prescribes, or works, here is none: nobody is locked out', async () => {
    await name(director.seatId)
    await owner.query(`update member set roles = '{therapist}' where id = $1`, [director.seatId])
    expect([await named(), (await readRules()).director]).toEqual([null, null])
    await owner.query(`update member set roles = '{prescriber}' where id = $1`, [director.seatId])
    expect(await named()).toMatchObject({ seatId: director.seatId })
    await gone(director)
    expect(await named()).toBeNull()
    expect(await second(await propose(prescriber), third)).toHaveProperty('id')
    expect((await publish(third)).reply).toHaveProperty('id')
  })

  test('another practice has its own, and names nobody here', async () => {
    await name(director.seatId)
    const foreign = await addMember(owner, clinic.elsewhere, ['administrator'])
    expect((await ask(foreign, '/api/director')).json()).toMatchObject({ director: null })
    expect((await name(director.seatId, foreign)).json().kind).toBe('malformed')
    await name(null)
  })
})

describe('a decision about the rules', () => {
  test('of the two who sign, one is the director', async () => {
    await name(director.seatId)
    const id = await propose(prescriber)
    expect(await proposalOf(id, third)).toMatchObject({ needsDirector: true, maySecond: false })
    expect(await proposalOf(id, director)).toMatchObject({ needsDirector: true, maySecond: true })
    expect((await second(id, third)).kind).toBe('director-signs')
    const insert = `insert into rule_proposal_second (practice_id, id, proposal_id, document_hash, confirmation_id, signed_by, signed_at)
      values ($1, $2, $3, 'h', $2, $4, now())`
    const row = (who: Someone) => [practiceId, randomUUID(), id, who.seatId]
    expect(await past(third, insert, row(third))).toBe('42501')
    expect(await past(director, insert, row(director))).toBe('taken')
    expect(await second(id, director)).toHaveProperty('id')
    const own = (await readRules()).rules.find((rule) => rule.id === 'EV-UA')?.own
    expect(own?.proposal).toBe(id)
    await name(null)
  })

  test('proposed by the director, any other who prescribes is the second; the director alone is not two', async () => {
    await name(director.seatId)
    const id = await propose(director)
    expect(await proposalOf(id, third)).toMatchObject({ needsDirector: false, maySecond: true })
    expect((await second(id, director)).kind).toBe('second-must-differ')
    expect(await second(id, third)).toHaveProperty('id')
    await name(null)
  })

  test('named after it was proposed, the director is one of the two all the same', async () => {
    const id = await propose(prescriber)
    expect(await proposalOf(id, third)).toMatchObject({ needsDirector: false })
    await name(director.seatId)
    expect((await second(id, third)).kind).toBe('director-signs')
    await name(null)
    expect(await second(id, third)).toHaveProperty('id')
  })

  test('where the director prescribes alone, it rests for 24 hours as before', async () => {
    await gone(director)
    await gone(third)
    await name(prescriber.seatId)
    const id = await propose(prescriber)
    const { restsUntil, signedAt } = await proposalOf(id)
    expect(restsUntil).toBe(signedAt + 24 * 60 * 60_000)
    await name(null)
  })
})

describe('an own protocol', () => {
  test('is signed, and retired, by the director alone', async () => {
    const before = await publish(prescriber)
    expect(before.reply).toHaveProperty('id')
    await name(director.seatId)
    expect((await mayPublish(prescriber)).can.publish).toBe(false)
    expect((await mayPublish(director)).can.publish).toBe(true)
    expect((await publish(prescriber)).reply.kind).toBe('director-signs')
    expect((await retire(before.id, prescriber)).kind).toBe('director-signs')
    const end = `insert into own_protocol_end (practice_id, id, line_id, reason, document_hash, confirmation_id, signed_by, signed_at)
      values ($1, $2, $3, 'r', 'h', $2, $4, now())`
    expect(await past(prescriber, end, [practiceId, randomUUID(), before.id, prescriber.seatId])).toBe(
      '42501',
    )
    const copy = `insert into own_protocol (practice_id, id, line_id, edition, protocol_id, from_version, version, document, reason,
        document_hash, confirmation_id, signed_by, signed_at)
      select practice_id, $1, $1, 1, protocol_id, from_version, $2, jsonb_set(document, '{version}', to_jsonb($2::text)), 'r', 'h', $1, $3, now()
      from own_protocol where id = $4`
    const id = randomUUID()
    expect(await past(prescriber, copy, [id, id, prescriber.seatId, before.id])).toBe('42501')
    expect(await past(director, copy, [id, id, director.seatId, before.id])).toBe('taken')
    expect((await publish(director)).reply).toHaveProperty('id')
    expect(await retire(before.id, director)).toHaveProperty('id')
    await name(null)
    expect((await publish(prescriber)).reply).toHaveProperty('id')
  })
})

describe('a dose without a live release', () => {
  test('is told to the director, and where nobody is named to whoever signed the order', async () => {
    expect(await giveWithoutRelease(await stageSession(clinic))).toEqual([prescriber.seatId])
    await name(director.seatId)
    expect(await giveWithoutRelease(await stageSession(clinic))).toEqual([director.seatId])
    await gone(director)
    expect(await giveWithoutRelease(await stageSession(clinic))).toEqual([prescriber.seatId])
  })
})
