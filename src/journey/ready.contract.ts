import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { becauseCodes, gateIds } from './gate.ts'

const ofSession = ({ sessionId }: { sessionId: string }) => ({ sessionId })
const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))
const place = { sessionId: z.uuid(), id: z.uuid() }
const made = z.object({ id: z.uuid() })

export const GateShape = z.object({
  id: z.enum(gateIds),
  state: z.enum(['met', 'waiting', 'stop']),
  because: z.object({
    code: z.enum(becauseCodes),
    at: z.optional(z.number()),
    until: z.optional(z.number()),
    name: z.optional(z.string()),
    systolicMmHg: z.optional(z.number()),
    diastolicMmHg: z.optional(z.number()),
    limitSystolicMmHg: z.optional(z.number()),
    limitDiastolicMmHg: z.optional(z.number()),
    items: z.optional(z.array(z.string())),
  }),
  clears: z.array(z.enum(['prescriber', 'therapist', 'monitor', 'coordinator', 'client', 'time', 'nobody'])),
  rule: z.string(),
})

const RideShape = z.nullable(z.object({ id: z.uuid(), name: z.string(), phone: z.string() }))

/** One screen, the same truth for all who work in the room. */
export const readReady = defineEndpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/ready',
  action: 'ready.read',
  subject: ofSession,
  input: z.object({ sessionId: z.uuid() }),
  reply: z.object({
    sessionId: z.uuid(),
    courseId: z.uuid(),
    personId: z.uuid(),
    name: z.string(),
    birthDate: z.nullable(z.string()),
    number: z.number(),
    plannedAt: z.number(),
    phase: z.string(),
    timeZone: z.string(),
    now: z.number(),
    gates: z.array(GateShape),
    /** What the rules that stand open are called. */
    titles: z.record(z.string(), z.object({ en: z.string(), es: z.string() })),
    protocol: z.object({
      id: z.string(),
      version: z.string(),
      forms: z.array(z.enum(['lozenge', 'troche', 'dissolving-tablet', 'injection'])),
      products: z.array(z.enum(['racemic', 'esketamine'])),
      route: z.enum(['sublingual', 'im']),
    }),
    doses: z.array(
      z.object({
        id: z.uuid(),
        labelMg: z.number(),
        labelSalt: z.enum(['base', 'hydrochloride']),
        givenAt: z.number(),
        givenByName: z.string(),
        deviation: z.boolean(),
        because: z.array(z.string()),
      }),
    ),
    order: z.nullable(
      z.object({
        id: z.uuid(),
        product: z.enum(['racemic', 'esketamine']),
        form: z.enum(['lozenge', 'troche', 'dissolving-tablet', 'injection']),
        route: z.enum(['sublingual', 'im']),
        labelMg: z.number(),
        labelSalt: z.enum(['base', 'hydrochloride']),
        baseMg: z.number(),
        signedByName: z.string(),
        validUntil: z.number(),
      }),
    ),
    release: z.nullable(
      z.object({ id: z.uuid(), byName: z.string(), releasedAt: z.number(), expiresAt: z.number() }),
    ),
    ride: RideShape,
    people: z.array(
      z.object({
        memberId: z.uuid(),
        name: z.string(),
        roles: z.array(z.string()),
        state: z.nullable(z.enum(['here', 'reachable', 'away'])),
      }),
    ),
    can: z.object({
      release: z.boolean(),
      take: z.boolean(),
      name: z.boolean(),
      ask: z.boolean(),
      note: z.boolean(),
      decide: z.boolean(),
      askSafety: z.boolean(),
      order: z.boolean(),
    }),
    me: z.object({ seatId: z.nullable(z.uuid()), name: z.string() }),
  }),
})

/** The same truth in words for the client: what is theirs to do, and whether the rest is ready. No verdict, no amount. */
export const readOwnReady = defineEndpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/own',
  action: 'ready.read-own',
  subject: ofSession,
  input: z.object({ sessionId: z.uuid() }),
  reply: z.object({
    sessionId: z.uuid(),
    personId: z.uuid(),
    plannedAt: z.number(),
    timeZone: z.string(),
    now: z.number(),
    begun: z.boolean(),
    ride: RideShape,
    parts: z.array(
      z.object({
        id: z.enum(['agreement', 'ride', 'asked', 'body', 'people', 'care']),
        ready: z.boolean(),
        code: z.string(),
        until: z.optional(z.number()),
      }),
    ),
  }),
})

export const nameRide = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/ride',
  action: 'ride.name',
  subject: ofSession,
  input: z.strictObject({ ...place, name: words(120), phone: words(40) }),
  reply: made,
})

/** The ride fell through; from now on there is none. */
export const loseRide = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/ride/lost',
  action: 'ride.name',
  subject: ofSession,
  input: z.strictObject(place),
  reply: made,
})

/** Asked with nobody else in the room: on the client's own screen, or by staff alone with them. */
export const answerAlone = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/asked',
  action: 'alone.answer',
  subject: ofSession,
  input: z.strictObject({
    ...place,
    wantsToday: z.boolean(),
    safeHome: z.nullable(z.boolean()),
    rideId: z.nullable(z.uuid()),
  }),
  reply: made,
})

export const notePresence = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/presence',
  action: 'presence.note',
  subject: ofSession,
  input: z.strictObject({ ...place, memberId: z.uuid(), state: z.enum(['here', 'reachable', 'away']) }),
  reply: made,
})

export const decideDay = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/decisions',
  action: 'day.decide',
  subject: ofSession,
  input: z.strictObject({
    ...place,
    gate: z.enum(['pressure', 'interval']),
    proceed: z.boolean(),
    reason: words(2000),
    riskBenefit: words(2000),
    mitigation: words(2000),
    expiresAt: z.iso.datetime({ offset: true }),
    confirmationId: z.uuid(),
  }),
  reply: made,
})

/** A permit for one dose, for a few minutes. Refused while any gate is open. */
export const releaseDose = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/release',
  action: 'dose.release',
  subject: ofSession,
  input: z.strictObject(place),
  reply: z.object({ id: z.uuid(), until: z.number() }),
})
