import * as z from 'zod/mini'

export const MitigationShape = z.object({
  id: z.uuid(),
  about: z.string(),
  title: z.nullable(z.object({ en: z.string(), es: z.string() })),
  words: z.string(),
  byName: z.string(),
  until: z.number(),
})
