import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { lines } from '../platform/http/text.contract.ts'

const practice = () => ({ practice: true }) as const

export const readWait = defineEndpoint({
  method: 'GET',
  path: '/api/consent-wait',
  action: 'consent.read-wait',
  subject: practice,
  input: z.object({}),
  reply: z.object({
    hours: z.number(),
    /** The practice's own decision; null where it has made none. */
    own: z.nullable(z.object({ reason: z.string(), byName: z.string(), signedAt: z.number() })),
    can: z.object({ set: z.boolean() }),
  }),
})

/** Longer or shorter, for everyone here, in writing; a prescriber signs it. */
export const setWait = defineEndpoint({
  method: 'POST',
  path: '/api/consent-wait',
  action: 'consent.set-wait',
  subject: practice,
  input: z.strictObject({
    id: z.uuid(),
    hours: z.int().check(z.minimum(1), z.maximum(168)),
    reason: lines(1000),
    confirmationId: z.uuid(),
  }),
  reply: z.object({ id: z.uuid() }),
})
