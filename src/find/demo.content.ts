import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { day, isoOf, type Instant } from '../kernel/instant.ts'
import type { Profile } from './listing.contract.ts'

type Licence = Profile['licences'][number]

interface InventedListing extends Omit<Profile, 'licences' | 'openings' | 'invented'> {
  readonly licences: readonly (Omit<Licence, 'checkedOn' | 'expiresOn'> & {
    readonly checkedDaysAgo: number
    readonly goodForDays: number
  })[]
  readonly openings: { readonly state: Profile['openings']['state']; readonly saidDaysAgo: number }
}

/** The people of a demonstration practice, none of whom exists. Their dates are counted from the day it is set up. */
export async function inventedListings(now: Instant): Promise<{ listingId: string; profile: Profile }[]> {
  const file = new URL('../../content/directory/demo-listings.json', import.meta.url)
  const { listings } = JSON.parse(await readFile(file, 'utf8')) as { listings: InventedListing[] }
  return listings.map((invented) => ({ listingId: randomUUID(), profile: dated(invented, now) }))
}

const dated = (invented: InventedListing, now: Instant): Profile => {
  const onDay = (days: number) => isoOf(now + days * day).slice(0, 10)
  return {
    ...invented,
    licences: invented.licences.map(({ checkedDaysAgo, goodForDays, ...licence }) => ({
      ...licence,
      checkedOn: onDay(-checkedDaysAgo),
      expiresOn: onDay(goodForDays),
    })),
    openings: { state: invented.openings.state, asOf: onDay(-invented.openings.saidDaysAgo) },
    invented: true,
  }
}
