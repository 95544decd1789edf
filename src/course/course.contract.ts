import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { reviewDecisions } from './course.ts'

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))
const moment = z.iso.datetime({ offset: true })
const room = z._default(z.nullable(words(80)), null)

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
    protocolId: words(60),
    protocolVersion: words(20),
  }),
  reply: z.object({ id: z.uuid() }),
})

export const planSession = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/sessions',
  action: 'course.plan',
  subject: ({ courseId }) => ({ courseId }),
  input: z.strictObject({ courseId: z.uuid(), id: z.uuid(), plannedAt: moment, room }),
  reply: z.object({ id: z.uuid(), number: z.number() }),
})

export const moveSession = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/plan',
  action: 'course.plan',
  subject: ({ sessionId }) => ({ sessionId }),
  input: z.strictObject({ sessionId: z.uuid(), plannedAt: moment, room }),
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
    reason: words(2000),
    nextReviewAt: z._default(z.nullable(moment), null),
    endsAt: z._default(z.nullable(moment), null),
    farewell: z._default(z.nullable(words(2000)), null),
  }),
  reply: z.object({ id: z.uuid() }),
})
