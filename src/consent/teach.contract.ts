import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { lines } from '../platform/http/text.contract.ts'

const ofPerson = ({ personId }: { personId: string }) => ({ personId })

/** Each question with what was last said to it. */
export const TaughtShape = z.object({
  question: z.string(),
  answer: z.nullable(
    z.object({
      id: z.uuid(),
      question: z.string(),
      words: z.string(),
      unsure: z.boolean(),
      heardBy: z.nullable(z.string()),
      toldAt: z.number(),
    }),
  ),
  talk: z.nullable(
    z.object({ answerId: z.uuid(), note: z.string(), byName: z.string(), talkedAt: z.number() }),
  ),
})

/** In the client's own words: theirs to write, or said aloud and written down by whoever of the team hears it. */
export const tellBack = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/agreement/answers',
  action: 'consent.teach',
  subject: ofPerson,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    question: z.string().check(z.regex(/^[a-z]{1,20}(-[a-z]{1,20}){0,3}$/)),
    documentVersion: z.string().check(z.maxLength(20)),
    /** Empty only where they say that they are not sure. */
    words: lines(2000, 0),
    unsure: z.boolean(),
  }),
  reply: z.object({ id: z.uuid() }),
})

export const talkThrough = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/agreement/talks',
  action: 'consent.talk',
  subject: ofPerson,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    answerId: z.uuid(),
    /** It may be empty, and is never left out. */
    note: lines(2000, 0),
  }),
  reply: z.object({ id: z.uuid() }),
})
