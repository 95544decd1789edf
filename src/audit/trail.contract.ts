import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { openingKinds } from './opening.ts'

/**
 * The practice's trail, newest first, a page at a time: `before` is the last row already read. `by` names the member,
 * `about` the person in care, `until` the last day wanted in the practice's own zone.
 */
export const readTrail = defineEndpoint({
  method: 'GET',
  path: '/api/practice/trail',
  action: 'trail.read',
  subject: () => ({ practice: true }),
  input: z.object({
    before: z.optional(z.string().check(z.regex(/^\d{1,18}$/))),
    kind: z.optional(z.enum(openingKinds)),
    by: z.optional(z.uuid()),
    about: z.optional(z.uuid()),
    until: z.optional(z.iso.date()),
  }),
  reply: z.object({
    entries: z.array(
      z.object({
        id: z.string(),
        at: z.number(),
        kind: z.enum(openingKinds),
        area: z.string(),
        action: z.string(),
        who: z.enum(['self', 'client', 'member', 'service', 'unnamed']),
        whoId: z.nullable(z.string()),
        name: z.nullable(z.string()),
        roles: z.array(z.string()),
        personId: z.nullable(z.string()),
        personName: z.nullable(z.string()),
        byCommandLine: z.boolean(),
        refusal: z.nullable(z.string()),
        why: z.nullable(z.object({ how: z.enum(['reason', 'corrects']), row: z.string() })),
      }),
    ),
    more: z.boolean(),
  }),
})
