import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { ways } from '../journey/departure.ts'
import { limitNames } from '../journey/limits.ts'

/** By discharge, or in one of the ways a person leaves otherwise. */
const goneHow = ['home', ...ways] as const

/** Who pressed "seen" in the room since it began, and when. */
const Seen = z.nullable(z.object({ byName: z.string(), at: z.number() }))

const person = { personId: z.uuid(), name: z.string() }

/** Monday morning: who comes, who was here, what must be looked back on. Coordinators see everyone, others their own. */
export const readBoard = defineEndpoint({
  method: 'GET',
  path: '/api/board',
  action: 'board.read',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    careNow: z.number(),
    coming: z.array(
      z.object({
        ...person,
        sessionId: z.uuid(),
        courseId: z.uuid(),
        number: z.number(),
        at: z.number(),
        room: z.nullable(z.string()),
        phase: z.string(),
        /** The client's own newest words, where they shared them with this reader. */
        opensWith: z.nullable(z.string()),
        /** Something came in that the clearance had not seen, for those who may open Ready; of the others nobody is told so. */
        clearanceEnded: z.boolean(),
        /** Emergencies that stand in this live room, for those who may open it; of the others nobody is told so. */
        alarms: z.array(
          z.discriminatedUnion('why', [
            z.object({
              why: z.literal('limit'),
              limit: z.enum(limitNames),
              value: z.number(),
              at: z.number(),
              since: z.number(),
              seen: Seen,
            }),
            z.object({ why: z.enum(['not-answering', 'symptom']), since: z.number(), seen: Seen }),
          ]),
        ),
        /** Emergencies that were measured in this live room and do not stand any more, for the same readers. */
        alarmsBefore: z.array(
          z.object({ limit: z.enum(limitNames), value: z.number(), at: z.number(), since: z.number() }),
        ),
        can: z.object({ ready: z.boolean(), room: z.boolean() }),
      }),
    ),
    /** Who was here within the last day and is gone, the last one first: went home, or left in another way. */
    gone: z.array(
      z.object({ ...person, sessionId: z.uuid(), number: z.number(), at: z.number(), how: z.enum(goneHow) }),
    ),
    /** Who wrote and waits for an answer, for whoever answers; nobody else is told of them. */
    enquiries: z.nullable(z.object({ waiting: z.number(), oldestAt: z.nullable(z.number()) })),
    /** A dose in the last three days: the first talk afterwards belongs into these. */
    after: z.array(z.object({ ...person, courseId: z.uuid(), doseAt: z.number() })),
    reviews: z.array(
      z.object({
        ...person,
        courseId: z.uuid(),
        dueAt: z.number(),
        /** What the protocol asks for; null where a review named the day. */
        owed: z.nullable(z.object({ because: z.enum(['journeys', 'days', 'months']), count: z.number() })),
      }),
    ),
  }),
})

export type Board = z.output<typeof readBoard.reply>

export const readPeople = defineEndpoint({
  method: 'GET',
  path: '/api/people',
  action: 'people.list',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    people: z.array(
      z.object({
        ...person,
        birthDate: z.nullable(z.string()),
        place: z.enum(['no-course', 'preparing', 'journeying', 'completed']),
        journeys: z.number(),
        nextAt: z.nullable(z.number()),
        team: z.array(z.string()),
      }),
    ),
    can: z.object({ create: z.boolean() }),
  }),
})

export type People = z.output<typeof readPeople.reply>
