import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import type { Wording } from './instrument.ts'
import { lines } from '../platform/http/text.contract.ts'

const id = z.uuid()
const language = z.enum(['en', 'es'])
const instrumentId = z.string().check(z.maxLength(40))
const words = lines(600, 0)

/** Whether it fits the instrument, the rules say, and where it does not. */
const WordingShape = z.strictObject({
  title: words,
  stem: words,
  items: z.record(z.string().check(z.maxLength(40)), words),
  options: z.record(z.string().check(z.maxLength(40)), z.array(words).check(z.maxLength(100))),
  bands: z.record(z.string().check(z.maxLength(40)), words),
})

/** Every instrument that lacks words in a language: what it needs to be asked, and what the practice has loaded. */
export const readWordings = defineEndpoint({
  method: 'GET',
  path: '/api/wordings',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    instruments: z.array(
      z.object({
        id: instrumentId,
        name: z.string(),
        version: z.string(),
        tier: z.enum(['A', 'B', 'S', 'O']),
        licence: z.string(),
        /** In which there are no words of the project's, and none of a pack that is held. */
        languages: z.array(language),
        items: z.array(z.string()),
        /** By name: how many words its answers need. */
        options: z.record(z.string(), z.number()),
        own: z.array(
          z.object({
            language,
            wording: z.custom<Wording>(),
            licence: z.string(),
            by: z.string(),
            at: z.number(),
          }),
        ),
      }),
    ),
  }),
})
export type WordingsNow = output<typeof readWordings.reply>

/** Loads words the practice has the right to use, for one instrument in one language; none takes them back. */
export const loadWording = defineEndpoint({
  method: 'POST',
  path: '/api/wordings',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.strictObject({
    id,
    instrumentId,
    language,
    wording: z.nullable(WordingShape),
    licence: lines(300),
  }),
  reply: z.object({ id }),
})
