import { ms } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'

/** The newest edition of each person this practice ever listed, by name. */
export async function listingsHere(tx: PracticeTx) {
  const rows = await tx
    .selectFrom('listing')
    .select(['listing_id as listingId', 'profile', 'withdrawn', ms('recorded_at').as('changedAt')])
    .distinctOn('listing_id')
    .where('practice_id', '=', tx.actor.practiceId)
    .orderBy('listing_id')
    .orderBy('number', 'desc')
    .execute()
  return rows.toSorted((one, other) => one.profile.name.localeCompare(other.profile.name))
}
