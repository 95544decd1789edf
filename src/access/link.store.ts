import { isoOf, type Instant } from '../kernel/instant.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { ChangeableMoment, Fixed, FixedOrNone, Moment } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    invitation: {
      practice_id: Fixed<string>
      id: Fixed<string>
      kind: Fixed<'client' | 'member' | 'guest'>
      token_hash: Fixed<Buffer>
      email: Fixed<string>
      language: Fixed<'en' | 'es'>
      person_id: FixedOrNone<string>
      member_id: FixedOrNone<string>
      grant_id: FixedOrNone<string>
      made_by: Fixed<string>
      made_at: Moment
      expires_at: Moment
      taken_at: ChangeableMoment
      taken_by: string | null
      withdrawn_at: ChangeableMoment
    }
    sign_in_link: {
      id: Fixed<string>
      account_id: Fixed<string>
      kind: Fixed<'new-password' | 'renewal'>
      token_hash: Fixed<Buffer>
      made_at: Moment
      expires_at: Moment
      used_at: ChangeableMoment
    }
  }
  interface Changeable {
    invitation: true
    sign_in_link: true
  }
}

export interface NewInvitation {
  readonly id: string
  readonly kind: 'client' | 'member' | 'guest'
  readonly tokenHash: Buffer
  readonly email: string
  readonly language: 'en' | 'es'
  /** The person in care or the member whose place it is; for a guest, the client's permission. */
  readonly placeId: string
  readonly madeBy: string
  readonly madeAt: Instant
  readonly expiresAt: Instant
}

/** A newer invitation to the same place puts the older ones out. */
export async function addInvitation(tx: WriteTx, invitation: NewInvitation): Promise<void> {
  const { placeId, kind } = invitation
  await withdrawInvitations(tx, { placeId, at: invitation.madeAt })
  await tx
    .insertInto('invitation')
    .values({
      practice_id: tx.actor.practiceId,
      id: invitation.id,
      kind,
      token_hash: invitation.tokenHash,
      email: invitation.email,
      language: invitation.language,
      person_id: kind === 'client' ? placeId : null,
      member_id: kind === 'member' ? placeId : null,
      grant_id: kind === 'guest' ? placeId : null,
      made_by: invitation.madeBy,
      made_at: isoOf(invitation.madeAt),
      expires_at: isoOf(invitation.expiresAt),
    })
    .execute()
}

export async function withdrawInvitations(
  tx: WriteTx,
  { placeId, at }: { placeId: string; at: Instant },
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: isoOf(at) })
    .where((of) =>
      of.or([of('person_id', '=', placeId), of('member_id', '=', placeId), of('grant_id', '=', placeId)]),
    )
    .where('taken_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export interface NewSignInLink {
  readonly id: string
  readonly accountId: string
  readonly kind: 'new-password' | 'renewal'
  readonly tokenHash: Buffer
  readonly madeAt: Instant
  readonly expiresAt: Instant
}

export async function addSignInLink(tx: WriteTx, link: NewSignInLink): Promise<void> {
  await tx
    .insertInto('sign_in_link')
    .values({
      id: link.id,
      account_id: link.accountId,
      kind: link.kind,
      token_hash: link.tokenHash,
      made_at: isoOf(link.madeAt),
      expires_at: isoOf(link.expiresAt),
    })
    .execute()
}

/** This one, and every other that waits for the same account: of two at once, one. */
export async function spendSignInLink(
  tx: WriteTx,
  link: { id: string; accountId: string; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sign_in_link')
    .set({ used_at: isoOf(link.at) })
    .where('id', '=', link.id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx
    .updateTable('sign_in_link')
    .set({ used_at: isoOf(link.at) })
    .where('account_id', '=', link.accountId)
    .where('used_at', 'is', null)
    .execute()
  return true
}

export interface Taken {
  readonly invitation_id: string
  readonly practice_id: string
  readonly kind: 'client' | 'member' | 'guest'
  readonly person_id: string | null
  readonly member_id: string | null
  readonly grant_id: string | null
  readonly course_id: string | null
}

/** Takes it for whoever this transaction acts for; nothing when somebody was faster, or it is gone. */
export const takeInvitation = (tx: WriteTx, token: string, now: Instant) =>
  tx
    .selectFrom((of) =>
      of.fn<Taken>('take_invitation', [of.val(digest(token)), of.val(isoOf(now))]).as('taken'),
    )
    .selectAll()
    .executeTakeFirst()
