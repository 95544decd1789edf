import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { planSteps, type PlanStep } from './plan.ts'
import { lines } from '../platform/http/text.contract.ts'

const ofPerson = ({ personId }: { personId: string }) => ({ personId })
const doubt = z.nullable(z.enum(['ahead', 'late']))
const said = lines(2000, 0)
const each = <Shape>(shape: Shape) =>
  Object.fromEntries(planSteps.map((step) => [step, shape])) as Record<PlanStep, Shape>

/** A client's safety plan as it holds now. Kept on their own device too. */
export const readPlan = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/plan',
  action: 'plan.read',
  subject: ofPerson,
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    plan: z.nullable(
      z.object({
        words: z.object(each(z.string())),
        made: z.nullable(z.object({ at: z.number(), with: z.string() })),
        changedAt: z.nullable(z.number()),
      }),
    ),
    /** Of the client's own change, where that is what holds: when it came, where it waited long on a device. */
    changed: z.nullable(z.object({ arrivedAt: z.nullable(z.number()), doubt })),
    /** Written before the plan was made, and come only after: it does not hold, and nobody has looked at it. */
    late: z.nullable(
      z.object({
        words: z.object(each(z.string())),
        writtenAt: z.number(),
        arrivedAt: z.nullable(z.number()),
        doubt,
      }),
    ),
    /** Why it should be looked at together. */
    review: z.nullable(z.enum(['changed', 'alarm', 'phase'])),
    phone: z.nullable(z.string()),
    can: z.object({ change: z.boolean(), review: z.boolean() }),
  }),
})

export type PlanTold = z.output<typeof readPlan.reply>

/** In the client's own hand, at any hour, with or without a network. */
export const changePlan = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/plan/changes',
  action: 'plan.change',
  subject: ofPerson,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    /** When it was written, by the device; it may have waited for a network. */
    at: z.optional(z.iso.datetime({ offset: true })),
    ...each(said),
  }),
  reply: z.object({ id: z.uuid() }),
})

/** Looked at together, and it still fits: made anew, word for word as it holds now. */
export const reviewPlan = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/plan/reviews',
  action: 'asked.plan',
  subject: ofPerson,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    /** What was on the screen that was looked at: a plan that changed meanwhile is looked at again. */
    seen: z.object(each(z.string())),
  }),
  reply: z.object({ id: z.uuid() }),
})
