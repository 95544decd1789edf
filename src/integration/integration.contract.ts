import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { audiences, outcomes } from './integration.ts'
import { lines } from '../platform/http/text.contract.ts'

const words = lines(4000)
const ofCourse = ({ courseId }: { courseId: string }) => ({ courseId })
const telling = {
  courseId: z.uuid(),
  id: z.uuid(),
  /** When it was told, by the device; it may have waited for a network. */
  at: z.optional(z.iso.datetime({ offset: true })),
}
const reply = z.object({ id: z.uuid() })

const told = { id: z.uuid(), words: z.string(), at: z.number() }
const ofOne = z.nullable(z.uuid())

/**
 * What the asker may read of a course's insights and of what came of them: the facts, which the browser folds by the same
 * rule as the server, so that what still waits on the device stands among them.
 */
export const readIntegration = defineEndpoint({
  method: 'GET',
  path: '/api/courses/:courseId/integration',
  action: 'integration.read',
  subject: ofCourse,
  input: z.object({ courseId: z.uuid() }),
  reply: z.object({
    insights: z.array(
      z.object({ ...told, sessionId: ofOne, corrects: ofOne, audience: z.nullable(z.enum(audiences)) }),
    ),
    meanings: z.array(z.object({ ...told, insightId: z.uuid() })),
    exercises: z.array(z.object({ ...told, insightId: ofOne, replaces: ofOne })),
    logs: z.array(
      z.object({ ...told, words: z.nullable(z.string()), exerciseId: z.uuid(), outcome: z.enum(outcomes) }),
    ),
    changes: z.array(z.object({ ...told, insightId: z.uuid(), exerciseId: ofOne })),
    can: z.object({ write: z.boolean(), share: z.boolean(), agree: z.boolean() }),
  }),
})

export const tellInsight = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/insights',
  action: 'integration.write',
  subject: ofCourse,
  input: z.strictObject({ ...telling, words, sessionId: z._default(z.nullable(z.uuid()), null) }),
  reply,
})

const ofInsight = { ...telling, insightId: z.uuid(), words }

export const correctInsight = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/insights/:insightId/correction',
  action: 'integration.write',
  subject: ofCourse,
  input: z.strictObject(ofInsight),
  reply,
})

export const giveMeaning = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/insights/:insightId/meaning',
  action: 'integration.write',
  subject: ofCourse,
  input: z.strictObject(ofInsight),
  reply,
})

export const beginExercise = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/insights/:insightId/exercises',
  action: 'integration.write',
  subject: ofCourse,
  input: z.strictObject({ ...ofInsight, replaces: z._default(z.nullable(z.uuid()), null) }),
  reply,
})

/** Agreed in a session and entered by the therapist; with an insight only where the client shared it. */
export const agreeExercise = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/exercises',
  action: 'exercise.agree',
  subject: ofCourse,
  input: z.strictObject({
    ...telling,
    words,
    insightId: z._default(z.nullable(z.uuid()), null),
    replaces: z._default(z.nullable(z.uuid()), null),
  }),
  reply,
})

export const logExercise = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/exercises/:exerciseId/log',
  action: 'integration.write',
  subject: ofCourse,
  input: z.strictObject({
    ...telling,
    exerciseId: z.uuid(),
    outcome: z.enum(outcomes),
    words: z._default(z.nullable(words), null),
  }),
  reply,
})

export const noticeChange = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/insights/:insightId/changes',
  action: 'integration.write',
  subject: ofCourse,
  input: z.strictObject({ ...ofInsight, exerciseId: z._default(z.nullable(z.uuid()), null) }),
  reply,
})

export const shareInsight = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/insights/:insightId/sharing',
  action: 'integration.share',
  subject: ofCourse,
  input: z.strictObject({
    courseId: z.uuid(),
    id: z.uuid(),
    insightId: z.uuid(),
    audience: z.enum(audiences),
  }),
  reply: z.object({ audience: z.enum(audiences) }),
})
