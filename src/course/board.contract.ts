import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'

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
      }),
    ),
    /** A dose in the last three days: the first talk afterwards belongs into these. */
    after: z.array(z.object({ ...person, courseId: z.uuid(), doseAt: z.number() })),
    reviews: z.array(z.object({ ...person, courseId: z.uuid(), dueAt: z.number() })),
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
