import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'

export const followPerson = defineEndpoint({
  method: 'GET',
  path: '/api/live/people/:personId',
  action: 'live.follow-person',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.unknown(),
})

export const followPractice = defineEndpoint({
  method: 'GET',
  path: '/api/live/practice',
  action: 'live.follow-practice',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.unknown(),
})
