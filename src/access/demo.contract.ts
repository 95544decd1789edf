import * as z from 'zod/mini'
import { house } from '../kernel/actor.ts'
import { defineEndpoint } from './endpoint.contract.ts'

const anyone = () => ({ open: house }) as const

/** The invented people of the demo, and what they sign in with. */
export const demoPeople = defineEndpoint({
  method: 'GET',
  path: '/api/demo/people',
  action: 'demo.read',
  subject: anyone,
  input: z.object({}),
  reply: z.object({
    people: z.array(
      z.object({
        accountId: z.uuid(),
        name: z.string(),
        roles: z.array(z.string()),
        email: z.string(),
        password: z.string(),
        authenticator: z.boolean(),
      }),
    ),
  }),
})

/** What an invented person's authenticator shows: the next code that has not been used, and from when on it is good. */
export const demoCode = defineEndpoint({
  method: 'GET',
  path: '/api/demo/people/:accountId/code',
  action: 'demo.read',
  subject: anyone,
  input: z.object({ accountId: z.uuid() }),
  reply: z.object({ code: z.string(), from: z.number(), now: z.number() }),
})
