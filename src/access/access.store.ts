import { isoOf, type Instant } from '../kernel/instant.ts'
import type { ColumnType } from 'kysely'
import type {
  ChangeableMoment,
  Fixed,
  FixedOrNone,
  Moment,
  StampedByDatabase,
} from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    account: {
      id: Fixed<string>
      email: Fixed<string>
      language: ColumnType<'en' | 'es', 'en' | 'es' | undefined, 'en' | 'es'>
      created_at: StampedByDatabase
      disabled_at: ChangeableMoment
    }
    seat: {
      id: Fixed<string>
      practice_id: Fixed<string>
      account_id: Fixed<string>
      kind: Fixed<'member' | 'client' | 'guest'>
      person_id: FixedOrNone<string>
      course_id: FixedOrNone<string>
      home_member_id: FixedOrNone<string>
      since: Moment
      until: ChangeableMoment
    }
  }
  interface Changeable {
    account: true
    seat: true
  }
}

export interface NewSeat {
  readonly id: string
  readonly accountId: string
  readonly kind: 'member' | 'client' | 'guest'
  readonly personId: string | null
  /** A guest's alone: the course they joined, and who they are at home. */
  readonly courseId?: string
  readonly homeMemberId?: string
  readonly since: Instant
}

export async function addSeat(tx: WriteTx, seat: NewSeat): Promise<void> {
  await tx
    .insertInto('seat')
    .values({
      id: seat.id,
      practice_id: tx.actor.practiceId,
      account_id: seat.accountId,
      kind: seat.kind,
      person_id: seat.personId,
      course_id: seat.courseId ?? null,
      home_member_id: seat.homeMemberId ?? null,
      since: isoOf(seat.since),
    })
    .execute()
}

/** False when somebody signs in with this address already. */
export async function addAccount(
  tx: WriteTx,
  account: { id: string; email: string; language: 'en' | 'es' },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function setLanguage(tx: WriteTx, accountId: string, language: 'en' | 'es'): Promise<void> {
  await tx.updateTable('account').set({ language }).where('id', '=', accountId).execute()
}
