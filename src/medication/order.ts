import type { Instant } from '../kernel/instant.ts'
import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import type { Figure, Form, OrderRange, Product, Protocol, Route } from '../protocol/protocol.ts'

export type Salt = 'base' | 'hydrochloride'

/** What a prescriber writes: the amount as the label says it. `supersedes` is the order it replaces. */
export interface OrderWritten {
  readonly product: Product
  readonly form: Form
  readonly route: Route
  readonly labelMg: number
  readonly labelSalt: Salt
  readonly weightKg: number | null
  readonly doses: number
  readonly validUntil: Instant
  readonly rangeReason: string | null
  readonly supersedes: string | null
}

/** 10 mg of base are 11.53 mg of hydrochloride (clinical reference 3, S23). */
const hydrochloridePerBase = 1.153

/** Milligrams of base, to the hundredth. The database works it out again and refuses any other. */
export const baseMgOf = ({ labelMg, labelSalt }: Pick<OrderWritten, 'labelMg' | 'labelSalt'>): number =>
  Math.round((labelMg / (labelSalt === 'base' ? 1 : hydrochloridePerBase)) * 100) / 100

/** `inside` what was published; outside with a written `reason`; or so far that a `second` prescriber signs as well. */
export type RangeTier = 'inside' | 'reason' | 'second'

export type Crossed = 'above' | 'below' | 'weight-unknown'
export interface RangeCheck {
  readonly tier: RangeTier
  readonly crossed: Crossed | null
  /** The figure that was crossed, in mg of base, with its rule and source. */
  readonly figure: Figure | null
  readonly perKg: boolean
}

export type PublishedRange = Omit<OrderRange, 'hydrochloridePerBase'>

/**
 * Compares a typed amount with the published range (clinical reference 3.2). It proposes nothing. A weight that is
 * needed and not known counts as one that is too low. `order_range` says the same in SQL.
 */
export function checkRange(range: PublishedRange, baseMg: number, weightKg: number | null): RangeCheck {
  const above = (figure: Figure | null) => figure !== null && exceeds(baseMg, figure.value)
  const abovePerKg = (figure: Figure | null) =>
    figure !== null && weightKg !== null && exceeds(baseMg, figure.value * weightKg)
  if (above(range.secondAboveMg)) return crossed('second', 'above', range.secondAboveMg)
  if (abovePerKg(range.secondAboveMgPerKg)) return perKg(crossed('second', 'above', range.secondAboveMgPerKg))
  if (weightKg === null && range.secondAboveMgPerKg !== null)
    return perKg(crossed('second', 'weight-unknown', range.secondAboveMgPerKg))
  if (above(range.reasonAboveMg)) return crossed('reason', 'above', range.reasonAboveMg)
  if (abovePerKg(range.reasonAboveMgPerKg)) return perKg(crossed('reason', 'above', range.reasonAboveMgPerKg))
  return low(range, baseMg, weightKg) ?? { tier: 'inside', crossed: null, figure: null, perKg: false }
}

function low(range: PublishedRange, baseMg: number, weightKg: number | null): RangeCheck | undefined {
  const { lowMg, lowMgPerKg } = range
  if (lowMg !== null && exceeds(lowMg.value, baseMg)) return crossed('reason', 'below', lowMg)
  if (lowMgPerKg !== null && weightKg !== null && exceeds(lowMgPerKg.value * weightKg, baseMg))
    return perKg(crossed('reason', 'below', lowMgPerKg))
  return undefined
}

/** Sums in binary miss the last digit; the database counts in decimals. */
const exceeds = (one: number, other: number): boolean => one - other > 1e-9

const crossed = (tier: RangeTier, way: Crossed, figure: Figure | null): RangeCheck => ({
  tier,
  crossed: way,
  figure,
  perKg: false,
})
const perKg = (check: RangeCheck): RangeCheck => ({ ...check, perKg: true })

/** A signed order, with what became of it. */
export interface Order extends OrderWritten {
  readonly id: string
  readonly baseMg: number
  readonly range: RangeTier
  readonly signedBy: string
  readonly signedByName: string
  /** Whether who signed still prescribes here. */
  readonly signerPrescribes: boolean
  readonly signedAt: Instant
  readonly second: SecondSignature | null
  readonly stoppedAt: Instant | null
  readonly supersededAt: Instant | null
  readonly dosesGiven: number
}
export interface SecondSignature {
  readonly by: string
  readonly byName: string
  readonly prescribes: boolean
  readonly at: Instant
}

export type OrderRefusal = 'order-not-of-protocol' | 'order-over' | 'order-needs-reason' | 'order-in-force'

/** The order as it would be signed, or why not. At most one order of a course is in force. */
export function writtenOrder(
  written: OrderWritten,
  { protocol, inForce }: { readonly protocol: Protocol; readonly inForce: Order | undefined },
  careNow: Instant,
): Outcome<OrderWritten & { readonly baseMg: number; readonly range: RangeTier }, OrderRefusal> {
  if (!fits(written, protocol)) return refuse('order-not-of-protocol')
  if (written.validUntil <= careNow) return refuse('order-over')
  if ((inForce?.id ?? null) !== written.supersedes) return refuse('order-in-force')
  const baseMg = baseMgOf(written)
  const { tier } = checkRange(protocol.order, baseMg, written.weightKg)
  if (tier !== 'inside' && written.rangeReason === null) return refuse('order-needs-reason')
  return accept({ ...written, baseMg, range: tier })
}

export const fits = (
  { product, form, route }: Pick<OrderWritten, 'product' | 'form' | 'route'>,
  protocol: Pick<Protocol, 'products' | 'forms' | 'route'>,
): boolean => protocol.products.includes(product) && protocol.forms.includes(form) && protocol.route === route

/** The newest order that was neither replaced nor stopped by then. */
export const orderInForce = (orders: readonly Order[], at: Instant): Order | undefined =>
  orders
    .filter(
      (order) => order.signedAt <= at && !hasGone(order.supersededAt, at) && !hasGone(order.stoppedAt, at),
    )
    .toSorted((one, other) => other.signedAt - one.signedAt || (other.id > one.id ? 1 : -1))[0]

const hasGone = (moment: Instant | null, at: Instant): boolean => moment !== null && moment <= at
