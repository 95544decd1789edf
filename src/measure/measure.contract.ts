import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import type { Answers, Instrument } from '../instrument/instrument.ts'
import type { Withheld } from '../instrument/response.ts'

const Truth = z.nullable(z.boolean())

const ChangeShape = z.object({
  delta: z.nullable(z.number()),
  reliable: z.enum(['improvement', 'deterioration', 'no-reliable-change', 'not-defined', 'unknown']),
  mcid: Truth,
  response: Truth,
  remission: Truth,
  recovery: Truth,
  reliableRecovery: Truth,
})

/** For those who take part in the care: every response with its answers, and the change since the first. */
export const readMeasures = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/measures',
  action: 'measure.read',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    measures: z.array(
      z.object({
        instrument: z.custom<Instrument>((value) => typeof value === 'object' && value !== null),
        basis: z.nullable(z.object({ reliable: z.nullable(z.number()), source: z.nullable(z.string()) })),
        /** From the first total to the last. */
        change: ChangeShape,
        responses: z.array(
          z.object({
            id: z.uuid(),
            answeredAt: z.number(),
            status: z.enum(['complete', 'prorated', 'incomplete']),
            total: z.nullable(z.number()),
            band: z.nullable(z.string()),
            flags: z.array(z.string()),
            answers: z.custom<Answers>(),
            withheld: z.custom<Withheld>(),
          }),
        ),
      }),
    ),
  }),
})

export type MeasureNow = output<typeof readMeasures.reply>['measures'][number]
