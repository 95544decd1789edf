import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'

/**
 * What speaks against a dose and no gate of the database names: rules on the history, the pressure on standing up, and what the
 * history makes the day ask for.
 */
export const readAgainst = defineEndpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/against',
  action: 'ready.read',
  subject: ({ sessionId }: { sessionId: string }) => ({ sessionId }),
  input: z.object({ sessionId: z.uuid() }),
  reply: z.object({
    rules: z.array(
      z.object({
        rule: z.string(),
        title: z.object({ en: z.string(), es: z.string() }),
        /** Found, and not merely unknown or too old. */
        present: z.boolean(),
      }),
    ),
    standing: z.boolean(),
    medicines: z.boolean(),
    pregnancy: z.boolean(),
  }),
})

export type Against = output<typeof readAgainst.reply>
