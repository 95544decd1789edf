import * as z from 'zod/mini'
import { topics } from './screening.ts'

const Both = z.object({ en: z.string(), es: z.string() })

/** A question of the rules as a screen asks it, and the part of the interview it belongs to. */
export const QuestionShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    id: z.string(),
    topic: z.enum(topics),
    ask: Both,
    /** An answer counts on the day it was given, and on no other. */
    ofToday: z.boolean(),
    options: z.array(z.object({ value: z.string(), label: Both })),
  }),
  z.object({
    kind: z.literal('date'),
    id: z.string(),
    topic: z.enum(topics),
    ask: Both,
    ofToday: z.boolean(),
    never: Both,
  }),
])

/** A number that the rules compare, in the unit in which they compare it. */
export const MeasureShape = z.object({ id: z.string(), unit: z.string(), title: Both })
