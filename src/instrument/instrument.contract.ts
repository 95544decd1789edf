import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import type { Answers, Instrument } from './instrument.ts'
import { looksLikeAnswers, withholdings } from './response.ts'

const ofPerson = ({ personId }: { personId: string }) => ({ personId })

/** Published wording and rules, the same for everyone; what is the person's own stands beside it. */
const InstrumentShape = z.custom<Instrument>((value) => typeof value === 'object' && value !== null)

/** Numbers by place, and named extras: whether they are answers at all, the scorer says. */
const AnswersShape = z.custom<Answers>(looksLikeAnswers)
const WithheldShape = z.record(z.string().check(z.maxLength(40)), z.enum(withholdings))
const id = z.uuid()
const instrumentId = z.string().check(z.maxLength(40))
const language = z.enum(['en', 'es'])

const reading = z.object({
  declared: z.boolean(),
  openNow: z.boolean(),
  readFrom: z.number(),
  dueAt: z.number(),
})

const toldShape = z.object({ ownerName: z.string(), listed: z.boolean(), atOnce: z.boolean() })

/** The one that was on the screen; where none is named, the one that is asked now. */
const instrumentVersion = z.optional(z.string().check(z.maxLength(10)))

const given = {
  id,
  instrumentId,
  instrumentVersion,
  language,
  answers: AnswersShape,
  withheld: WithheldShape,
}

/** What this person is asked now, with the exact words, and how far they have come on any device. */
export const readAsking = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/asking',
  action: 'instrument.answer',
  subject: ofPerson,
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    due: z.array(
      z.object({
        instrument: InstrumentShape,
        occasion: z.enum(['beginning', 'before', 'after', 'end', 'same-sitting']),
        since: z.number(),
        /** Already put before a named person, because of an answer in this draft. */
        told: z.nullable(toldShape),
        draft: z.nullable(
          z.object({
            id,
            language,
            answers: z.custom<Answers>(),
            withheld: WithheldShape,
            savedAt: z.number(),
          }),
        ),
      }),
    ),
    /** How many more are asked when someone sits with them; which, is not said here. */
    together: z.number(),
    /** What an answer about death opens in the same sitting, with or without a network. */
    screen: z.nullable(InstrumentShape),
    /** Who will read it, by name. */
    readers: z.array(z.object({ name: z.string(), roles: z.array(z.string()) })),
    reading,
    timeZone: z.string(),
    phone: z.nullable(z.string()),
    last: z.nullable(z.object({ id, answeredAt: z.number(), told: z.nullable(toldShape) })),
  }),
})

export type AskingNow = output<typeof readAsking.reply>

const told = z.object({
  id,
  /** A person was told of an answer, now or before: who, and by when they read. */
  help: z.nullable(z.object({ ownerName: z.nullable(z.string()), listed: z.boolean(), reading })),
})

/** Kept at each answer. An answer that leads to a person does so at once, sent or not. */
export const keepDraft = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/asking/draft',
  action: 'instrument.hand-in',
  subject: ofPerson,
  input: z.strictObject({ personId: z.uuid(), ...given }),
  reply: z.extend(told, { savedAt: z.number() }),
})

/** When the last answer was given, by the device's own clock. */
const finishedAt = z.optional(z.number())

/** No score comes back: it is read together. */
export const sendAnswers = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/answers',
  action: 'instrument.hand-in',
  subject: ofPerson,
  input: z.strictObject({ personId: z.uuid(), ...given, finishedAt }),
  reply: told,
})
