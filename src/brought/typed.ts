import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Salt } from '../medication/order.ts'
import type { Product } from '../protocol/protocol.ts'
import { faultIn, type BroughtRoute, type BroughtSaid, type Source, type Tolerated } from './brought.ts'

/** A journey elsewhere while it is being written down: text as typed, and nothing filled in. Empty is not known. */
export interface TypedJourney {
  readonly date: { readonly year: string; readonly month: string; readonly day: string }
  readonly product: string
  readonly route: string
  readonly amount: string
  readonly salt: string
  readonly givenWhere: string
  readonly tolerated: string
  readonly howItWent: string
  readonly source: Source | undefined
  readonly sourceWords: string
}

export const nothingTyped: TypedJourney = {
  date: { year: '', month: '', day: '' },
  product: '',
  route: '',
  amount: '',
  salt: '',
  givenWhere: '',
  tolerated: '',
  howItWent: '',
  source: undefined,
  sourceWords: '',
}

export type TypedFault = 'date' | 'ahead' | 'amount' | 'salt' | 'source'
export type TypedFaults = Readonly<Partial<Record<'date' | 'amount' | 'salt' | 'source', TypedFault>>>

const decimal = /^\d{1,4}([.,]\d{1,2})?$/

/** Milligrams as the label says them; null where nothing is typed, undefined where it is no amount. */
export function amountIn(amount: string): number | null | undefined {
  const text = amount.trim()
  if (text === '') return null
  const mg = decimal.test(text) ? Number(text.replace(',', '.')) : 0
  return mg > 0 ? mg : undefined
}

const said = (text: string): string | null => text.trim() || null

function faultsIn(typed: TypedJourney, read: BroughtSaid, now: { careNow: Instant; timeZone: string }) {
  const fault = faultIn(read, now.careNow, now.timeZone)
  const date = fault === 'ahead' ? 'ahead' : fault === 'not-a-date' ? 'date' : undefined
  return {
    ...(date && { date }),
    ...(amountIn(typed.amount) === undefined && { amount: 'amount' as const }),
    ...(fault === 'salt-without-amount' && typed.amount.trim() === '' && { salt: 'salt' as const }),
    ...(typed.source === undefined && { source: 'source' as const }),
  } satisfies TypedFaults
}

/** Reads what was typed; names every field that cannot be read, and guesses none. */
export function readTyped(
  typed: TypedJourney,
  givenOn: string,
  now: { readonly careNow: Instant; readonly timeZone: string },
): Outcome<BroughtSaid, TypedFaults> {
  const read: BroughtSaid = {
    givenOn,
    product: (typed.product || null) as Product | null,
    route: (typed.route || null) as BroughtRoute | null,
    labelMg: amountIn(typed.amount) ?? null,
    labelSalt: (typed.salt || null) as Salt | null,
    givenWhere: said(typed.givenWhere),
    tolerated: (typed.tolerated || null) as Tolerated | null,
    howItWent: said(typed.howItWent),
    source: typed.source ?? 'client',
    sourceWords: said(typed.sourceWords),
  }
  const faults = faultsIn(typed, read, now)
  return Object.keys(faults).length > 0 ? refuse(faults) : accept(read)
}
