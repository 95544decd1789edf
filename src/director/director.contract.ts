import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'

const practice = () => ({ practice: true }) as const

/** As everyone who works here is told; null where nobody is named. */
export const DirectorShape = z.nullable(
  z.object({ name: z.string(), namedAt: z.number(), namedBy: z.string() }),
)

/** Who it is, and who could be. */
export const readDirector = defineEndpoint({
  method: 'GET',
  path: '/api/director',
  action: 'director.name',
  subject: practice,
  input: z.object({}),
  reply: z.object({
    director: z.nullable(z.object({ seatId: z.uuid(), name: z.string() })),
    prescribers: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
})

/** One of those who prescribe here; null where there is to be none. */
export const nameDirector = defineEndpoint({
  method: 'POST',
  path: '/api/director',
  action: 'director.name',
  subject: practice,
  input: z.strictObject({ id: z.uuid(), memberId: z.nullable(z.uuid()) }),
  reply: z.object({ id: z.uuid() }),
})
