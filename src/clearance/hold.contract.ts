import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'

/** For the client's own home: never a finding, a rule or a verdict. */
export const readHold = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/hold',
  action: 'hold.read',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    held: z.boolean(),
    call: z.nullable(z.object({ memberName: z.string(), dueBy: z.number() })),
    practiceName: z.string(),
    phone: z.nullable(z.string()),
    hours: z.nullable(z.object({ en: z.string(), es: z.string() })),
  }),
})
