import { can } from '../access/policy.ts'
import { Problem } from '../kernel/problem.ts'
import { serve, type Shell } from '../platform/http/serve.ts'
import { signOrder, signSecond, stopOrder } from './order.commands.ts'
import * as contract from './order.contract.ts'
import { orderInForce } from './order.ts'
import { courseHead, ordersOf } from './order.queries.ts'

export function orderRoutes(shell: Shell): void {
  serve(shell, contract.readOrders, async (tx, { courseId }, { careNow, relation }) => {
    const head = await courseHead(tx, courseId)
    if (!head) throw new Problem('not-found')
    const orders = await ordersOf(tx, courseId)
    const { seatId, name, roles } = tx.actor
    const may = (action: string) => can(roles, action, relation)
    return {
      ...head,
      now: careNow,
      orders,
      inForce: orderInForce(orders, careNow)?.id ?? null,
      can: { sign: may('order.sign'), second: may('order.second'), stop: may('order.stop') },
      me: { seatId, name },
    }
  })
  serve(shell, contract.signOrder, signOrder)
  serve(shell, contract.signSecond, signSecond)
  serve(shell, contract.stopOrder, stopOrder)
}
