import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import type { Form, Product, Route } from '../protocol/protocol.ts'
import { baseMgOf, beyond, checkRange, type PublishedRange, type RangeCheck, type Salt } from './order.ts'

/** An order while it is being written: text as typed, and nothing filled in for the prescriber. */
export interface TypedOrder {
  readonly product: string
  readonly form: string
  readonly amount: string
  readonly salt: '' | Salt
  readonly weight: string
  /** How long an infusion runs, in minutes. */
  readonly minutes: string
  readonly doses: string
  /** The last day it is good for, YYYY-MM-DD. */
  readonly until: string
  readonly reason: string
}

/** What a typed amount is compared with. */
interface Published {
  readonly route: Route
  readonly order: PublishedRange
}

export const nothingWritten: TypedOrder = {
  product: '',
  form: '',
  amount: '',
  salt: '',
  weight: '',
  minutes: '',
  doses: '',
  until: '',
  reason: '',
}

export type OrderFault = 'missing' | 'number' | 'reason' | 'beyond'
export type OrderFaults = Readonly<Partial<Record<keyof TypedOrder, OrderFault>>>

export interface ReadOrder {
  readonly product: Product
  readonly form: Form
  readonly labelMg: number
  readonly labelSalt: Salt
  readonly weightKg: number | null
  readonly overMinutes: number | null
  readonly doses: number
  readonly rangeReason: string | null
}

const decimal = /^\d{1,4}([.,]\d{1,2})?$/

const numberIn = (text: string): number | undefined =>
  decimal.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined

/** The milligrams of base and how they compare with what was published, as soon as amount and salt are there. */
export function comparison(
  typed: TypedOrder,
  protocol: Published,
): { baseMg: number; range: RangeCheck } | undefined {
  const labelMg = numberIn(typed.amount)
  if (labelMg === undefined || labelMg === 0 || typed.salt === '') return undefined
  const baseMg = baseMgOf({ labelMg, labelSalt: typed.salt })
  const compared = {
    baseMg,
    weightKg: numberIn(typed.weight) ?? null,
    overMinutes: minutesIn(typed, protocol),
  }
  return { baseMg, range: checkRange(protocol.order, compared) }
}

const minutesIn = ({ minutes }: TypedOrder, { route }: Published): number | null =>
  route === 'iv' && /^\d{1,3}$/.test(minutes.trim()) ? Number(minutes.trim()) : null

/** Reads what was typed; names every field that cannot be read, and guesses none. */
export function readOrder(typed: TypedOrder, protocol: Published): Outcome<ReadOrder, OrderFaults> {
  const faults = faultsIn(typed, protocol)
  if (Object.keys(faults).length > 0) return refuse(faults)
  return accept({
    product: typed.product as Product,
    form: typed.form as Form,
    labelMg: numberIn(typed.amount)!,
    labelSalt: typed.salt as Salt,
    weightKg: weightIn(typed) ?? null,
    overMinutes: minutesIn(typed, protocol),
    doses: numberIn(typed.doses)!,
    rangeReason: typed.reason.trim() || null,
  })
}

const needed = ['product', 'form', 'amount', 'salt', 'doses', 'until'] as const

function faultsIn(typed: TypedOrder, protocol: Published): OrderFaults {
  const asked = protocol.route === 'iv' ? ([...needed, 'minutes'] as const) : needed
  const missing = asked
    .filter((field) => typed[field].trim() === '')
    .map((field) => [field, 'missing'] as const)
  const wrong = (['amount', 'doses', 'weight'] as const)
    .filter((field) => typed[field].trim() !== '' && !readable[field](typed))
    .map((field) => [field, 'number'] as const)
  const unexplained = needsReason(typed, protocol) && typed.reason.trim().length < 3
  return Object.fromEntries([
    ...missing,
    ...beyondIn(typed, protocol),
    ...wrong,
    ...(unexplained ? [['reason', 'reason'] as const] : []),
  ])
}

/** More, or slower, than this protocol takes at all. */
function beyondIn(typed: TypedOrder, protocol: Published): (readonly ['amount' | 'minutes', OrderFault])[] {
  const { refusedAboveMg, mostMinutes } = protocol.order
  const baseMg = comparison(typed, protocol)?.baseMg ?? 0
  const overMinutes = minutesIn(typed, protocol)
  const unreadable = protocol.route === 'iv' && typed.minutes.trim() !== '' && !overMinutes
  return [
    ...(beyond({ refusedAboveMg }, { baseMg, overMinutes }) ? [['amount', 'beyond'] as const] : []),
    ...(beyond({ mostMinutes }, { baseMg, overMinutes }) ? [['minutes', 'beyond'] as const] : []),
    ...(unreadable ? [['minutes', 'number'] as const] : []),
  ]
}

const readable = {
  amount: (typed: TypedOrder) => (numberIn(typed.amount) ?? 0) > 0,
  doses: (typed: TypedOrder) => /^([1-9]|1\d|20)$/.test(typed.doses.trim()),
  weight: (typed: TypedOrder) => weightIn(typed) !== undefined,
}

const weightIn = ({ weight }: TypedOrder): number | undefined => {
  const kg = numberIn(weight)
  return kg !== undefined && kg >= 20 && kg <= 400 ? Math.round(kg * 10) / 10 : undefined
}

export const needsReason = (typed: TypedOrder, protocol: Published): boolean => {
  const compared = comparison(typed, protocol)
  return compared !== undefined && compared.range.tier !== 'inside'
}
