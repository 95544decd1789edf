import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { line as oneLine, lines } from '../platform/http/text.contract.ts'
import { listKinds, takenBackWays } from '../intake/list-said.ts'
import { mores } from './telling.ts'

const person = ({ personId }: { personId: string }) => ({ personId })
const Both = z.object({ en: z.string(), es: z.string() })
const code = z.string().check(z.minLength(1), z.maxLength(60))
/** When it was said, by the device; it may have waited for a network. */
const at = z.optional(z.iso.datetime({ offset: true }))

const Told = z.object({
  question: z.string(),
  answer: z.string(),
  on: z.nullable(z.string()),
  words: z.string(),
  toldAt: z.number(),
})

/** The client’s own history form: what is asked, and what they have told so far. Nothing here judges it. */
export const readTelling = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/telling',
  action: 'telling.read-own',
  subject: person,
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    edition: z.string(),
    topics: z.array(z.object({ id: z.string(), title: Both, lead: Both, announced: z.nullable(Both) })),
    questions: z.array(
      z.object({
        id: z.string(),
        topic: z.string(),
        ask: Both,
        why: Both,
        answers: z.array(z.object({ value: z.string(), label: Both, more: z.enum(mores) })),
      }),
    ),
    /** The newest to each question. */
    told: z.array(Told),
    /** The newest of each other answer they gave: what stood under it is given back to whoever turns to it again. */
    earlier: z.array(Told),
    /** Medicines and allergies by their own hand, oldest first. */
    medicines: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(listKinds),
        words: z.string(),
        dosage: z.string(),
        toldAt: z.number(),
        /** What they last said of it. */
        back: z.nullable(z.object({ way: z.enum(takenBackWays), at: z.number() })),
      }),
    ),
    /** Lists of which they said that there is nothing on them. */
    none: z.array(z.object({ kind: z.enum(listKinds), at: z.number() })),
    /** Of medicines that our reviewed table knows; any other may be written. */
    names: z.array(z.string()),
    /** When they last said that they have told what they wanted to. */
    doneAt: z.nullable(z.number()),
  }),
})

export type TellingNow = z.output<typeof readTelling.reply>

/** One answer or several, in the client’s own hand, with or without a network. A later one stands beside the earlier one. */
export const tell = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/telling',
  action: 'telling.tell',
  subject: person,
  input: z.strictObject({
    personId: z.uuid(),
    at,
    edition: z.string().check(z.minLength(1), z.maxLength(20)),
    language: z.enum(['en', 'es']),
    said: z
      .array(
        z.strictObject({
          id: z.uuid(),
          question: code,
          answer: code,
          on: z.nullable(z.string().check(z.maxLength(10))),
          words: lines(1000, 0),
        }),
      )
      .check(z.minLength(1), z.maxLength(60)),
  }),
  reply: z.object({ told: z.number() }),
})

export const tellMedicine = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/telling/medicines',
  action: 'telling.tell',
  subject: person,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    kind: z.enum(listKinds),
    words: oneLine(200),
    dosage: oneLine(200, 0),
  }),
  reply: z.object({ id: z.uuid() }),
})

/** Of a list: that there is nothing on it; or of one line, that they take it no longer, or had written it wrong. */
export const tellList = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/telling/list',
  action: 'telling.tell',
  subject: person,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    at,
    kind: z.enum(listKinds),
    about: z.discriminatedUnion('said', [
      z.strictObject({ said: z.literal('none') }),
      z.strictObject({ said: z.enum(takenBackWays), itemId: z.uuid() }),
    ]),
  }),
  reply: z.object({ id: z.uuid() }),
})

/** "That is what I wanted to say": somebody of the team is told, once for all that is new. */
export const finishTelling = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/telling/done',
  action: 'telling.tell',
  subject: person,
  input: z.strictObject({ personId: z.uuid(), id: z.uuid(), at }),
  reply: z.object({ id: z.uuid() }),
})
