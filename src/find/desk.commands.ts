import { command } from '../audit/audit.commands.ts'
import { Problem } from '../kernel/problem.ts'
import { dayIn } from '../kernel/zone.ts'
import { practiceHere } from '../practice/practice.queries.ts'
import type { DeskProfile } from './desk.ts'
import { listingsHere } from './desk.queries.ts'
import { gazetteer } from './find.content.ts'
import { addEdition } from './find.store.ts'

interface Publishing {
  readonly id: string
  readonly listingId: string
  readonly profile: DeskProfile
}

/** Shown from now on, at the place of its ZIP code. Openings are confirmed by saving, as of today. */
export const publishListing = command(async (tx, { id, listingId, profile }: Publishing, { careNow }) => {
  const { zip, openings, ...own } = profile
  const place = (await gazetteer()).byZip.get(zip)
  if (!place) throw new Problem('no-such-place')
  const { timeZone, demo } = await practiceHere(tx)
  const today = dayIn(careNow, timeZone)
  if (own.licences.some(({ checkedOn }) => checkedOn > today)) throw new Problem('malformed')
  const { name, state, latitude, longitude } = place
  await addEdition(tx, {
    id,
    listingId,
    profile: {
      ...own,
      place: { name, state, zip, latitude, longitude },
      openings: { state: openings, asOf: today },
      invented: demo,
    },
  })
  return { listingId }
})

/** No longer shown, and kept. It can be shown again by a new edition. */
export const withdrawListing = command(async (tx, { id, listingId }: { id: string; listingId: string }) => {
  const found = (await listingsHere(tx)).find((listing) => listing.listingId === listingId)
  if (!found) throw new Problem('not-found')
  await addEdition(tx, { id, listingId, profile: found.profile, withdrawn: true })
  return { listingId }
})
