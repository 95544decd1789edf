import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { outcomeTimes, results } from './outcome.ts'

const ShareShape = z.object({ count: z.number(), of: z.number(), low: z.number(), high: z.number() })
const BothShape = z.nullable(z.object({ ofAssessed: ShareShape, ofStarted: ShareShape }))

const OutcomeShape = z.object({
  started: z.number(),
  assessed: z.number(),
  awaited: z.number(),
  missing: z.number(),
  response: BothShape,
  remission: BothShape,
  improved: BothShape,
  deteriorated: BothShape,
  medianChange: z.nullable(z.number()),
  quartiles: z.nullable(z.tuple([z.number(), z.number()])),
  thin: z.boolean(),
  /** Known of fewer than eleven, or giving such a few away: left out. */
  untold: z.array(z.enum(results)),
})

const PartsShape = z.array(z.object({ key: z.string(), outcome: z.nullable(OutcomeShape) }))

const SaidShape = z.object({ en: z.string(), es: z.string() })

const CohortShape = z.object({
  id: z.string(),
  name: z.string(),
  started: z.nullable(z.number()),
  assessed: z.nullable(z.number()),
  routes: z.array(z.string()),
  time: SaidShape,
  response: z.nullable(z.number()),
  remission: z.nullable(z.number()),
  remissionRule: z.nullable(SaidShape),
  worse: z.nullable(z.number()),
  mix: SaidShape,
  source: z.string(),
})

/** How the practice's courses went, as counts: no person is in it, and what is too small to hide one is left out. */
export const readOutcomes = defineEndpoint({
  method: 'GET',
  path: '/api/outcomes',
  action: 'outcomes.read',
  subject: () => ({ practice: true }),
  input: z.object({ instrument: z.optional(z.string().check(z.maxLength(320))) }),
  reply: z.object({
    /** What is followed here, the most often asked first. */
    instruments: z.array(z.object({ id: z.string(), name: z.string() })),
    instrument: z.nullable(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Null: a number of the practice's own form, and its file does not say. */
        betterIs: z.nullable(z.enum(['lower', 'higher'])),
        reliable: z.nullable(z.number()),
        reliableSource: z.nullable(z.string()),
        /** No threshold was published; this one was worked out from a spread. */
        computed: z.boolean(),
        responsePercent: z.nullable(z.number()),
        remission: z.nullable(z.union([z.object({ below: z.number() }), z.object({ atMost: z.number() })])),
        bands: z.object({ en: z.record(z.string(), z.string()), es: z.record(z.string(), z.string()) }),
      }),
    ),
    times: z.array(
      z.object({
        time: z.enum(outcomeTimes),
        whole: z.nullable(OutcomeShape),
        bins: z.array(z.object({ from: z.number(), to: z.number(), courses: z.nullable(z.number()) })),
        byProtocol: PartsShape,
        byRoute: PartsShape,
        byBand: PartsShape,
      }),
    ),
    protocols: z.array(z.object({ id: z.string(), title: z.object({ en: z.string(), es: z.string() }) })),
    cohorts: z.array(CohortShape),
    countedAt: z.number(),
  }),
})

export type Outcomes = output<typeof readOutcomes.reply>
