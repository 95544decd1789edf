import { milesBetween, type Point } from './distance.ts'
import { isConfirmed, isVerified, type Day, type Language, type Listing, type Need } from './listing.ts'
import type { StateCode } from './states.ts'

export const radii = [10, 25, 50, 100] as const
export const usualRadiusMiles = 50

export interface Wanted {
  readonly withinMiles: number
  readonly language?: Language | undefined
  readonly need?: Need | undefined
  readonly byVideo?: boolean | undefined
  readonly slidingScale?: boolean | undefined
  readonly openNow?: boolean | undefined
}

/** Where the visitor looks from: a point in a state, or a whole state when only that was named. */
export type Here = { readonly point: Point; readonly state: StateCode } | { readonly state: StateCode }

export interface Hit {
  readonly listing: Listing
  /** Absent when only a state was named. */
  readonly miles?: number
  readonly inPerson: boolean
  readonly byVideo: boolean
}

export interface Results {
  readonly hits: readonly Hit[]
  /** When nobody fits: the nearest few who meet every other wish, so that the page never just says no. */
  readonly farther: readonly Hit[]
}

export function search(
  listings: readonly Listing[],
  from: { here: Here; today: Day },
  wanted: Wanted,
): Results {
  const { here, today } = from
  const fitting = listings
    .filter((listing) => isVerified(listing, today) && meets(listing, wanted, today))
    .map((listing) => hitFrom(listing, here, wanted))
    .toSorted(nearestFirst)
  const reaches = wanted.byVideo ? (hit: Hit) => hit.byVideo : (hit: Hit) => hit.inPerson || hit.byVideo
  const hits = fitting.filter(reaches)
  const farther = hits.length > 0 ? [] : fitting.filter(({ miles }) => miles !== undefined).slice(0, 3)
  return { hits, farther }
}

function meets(listing: Listing, wanted: Wanted, today: Day): boolean {
  if (wanted.language && !listing.languages.includes(wanted.language)) return false
  if (wanted.need && !listing.helpsWith.includes(wanted.need)) return false
  if (wanted.slidingScale && !listing.slidingScale) return false
  if (wanted.openNow && !isOpenNow(listing, today)) return false
  return true
}

export const isOpenNow = ({ openings }: Listing, today: Day): boolean =>
  openings.state === 'open' && isConfirmed(openings, today)

/** By video only where the person is licensed in the state the visitor is in. */
function hitFrom(listing: Listing, here: Here, { withinMiles }: Wanted): Hit {
  const byVideo =
    listing.videoIn.includes(here.state) && listing.licences.some(({ state }) => state === here.state)
  if (!('point' in here)) return { listing, inPerson: listing.place.state === here.state, byVideo }
  const miles = milesBetween(here.point, listing.place)
  return { listing, miles, inPerson: miles <= withinMiles, byVideo }
}

const nearestFirst = (a: Hit, b: Hit) =>
  Number(b.inPerson) - Number(a.inPerson) ||
  (a.miles ?? 0) - (b.miles ?? 0) ||
  a.listing.name.localeCompare(b.listing.name)
