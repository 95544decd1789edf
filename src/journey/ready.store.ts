import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { DecidedGate } from './gateFacts.ts'

interface OfSession {
  practice_id: Fixed<string>
  id: Fixed<string>
  person_id: Fixed<string>
  session_id: Fixed<string>
  number: Numbered
  recorded_at: StampedByDatabase
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    ride_home: OfSession & {
      name: FixedOrNone<string>
      phone: FixedOrNone<string>
      named_by: Fixed<string>
      named_at: Moment
    }
    asked_alone: OfSession & {
      wants_today: Fixed<boolean>
      safe_home: FixedOrNone<boolean>
      ride_id: FixedOrNone<string>
      on_own_screen: Fixed<boolean>
      asked_by: Fixed<string>
      asked_at: Moment
    }
    presence: OfSession & {
      member_id: Fixed<string>
      state: Fixed<'here' | 'reachable' | 'away'>
      noted_by: Fixed<string>
      noted_at: Moment
    }
    day_decision: OfSession & {
      gate: Fixed<DecidedGate>
      proceed: Fixed<boolean>
      reason: Fixed<string>
      risk_benefit: Fixed<string>
      mitigation: Fixed<string>
      expires_at: Moment
      document_hash: Fixed<string>
      confirmation_id: Fixed<string>
      decided_by: Fixed<string>
      decided_at: Moment
    }
  }
}

/** Where a fact belongs, who told it, and when by the care clock. */
export interface Told {
  readonly id: string
  readonly personId: string
  readonly sessionId: string
  readonly by: string
  readonly at: Instant
}

const place = (tx: WriteTx, { id, personId, sessionId }: Told) => ({
  practice_id: tx.actor.practiceId,
  id,
  person_id: personId,
  session_id: sessionId,
})

export async function addRide(
  tx: WriteTx,
  told: Told & { readonly name: string | null; readonly phone: string | null },
): Promise<void> {
  await tx
    .insertInto('ride_home')
    .values({
      ...place(tx, told),
      name: told.name,
      phone: told.phone,
      named_by: told.by,
      named_at: isoOf(told.at),
    })
    .execute()
}

export interface Answered extends Told {
  readonly wantsToday: boolean
  readonly safeHome: boolean | null
  readonly rideId: string | null
}

export async function addAsked(tx: WriteTx, told: Answered): Promise<void> {
  await tx
    .insertInto('asked_alone')
    .values({
      ...place(tx, told),
      wants_today: told.wantsToday,
      safe_home: told.safeHome,
      ride_id: told.rideId,
      on_own_screen: told.by === told.personId,
      asked_by: told.by,
      asked_at: isoOf(told.at),
    })
    .execute()
}

export async function addPresence(
  tx: WriteTx,
  told: Told & { readonly memberId: string; readonly state: 'here' | 'reachable' | 'away' },
): Promise<void> {
  await tx
    .insertInto('presence')
    .values({
      ...place(tx, told),
      member_id: told.memberId,
      state: told.state,
      noted_by: told.by,
      noted_at: isoOf(told.at),
    })
    .execute()
}

export interface NewDecision extends Told {
  readonly gate: DecidedGate
  readonly proceed: boolean
  readonly reason: string
  readonly riskBenefit: string
  readonly mitigation: string
  readonly expiresAt: Instant
  readonly documentHash: string
  readonly confirmationId: string
}

export async function addDecision(tx: WriteTx, told: NewDecision): Promise<void> {
  await tx
    .insertInto('day_decision')
    .values({
      ...place(tx, told),
      gate: told.gate,
      proceed: told.proceed,
      reason: told.reason,
      risk_benefit: told.riskBenefit,
      mitigation: told.mitigation,
      expires_at: isoOf(told.expiresAt),
      document_hash: told.documentHash,
      confirmation_id: told.confirmationId,
      decided_by: told.by,
      decided_at: isoOf(told.at),
    })
    .execute()
}
