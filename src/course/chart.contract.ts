import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { PersonShape } from '../person/person.contract.ts'
import { SessionShape, ThreadShape } from './course.contract.ts'

const InBothShape = z.object({ en: z.string(), es: z.string() })

/** One screen, one request: who it is, their newest course, its thread, and what the next journey still waits for. */
export const readChart = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/chart',
  action: 'chart.read',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    careNow: z.number(),
    person: PersonShape,
    team: z.array(z.object({ memberId: z.uuid(), name: z.string(), roles: z.array(z.string()) })),
    course: z.nullable(
      z.object({
        id: z.uuid(),
        title: InBothShape,
        begunAt: z.number(),
        endsAt: z.nullable(z.number()),
        sessions: z.array(SessionShape),
      }),
    ),
    /** For those who may read it. */
    thread: z.nullable(ThreadShape),
    /** The gates that are open for the next session, by name; null where there is no session or they are not shown. */
    openGates: z.nullable(z.object({ sessionId: z.uuid(), gates: z.array(z.string()) })),
    /** Since when the course is to be looked back on, for whoever may; null where it is not, or not shown. */
    reviewDue: z.nullable(
      z.object({
        dueAt: z.number(),
        owed: z.nullable(z.object({ because: z.enum(['journeys', 'days', 'months']), count: z.number() })),
      }),
    ),
    /** The places of this record that the asker may open. */
    places: z.array(z.string()),
    can: z.object({
      start: z.boolean(),
      plan: z.boolean(),
      review: z.boolean(),
      thread: z.boolean(),
      brought: z.boolean(),
      ready: z.boolean(),
      room: z.boolean(),
      ride: z.boolean(),
      team: z.boolean(),
      guests: z.boolean(),
    }),
  }),
})

export type Chart = z.output<typeof readChart.reply>
export type ChartCourse = NonNullable<Chart['course']>

/** What a new course can stand on. */
export const readEditions = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/editions',
  action: 'course.start',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    editions: z.array(
      z.object({
        id: z.string(),
        version: z.string(),
        title: InBothShape,
        /** Whether there is therapy in it, said plainly. */
        psychotherapy: z.object({ words: InBothShape }),
        /** Which edition of a protocol of this practice; null for a published one. */
        own: z.nullable(z.number()),
      }),
    ),
  }),
})
