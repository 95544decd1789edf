import type { Instant } from '../kernel/instant.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { PracticeTx } from '../platform/db/tx.ts'

export interface Invited {
  readonly kind: 'client' | 'member' | 'guest'
  readonly id: string
  readonly email: string
  readonly language: 'en' | 'es'
  readonly practiceName: string
}

/** The invitation behind a link, while it can still be taken. Read in the house, before anyone is known. */
export async function invitationBy(
  tx: PracticeTx,
  token: string,
  now: Instant,
): Promise<Invited | undefined> {
  const row = await tx
    .selectFrom('invitation')
    .innerJoin('practice', 'practice.id', 'invitation.practice_id')
    .select([
      'invitation.kind',
      'invitation.id',
      'invitation.email',
      'invitation.language',
      'practice.name as practiceName',
      'invitation.expires_at',
    ])
    .where('token_hash', '=', digest(token))
    .where('taken_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row || row.expires_at.getTime() <= now) return undefined
  const { expires_at: _, ...invited } = row
  return invited
}

export interface OwnLink {
  readonly kind: 'new-password' | 'renewal'
  readonly id: string
  readonly accountId: string
  readonly email: string
  readonly language: 'en' | 'es'
}

export async function signInLinkBy(
  tx: PracticeTx,
  token: string,
  now: Instant,
): Promise<OwnLink | undefined> {
  const row = await tx
    .selectFrom('sign_in_link as link')
    .innerJoin('account', 'account.id', 'link.account_id')
    .select([
      'link.kind',
      'link.id',
      'link.account_id as accountId',
      'account.email',
      'account.language',
      'link.expires_at',
    ])
    .where('token_hash', '=', digest(token))
    .where('used_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row || row.expires_at.getTime() <= now) return undefined
  const { expires_at: _, ...link } = row
  return link
}

/** How the newest invitation to a place stands. */
export async function standingOf(tx: PracticeTx, placeId: string, now: Instant) {
  const seat = await tx
    .selectFrom('seat')
    .select('id')
    .where('id', '=', placeId)
    .where('practice_id', '=', tx.actor.practiceId)
    .where('until', 'is', null)
    .executeTakeFirst()
  const newest = await tx
    .selectFrom('invitation')
    .select(['email', 'expires_at', 'taken_at'])
    .where((of) => of.or([of('person_id', '=', placeId), of('member_id', '=', placeId)]))
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const expiresAt = newest?.expires_at.getTime() ?? null
  const waiting = expiresAt !== null && expiresAt > now
  const state = seat ? 'joined' : !newest ? 'none' : waiting ? 'invited' : 'expired'
  return {
    state: state as 'joined' | 'none' | 'invited' | 'expired',
    email: newest?.email ?? null,
    expiresAt,
  }
}
