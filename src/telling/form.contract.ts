import * as z from 'zod/mini'
import { inPersonReasons, mores } from './telling.ts'

const Word = z.string().check(z.minLength(1))
export const Both = z.strictObject({ en: Word, es: Word })

/** The shape of content/history/form.json. */
export const FormFile = z.strictObject({
  version: Word,
  reference: Word,
  ratifiedBy: z.nullable(Word),
  note: Word,
  topics: z.array(z.strictObject({ id: Word, title: Both, lead: Both, announced: z.nullable(Both) })),
  questions: z.array(
    z.strictObject({
      id: Word,
      topic: Word,
      ask: Both,
      why: Both,
      answers: z.array(
        z.strictObject({ value: Word, label: Both, means: z.record(z.string(), Word), more: z.enum(mores) }),
      ),
    }),
  ),
  inPerson: z.array(z.strictObject({ question: Word, because: z.enum(inPersonReasons) })),
})
