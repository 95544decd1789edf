import { digest } from '../platform/crypto/digest.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { mayDecide, recoveryText } from './recovery.ts'

export interface OpenRecovery {
  readonly id: string
  readonly accountId: string
  readonly seatId: string
  readonly kind: 'member' | 'client'
  readonly askedBy: string | null
}

export async function openRecovery(tx: PracticeTx, id: string): Promise<OpenRecovery | undefined> {
  const row = await tx
    .selectFrom('recovery_request as asked')
    .innerJoin('seat', 'seat.id', 'asked.seat_id')
    .select(['asked.id', 'asked.account_id', 'asked.seat_id', 'asked.asked_by', 'seat.kind'])
    .where('asked.practice_id', '=', tx.actor.practiceId)
    .where('asked.id', '=', id)
    .where('asked.decided_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      accountId: row.account_id,
      seatId: row.seat_id,
      kind: row.kind === 'client' ? 'client' : 'member',
      askedBy: row.asked_by,
    }
  )
}

/** Who waits to be let in again, as far as the one who looks may help. */
export async function recoveriesFor(tx: PracticeTx) {
  const rows = await tx
    .selectFrom('recovery_request as asked')
    .innerJoin('seat', 'seat.id', 'asked.seat_id')
    .leftJoin('member', 'member.id', 'seat.id')
    .leftJoin('person', 'person.id', 'seat.person_id')
    .leftJoin('member as asker', 'asker.id', 'asked.asked_by')
    .select([
      'asked.id',
      'asked.seat_id',
      'asked.account_id',
      'asked.asked_by',
      'asked.asked_at',
      'seat.kind',
      'member.name as memberName',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'asker.name as askerName',
    ])
    .where('asked.practice_id', '=', tx.actor.practiceId)
    .where('asked.decided_at', 'is', null)
    .orderBy('asked.asked_at')
    .execute()
  return rows
    .filter(({ kind }) => kind === 'client' || tx.actor.roles.includes('administrator'))
    .map((row) => {
      const kind = row.kind === 'client' ? ('client' as const) : ('member' as const)
      return {
        id: row.id,
        kind,
        name: row.memberName ?? `${row.givenName} ${row.familyName}`,
        askedAt: row.asked_at.getTime(),
        askedBy: row.askerName,
        mayDecide: mayDecide(
          { seatId: row.seat_id, accountId: row.account_id, kind, askedBy: row.asked_by },
          tx.actor,
        ),
        documentHash: digest(recoveryText(row.id)).toString('hex'),
      }
    })
}

/** The account that sits on a member's or client's place here. */
export async function holderOfPlace(tx: PracticeTx, placeId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('seat')
    .select('account_id')
    .where('id', '=', placeId)
    .where('practice_id', '=', tx.actor.practiceId)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row?.account_id
}

/** Every place of an account, in every practice. Only its holder, and the house, may ask. */
export const placesOf = (tx: PracticeTx, accountId: string) =>
  tx
    .selectFrom((of) =>
      of.fn<{ seat_id: string; practice_id: string }>('seats_of', [of.val(accountId)]).as('own'),
    )
    .select(['seat_id as seatId', 'practice_id as practiceId'])
    .execute()
