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
  /** How long an infusion runs; nothing on any other route. */
  readonly overMinutes: number | null
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

export type Crossed = 'above' | 'below' | 'weight-unknown' | 'not-listed' | 'faster'
export interface RangeCheck {
  readonly tier: RangeTier
  readonly crossed: Crossed | null
  /** The figure that was crossed, in mg of base, with its rule and source. */
  readonly figure: Figure | null
  readonly perKg: boolean
}

export type PublishedRange = Omit<OrderRange, 'hydrochloridePerBase'>

/** What is compared: milligrams of base, the weight, and how long it runs. */
export interface Compared {
  readonly baseMg: number
  readonly weightKg: number | null
  readonly overMinutes: number | null
}

/**
 * Compares a typed order with the published range (clinical reference 3.2). It proposes nothing. A weight that is
 * needed and not known counts as one that is too low. `order_range` says the same in SQL.
 */
export function checkRange(range: PublishedRange, compared: Compared): RangeCheck {
  const { baseMg, weightKg } = compared
  const above = (figure: Figure | null) => figure !== null && exceeds(baseMg, figure.value)
  const abovePerKg = (figure: Figure | null) =>
    figure !== null && weightKg !== null && exceeds(baseMg, figure.value * weightKg)
  if (above(range.secondAboveMg)) return crossed('second', 'above', range.secondAboveMg)
  if (abovePerKg(range.secondAboveMgPerKg)) return perKg(crossed('second', 'above', range.secondAboveMgPerKg))
  if (weightKg === null && range.secondAboveMgPerKg !== null)
    return perKg(crossed('second', 'weight-unknown', range.secondAboveMgPerKg))
  if (above(range.reasonAboveMg)) return crossed('reason', 'above', range.reasonAboveMg)
  if (abovePerKg(range.reasonAboveMgPerKg)) return perKg(crossed('reason', 'above', range.reasonAboveMgPerKg))
  return low(range, compared) ?? unlike(range, compared) ?? inside
}

const inside: RangeCheck = { tier: 'inside', crossed: null, figure: null, perKg: false }

/** Not an amount the label names, or faster than was published. */
function unlike(
  { listedMg, leastMinutes }: PublishedRange,
  { baseMg, overMinutes }: Compared,
): RangeCheck | undefined {
  const [first] = listedMg ?? []
  if (first && !listedMg?.some(({ value }) => Math.abs(value - baseMg) <= 1e-9))
    return crossed('reason', 'not-listed', first)
  if (leastMinutes && overMinutes !== null && overMinutes < leastMinutes.value)
    return crossed('reason', 'faster', leastMinutes)
  return undefined
}

function low(range: PublishedRange, { baseMg, weightKg }: Compared): RangeCheck | undefined {
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
  /** What stands here is not what was signed, or not by whom, for whom and when it says. */
  readonly broken: boolean
  /** By which a release says which signature it was that was looked at. */
  readonly seal?: string | null
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
  readonly id?: string
  readonly broken?: boolean
  readonly seal?: string | null
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
  const baseMg = baseMgOf(written)
  if (!fits(written, protocol) || beyond(protocol.order, { ...written, baseMg }))
    return refuse('order-not-of-protocol')
  if (written.validUntil <= careNow) return refuse('order-over')
  if ((inForce?.id ?? null) !== written.supersedes) return refuse('order-in-force')
  const { tier } = checkRange(protocol.order, { ...written, baseMg })
  if (tier !== 'inside' && written.rangeReason === null) return refuse('order-needs-reason')
  return accept({ ...written, baseMg, range: tier })
}

export const fits = (
  { product, form, route, overMinutes }: Pick<OrderWritten, 'product' | 'form' | 'route' | 'overMinutes'>,
  protocol: Pick<Protocol, 'products' | 'forms' | 'route'>,
): boolean =>
  protocol.products.includes(product) &&
  protocol.forms.includes(form) &&
  protocol.route === route &&
  (overMinutes !== null) === (route === 'iv')

/** More than the protocol takes at all, or slower than its stay counts on. `order_beyond` says the same in SQL. */
export const beyond = (
  { refusedAboveMg, mostMinutes }: Pick<PublishedRange, 'refusedAboveMg' | 'mostMinutes'>,
  { baseMg, overMinutes }: Pick<Compared, 'baseMg' | 'overMinutes'>,
): boolean =>
  (refusedAboveMg !== undefined && exceeds(baseMg, refusedAboveMg.value)) ||
  (mostMinutes !== undefined && overMinutes !== null && overMinutes > mostMinutes.value)

/** The newest order that was neither replaced nor stopped by then. */
export const orderInForce = (orders: readonly Order[], at: Instant): Order | undefined =>
  orders
    .filter(
      (order) => order.signedAt <= at && !hasGone(order.supersededAt, at) && !hasGone(order.stoppedAt, at),
    )
    .toSorted((one, other) => other.signedAt - one.signedAt || (other.id > one.id ? 1 : -1))[0]

const hasGone = (moment: Instant | null, at: Instant): boolean => moment !== null && moment <= at
