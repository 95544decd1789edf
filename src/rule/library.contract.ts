import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { protocolIds, scopes, severities } from './rule.ts'

const Both = z.object({ en: z.string(), es: z.string() })

/** Every rule, with all that a reader needs to judge it. Nothing here is about anyone. */
export const readRules = defineEndpoint({
  method: 'GET',
  path: '/api/rules',
  action: 'rules.read',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    version: z.string(),
    rules: z.array(
      z.object({
        id: z.string(),
        part: z.enum(['screening', 'evidence', 'interactions', 'day', 'release', 'consent']),
        version: z.number(),
        /** A day, YYYY-MM-DD. */
        effectiveFrom: z.string(),
        severity: z.enum(severities),
        scope: z.array(z.enum(scopes)),
        protocols: z.union([z.literal('all'), z.array(z.enum(protocolIds))]),
        title: Both,
        clears: Both,
        basis: Both,
        who: z.string(),
        certainty: z.enum(['A', 'B', 'C', 'general-knowledge', 'proposed-default']),
        ratifiedBy: z.nullable(z.string()),
        sources: z.array(
          z.object({ id: z.string(), grade: z.nullable(z.string()), where: z.nullable(z.string()) }),
        ),
        figures: z.array(
          z.object({
            name: z.string(),
            measure: z.nullable(Both),
            test: z.nullable(z.enum(['above', 'atLeast', 'below', 'atMost'])),
            severity: z.nullable(z.enum(severities)),
            value: z.number(),
            unit: z.string(),
            source: z.string(),
            proposed: z.boolean(),
          }),
        ),
      }),
    ),
  }),
})

export type RuleTold = z.output<typeof readRules.reply>['rules'][number]
