import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import type { MarkChoice } from './mark.ts'

const instrumentId = z.string().check(z.maxLength(40))

/** The instruments whose mark is left to the practice: what may be chosen, and what was, newest first. */
export const readMarks = defineEndpoint({
  method: 'GET',
  path: '/api/marks',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    marks: z.array(
      z.object({
        instrumentId,
        name: z.string(),
        choice: z.custom<MarkChoice>(),
        value: z.nullable(z.number()),
        set: z.array(
          z.object({
            value: z.nullable(z.number()),
            source: z.string(),
            by: z.string(),
            at: z.number(),
          }),
        ),
      }),
    ),
  }),
})
export type MarkNow = output<typeof readMarks.reply>['marks'][number]

export const setMark = defineEndpoint({
  method: 'POST',
  path: '/api/marks',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.strictObject({ id: z.uuid(), instrumentId, value: z.nullable(z.number().check(z.int())) }),
  reply: z.object({ id: z.uuid() }),
})
