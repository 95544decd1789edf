import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import type { Answers, Instrument } from './instrument.ts'
import { looksLikeAnswers, ratedWithholdings, waysGiven } from './response.ts'
import { line, lines } from '../platform/http/text.contract.ts'

const ofPerson = ({ personId }: { personId: string }) => ({ personId })
const id = z.uuid()
const instrumentId = z.string().check(z.maxLength(40))
const language = z.enum(['en', 'es'])
const AnswersShape = z.custom<Answers>(looksLikeAnswers)
const WithheldShape = z.record(z.string().check(z.maxLength(40)), z.enum(ratedWithholdings))

const written = {
  personId: id,
  id,
  instrumentId,
  /** The one that was on the screen; where none is named, the one that is asked now. */
  instrumentVersion: z.optional(z.string().check(z.maxLength(10))),
  language,
  answers: AnswersShape,
  withheld: WithheldShape,
  /** When it was asked, by the clock of care; null: when it is saved. */
  ratedAt: z.nullable(z.number()),
  /** Whose copy the questions were read from, where there are no words of them here. */
  readFrom: z.nullable(line(200)),
  replaces: z.nullable(id),
  /** "I see to it now": what whoever asks is doing about an answer that asks for a person. */
  handling: z.nullable(lines(500)),
}

/** What a member of the care team may ask, or rate, about this person; what they have begun; what can be corrected. */
export const readRatings = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/ratings',
  action: 'instrument.rate',
  subject: ofPerson,
  input: z.object({ personId: id }),
  reply: z.object({
    instruments: z.array(
      z.object({
        instrument: z.custom<Instrument>((value) => typeof value === 'object' && value !== null),
        /** The schedule asks for it now, with someone. */
        due: z.boolean(),
      }),
    ),
    drafts: z.array(
      z.object({
        id,
        instrumentId,
        instrumentVersion: z.string(),
        language,
        answers: z.custom<Answers>(),
        withheld: WithheldShape,
        readFrom: z.nullable(z.string()),
        ratedAt: z.nullable(z.number()),
        replaces: z.nullable(id),
        savedAt: z.number(),
      }),
    ),
    /** What a member wrote down, and what was corrected of it, newest first. */
    written: z.array(
      z.object({
        id,
        instrumentId,
        instrumentVersion: z.string(),
        language,
        answers: z.custom<Answers>(),
        withheld: WithheldShape,
        readFrom: z.nullable(z.string()),
        answeredAt: z.number(),
        given: z.enum(waysGiven),
        by: z.nullable(z.string()),
        total: z.nullable(z.number()),
        replaces: z.nullable(id),
        /** What stands in its place. */
        replacedBy: z.nullable(id),
      }),
    ),
    careNow: z.number(),
    /** Whom an answer that asks for a person is put before. */
    ownerName: z.nullable(z.string()),
  }),
})
export type RatingsNow = output<typeof readRatings.reply>

const reading = z.object({
  declared: z.boolean(),
  openNow: z.boolean(),
  readFrom: z.number(),
  dueAt: z.number(),
})
const told = z.object({
  id,
  help: z.nullable(z.object({ ownerName: z.nullable(z.string()), listed: z.boolean(), reading })),
})

export const keepRating = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/ratings/draft',
  action: 'instrument.rate',
  subject: ofPerson,
  input: z.strictObject(written),
  reply: z.extend(told, { savedAt: z.number() }),
})

export const sendRating = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/ratings',
  action: 'instrument.rate',
  subject: ofPerson,
  input: z.strictObject({ ...written, finishedAt: z.optional(z.number()) }),
  reply: told,
})
