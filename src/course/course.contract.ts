import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { reviewDecisions } from './course.ts'

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))
const moment = z.iso.datetime({ offset: true })
const room = z._default(z.nullable(words(80)), null)

const SessionShape = z.object({
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
