import { spendConfirmation } from '../access/confirmation.commands.ts'
import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import { heldCourse } from '../course/course.queries.ts'
import type { Call } from '../kernel/call.ts'
import { instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { protocolOfCourse } from '../protocol/protocol.queries.ts'
import { orderText, secondText } from './document.ts'
import { orderInForce, writtenOrder, type Order, type OrderWritten } from './order.ts'
import { ordersOf } from './order.queries.ts'
import { addOrder, addOrderStop, addSecondSignature, type SignedBy } from './order.store.ts'

interface Signing {
  readonly id: string
  readonly courseId: string
  readonly confirmationId: string
}

export const signOrder = command(
  async (
    tx,
    asked: Signing & Omit<OrderWritten, 'validUntil'> & { readonly validUntil: string },
    call: Call,
  ) => {
    const { id, courseId, confirmationId, ...rest } = asked
    const course = await heldCourse(tx, courseId)
    const protocol = await protocolOfCourse(tx, courseId)
    if (!course || !protocol) throw new Problem('not-found')
    if (course.endsAt !== null && course.endsAt <= call.careNow) throw new Problem('course-ended')
    const written = { ...rest, validUntil: instant(rest.validUntil) }
    const inForce = orderInForce(await ordersOf(tx, courseId), call.careNow)
    const decided = writtenOrder(written, { protocol, inForce }, call.careNow)
    if (!decided.ok) throw new Problem(decided.refusal)
    const signed = await signature(tx, { confirmationId, text: orderText(courseId, written) }, call)
    const order = { ...decided.value, id, courseId, personId: course.personId }
    if (!(await addOrder(tx, order, signed))) throw new Problem('id-taken')
    return { id }
  },
  ({ id, rangeReason }) => (rangeReason === null ? null : reasonIn('dose_order', id)),
)

/** A second prescriber, and never the one who signed first. */
export const signSecond = command(async (tx, asked: Signing & { readonly orderId: string }, call: Call) => {
  const { order, personId } = await orderOf(tx, asked)
  if (order.signedBy === tx.actor.seatId) throw new Problem('second-must-differ')
  const { confirmationId, id, orderId } = asked
  const signed = await signature(tx, { confirmationId, text: secondText(orderId) }, call)
  if (!(await addSecondSignature(tx, { id, personId, orderId }, signed)))
    throw new Problem('changed-meanwhile')
  return { id }
})

export const stopOrder = command(
  async (tx, asked: { id: string; courseId: string; orderId: string; reason: string }, { careNow }: Call) => {
    const { personId } = await orderOf(tx, asked)
    const stopped = { memberId: seatOf(tx), at: careNow }
    if (!(await addOrderStop(tx, { ...asked, personId }, stopped))) throw new Problem('changed-meanwhile')
    return { id: asked.id }
  },
  ({ id }) => reasonIn('dose_order_stop', id),
)

async function orderOf(
  tx: PracticeTx,
  { courseId, orderId }: { courseId: string; orderId: string },
): Promise<{ order: Order; personId: string }> {
  const course = await heldCourse(tx, courseId)
  const order = (await ordersOf(tx, courseId)).find(({ id }) => id === orderId)
  if (!course || !order) throw new Problem('not-found')
  return { order, personId: course.personId }
}

async function signature(
  tx: WriteTx,
  { confirmationId, text }: { confirmationId: string; text: string },
  call: Call,
): Promise<SignedBy> {
  const documentHash = digest(text).toString('hex')
  const { factor } = await spendConfirmation.within(tx, { confirmationId, documentHash }, call)
  return { confirmationId, documentHash, factor, memberId: seatOf(tx), at: call.careNow }
}

function seatOf(tx: PracticeTx): string {
  if (tx.actor.seatId === null) throw new Problem('not-allowed')
  return tx.actor.seatId
}
