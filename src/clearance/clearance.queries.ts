import type { Instant } from '../kernel/instant.ts'
import { careTeamOf } from '../person/person.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { PracticeHelp } from '../practice/help.ts'
import { helpOf, practiceHere } from '../practice/practice.queries.ts'
import { clearanceState, isHeld, type Clearance, type ClearanceStanding } from './clearance.ts'
import { findingsOf, weighed, type Override, type Weighed } from './eligibility.ts'
import { knownOf } from './known.queries.ts'
import { isClearanceWhole, isOverrideWhole } from './signed.queries.ts'

export const weighedFor = async (tx: PracticeTx, personId: string, careNow: Instant): Promise<Weighed[]> =>
  weighed(findingsOf(await knownOf(tx, personId, careNow)), await overridesOf(tx, personId), careNow)

/** In the order in which they were written. */
export async function overridesOf(tx: PracticeTx, personId: string): Promise<Override[]> {
  const rows = await tx
    .selectFrom('finding_override as o')
    .leftJoin('member as m', 'm.id', 'o.written_by')
    .selectAll('o')
    .select('m.name')
    .where('o.person_id', '=', personId)
    .orderBy('o.number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    broken: !isOverrideWhole(tx, row),
    rule: row.rule,
    reason: row.reason,
    riskAndBenefit: row.risk_and_benefit,
    mitigation: row.mitigation,
    expiresAt: row.expires_at.getTime(),
    seen: row.seen,
    writtenBy: row.name ?? '',
    writtenAt: row.written_at.getTime(),
  }))
}

/** In the order in which they were signed. */
export async function clearancesOf(tx: PracticeTx, personId: string): Promise<Clearance[]> {
  const rows = await tx
    .selectFrom('clearance as c')
    .leftJoin('member as m', 'm.id', 'c.decided_by')
    .leftJoin('clearance_recall as r', 'r.clearance_id', 'c.id')
    .selectAll('c')
    .select(['m.name', 'r.rules'])
    .where('c.person_id', '=', personId)
    .orderBy('c.number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    broken: !isClearanceWhole(tx, row),
    seal: row.seal,
    decision: row.decision,
    reason: row.reason,
    conditions: row.conditions,
    validUntil: row.valid_until?.getTime() ?? null,
    decidedAt: row.decided_at.getTime(),
    decidedBy: row.name ?? '',
    findings: row.findings,
    rulesVersion: row.rules_version,
    recalledFor: row.rules ?? [],
  }))
}

export const standingOf = async (
  tx: PracticeTx,
  personId: string,
  careNow: Instant,
): Promise<ClearanceStanding> => clearanceState(await clearancesOf(tx, personId), careNow)

export interface PromisedCall {
  readonly memberName: string
  readonly dueBy: Instant
  readonly promisedAt: Instant
}

export async function promisedCallOf(tx: PracticeTx, personId: string): Promise<PromisedCall | null> {
  const row = await tx
    .selectFrom('promised_call as p')
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .select(['m.name', 'p.due_by', 'p.promised_at'])
    .where('p.person_id', '=', personId)
    .orderBy('p.number', 'desc')
    .executeTakeFirst()
  return row
    ? { memberName: row.name, dueBy: row.due_by.getTime(), promisedAt: row.promised_at.getTime() }
    : null
}

/** What the client's home needs to know: that a person will talk with them first, who, by when. Never why. */
export interface Hold {
  readonly held: boolean
  readonly call: PromisedCall | null
  readonly practiceName: string
  readonly phone: string | null
  /** When somebody answers there, in their own words; null where they have written none. */
  readonly hours: PracticeHelp['hours'] | null
}

/** Whether something must be talked through with them before another step. */
export const isHeldNow = async (tx: PracticeTx, personId: string, careNow: Instant): Promise<boolean> =>
  isHeld(await standingOf(tx, personId, careNow), await weighedFor(tx, personId, careNow))

export async function holdOf(tx: PracticeTx, personId: string, careNow: Instant): Promise<Hold> {
  const held = await isHeldNow(tx, personId, careNow)
  const { name, phone } = await practiceHere(tx)
  const hours = (await helpOf(tx))?.hours ?? null
  const call = held ? await promisedCallOf(tx, personId) : null
  // A promise whose day has passed promises nothing more.
  return { held, call: call && call.dueBy > careNow ? call : null, practiceName: name, phone, hours }
}

export async function isOnCareTeam(tx: PracticeTx, personId: string, memberId: string): Promise<boolean> {
  return (await careTeamOf(tx, personId)).some((member) => member.memberId === memberId)
}
