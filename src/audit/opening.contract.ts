import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { openingKinds } from './opening.ts'

/** Who opened or changed this person's record. */
export const readOpenings = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/openings',
  action: 'person.history',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    openings: z.array(
      z.object({
        day: z.string(),
        kind: z.enum(openingKinds),
        who: z.enum(['self', 'member', 'service', 'unnamed']),
        name: z.nullable(z.string()),
        roles: z.array(z.string()),
        times: z.number(),
        withReason: z.number(),
        firstAt: z.number(),
        lastAt: z.number(),
      }),
    ),
  }),
})
