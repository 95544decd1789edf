import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'

const id = z.string().check(z.maxLength(40))
const language = z.enum(['en', 'es'])

/** Every instrument there is scoring for, as a Questionnaire of it can be fetched. */
export const readMirrors = defineEndpoint({
  method: 'GET',
  path: '/api/questionnaires',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    instruments: z.array(z.object({ id, name: z.string(), version: z.string(), worded: z.array(language) })),
  }),
})
export type MirrorsNow = output<typeof readMirrors.reply>

/** One instrument as a FHIR R4 Questionnaire: structure, weights and scores; words where anyone may give them out. */
export const readMirror = defineEndpoint({
  method: 'GET',
  path: '/api/questionnaires/:instrumentId',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.object({ instrumentId: id, language }),
  reply: z.looseObject({ resourceType: z.literal('Questionnaire'), id: z.string(), url: z.string() }),
})
