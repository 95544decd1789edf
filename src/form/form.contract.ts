import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { largestFile } from './fileText.ts'
import { lines } from '../platform/http/text.contract.ts'

const id = z.uuid()
const formId = z.string().check(z.regex(/^own-[0-9a-f]{12}$/))
const language = z.enum(['en', 'es'])
const said = lines(500)
const name = z.string().check(z.maxLength(255))

const danger = z
  .array(
    z.union([
      z.strictObject({ item: name, answers: z.array(name).check(z.minLength(1), z.maxLength(100)) }),
      z.strictObject({ item: name, atLeast: z.number() }),
      z.strictObject({ item: name, atMost: z.number() }),
    ]),
  )
  .check(z.maxLength(200))

/** The forms this practice brought itself, the newest of each, with what is not scored in it. */
export const readForms = defineEndpoint({
  method: 'GET',
  path: '/api/own-forms',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    forms: z.array(
      z.object({
        formId,
        name: z.string(),
        version: z.number(),
        languages: z.array(language),
        questions: z.number(),
        results: z.array(z.string()),
        notScored: z.array(z.string()),
        /** By the words of the questions. */
        danger: z.array(z.string()),
        /** It asks what happened to someone, and is never answered alone. */
        trauma: z.boolean(),
        licence: z.string(),
        by: z.string(),
        at: z.number(),
        takenBack: z.nullable(z.object({ by: z.string(), at: z.number(), reason: z.string() })),
      }),
    ),
  }),
})
export type FormNow = output<typeof readForms.reply>['forms'][number]

/** Brings a form in, once it was read on the screen and its gaps were told. In JSON a text may be six times as long. */
export const bringForm = defineEndpoint({
  method: 'POST',
  path: '/api/own-forms',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  largest: 3 * largestFile,
  input: z.strictObject({
    id,
    original: z.string(),
    language: z.nullable(language),
    licence: said,
    danger,
    trauma: z.boolean(),
  }),
  reply: z.object({ formId, version: z.number(), outcome: z.enum(['created', 'changed', 'known']) }),
})

/** Not asked from now on; what was answered stays. */
export const takeFormBack = defineEndpoint({
  method: 'POST',
  path: '/api/own-forms/taken-back',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.strictObject({ id, formId, reason: said }),
  reply: z.object({ id }),
})

/** The file as it came. */
export const readFormFile = defineEndpoint({
  method: 'GET',
  path: '/api/own-forms/:formId/file',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.object({ formId }),
  reply: z.object({ version: z.number(), original: z.string() }),
})
