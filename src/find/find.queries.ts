import { sql } from 'kysely'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Profile } from './listing.contract.ts'
import type { Listing } from './listing.ts'

/** A listing as anyone may see it, and the practice it belongs to. */
export interface Shown extends Listing {
  readonly practiceId: string
}

interface Row {
  readonly practice_id: string
  readonly practice_name: string
  readonly listing_id: string
  readonly profile: Profile
}

/** Every person listed now, in every practice. The database shows these to whoever looks, and nothing else. */
export async function shownListings(tx: PracticeTx): Promise<Shown[]> {
  const rows = await tx
    .selectFrom(sql<Row>`listings_shown()`.as('shown'))
    .selectAll()
    .execute()
  return rows.map(shownOf)
}

export async function shownListing(tx: PracticeTx, listingId: string): Promise<Shown | undefined> {
  const row = await tx
    .selectFrom(sql<Row>`listings_shown()`.as('shown'))
    .selectAll()
    .where('listing_id', '=', listingId)
    .executeTakeFirst()
  return row && shownOf(row)
}

const shownOf = (row: Row): Shown => ({
  ...row.profile,
  id: row.listing_id,
  practice: row.practice_name,
  practiceId: row.practice_id,
})

/** How many wrote to this practice within the hour; the number and nothing about them. */
export async function enquiriesLately(tx: PracticeTx): Promise<number> {
  const { lately } = await tx
    .selectNoFrom(sql<string>`enquiries_lately()`.as('lately'))
    .executeTakeFirstOrThrow()
  return Number(lately)
}

/** Where a mail may say that there is something to read, and in which language. */
export const deskOf = (tx: PracticeTx) =>
  tx
    .selectFrom('practice')
    .select(['coordinator_email as address', 'language'])
    .where('id', '=', tx.actor.practiceId)
    .executeTakeFirst()
