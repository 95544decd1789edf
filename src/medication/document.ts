import { isoOf } from '../kernel/instant.ts'
import { baseMgOf, type OrderWritten } from './order.ts'

/** What is signed, letter by letter: the screen and the server each write it out, and their hashes must agree. */
export const orderText = (courseId: string, written: OrderWritten): string =>
  JSON.stringify([
    'dose-order',
    1,
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
  ])

/** The second prescriber signs this one order. */
export const secondText = (orderId: string): string => JSON.stringify(['dose-order-second', 1, orderId])
