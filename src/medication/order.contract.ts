import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { lines } from '../platform/http/text.contract.ts'
import {
  FormShape as form,
  ProductShape as product,
  RouteShape as route,
} from '../protocol/protocol.contract.ts'

const ofCourse = ({ courseId }: { courseId: string }) => ({ courseId })
const words = (most: number) => lines(most, 3)
const salt = z.enum(['base', 'hydrochloride'])
const hundredths = z.multipleOf(0.01)

const figure = z.object({
  value: z.number(),
  rule: z.string(),
  source: z.string(),
  tag: z.enum(['source', 'GK', 'PD']),
})
const FigureShape = z.nullable(figure)
const OrderShape = z.object({
  id: z.uuid(),
  product,
  form,
  route,
  labelMg: z.number(),
  labelSalt: salt,
  baseMg: z.number(),
  weightKg: z.nullable(z.number()),
  overMinutes: z.nullable(z.number()),
  doses: z.number(),
  dosesGiven: z.number(),
  validUntil: z.number(),
  range: z.enum(['inside', 'reason', 'second']),
  rangeReason: z.nullable(z.string()),
  supersedes: z.nullable(z.uuid()),
  signedBy: z.uuid(),
  signedByName: z.string(),
  signedAt: z.number(),
  second: z.nullable(z.object({ byName: z.string(), at: z.number(), broken: z.optional(z.boolean()) })),
  broken: z.boolean(),
  stoppedAt: z.nullable(z.number()),
  supersededAt: z.nullable(z.number()),
})

/** Newest first, with what a typed order is checked against. Nothing here suggests an amount. */
export const readOrders = defineEndpoint({
  method: 'GET',
  path: '/api/courses/:courseId/orders',
  action: 'order.read',
  subject: ofCourse,
  input: z.object({ courseId: z.uuid() }),
  reply: z.object({
    personId: z.uuid(),
    name: z.string(),
    birthDate: z.nullable(z.string()),
    now: z.number(),
    orders: z.array(OrderShape),
    inForce: z.nullable(z.uuid()),
    protocol: z.object({
      id: z.string(),
      version: z.string(),
      title: z.object({ en: z.string(), es: z.string() }),
      route,
      products: z.array(product),
      forms: z.array(form),
      order: z.object({
        lowMg: FigureShape,
        lowMgPerKg: FigureShape,
        reasonAboveMg: FigureShape,
        reasonAboveMgPerKg: FigureShape,
        secondAboveMg: FigureShape,
        secondAboveMgPerKg: FigureShape,
        listedMg: z.optional(z.array(figure)),
        refusedAboveMg: z.optional(figure),
        leastMinutes: z.optional(figure),
        mostMinutes: z.optional(figure),
      }),
    }),
    can: z.object({ sign: z.boolean(), second: z.boolean(), stop: z.boolean() }),
    me: z.object({ seatId: z.nullable(z.uuid()), name: z.string() }),
  }),
})

export type Orders = output<typeof readOrders.reply>

const reply = z.object({ id: z.uuid() })

/** The prescriber's order, signed. The amount is the label's own; milligrams of base are worked out beside it. */
export const signOrder = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/orders',
  action: 'order.sign',
  subject: ofCourse,
  input: z.strictObject({
    courseId: z.uuid(),
    id: z.uuid(),
    product,
    form,
    route,
    labelMg: z.number().check(z.gt(0), z.lte(5000), hundredths),
    labelSalt: salt,
    weightKg: z.nullable(z.number().check(z.gte(20), z.lte(400), z.multipleOf(0.1))),
    /** How long an infusion runs; nothing on any other route. */
    overMinutes: z.nullable(z.int().check(z.gte(1), z.lte(240))),
    doses: z.int().check(z.gte(1), z.lte(20)),
    validUntil: z.iso.datetime({ offset: true }),
    rangeReason: z.nullable(words(2000)),
    supersedes: z.nullable(z.uuid()),
    confirmationId: z.uuid(),
  }),
  reply,
})

export const signSecond = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/orders/:orderId/second',
  action: 'order.second',
  subject: ofCourse,
  input: z.strictObject({
    courseId: z.uuid(),
    orderId: z.uuid(),
    id: z.uuid(),
    confirmationId: z.uuid(),
  }),
  reply,
})

/** Takes effect at once; what was released on this order is released no longer. */
export const stopOrder = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/orders/:orderId/stop',
  action: 'order.stop',
  subject: ofCourse,
  input: z.strictObject({ courseId: z.uuid(), orderId: z.uuid(), id: z.uuid(), reason: words(2000) }),
  reply,
})
