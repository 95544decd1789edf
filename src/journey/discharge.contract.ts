import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'

const ofSession = ({ sessionId }: { sessionId: string }) => ({ sessionId })
const place = { sessionId: z.uuid(), id: z.uuid() }
const made = z.object({ id: z.uuid() })
const number = z.nullable(z.number())

export const CriterionShape = z.object({
  id: z.string(),
  met: z.boolean(),
  code: z.enum([
    'stay-over',
    'stay-not-over',
    'pressure-settled',
    'pressure-no-baseline',
    'pressure-none-since',
    'pressure-still-rising',
    'pressure-off-baseline',
    'pressure-too-high',
    'asked-no-thoughts',
    'asked-not-since',
    'asked-thoughts',
    'ticked',
    'not-ticked',
    'taken-back',
  ]),
  at: number,
  until: number,
  byName: z.nullable(z.string()),
  systolicMmHg: number,
  diastolicMmHg: number,
  baseSystolicMmHg: number,
  baseDiastolicMmHg: number,
})

/** The way back to the world: what is met, what is open, and whether it has been closed. */
export const readClosing = defineEndpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/closing',
  action: 'discharge.read',
  subject: ofSession,
  input: z.object({ sessionId: z.uuid() }),
  reply: z.object({
    sessionId: z.uuid(),
    courseId: z.uuid(),
    personId: z.uuid(),
    name: z.string(),
    birthDate: z.nullable(z.string()),
    number: z.number(),
    now: z.number(),
    dosedAt: z.nullable(z.number()),
    criteria: z.array(CriterionShape),
    needsExam: z.boolean(),
    ride: z.nullable(z.object({ name: z.string(), phone: z.string() })),
    discharged: z.nullable(
      z.object({ at: z.number(), byName: z.string(), overrideReason: z.nullable(z.string()) }),
    ),
    can: z.object({ check: z.boolean(), sign: z.boolean(), override: z.boolean(), askSafety: z.boolean() }),
    me: z.object({ name: z.string() }),
  }),
})

export type Closing = output<typeof readClosing.reply>

export const checkCriterion = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/closing/checks',
  action: 'discharge.check',
  subject: ofSession,
  input: z.strictObject({ ...place, criterion: z.string().check(z.regex(/^DC-\d\d$/)), met: z.boolean() }),
  reply: made,
})

export const discharge = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/closing',
  action: 'discharge.sign',
  subject: ofSession,
  input: z.strictObject(place),
  reply: made,
})

/** With something still open: the prescriber's reason, written and signed. */
export const dischargeDespite = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/closing/despite',
  action: 'discharge.override',
  subject: ofSession,
  input: z.strictObject({
    ...place,
    reason: z.string().check(z.trim(), z.minLength(3), z.maxLength(2000)),
    /** The criteria that were open on the screen when it was signed. */
    open: z.array(z.string()),
    confirmationId: z.uuid(),
  }),
  reply: made,
})
