import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { ways } from './departure.ts'
import { NotTakenShape } from './room.contract.ts'

export const MissedShape = z.object({
  key: z.string(),
  why: z.enum(['planned', 'again']),
  at: z.number(),
})

/** What became of each journey of a course that has begun, or ended before it could: for whoever takes part in the care. */
export const readJourneys = defineEndpoint({
  method: 'GET',
  path: '/api/courses/:courseId/journeys',
  action: 'discharge.read',
  subject: ({ courseId }: { courseId: string }) => ({ courseId }),
  input: z.object({ courseId: z.uuid() }),
  reply: z.object({
    journeys: z.array(
      z.object({
        sessionId: z.uuid(),
        number: z.number(),
        dosedAt: z.nullable(z.number()),
        /** Null: it has not ended. */
        end: z.nullable(z.object({ how: z.enum(['discharged', ...ways]), at: z.number() })),
        missed: z.array(MissedShape),
        notTaken: z.array(NotTakenShape),
      }),
    ),
  }),
})

export type Journey = output<typeof readJourneys.reply>['journeys'][number]
