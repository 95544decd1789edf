import { randomUUID } from 'node:crypto'
import { inventedListings } from '../../find/demo.content.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { cloneDatabase } from '../../platform/testing/clone.ts'
import { machineStart } from './arrange.ts'

type Owner = Awaited<ReturnType<typeof cloneDatabase>>['owner']

/** Lists the demonstration's invented people in a practice; answers their listing ids, in order. */
export async function addListings(
  owner: Owner,
  practiceId: string,
  now: Instant = machineStart,
): Promise<string[]> {
  const listings = await inventedListings(now)
  for (const { listingId, profile } of listings)
    await owner.query('insert into listing (practice_id, id, listing_id, profile) values ($1, $2, $3, $4)', [
      practiceId,
      randomUUID(),
      listingId,
      profile,
    ])
  return listings.map(({ listingId }) => listingId)
}
