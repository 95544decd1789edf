import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'

const lived = z.number()
const days = z.number()
const sessionId = z.uuid()
const kind = <Name extends string>(name: Name) => z.literal(name)

const DayShape = z.discriminatedUnion('kind', [
  z.object({ kind: kind('welcome') }),
  z.object({ kind: kind('preparing') }),
  z.object({ kind: kind('before'), days, lived }),
  z.object({ kind: kind('today'), sessionId, lived }),
  z.object({ kind: kind('under-way'), sessionId }),
  z.object({ kind: kind('rest'), elsewhere: z.optional(z.literal(true)) }),
  z.object({ kind: kind('after'), days, lived }),
  z.object({ kind: kind('onward'), weeks: z.number(), lived }),
  z.object({ kind: kind('ended'), lived }),
])

const insight = { insightId: z.uuid(), words: z.string() }

const ThingShape = z.discriminatedUnion('kind', [
  z.object({ kind: kind('today'), sessionId }),
  z.object({
    kind: z.enum(['rest', 'questions', 'history', 'signing', 'intention', 'belief', 'capture', 'rate']),
  }),
  z.object({ kind: z.enum(['meaning', 'exercise', 'change']), ...insight }),
  z.object({ kind: kind('log'), exerciseId: z.uuid(), words: z.string() }),
])

/** The client's first page: where they are, what they could do now, what comes next, and their people. */
export const readHome = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/home',
  action: 'home.read',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    courseId: z.nullable(z.uuid()),
    /** Whether something was ever signed: then it can be found again, read again and taken back. */
    agreed: z.boolean(),
    careNow: z.number(),
    day: DayShape,
    /** How many journeys elsewhere are known of this course. */
    earlier: z.optional(z.number()),
    /** A journey is near, and something must be talked through first. */
    held: z.boolean(),
    /** What they said about dying waits for a person of the team, or for what came of it. */
    helpIsOpen: z.boolean(),
    /** In the order in which they are offered. */
    things: z.array(ThingShape),
    /** A journey that was moved or called off not long ago, as nothing newer has been told of it. */
    changed: z.nullable(
      z.object({ kind: z.enum(['moved', 'cancelled']), from: z.number(), to: z.nullable(z.number()) }),
    ),
    ahead: z.array(
      z.object({
        at: z.number(),
        kind: z.enum(['session', 'review', 'ending', 'questions']),
        number: z.nullable(z.number()),
      }),
    ),
    /** What is practised at home now. */
    exercises: z.array(z.object({ id: z.uuid(), words: z.string() })),
    team: z.array(z.object({ memberId: z.uuid(), name: z.string(), roles: z.array(z.string()) })),
  }),
})

export type Home = z.output<typeof readHome.reply>
