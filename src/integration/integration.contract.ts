import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { audiences, outcomes } from './integration.ts'

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000))
const ofCourse = ({ courseId }: { courseId: string }) => ({ courseId })
const telling = {
  courseId: z.uuid(),
  id: z.uuid(),
  /** When it was told, by the device; it may have waited for a network. */
  at: z.optional(z.iso.datetime({ offset: true })),
}
const reply = z.object({ id: z.uuid() })

const ToldShape = z.object({ id: z.uuid(), words: z.string(), at: z.number() })
const LogShape = z.object({
  id: z.uuid(),
  outcome: z.enum(outcomes),
  words: z.nullable(z.string()),
  at: z.number(),
})
const ExerciseShape = z.object({
  id: z.uuid(),
  words: z.string(),
  at: z.number(),
  over: z.boolean(),
  logs: z.array(LogShape),
})
export const ChainShape = z.object({
  id: z.uuid(),
  words: z.string(),
  at: z.number(),
  sessionId: z.nullable(z.uuid()),
  meaning: z.nullable(ToldShape),
  exercises: z.array(ExerciseShape),
  changes: z.array(z.extend(ToldShape, { exerciseId: z.nullable(z.uuid()) })),
  /** Only for the client: who else may read this. */
  audience: z.optional(z.enum(audiences)),
})

/** What the asker may read of a course's insights and of what came of them, oldest first. */
export const readIntegration = defineEndpoint({
  method: 'GET',
  path: '/api/courses/:courseId/integration',
  action: 'integration.read',
  subject: ofCourse,
  input: z.object({ courseId: z.uuid() }),
  reply: z.object({
    chains: z.array(ChainShape),
    exercises: z.array(ExerciseShape),
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
