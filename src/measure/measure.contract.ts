import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import type { Answers, Instrument } from '../instrument/instrument.ts'
import type { Withheld } from '../instrument/response.ts'
import { momentKinds } from './followed.ts'
import type { ChangeRule } from './rule.ts'
import { OccasionShape } from './schedule.contract.ts'

const Truth = z.nullable(z.boolean())
const Reliability = z.enum(['improvement', 'deterioration', 'no-reliable-change', 'not-defined', 'unknown'])

const ChangeShape = z.object({
  delta: z.nullable(z.number()),
  reliable: Reliability,
  mcid: Truth,
  response: Truth,
  remission: Truth,
  recovery: Truth,
  reliableRecovery: Truth,
})

const TotalShape = z.nullable(z.object({ id: z.uuid(), at: z.number(), total: z.number() }))

const LineShape = z.object({
  scoreId: z.string(),
  main: z.boolean(),
  min: z.number(),
  max: z.number(),
  whole: z.boolean(),
  zones: z.array(z.object({ id: z.string(), from: z.number(), to: z.number() })),
})

const ResponseShape = z.object({
  id: z.uuid(),
  answeredAt: z.number(),
  language: z.enum(['en', 'es']),
  /** Of the form that was asked; today’s words belong to no other. */
  instrumentVersion: z.string(),
  /** When it came, where it waited so long on a device that both moments tell something. */
  arrivedAt: z.nullable(z.number()),
  /** `bounded`: what the device's clock said could not be true. */
  clock: z.enum(['device', 'received', 'bounded', 'stated']),
  status: z.enum(['complete', 'prorated', 'incomplete', 'not-applicable', 'unscored']),
  total: z.nullable(z.number()),
  scores: z.record(z.string(), z.nullable(z.number())),
  band: z.nullable(z.string()),
  /** Worked out again from the answers; empty where they belong to another version. */
  classification: z.record(z.string(), z.string()),
  flags: z.array(z.string()),
  answers: z.custom<Answers>(),
  withheld: z.custom<Withheld>(),
  /** The practice's own mark that it was read by; null: what is usual. */
  mark: z.nullable(z.object({ value: z.number(), source: z.string() })),
})

const WorkedShape = z.array(
  z.object({ words: z.string(), value: z.nullable(z.union([z.number(), z.string()])) }),
)

const isRecord = (value: unknown) => typeof value === 'object' && value !== null

/** For those who take part in the care, all in one: every response, what it is read against, and what became of it. */
export const readMeasures = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/measures',
  action: 'measure.read',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    careNow: z.number(),
    moments: z.array(
      z.object({
        id: z.uuid(),
        at: z.number(),
        kind: z.enum(momentKinds),
        courseId: z.nullable(z.uuid()),
        words: z.nullable(z.string()),
      }),
    ),
    measures: z.array(
      z.object({
        instrument: z.custom<Instrument>(isRecord),
        rule: z.custom<ChangeRule>(isRecord),
        /** What mark is usual, where a practice may choose another. */
        usualMark: z.nullable(z.object({ en: z.string(), es: z.string() })),
        lines: z.array(LineShape),
        followed: z.object({
          baseline: TotalShape,
          latest: TotalShape,
          change: ChangeShape,
          unknownSince: z.nullable(z.number()),
          now: Reliability,
        }),
        responses: z.array(ResponseShape),
        unanswered: z.array(
          z.object({ instrumentId: z.string(), at: z.number(), why: z.enum(['missed', 'refused']) }),
        ),
      }),
    ),
    /** Answers to the practice's own forms, by form and version, with what its file works out. */
    forms: z.array(
      z.object({
        instrument: z.custom<Instrument>(isRecord),
        responses: z.array(z.extend(ResponseShape, { worked: WorkedShape })),
      }),
    ),
    /** What was, is and will be asked; null for whoever may not read it. */
    occasions: z.nullable(z.array(OccasionShape)),
  }),
})

export type Measures = output<typeof readMeasures.reply>
export type OwnFormNow = Measures['forms'][number]
export type MeasureNow = Measures['measures'][number]
