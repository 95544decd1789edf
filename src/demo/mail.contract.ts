import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { house } from '../kernel/actor.ts'

/** What a practice of its own would have mailed: the newest fifty letters, newest first. */
export const readDemoMails = defineEndpoint({
  method: 'GET',
  path: '/api/demo/mails',
  action: 'demo.read',
  subject: () => ({ open: house }),
  input: z.object({}),
  reply: z.object({
    mails: z.array(
      z.object({
        id: z.string(),
        to: z.string(),
        subject: z.string(),
        body: z.string(),
        caughtAt: z.number(),
      }),
    ),
  }),
})
