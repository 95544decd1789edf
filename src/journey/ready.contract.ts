import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { FormShape, ProductShape, RouteShape } from '../protocol/protocol.contract.ts'
import { allLines, dayAnswers } from './dayLines.ts'
import { becauseCodes, gateIds } from './gate.ts'
import { decidedGates } from './gateFacts.ts'
import { MitigationShape } from './mitigation.contract.ts'
import { SignedReadingShape } from './room.contract.ts'
import { line, lines } from '../platform/http/text.contract.ts'

const ofSession = ({ sessionId }: { sessionId: string }) => ({ sessionId })
/** When it was said, by a device that may have kept it. */
const said = z.optional(z.iso.datetime({ offset: true }))
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
    words: z.optional(z.string()),
    items: z.optional(z.array(z.string())),
  }),
  clears: z.array(z.enum(['prescriber', 'therapist', 'monitor', 'coordinator', 'client', 'time', 'nobody'])),
  rule: z.string(),
})

/** A number somebody can be reached by; signs and words may stand around it. */
export const reachable = /(?:\d\D*){5}/

/** What doses are judged by: the edition of the rules, and those that the practice has made graver, since when. */
const JudgedByShape = z.object({
  version: z.string(),
  raised: z.array(
    z.object({ rule: z.string(), title: z.object({ en: z.string(), es: z.string() }), since: z.number() }),
  ),
})

const TickedShape = z.array(z.object({ id: z.string(), ticked: z.boolean() }))

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
    language: z.enum(['en', 'es']),
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
      forms: z.array(FormShape),
      products: z.array(ProductShape),
      route: RouteShape,
    }),
    doses: z.array(
      z.object({
        id: z.uuid(),
        orderId: z.nullable(z.uuid()),
        product: ProductShape,
        form: FormShape,
        route: RouteShape,
        labelMg: z.number(),
        labelSalt: z.enum(['base', 'hydrochloride']),
        givenAt: z.number(),
        givenByName: z.string(),
        deviation: z.boolean(),
        because: z.array(z.string()),
        judgedBy: z.nullable(JudgedByShape),
      }),
    ),
    /** Missing only from an answer that a device has kept since before this was told. */
    rules: z.optional(JudgedByShape),
    order: z.nullable(
      z.object({
        id: z.uuid(),
        product: ProductShape,
        form: FormShape,
        route: RouteShape,
        labelMg: z.number(),
        labelSalt: z.enum(['base', 'hydrochloride']),
        baseMg: z.number(),
        overMinutes: z.nullable(z.number()),
        signedByName: z.string(),
        validUntil: z.number(),
      }),
    ),
    release: z.nullable(
      z.object({ id: z.uuid(), byName: z.string(), releasedAt: z.number(), expiresAt: z.number() }),
    ),
    /** A release that would still run, had a gate not opened: it does not come back when that gate closes. */
    ended: z.nullable(
      z.object({ releasedAt: z.number(), endedAt: z.number(), gates: z.array(z.enum(gateIds)) }),
    ),
    /** What was promised in writing and has to be done today. */
    mitigations: z.array(MitigationShape),
    /** Every reading of this session, what was corrected and taken back included. */
    readings: z.array(SignedReadingShape),
    ride: RideShape,
    /** What has to be looked at or attested, and whether it was today. */
    kit: z.object({ equipment: TickedShape, rems: TickedShape }),
    /** What was said today to the questions of the day, the newest of each. */
    said: z.array(z.object({ line: z.enum(allLines), answer: z.enum(dayAnswers) })),
    /** Medicines of which a dose of today weighs by itself. */
    takenToday: z.array(z.string()),
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
      tell: z.boolean(),
      tellMedicine: z.boolean(),
      /** In which parts they may write why a journey was not talked through. */
      instead: z.array(z.enum(['prescriber', 'therapist'])),
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
        id: z.enum(['agreement', 'ride', 'asked', 'talked', 'food', 'body', 'people', 'care']),
        ready: z.boolean(),
        code: z.string(),
        until: z.optional(z.number()),
      }),
    ),
  }),
})

/** Who takes the client home, for whoever may name them. */
export const readRide = defineEndpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/ride',
  action: 'ride.name',
  subject: ofSession,
  input: z.object({ sessionId: z.uuid() }),
  reply: z.object({ ride: RideShape }),
})

export const nameRide = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/ride',
  action: 'ride.name',
  subject: ofSession,
  input: z.strictObject({ ...place, name: line(120), phone: line(40).check(z.regex(reachable)), at: said }),
  reply: made,
})

/** The ride fell through; from now on there is none. */
export const loseRide = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/ride/lost',
  action: 'ride.name',
  subject: ofSession,
  input: z.strictObject({ ...place, at: said }),
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
    gate: z.enum(decidedGates),
    proceed: z.boolean(),
    reason: lines(2000),
    riskBenefit: lines(2000),
    mitigation: lines(2000),
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
