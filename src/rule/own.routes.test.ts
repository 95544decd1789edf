import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addMember, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { giveConfirmation } from '../app/testing/credentials.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { Library } from './library.contract.ts'
import type { Wanted } from './own.ts'
import { proposalDocument, secondDocument } from './ownSigned.ts'
import { table } from './rule.content.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, clock, practiceId } = clinic
const solo = people.prescriber

const raising = (rule: string): Wanted => ({
  rule,
  version: table.byId.get(rule)!.version,
  severity: 'block',
})
const confirmed = (who: Someone, document: string) =>
  giveConfirmation(owner, {
    who,
    documentHash: digest(document).toString('hex'),
    at: clock.machineNow,
  })

interface Proposing {
  readonly who?: Someone
  readonly rules?: readonly Wanted[]
  readonly reason?: string
}
async function propose({
  who = solo,
  rules = [raising('EV-UA')],
  reason = 'Bladders we have seen.',
}: Proposing) {
  const id = randomUUID()
  const confirmationId = await confirmed(who, proposalDocument({ id, rules, reason }))
  const reply = await ask(who, '/api/rules/proposals', { body: { id, rules, reason, confirmationId } })
  return { id, reply }
}
const proposed = async (asked: Proposing = {}) => {
  const { id, reply } = await propose(asked)
  expect(reply.statusCode).toBe(200)
  return id
}
async function second(proposalId: string, who: Someone) {
  const { proposals } = await read(solo)
  const of = proposals.find(({ id }) => id === proposalId)!
  const confirmationId = await confirmed(who, secondDocument(of))
  return ask(who, `/api/rules/proposals/${proposalId}/second`, { body: { id: randomUUID(), confirmationId } })
}
const withdraw = (proposalId: string, who: Someone = solo) =>
  ask(who, `/api/rules/proposals/${proposalId}/withdrawal`, { body: { id: randomUUID() } })
const read = async (who: Someone): Promise<Library> => (await ask(who, '/api/rules')).json()
const ruleOf = async (id: string, who: Someone = people.auditor) =>
  (await read(who)).rules.find((rule) => rule.id === id)!
const proposalOf = async (id: string, who: Someone = solo) =>
  (await read(who)).proposals.find((one) => one.id === id)!
/** As if it all had happened so much sooner. */
async function sooner(id: string, by: string) {
  await owner.query('update rule_proposal set signed_at = signed_at - $2::interval where id = $1', [id, by])
  await owner.query(
    'update rule_proposal_withdrawal set withdrawn_at = withdrawn_at - $2::interval where proposal_id = $1',
    [id, by],
  )
}
/** Somebody else who prescribes here, until they are gone again. */
async function withOther<Value>(work: (other: Someone) => Promise<Value>): Promise<Value> {
  const other = await addMember(owner, practiceId, ['prescriber'])
  const done = await work(other)
  await owner.query('update member set disabled_at = now() where id = $1', [other.seatId])
  return done
}

describe('where one prescribes alone', () => {
  test('it holds 24 hours after the one signature, and not a minute before', async () => {
    const id = await proposed()
    expect(await proposalOf(id)).toMatchObject({ waitsFor: ['EV-UA'], mine: true, second: null })
    expect((await proposalOf(id)).restsUntil).toBe((await proposalOf(id)).signedAt + 24 * 60 * 60_000)
    expect((await ruleOf('EV-UA')).own).toBeNull()
    await sooner(id, '23 hours 59 minutes')
    expect((await ruleOf('EV-UA')).own).toBeNull()
    await sooner(id, '1 minute')
    expect((await ruleOf('EV-UA')).own).toMatchObject({ severity: 'block', by: ['Member prescriber'] })
    expect((await proposalOf(id)).waitsFor).toEqual([])
  })

  test('it is taken back before it holds, by who proposed it, and never after', async () => {
    const id = await proposed({ rules: [raising('EV-COG')] })
    expect((await withdraw(id)).statusCode).toBe(200)
    await sooner(id, '48 hours')
    expect((await ruleOf('EV-COG')).own).toBeNull()
    expect((await withdraw(id)).json().kind).toBe('proposal-not-open')
    const held = await proposed({ rules: [raising('EV-COG')] })
    await sooner(held, '24 hours')
    expect((await withdraw(held)).json().kind).toBe('proposal-not-open')
    expect((await ruleOf('EV-COG')).own?.severity).toBe('block')
  })

  test('whether somebody else could have signed is said by the database and not by who signs', () =>
    withOther(async () => {
      const id = await proposed({ rules: [raising('EV-BMP')] })
      expect((await proposalOf(id)).restsUntil).toBeNull()
      await sooner(id, '1000 hours')
      expect((await ruleOf('EV-BMP')).own).toBeNull()
    }))
})

