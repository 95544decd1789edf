import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { saidWhole } from './correction.contract.ts'
import { eventCodes, wrongs } from './facts.ts'
import { vitalNames } from './limits.ts'
import { MitigationShape } from './mitigation.contract.ts'
import { lines } from '../platform/http/text.contract.ts'
import { watchReasons } from './watching.ts'
import { isUpsideDown } from './vitalsTyped.ts'

const ofSession = ({ sessionId }: { sessionId: string }) => ({ sessionId })

const whole = (least: number, most: number) =>
  z._default(z.nullable(z.int().check(z.minimum(least), z.maximum(most))), null)

/** Wide enough for any living person and for a cuff that errs: what was read is taken down, limits are named beside it. */
const vitals = {
  systolicMmHg: whole(20, 350),
  diastolicMmHg: whole(10, 250),
  heartRateBpm: whole(0, 350),
  spo2Percent: whole(0, 100),
  respirationsPerMin: whole(0, 120),
  sedationMoaas: whole(0, 5),
}

const noted = {
  id: z.uuid(),
  sessionId: z.uuid(),
  corrects: z._default(z.nullable(z.uuid()), null),
  struck: z._default(z.boolean(), false),
  /** Of a correction alone: what was wrong. */
  wrong: z._default(z.nullable(z.enum(wrongs)), null),
}

const bothOrNeither = z.refine<{ systolicMmHg: number | null; diastolicMmHg: number | null }>(
  ({ systolicMmHg, diastolicMmHg }) => (systolicMmHg === null) === (diastolicMmHg === null),
  { path: ['diastolicMmHg'] },
)

/** What was taken down the wrong way round can still be taken back. */
const upperAbove = z.refine<{
  systolicMmHg: number | null
  diastolicMmHg: number | null
  struck: boolean
}>((reading) => reading.struck || !isUpsideDown(reading), { path: ['diastolicMmHg'] })

const taken = z.object({ id: z.uuid(), doubt: z.nullable(z.enum(['ahead', 'late'])) })

export const recordReading = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/vitals',
  action: 'room.measure',
  subject: ofSession,
  input: saidWhole(
    vitalNames,
    z
      .strictObject({ ...noted, ...vitals, takenAt: z.iso.datetime({ offset: true }) })
      .check(bothOrNeither, upperAbove),
  ),
  reply: taken,
})

export const recordEvent = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/events',
  action: 'room.observe',
  subject: ofSession,
  input: z.strictObject({ ...noted, code: z.enum(eventCodes), occurredAt: z.iso.datetime({ offset: true }) }),
  reply: taken,
})

export const recordDistress = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/distress',
  action: 'room.observe',
  subject: ofSession,
  input: z.strictObject({
    ...noted,
    rating: z.int().check(z.minimum(0), z.maximum(10)),
    ratedAt: z.iso.datetime({ offset: true }),
  }),
  reply: taken,
})

const fact = {
  id: z.uuid(),
  corrects: z.nullable(z.uuid()),
  struck: z.boolean(),
  doubt: z.nullable(z.enum(['ahead', 'late'])),
}

/** In the room, a fact also says who wrote it down, and when. */
const signed = {
  wrong: z.nullable(z.enum(wrongs)),
  byId: z.uuid(),
  byName: z.string(),
  recordedAt: z.string(),
}

export const ReadingShape = z.object({
  ...fact,
  sessionId: z.uuid(),
  takenAt: z.string(),
  systolicMmHg: z.nullable(z.number()),
  diastolicMmHg: z.nullable(z.number()),
  heartRateBpm: z.nullable(z.number()),
  spo2Percent: z.nullable(z.number()),
  respirationsPerMin: z.nullable(z.number()),
  sedationMoaas: z.nullable(z.number()),
})

/** As the room tells it: who wrote it down, and what was wrong with what it stands in for. */
export const SignedReadingShape = z.extend(ReadingShape, signed)

/** The newest 200, newest first: as recorded, corrections and all. */
export const readVitals = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/vitals',
  action: 'room.read',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({ readings: z.array(ReadingShape) }),
})

const in2 = z.object({ en: z.string(), es: z.string() })
const limit = z.object({
  watch: z.number(),
  call: z.nullable(z.number()),
  urgent: z.nullable(z.number()),
  rule: z.string(),
  source: z.string(),
  tag: z.enum(['source', 'GK', 'PD']),
})
export const figure = z.object({
  value: z.number(),
  rule: z.string(),
  source: z.string(),
  tag: z.enum(['source', 'GK', 'PD']),
})

