import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { GuestEnd, LicenseFinding } from './guest.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    guest_grant: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      name: Fixed<string>
      email: Fixed<string>
      until: Moment | null
      shown: Fixed<string>
      document_hash: Fixed<string>
      confirmation_id: Fixed<string>
      granted_at: Moment
      granted_by: Fixed<string>
      recorded_at: StampedByDatabase
    }
    guest_joining: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      grant_id: Fixed<string>
      seat_id: Fixed<string>
      name: Fixed<string>
      practice_name: Fixed<string>
      license_state: Fixed<string>
      license_number: Fixed<string>
      joined_at: Moment
      recorded_at: StampedByDatabase
    }
    guest_grant_end: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      grant_id: Fixed<string>
      how: Fixed<GuestEnd>
      ended_at: Moment
      ended_by: Fixed<string>
      reason: FixedOrNone<string>
      recorded_at: StampedByDatabase
    }
    guest_license_check: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      grant_id: Fixed<string>
      found: Fixed<LicenseFinding>
      looked_in: Fixed<string>
      checked_at: Moment
      checked_by: Fixed<string>
      recorded_at: StampedByDatabase
    }
  }
}

export interface NewGrant {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly name: string
  readonly email: string
  readonly until: Instant | null
  readonly shown: string
  readonly documentHash: string
  readonly confirmationId: string
  readonly grantedAt: Instant
  readonly grantedBy: string
}

export async function addGrant(tx: WriteTx, grant: NewGrant): Promise<void> {
  await tx
    .insertInto('guest_grant')
    .values({
      practice_id: tx.actor.practiceId,
      id: grant.id,
      person_id: grant.personId,
      course_id: grant.courseId,
      name: grant.name,
      email: grant.email,
      until: grant.until === null ? null : isoOf(grant.until),
      shown: grant.shown,
      document_hash: grant.documentHash,
      confirmation_id: grant.confirmationId,
      granted_at: isoOf(grant.grantedAt),
      granted_by: grant.grantedBy,
    })
    .execute()
}

/** Who a guest is, as they state it themself. */
export interface Stated {
  readonly name: string
  readonly licenseState: string
  readonly licenseNumber: string
}

export interface NewJoining extends Stated {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly grantId: string
  readonly seatId: string
  readonly practiceName: string
  readonly joinedAt: Instant
}

export async function addJoining(tx: WriteTx, joining: NewJoining): Promise<void> {
  await tx
    .insertInto('guest_joining')
    .values({
      practice_id: tx.actor.practiceId,
      id: joining.id,
      person_id: joining.personId,
      course_id: joining.courseId,
      grant_id: joining.grantId,
      seat_id: joining.seatId,
      name: joining.name,
      practice_name: joining.practiceName,
      license_state: joining.licenseState,
      license_number: joining.licenseNumber,
      joined_at: isoOf(joining.joinedAt),
    })
    .execute()
}

export interface NewEnd {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly grantId: string
  readonly how: GuestEnd
  readonly endedAt: Instant
  readonly endedBy: string
  /** Why, where the practice ended it. */
  readonly reason?: string
}

/** Ended once: whoever comes second changes nothing. */
export async function addEnd(tx: WriteTx, end: NewEnd): Promise<void> {
  await tx
    .insertInto('guest_grant_end')
    .values({
      practice_id: tx.actor.practiceId,
      id: end.id,
      person_id: end.personId,
      course_id: end.courseId,
      grant_id: end.grantId,
      how: end.how,
      ended_at: isoOf(end.endedAt),
      ended_by: end.endedBy,
      reason: end.reason ?? null,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'grant_id']).doNothing())
    .execute()
}

/** Waits for whatever the guest is just writing; what they send later is refused. */
export async function endSeat(tx: WriteTx, seatId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('seat')
    .set({ until: isoOf(at) })
    .where('id', '=', seatId)
    .where('until', 'is', null)
    .execute()
}

export interface NewLicenseCheck {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly grantId: string
  readonly found: LicenseFinding
  readonly lookedIn: string
  readonly checkedAt: Instant
  readonly checkedBy: string
}

export async function addLicenseCheck(tx: WriteTx, check: NewLicenseCheck): Promise<void> {
  await tx
    .insertInto('guest_license_check')
    .values({
      practice_id: tx.actor.practiceId,
      id: check.id,
      person_id: check.personId,
      course_id: check.courseId,
      grant_id: check.grantId,
      found: check.found,
      looked_in: check.lookedIn,
      checked_at: isoOf(check.checkedAt),
      checked_by: check.checkedBy,
    })
    .execute()
}
