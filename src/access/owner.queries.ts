import type { PracticeTx } from '../platform/db/tx.ts'

export interface Administrator {
  readonly seatId: string
  readonly accountId: string
  readonly name: string
}

/** Who administers this practice and can sign in. Asked in the house, acting in the practice. */
export async function administratorsHere(tx: PracticeTx): Promise<Administrator[]> {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('seat', 'seat.id', 'member.id')
    .innerJoin('account', 'account.id', 'seat.account_id')
    .select(['member.id as seatId', 'account.id as accountId', 'member.name', 'member.roles'])
    .where('member.practice_id', '=', tx.actor.practiceId)
    .where('member.disabled_at', 'is', null)
    .where('seat.until', 'is', null)
    .where('account.disabled_at', 'is', null)
    .orderBy('member.name')
    .execute()
  return rows.filter(({ roles }) => roles.includes('administrator'))
}

/** Renewals from outside the practice that this administrator or auditor has not yet said they saw, oldest first. */
export async function unseenHere(tx: PracticeTx) {
  const { practiceId, seatId } = tx.actor
  const rows = await tx
    .selectFrom('owner_recovery as made')
    .innerJoin('member', 'member.id', 'made.member_id')
    .leftJoin('owner_recovery_seen as seen', (join) =>
      join.onRef('seen.recovery_id', '=', 'made.id').on('seen.seat_id', '=', seatId ?? ''),
    )
    .select(['made.id', 'member.name', 'made.although', 'made.made_at'])
    .where('made.practice_id', '=', practiceId)
    .where('seen.seat_id', 'is', null)
    .orderBy('made.made_at')
    .execute()
  return rows.map(({ id, name, although, made_at }) => ({ id, name, although, madeAt: made_at.getTime() }))
}

export async function isOwnerRecovery(tx: PracticeTx, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom('owner_recovery')
    .select('id')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}
