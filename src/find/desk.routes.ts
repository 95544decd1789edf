import { can } from '../access/policy.ts'
import { dayIn } from '../kernel/zone.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { practiceHere } from '../practice/practice.queries.ts'
import * as contract from './desk.contract.ts'
import { publishListing, withdrawListing } from './desk.commands.ts'
import { listingsHere } from './desk.queries.ts'
import { isVerified } from './listing.ts'

export function deskRoutes(shell: Shell): void {
  serve(shell, contract.readListings, async (tx, _, { careNow }) => {
    const { timeZone } = await practiceHere(tx)
    const today = dayIn(careNow, timeZone)
    const listings = await listingsHere(tx)
    return {
      today,
      listings: listings.map((listing) => ({
        ...listing,
        verified: isVerified({ ...listing.profile, id: '', practice: '' }, today),
      })),
      can: { publish: can(tx.actor.roles, 'listing.publish', 'practice') },
    }
  })
  serve(shell, contract.publishListing, publishListing)
  serve(shell, contract.withdrawListing, withdrawListing)
}
