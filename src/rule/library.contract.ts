import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { DirectorShape } from '../director/director.contract.ts'
import { WantedShape } from './own.contract.ts'
import { protocolIds, scopes, severities } from './rule.ts'

const Both = z.object({ en: z.string(), es: z.string() })

/** How a rule stands by the practice’s own decision. */
const OwnShape = z.object({
  proposal: z.uuid(),
  version: z.number(),
  severity: z.enum(severities),
  since: z.number(),
  by: z.array(z.string()),
})

const ProposalShape = z.object({
  id: z.uuid(),
  rules: z.array(WantedShape),
  reason: z.string(),
  by: z.string(),
  signedAt: z.number(),
  second: z.nullable(z.object({ by: z.string(), at: z.number() })),
  withdrawnAt: z.nullable(z.number()),
  /** For which of its rules it still waits. */
  waitsFor: z.array(z.string()),
  /** When it holds by itself, where nobody else could have signed it. */
  restsUntil: z.nullable(z.number()),
  mine: z.boolean(),
  /** A director is named and has not signed it: then theirs is the second signature. */
  needsDirector: z.boolean(),
  /** Theirs could be the second, of whoever reads. */
  maySecond: z.boolean(),
})

/** Every rule, with all that a reader needs to judge it. Nothing here is about anyone. */
export const readRules = defineEndpoint({
  method: 'GET',
  path: '/api/rules',
  action: 'rules.read',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    version: z.string(),
    careNow: z.number(),
    /** What this practice itself has decided of them, in the order in which it was signed. */
    proposals: z.array(ProposalShape),
    /** Who the medical director is; null where nobody is named. */
    director: DirectorShape,
    can: z.object({ propose: z.boolean(), second: z.boolean() }),
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
        /** Rests on a proposed default alone and came as an override: the practice may make it stop. */
        mayRaise: z.boolean(),
        own: z.nullable(OwnShape),
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

export type Library = z.output<typeof readRules.reply>
export type RuleTold = Library['rules'][number]
export type ProposalTold = Library['proposals'][number]
