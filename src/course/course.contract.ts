import * as z from 'zod/mini'
import { ways } from '../journey/departure.ts'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { reviewDecisions } from './course.ts'
import { line, lines } from '../platform/http/text.contract.ts'

const moment = z.iso.datetime({ offset: true })
const room = z.nullable(line(80))
/** Why it is planned although a room or somebody is taken at that hour. */
const despite = z._default(z.nullable(lines(500)), null)

export const SessionShape = z.object({
  id: z.uuid(),
  number: z.number(),
  plannedAt: z.number(),
  phase: z.string(),
  room: z.nullable(z.string()),
})

const CourseShape = z.object({
  id: z.uuid(),
  protocolId: z.string(),
  protocolVersion: z.string(),
  begunAt: z.number(),
  endsAt: z.nullable(z.number()),
  sessions: z.array(SessionShape),
})

const changes = ['better', 'worse', 'chance', 'unknown'] as const

export const ThreadShape = z.object({
  startsAt: z.number(),
  now: z.number(),
  endedAt: z.nullable(z.number()),
  doses: z.array(z.object({ id: z.uuid(), number: z.number(), at: z.number(), given: z.boolean() })),
  lines: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['score', 'belief']),
      instrumentId: z.nullable(z.string()),
      words: z.nullable(z.string()),
      min: z.number(),
      max: z.number(),
      from: z.nullable(z.number()),
      band: z.nullable(z.object({ from: z.number(), to: z.number() })),
      points: z.array(
        z.object({ at: z.number(), status: z.enum(['given', 'skipped']), value: z.nullable(z.number()) }),
      ),
      change: z.enum(changes),
    }),
  ),
  words: z.array(
    z.object({
      id: z.uuid(),
      at: z.number(),
      kind: z.enum(['intention', 'insight', 'exercise', 'change']),
      text: z.string(),
      private: z.boolean(),
      done: z.boolean(),
      from: z.array(z.uuid()),
    }),
  ),
  ahead: z.array(
    z.object({
      at: z.number(),
      kind: z.enum(['session', 'review', 'ending']),
      number: z.nullable(z.number()),
    }),
  ),
  departures: z.array(z.object({ id: z.uuid(), number: z.number(), way: z.enum(ways), at: z.number() })),
  /** Journeys that took place elsewhere and were brought in. */
  earlier: z.array(z.object({ id: z.uuid(), on: z.string(), at: z.number(), until: z.number() })),
})

const onePerson = ({ personId }: { personId: string }) => ({ personId })

/** The thread of a person's newest course, framed for whoever asks. */
export const readThread = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/thread',
  action: 'thread.read',
  subject: onePerson,
  input: z.object({ personId: z.uuid() }),
  reply: z.object({ courseId: z.nullable(z.uuid()), thread: z.nullable(ThreadShape) }),
})

/** A person's courses, newest first, with their sessions. */
export const readCourses = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/courses',
  action: 'course.read',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    courses: z.array(CourseShape),
    can: z.object({ start: z.boolean(), plan: z.boolean(), review: z.boolean() }),
  }),
})

export const startCourse = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/courses',
  action: 'course.start',
  subject: ({ personId }) => ({ personId }),
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    protocolId: line(60),
    /** A practice's own has the id of its edition. */
    protocolVersion: line(36),
  }),
  reply: z.object({ id: z.uuid() }),
})

export const planSession = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/sessions',
  action: 'course.plan',
  subject: ({ courseId }) => ({ courseId }),
  input: z.strictObject({
    courseId: z.uuid(),
    id: z.uuid(),
    plannedAt: moment,
    room: z._default(room, null),
    despite,
  }),
  reply: z.object({ id: z.uuid(), number: z.number() }),
})

export const moveSession = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/plan',
  action: 'course.plan',
  subject: ({ sessionId }) => ({ sessionId }),
  input: z.strictObject({
    sessionId: z.uuid(),
    id: z.uuid(),
    plannedAt: moment,
    /** Never left out: null says that the journey has no room, and takes away the one it had. */
    room,
    despite,
    reason: lines(500),
  }),
  reply: z.object({ id: z.uuid() }),
})

/** A journey that will not be, and why; the client is told that, and never why. */
export const cancelSession = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/cancel',
  action: 'course.plan',
  subject: ({ sessionId }) => ({ sessionId }),
  input: z.strictObject({ sessionId: z.uuid(), id: z.uuid(), reason: lines(500) }),
  reply: z.object({ id: z.uuid() }),
})

export const reviewCourse = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/reviews',
  action: 'course.review',
  subject: ({ courseId }) => ({ courseId }),
  input: z.strictObject({
    courseId: z.uuid(),
    id: z.uuid(),
    decision: z.enum(reviewDecisions),
    reason: lines(2000),
    nextReviewAt: z.nullable(moment),
    endsAt: z.nullable(moment),
    farewell: z.nullable(lines(2000)),
  }),
  reply: z.object({ id: z.uuid() }),
})
