import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.contract.ts'

const practice = () => ({ practice: true }) as const

/** Sign-ins of administrators that were renewed from outside the practice, as far as one has not said one saw it. */
export const readByOwner = defineEndpoint({
  method: 'GET',
  path: '/api/owner-recoveries',
  action: 'account.by-owner',
  subject: practice,
  input: z.object({}),
  reply: z.object({
    unseen: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        madeAt: z.number(),
        /** Why, where another administrator could have done it. */
        although: z.nullable(z.string()),
      }),
    ),
  }),
})

export const seeByOwner = defineEndpoint({
  method: 'POST',
  path: '/api/owner-recoveries/:recoveryId/seen',
  action: 'account.by-owner',
  subject: practice,
  input: z.strictObject({ recoveryId: z.uuid() }),
  reply: z.object({ seen: z.literal(true) }),
})
