import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'

export async function memberById(tx: PracticeTx, id: string) {
  const row = await tx
    .selectFrom('member')
    .select(['id', 'name', 'roles', 'disabled_at'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, roles: row.roles, disabled: row.disabled_at !== null }
}

/** Administrators who have a seat and may use it, but for this one. Locked, so that two cannot leave at once. */
export async function otherAdministrators(tx: PracticeTx, id: string): Promise<number> {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('seat', 'seat.id', 'member.id')
    .select(['member.id', 'member.roles'])
    .where('member.practice_id', '=', tx.actor.practiceId)
    .where('member.disabled_at', 'is', null)
    .where('seat.until', 'is', null)
    .forUpdate('member')
    .execute()
  return rows.filter((row) => row.id !== id && row.roles.includes('administrator')).length
}

export interface Address {
  readonly email: string
  readonly language: 'en' | 'es'
}

/** Where everyone who works here is written to but for this one, and the practice's own desk: each once. */
export async function addressesBeside(tx: PracticeTx, id: string): Promise<Address[]> {
  const known = await tx
    .selectFrom((of) => of.fn<Address & { seat_id: string }>('seat_emails', []).as('known'))
    .leftJoin('member', 'member.id', 'known.seat_id')
    .select(['known.seat_id', 'known.email', 'known.language', 'member.id', 'member.disabled_at'])
    .execute()
  const desk = await tx
    .selectFrom('practice')
    .select(['coordinator_email as email', 'language'])
    .where('id', '=', tx.actor.practiceId)
    .executeTakeFirstOrThrow()
  const own = known.find(({ seat_id }) => seat_id === id)?.email
  const colleagues = known.filter((row) => row.id !== null && row.disabled_at === null)
  const all = [...colleagues, desk].flatMap(({ email, language }) => (email ? [{ email, language }] : []))
  return [...new Map(all.map((address) => [address.email, address])).values()].filter(
    ({ email }) => email !== own,
  )
}

/** Everyone who works or worked here, and how far in they are. */
export async function membersOf(tx: PracticeTx, now: Instant) {
  const rows = await tx
    .selectFrom('member')
    .leftJoin('seat', (join) => join.onRef('seat.id', '=', 'member.id').on('seat.until', 'is', null))
    .leftJoin(
      (of) => of.fn<{ seat_id: string; email: string }>('seat_emails', []).as('known'),
      (join) => join.onRef('known.seat_id', '=', 'member.id'),
    )
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('invitation')
          .select(['invitation.email', 'invitation.expires_at'])
          .whereRef('invitation.member_id', '=', 'member.id')
          .where('invitation.withdrawn_at', 'is', null)
          .orderBy('invitation.made_at', 'desc')
          .limit(1)
          .as('invited'),
      (join) => join.onTrue(),
    )
    .select([
      'member.id',
      'member.name',
      'member.roles',
      'member.disabled_at',
      'seat.id as seat_id',
      'known.email as known_email',
      'invited.email as invited_email',
      'invited.expires_at',
    ])
    .where('member.practice_id', '=', tx.actor.practiceId)
    .orderBy('member.name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    roles: row.roles,
    email: row.known_email ?? row.invited_email ?? null,
    state: stateOf(row, now),
    expiresAt: row.expires_at?.getTime() ?? null,
    me: row.id === tx.actor.seatId,
  }))
}

interface Row {
  readonly disabled_at: Date | null
  readonly seat_id: string | null
  readonly expires_at: Date | null
}

function stateOf({ disabled_at, seat_id, expires_at }: Row, now: Instant) {
  if (disabled_at) return 'disabled' as const
  if (seat_id) return 'joined' as const
  if (!expires_at) return 'none' as const
  return expires_at.getTime() > now ? ('invited' as const) : ('expired' as const)
}
