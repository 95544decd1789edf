import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { audiences } from '../integration/integration.ts'
import { line, lines } from '../platform/http/text.contract.ts'

const ofCourse = ({ courseId }: { courseId: string }) => ({ courseId })
/** It may be empty, and is never left out: what is told here stands in the place of what was told before. */
const telling = { courseId: z.uuid(), id: z.uuid() }
const rating = z.int().check(z.minimum(0), z.maximum(100))
const made = z.object({ id: z.uuid() })

const BeliefShape = z.object({
  id: z.uuid(),
  words: z.string(),
  saidAt: z.number(),
  ratings: z.array(z.object({ id: z.uuid(), rating: z.number(), ratedAt: z.number() })),
})

/** What the client brings, as far as the reader may see it. */
export const readPreparation = defineEndpoint({
  method: 'GET',
  path: '/api/courses/:courseId/preparation',
  action: 'preparation.read',
  subject: ofCourse,
  input: z.object({ courseId: z.uuid() }),
  reply: z.object({
    intentions: z.array(z.object({ id: z.uuid(), words: z.string(), saidAt: z.number() })),
    beliefs: z.array(BeliefShape),
    comfort: z.nullable(z.object({ helps: z.string(), hinders: z.string() })),
    stop: z.nullable(z.object({ word: z.string(), gesture: z.string() })),
    audience: z.enum(audiences),
    /** A week after a dose: the beliefs to rate once more. */
    rateAgain: z.array(z.uuid()),
    can: z.object({ write: z.boolean() }),
  }),
})

export type Preparation = output<typeof readPreparation.reply>

export const tellIntention = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/intentions',
  action: 'preparation.write',
  subject: ofCourse,
  input: z.strictObject({ ...telling, words: lines(4000) }),
  reply: made,
})

export const tellBelief = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/beliefs',
  action: 'preparation.write',
  subject: ofCourse,
  input: z.strictObject({ ...telling, ratingId: z.uuid(), words: lines(500), rating }),
  reply: made,
})

export const rateBelief = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/beliefs/:beliefId/ratings',
  action: 'preparation.write',
  subject: ofCourse,
  input: z.strictObject({ ...telling, beliefId: z.uuid(), rating }),
  reply: made,
})

export const tellComfort = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/comforts',
  action: 'preparation.write',
  subject: ofCourse,
  input: z.strictObject({ ...telling, helps: lines(2000, 0), hinders: lines(2000, 0) }),
  reply: made,
})

export const agreeStopSignal = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/stop-signal',
  action: 'preparation.write',
  subject: ofCourse,
  input: z.strictObject({ ...telling, word: line(80, 0), gesture: line(200, 0) }),
  reply: made,
})

export const chooseReaders = defineEndpoint({
  method: 'POST',
  path: '/api/courses/:courseId/preparation/readers',
  action: 'preparation.write',
  subject: ofCourse,
  input: z.strictObject({ ...telling, audience: z.enum(audiences) }),
  reply: z.object({ audience: z.enum(audiences) }),
})
