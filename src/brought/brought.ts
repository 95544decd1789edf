import { isWhen, type When } from '../intake/when.ts'
import type { Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import { baseMgOf, type Salt } from '../medication/order.ts'
import { routes, type Product } from '../protocol/protocol.ts'

/** Elsewhere medicine is also given on ways that no protocol of this house knows. */
export const broughtRoutes = [...routes, 'sc', 'oral', 'rectal'] as const
export type BroughtRoute = (typeof broughtRoutes)[number]

/** Who says that it was so: their own paper, a letter of the practice where it was, or the client. */
export const sources = ['own-paper', 'former-practice', 'client'] as const
export type Source = (typeof sources)[number]

export const tolerances = ['well', 'unwanted'] as const
export type Tolerated = (typeof tolerances)[number]

/** A journey that took place elsewhere, as it was said. What is null is not known, and never "no". */
export interface BroughtSaid {
  /** A year, a month or a day: as exact as it is known. */
  readonly givenOn: When
  readonly product: Product | null
  readonly route: BroughtRoute | null
  /** As the label says it. */
  readonly labelMg: number | null
  readonly labelSalt: Salt | null
  readonly givenWhere: string | null
  readonly tolerated: Tolerated | null
  readonly howItWent: string | null
  readonly source: Source
  readonly sourceWords: string | null
}

export type BroughtFault = 'not-a-date' | 'ahead' | 'salt-without-amount'

/** Why it cannot be taken down; the truth always can. A day is a day where the practice is. */
export function faultIn(
  { givenOn, labelMg, labelSalt }: Pick<BroughtSaid, 'givenOn' | 'labelMg' | 'labelSalt'>,
  careNow: Instant,
  timeZone: string,
): BroughtFault | null {
  if (!isWhen(givenOn) || givenOn.length > 10) return 'not-a-date'
  if (givenOn > dayIn(careNow, timeZone).slice(0, givenOn.length)) return 'ahead'
  return labelMg === null && labelSalt !== null ? 'salt-without-amount' : null
}

/** Milligrams of base, beside the label’s; unknown where the amount or its salt is. */
export const baseMgKnown = ({ labelMg, labelSalt }: Pick<BroughtSaid, 'labelMg' | 'labelSalt'>) =>
  labelMg === null || labelSalt === null ? null : baseMgOf({ labelMg, labelSalt })
