import type { Figure, InBoth, Product, Protocol, Sourced } from './protocol.ts'

/** One end of what may be set, with where it is from; `PD` where no authority was found for it. */
export interface Bound {
  readonly value: number
  readonly unit: string
  readonly source: InBoth
  readonly tag: Figure['tag']
}

/** From and to, both allowed. */
export interface Span {
  readonly id: string
  readonly from: Bound
  readonly to: Bound
}

/** Readings that a label asks for, in minutes since the dose. */
export interface LabelReadings {
  readonly id: string
  readonly atMinutes: readonly number[]
  readonly source: InBoth
  readonly tag: Figure['tag']
}

export const bounded = [
  'gapHours',
  'stayMinutes',
  'solidHours',
  'clearHours',
  'afterDoses',
  'thenMonths',
] as const
export type Bounded = (typeof bounded)[number]

/** Within what a practice may set a protocol of its own, as `content/settings/own-protocol.json` has it (`own_bounds` in the database). */
export interface Bounds {
  readonly bounds: Readonly<Record<Bounded, Span>>
  readonly readings: Readonly<Partial<Record<Product, LabelReadings>>>
}

/** What the label of this medicine asks to be measured at. */
export const labelOf = ({ products }: Protocol, { readings }: Bounds): LabelReadings | undefined =>
  products.map((product) => readings[product]).find((one) => one !== undefined)

/** Nobody can go before the medicine is usually past its peak, nor while the longest infusion still runs. */
export function leastStay({
  timing,
  order,
}: Pick<Protocol, 'timing' | 'order'>): Sourced & { readonly value: number } {
  const { rule, source, tag, peakMinutes } = timing
  const peak = { value: peakMinutes[1], rule, source, tag }
  const longest = order.mostMinutes
  return longest && longest.value > peak.value ? longest : peak
}
