import * as z from 'zod/mini'
import { defineEndpoint } from './endpoint.contract.ts'

export const SeatShape = z.object({
  id: z.uuid(),
  kind: z.enum(['member', 'client', 'guest']),
  practiceId: z.uuid(),
  practiceName: z.string(),
  timeZone: z.string(),
  demo: z.boolean(),
  name: z.string(),
  roles: z.array(z.string()),
})

/** Who is signed in, how far, and where they may sit. `seatId` is the seat this tab sits in. */
export const readAccount = defineEndpoint({
  method: 'GET',
  path: '/api/account',
  action: 'account.read',
  subject: () => ({ account: true }),
  input: z.object({}),
  reply: z.object({
    email: z.string(),
    language: z.enum(['en', 'es']),
    complete: z.boolean(),
    factors: z.object({
      password: z.boolean(),
      code: z.boolean(),
      passkeys: z.number(),
      recoveryCodes: z.number(),
    }),
    seatId: z.nullable(z.uuid()),
    seats: z.array(SeatShape),
    /** What the one in this seat may do, about no person in particular. */
    can: z.array(z.string()),
  }),
})
