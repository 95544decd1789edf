import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import type { Wordless } from './pack.ts'
import { lines } from '../platform/http/text.contract.ts'

const id = z.uuid()
const language = z.enum(['en', 'es'])
const instrumentId = z.string().check(z.maxLength(40))
const bothLanguages = z.object({ en: z.string(), es: z.string() })

/** Every pack: its condition, what words it has, and what was decided about it here, newest first. */
export const readPacks = defineEndpoint({
  method: 'GET',
  path: '/api/packs',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    packs: z.array(
      z.object({
        instrumentId,
        name: z.string(),
        owner: z.string(),
        edition: z.string(),
        condition: bothLanguages,
        questions: z.number(),
        languages: z.array(language),
        without: z.custom<Readonly<Partial<Record<'en' | 'es', Wordless>>>>(),
        held: z.boolean(),
        decisions: z.array(
          z.object({
            edition: z.string(),
            accepted: z.boolean(),
            language,
            words: z.string(),
            by: z.string(),
            at: z.number(),
          }),
        ),
      }),
    ),
  }),
})
export type PackNow = output<typeof readPacks.reply>['packs'][number]

export const acceptPack = defineEndpoint({
  method: 'POST',
  path: '/api/packs',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.strictObject({ id, instrumentId, edition: z.string().check(z.maxLength(40)), language }),
  reply: z.object({ id }),
})

/** New askings end; answers stay. */
export const takePackBack = defineEndpoint({
  method: 'POST',
  path: '/api/packs/taken-back',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.strictObject({
    id,
    instrumentId,
    language,
    reason: lines(300),
  }),
  reply: z.object({ id }),
})