describe('where others prescribe too', () => {
  test('it holds from the second signature on, for everyone who reads it', () =>
    withOther(async (other) => {
      const id = await proposed({ rules: [raising('EV-WT'), { ...raising('EL-C01'), severity: 'block' }] })
      expect((await second(id, other)).statusCode).toBe(200)
      for (const who of [people.auditor, people.monitor, people.coordinator])
        expect((await ruleOf('EV-WT', who)).own).toMatchObject({
          severity: 'block',
          version: 1,
          by: ['Member prescriber', 'Member prescriber'],
        })
      expect((await ruleOf('EL-C01')).own).toMatchObject({ severity: 'block', proposal: id })
    }))

  test('the same hand twice is one signature, also past the code', () =>
    withOther(async () => {
      const id = await proposed()
      expect((await second(id, solo)).json().kind).toBe('second-must-differ')
      const row = `insert into rule_proposal_second (practice_id, id, proposal_id, document_hash, confirmation_id, signed_by, signed_at)
        values ($1, gen_random_uuid(), $2, 'x', gen_random_uuid(), $3, now())`
      await owner.query('begin')
      await owner.query('set local role throughline_app')
      await owner.query(
        `select set_config('app.practice_id', $1, true), set_config('app.seat_id', $2, true)`,
        [practiceId, solo.seatId],
      )
      await expect(owner.query(row, [practiceId, id, solo.seatId])).rejects.toThrow(/row-level security/)
      await owner.query('rollback')
    }))

  test('of two who sign at the same moment one is the second, and the other is told', () =>
    withOther((other) =>
      withOther(async (third) => {
        for (let round = 0; round < 5; round += 1) {
          const id = await proposed({ rules: [raising('EV-SB')], reason: `Round ${round}` })
          const replies = await Promise.all([second(id, other), second(id, third)])
          expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
          const refused = replies.find(({ statusCode }) => statusCode === 409)
          expect(refused?.json().kind).toBe('proposal-not-open')
          const { rows } = await owner.query('select 1 from rule_proposal_second where proposal_id = $1', [
            id,
          ])
          expect(rows).toHaveLength(1)
        }
      }),
    ))

  test('a signature and a taking back at the same moment: one of them counts', () =>
    withOther(async (other) => {
      for (let round = 0; round < 5; round += 1) {
        const id = await proposed({ rules: [raising('EV-UA')], reason: `Round ${round}` })
        const replies = await Promise.all([second(id, other), withdraw(id)])
        expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
      }
    }))

  test('a newer proposal stands in for one that waits: the older one can be signed no more', () =>
    withOther(async (other) => {
      const first = await proposed({ rules: [raising('EV-PRO')] })
      const newer = await proposed({ rules: [{ rule: 'EV-PRO', version: 1, severity: 'override' }] })
      expect((await second(first, other)).json().kind).toBe('proposal-not-open')
      expect((await second(newer, other)).statusCode).toBe(200)
      expect((await ruleOf('EV-PRO')).own?.severity).toBe('override')
    }))
})

describe('what is refused', () => {
  test('whoever does not prescribe here proposes and signs nothing; another practice sees nothing of it', () =>
    withOther(async (other) => {
      const id = await proposed({ rules: [raising('EV-BP')] })
      for (const who of [people.therapist, people.monitor, people.administrator, people.auditor]) {
        expect((await propose({ who })).reply.statusCode).toBe(403)
        expect((await second(id, who)).statusCode).toBe(403)
        expect((await withdraw(id, who)).statusCode).toBe(403)
      }
      expect((await ask(people.client, '/api/rules')).json().kind).toBe('not-allowed')
      expect((await second(id, people.foreigner)).json().kind).toBe('not-found')
      expect((await withdraw(id, people.foreigner)).json().kind).toBe('not-found')
      expect((await withdraw(id, other)).json().kind).toBe('not-allowed')
      expect((await read(people.foreigner)).proposals).toEqual([])
      expect((await second(id, other)).statusCode).toBe(200)
      expect((await ruleOf('EV-BP', people.foreigner)).own).toBeNull()
    }))

  test('lower than it came, higher than it may, without a reason, or without proof that it is them', async () => {
    const kind = async (asked: Proposing) => (await propose(asked)).reply.json().kind
    expect(await kind({ rules: [{ rule: 'EL-C01', version: 1, severity: 'override' }] })).toBe('rule-not-so')
    expect(await kind({ rules: [{ rule: 'EV-UA', version: 1, severity: 'caution' }] })).toBe('rule-not-so')
    expect(await kind({ rules: [raising('EL-C08')] })).toBe('rule-not-so')
    expect(await kind({ rules: [{ ...raising('EV-UA'), version: 2 }] })).toBe('rule-not-so')
    expect(await kind({ reason: ' ' })).toBe('malformed')
    const body = { id: randomUUID(), rules: [raising('EV-UA')], reason: 'r', confirmationId: randomUUID() }
    expect((await ask(solo, '/api/rules/proposals', { body })).json().kind).toBe('confirmation-needed')
  })

  test('a second signature that was given over something else', () =>
    withOther(async (other) => {
      const id = await proposed({ rules: [raising('EV-UDS')] })
      const of = await proposalOf(id)
      const confirmationId = await confirmed(other, secondDocument({ ...of, reason: 'Another reason.' }))
      const body = { id: randomUUID(), confirmationId }
      const reply = await ask(other, `/api/rules/proposals/${id}/second`, { body })
      expect(reply.json().kind).toBe('confirmation-needed')
      expect((await ruleOf('EV-UDS')).own).toBeNull()
    }))
})
