import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { eventCodes } from './facts.ts'

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
}

const bothOrNeither = z.refine<{ systolicMmHg: number | null; diastolicMmHg: number | null }>(
  ({ systolicMmHg, diastolicMmHg }) => (systolicMmHg === null) === (diastolicMmHg === null),
  { path: ['diastolicMmHg'] },
)

const taken = z.object({ id: z.uuid(), doubt: z.nullable(z.enum(['ahead', 'late'])) })

export const recordReading = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/vitals',
  action: 'room.measure',
  subject: ofSession,
  input: z.strictObject({ ...noted, ...vitals, takenAt: z.iso.datetime() }).check(bothOrNeither),
  reply: taken,
})

export const recordEvent = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/events',
  action: 'room.observe',
  subject: ofSession,
  input: z.strictObject({ ...noted, code: z.enum(eventCodes), occurredAt: z.iso.datetime() }),
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
    ratedAt: z.iso.datetime(),
  }),
  reply: taken,
})

const fact = {
  id: z.uuid(),
  corrects: z.nullable(z.uuid()),
  struck: z.boolean(),
  doubt: z.nullable(z.enum(['ahead', 'late'])),
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
const figure = z.object({
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
    }),
    person: z.object({
      id: z.uuid(),
      calledBy: z.string(),
      familyName: z.string(),
      birthDate: z.nullable(z.string()),
    }),
    plan: z.nullable(PlanShape),
    doses: z.array(z.object({ id: z.uuid(), givenAt: z.string(), deviation: z.boolean() })),
    readings: z.array(ReadingShape),
    events: z.array(z.object({ ...fact, code: z.string(), occurredAt: z.string() })),
    distress: z.array(z.object({ ...fact, rating: z.number(), ratedAt: z.string() })),
    careNow: z.string(),
    can: z.object({ measure: z.boolean(), observe: z.boolean() }),
  }),
})
