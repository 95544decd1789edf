import type { Spelled } from '../access/signed.ts'
import { isoOf } from '../kernel/instant.ts'
import { baseMgOf, type OrderWritten } from './order.ts'

/** From which versions on an order is sealed: one that says it is of an earlier one may stand without a seal. */
type From = 'sealed' | 'unsealed'
const versions = { unsealed: { dose: 1, infusion: 2 }, sealed: { dose: 3, infusion: 4 } } as const

/**
 * What is signed, letter by letter: the screen and the server each write it out, and their hashes must agree. An infusion
 * says how long it runs; what was signed before there were any reads as it did.
 */
export const orderText = (courseId: string, written: OrderWritten, from: From = 'sealed'): string =>
  JSON.stringify([
    'dose-order',
    versions[from][written.overMinutes === null ? 'dose' : 'infusion'],
    courseId,
    written.product,
    written.form,
    written.route,
    written.labelMg,
    written.labelSalt,
    baseMgOf(written),
    written.weightKg,
    written.doses,
    isoOf(written.validUntil),
    written.rangeReason,
    written.supersedes,
    ...(written.overMinutes === null ? [] : [written.overMinutes]),
  ])

/** The second prescriber signs this one order. */
export const secondText = (orderId: string, from: From = 'sealed'): string =>
  JSON.stringify(['dose-order-second', from === 'sealed' ? 2 : 1, orderId])

const inBoth = (text: (from: From) => string): Spelled => ({
  sealed: [text('sealed')],
  unsealed: [text('unsealed')],
})

export const orderSpelled = (courseId: string, written: OrderWritten): Spelled =>
  inBoth((from) => orderText(courseId, written, from))

export const secondSpelled = (orderId: string): Spelled => inBoth((from) => secondText(orderId, from))
