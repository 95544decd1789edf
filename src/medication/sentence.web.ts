import { fill } from '../platform/i18n/fill.ts'
import { formatDate, formatNumber, type Place } from '../platform/i18n/format.ts'
import { baseMgOf, type OrderWritten } from './order.ts'
import type { en } from './words.en.ts'

/** The words of an order's signature: everything that is signed is said, and nothing of it is left to be looked up. */
export function orderSentence(
  own: typeof en,
  {
    name,
    order,
  }: { readonly name: string; readonly order: Omit<OrderWritten, 'supersedes' | 'rangeReason'> },
  place: Place,
): string {
  const mg = (amount: number) => formatNumber(amount, place.language, 2)
  return fill(own.document, {
    name,
    product: own.products[order.product],
    form: own.forms[order.form].toLowerCase(),
    route: own.routes[order.route],
    amount: `${mg(order.labelMg)} ${own.salts[order.labelSalt]}`,
    base: mg(baseMgOf(order)),
    over: overWords(own, order.overMinutes),
    weight: weightWords(own, order.weightKg, place),
    doses: order.doses,
    until: formatDate(order.validUntil, place, 'date'),
  })
}

/** How long an infusion runs; on any other route there is nothing to say. */
export const overWords = (own: typeof en, minutes: number | null): string =>
  minutes === null ? '' : fill(own.over, { minutes })

/** A weight nobody knows is said, and never passed over. */
export const weightWords = (own: typeof en, weightKg: number | null, { language }: Place): string =>
  weightKg === null ? own.noWeight : fill(own.weighs, { kg: formatNumber(weightKg, language) })