export const PlanShape = z.object({
  title: in2,
  vitals: z.object({
    atMinutes: z.array(z.number()),
    rule: z.string(),
    source: z.string(),
    tag: z.enum(['source', 'GK', 'PD']),
    lateMinutes: figure,
    missedMinutes: figure,
  }),
  limits: z.object({
    highSystolic: limit,
    highDiastolic: limit,
    risenSystolic: limit,
    lowSystolic: limit,
    highHeartRate: limit,
    lowHeartRate: limit,
    lowSpo2: limit,
    lowRespirations: limit,
    highRespirations: limit,
    lowSedation: limit,
    highDistress: limit,
  }),
  timing: z.object({
    arrivingMinutes: z.tuple([z.number(), z.number()]),
    peakMinutes: z.tuple([z.number(), z.number()]),
    returningMinutes: z.tuple([z.number(), z.number()]),
  }),
})

/** Why a reading that was due was not taken. Never asked for: that it was not taken is read without it. */
export const recordNotTaken = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/not-taken',
  action: 'room.measure',
  subject: ofSession,
  input: z.strictObject({
    id: z.uuid(),
    sessionId: z.uuid(),
    dueKey: z.string().check(z.regex(/^(planned \d{1,4}|again [0-9a-f-]{36})$/)),
    reason: lines(500),
  }),
  reply: z.object({ id: z.uuid() }),
})

export const NotTakenShape = z.object({
  id: z.uuid(),
  dueKey: z.string(),
  reason: z.string(),
  byName: z.string(),
})

/** Whom an alarm calls, from what the practice and this day's room know; nothing is made up. */
export const CallShape = z.object({
  /** Prescribers noted here or by telephone today; otherwise those of the care team, of whom nothing is noted. */
  prescribers: z.array(
    z.object({ memberId: z.uuid(), name: z.string(), state: z.nullable(z.enum(['here', 'reachable'])) }),
  ),
  phone: z.nullable(z.string()),
})

/** Followed by the room's own page, which stays signed in for as long as it does and the session is under way. */
export const followRoom = defineEndpoint({
  method: 'GET',
  path: '/api/live/rooms/:sessionId',
  action: 'room.read',
  subject: ofSession,
  input: z.object({ sessionId: z.uuid() }),
  reply: z.unknown(),
})

/** Everything the session room shows, in one answer. */
export const readRoom = defineEndpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/room',
  action: 'room.read',
  subject: ofSession,
  input: z.object({ sessionId: z.uuid() }),
  reply: z.object({
    session: z.object({
      id: z.uuid(),
      courseId: z.uuid(),
      number: z.number(),
      phase: z.enum(['planned', 'under-way', 'recovering', 'closed', 'cancelled']),
      room: z.nullable(z.string()),
      plannedAt: z.string(),
      /** When they went home or left, after the last dose; null while neither is known. */
      endedAt: z.nullable(z.number()),
    }),
    person: z.object({
      id: z.uuid(),
      calledBy: z.string(),
      familyName: z.string(),
      birthDate: z.nullable(z.string()),
    }),
    plan: z.nullable(PlanShape),
    /** Which of two plans of vitals holds, and what asks for the full one, for who may read the history; null where there is one. */
    watch: z.nullable(
      z.object({ plan: z.enum(['full', 'sparser']), because: z.array(z.enum(watchReasons)) }),
    ),
    doses: z.array(
      z.object({
        id: z.uuid(),
        givenAt: z.string(),
        deviation: z.boolean(),
        /** Where it is a deviation: when the client had said "not today", and had not taken it back. */
        saidNoAt: z.nullable(z.string()),
      }),
    ),
    readings: z.array(SignedReadingShape),
    events: z.array(z.object({ ...fact, ...signed, code: z.string(), occurredAt: z.string() })),
    distress: z.array(z.object({ ...fact, ...signed, rating: z.number(), ratedAt: z.string() })),
    mitigations: z.array(MitigationShape),
    notTaken: z.array(NotTakenShape),
    call: CallShape,
    /** Something came in that the clearance had not seen, for those who may open Ready. */
    clearanceEnded: z.boolean(),
    careNow: z.string(),
    me: z.object({ seatId: z.nullable(z.uuid()), name: z.string() }),
    can: z.object({ measure: z.boolean(), observe: z.boolean(), ready: z.boolean(), close: z.boolean() }),
  }),
})
