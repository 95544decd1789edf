import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { suicideAnswers } from '../safety/suicide.ts'
import { ContactShape, DepartureShape } from './departure.contract.ts'
import { MissedShape } from './journeys.contract.ts'
import { CallShape, figure, NotTakenShape } from './room.contract.ts'
import { lines } from '../platform/http/text.contract.ts'

const ofSession = ({ sessionId }: { sessionId: string }) => ({ sessionId })
const place = { sessionId: z.uuid(), id: z.uuid() }
/** When it was said on a device that had no network; null: now. */
const saidAt = z._default(z.nullable(z.iso.datetime({ offset: true })), null)
const made = z.object({ id: z.uuid() })
const number = z.nullable(z.number())

export const CriterionShape = z.object({
  id: z.string(),
  met: z.boolean(),
  code: z.enum([
    'stay-over',
    'stay-not-over',
    'stay-no-dose',
    'pressure-settled',
    'pressure-no-baseline',
    'pressure-none-since',
    'pressure-still-rising',
    'pressure-off-baseline',
    'pressure-too-high',
    'asked-no-thoughts',
    'asked-not-since',
    'asked-thoughts',
    'asked-danger',
    'asked-cleared',
    'ticked',
    'not-ticked',
    'taken-back',
    'ride-none',
    'ride-changed',
  ]),
  at: number,
  until: number,
  byName: z.nullable(z.string()),
  systolicMmHg: number,
  diastolicMmHg: number,
  baseSystolicMmHg: number,
  baseDiastolicMmHg: number,
})

/** What the criteria are worked out from: a device without a network works them out for itself, by the same rule. */
const FactsShape = z.object({
  plan: z.object({
    stayMinutes: figure,
    examMinutes: figure,
    pressureWithinPercent: figure,
    belowSystolicMmHg: figure,
    belowDiastolicMmHg: figure,
    spo2Percent: figure,
    closedHours: figure,
    criteria: z.array(z.string()),
  }),
  firstDoseAt: number,
  lastDoseAt: number,
  rideNamedAt: number,
  rideArrivedAt: number,
  pressures: z.array(
    z.object({ id: z.uuid(), systolicMmHg: z.number(), diastolicMmHg: z.number(), takenAt: z.number() }),
  ),
  checks: z.array(
    z.object({
      id: z.uuid(),
      answer: z.enum(suicideAnswers),
      askedAt: z.nullable(z.number()),
      byName: z.string(),
    }),
  ),
  cleared: z.array(z.object({ id: z.uuid(), reason: z.string(), byName: z.string(), at: z.number() })),
  ticks: z.array(
    z.object({
      id: z.uuid(),
      criterion: z.string(),
      met: z.boolean(),
      byName: z.string(),
      at: z.number(),
      arrivedAt: z.number(),
    }),
  ),
})

const WhoShape = z.object({ memberId: z.uuid(), name: z.string(), roles: z.array(z.string()) })

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
    facts: FactsShape,
    /** How they left other than by discharge: as written, corrections and all. */
    departures: z.array(DepartureShape),
    contacts: z.array(ContactShape),
    /** What was due and never taken, and why, where somebody said so. */
    missed: z.array(MissedShape),
    notTaken: z.array(NotTakenShape),
    /** Who takes part in this care and treats: who may sign is among them, and who can be given a call. */
    team: z.array(z.extend(WhoShape, { signs: z.boolean(), overrides: z.boolean(), clears: z.boolean() })),
    needsExam: z.boolean(),
    ride: z.nullable(z.object({ name: z.string(), phone: z.string() })),
    discharged: z.nullable(
      z.object({ at: z.number(), byName: z.string(), overrideReason: z.nullable(z.string()) }),
    ),
    /** Whom to call now. */
    call: CallShape,
    can: z.object({
      clear: z.boolean(),
      check: z.boolean(),
      sign: z.boolean(),
      override: z.boolean(),
      askSafety: z.boolean(),
      name: z.boolean(),
      depart: z.boolean(),
    }),
    me: z.object({ seatId: z.nullable(z.uuid()), name: z.string(), roles: z.array(z.string()) }),
  }),
})

export type Closing = output<typeof readClosing.reply>

export const checkCriterion = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/closing/checks',
  action: 'discharge.check',
  subject: ofSession,
  input: z.strictObject({
    ...place,
    criterion: z.string().check(z.regex(/^DC-\d\d$/)),
    met: z.boolean(),
    at: saidAt,
  }),
  reply: made,
})

/** After intent or a plan: why they may go home all the same, in the words of a therapist or a prescriber. */
export const clearDanger = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/closing/cleared',
  action: 'discharge.clear',
  subject: ofSession,
  input: z.strictObject({
    ...place,
    reason: lines(2000, 3),
    at: saidAt,
  }),
  reply: made,
})

export const discharge = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/closing',
  action: 'discharge.sign',
  subject: ofSession,
  input: z.strictObject({ ...place, at: saidAt }),
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
    reason: lines(2000, 3),
    /** The criteria that were open on the screen when it was signed. */
    open: z.array(z.string()),
    confirmationId: z.uuid(),
  }),
  reply: made,
})
