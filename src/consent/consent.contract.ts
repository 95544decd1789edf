import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import {
  recordings,
  touchAnswers,
  touchPlaces,
  touchWho,
  type ConsentDocument,
  type SignedDocument,
} from './document.ts'
import { line } from '../platform/http/text.contract.ts'
import { TaughtShape } from './teach.contract.ts'

const ofPerson = ({ personId }: { personId: string }) => ({ personId })
const language = z.enum(['en', 'es'])
const touchOf = (places: readonly string[]) =>
  z.strictObject({
    answer: z.enum(touchAnswers),
    who: z.enum(touchWho),
    where: z.array(z.enum(places)),
  })
/** It may be empty, and is never left out. */
const maybe = (most: number) => line(most, 0)

/** Published text; its own version and language are part of what is signed. */
const isDocument = (value: unknown) => typeof value === 'object' && value !== null
const DocumentShape = z.custom<ConsentDocument>(isDocument)

const TouchShape = z.strictObject({
  hand: touchOf(touchPlaces.hand),
  shoulder: touchOf(touchPlaces.shoulder),
  blanket: touchOf(touchPlaces.blanket),
})

export const ChoicesShape = z.strictObject({
  touch: TouchShape,
  stop: z.strictObject({ word: maybe(80), gesture: maybe(200) }),
  recording: z.enum(recordings),
})

/** How it stands with this person's consent, now, for everyone who may know. */
export const readConsent = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/agreement',
  action: 'consent.read',
  subject: ofPerson,
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    careNow: z.number(),
    state: z.enum(['unsigned', 'stands', 'withdrawn', 'expired', 'broken']),
    /** When it was signed, taken back, or ran out, as the state says. */
    at: z.nullable(z.number()),
    until: z.nullable(z.number()),
    signatureId: z.nullable(z.uuid()),
    /** What was allowed and has not been taken back. */
    choices: z.nullable(ChoicesShape),
    without: z.array(z.string()),
    /** The words agreed on in this course for stopping, so that nobody writes them twice. */
    stop: z.nullable(z.object({ word: z.string(), gesture: z.string() })),
    /** When and with whom the stop signal and the touch that is all right were tried out. */
    rehearsed: z.nullable(z.object({ at: z.number(), withName: z.string() })),
    /** Open, or closed; `until` is null while nobody can say. */
    window: z.object({ open: z.boolean(), until: z.nullable(z.number()) }),
    /** Where they stopped reading; told to themself alone. */
    place: z.nullable(
      z.object({ page: z.number(), choices: z.object({ touch: TouchShape, recording: z.enum(recordings) }) }),
    ),
    /** What they said in their own words, question by question; and which still keep a signature waiting. */
    teachBack: z.array(TaughtShape),
    untaught: z.array(z.string()),
    documents: z.object({ en: DocumentShape, es: DocumentShape }),
    personName: z.string(),
    can: z.object({
      sign: z.boolean(),
      withdraw: z.boolean(),
      rehearse: z.boolean(),
      teach: z.boolean(),
      talk: z.boolean(),
      /** To read of consents on paper. */
      papers: z.boolean(),
    }),
  }),
})

export type ConsentNow = output<typeof readConsent.reply>

/** Exactly what was signed, with the four things a signature shows: who, when, what it means, and whether it is whole. */
export const readSigned = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/agreement/signed/:signatureId',
  action: 'consent.read',
  subject: ofPerson,
  input: z.object({ personId: z.uuid(), signatureId: z.uuid() }),
  reply: z.object({
    /** Null where what is stored cannot be read any more: it is not what was signed. */
    document: z.nullable(z.custom<SignedDocument>(isDocument)),
    choices: ChoicesShape,
    printedName: z.string(),
    meaning: z.string(),
    signedAt: z.number(),
    documentHash: z.string(),
    /** How they confirmed that it was them; unknown for the first version. */
    factor: z.nullable(z.enum(['password', 'password+totp', 'passkey'])),
    whole: z.boolean(),
  }),
})

export const openConsent = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/agreement/openings',
  action: 'consent.sign',
  subject: ofPerson,
  input: z.strictObject({ personId: z.uuid(), id: z.uuid(), language }),
  reply: z.object({ id: z.uuid(), openedAt: z.number() }),
})

export const signConsent = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/agreement/signatures',
  action: 'consent.sign',
  subject: ofPerson,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    openingId: z.uuid(),
    language,
    documentVersion: z.string().check(z.maxLength(20)),
    choices: ChoicesShape,
    printedName: line(120, 2),
    documentHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    confirmationId: z.uuid(),
  }),
  reply: z.object({ id: z.uuid(), signedAt: z.number() }),
})

export const withdrawConsent = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/agreement/withdrawals',
  action: 'consent.withdraw',
  subject: ofPerson,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    part: z._default(z.string().check(z.regex(/^(all|recording|touch(:(hand|shoulder|blanket))?)$/)), 'all'),
  }),
  reply: z.object({ id: z.uuid(), withdrawnAt: z.number() }),
})

export const askToTalk = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/agreement/talk',
  action: 'consent.sign',
  subject: ofPerson,
  input: z.strictObject({ personId: z.uuid(), id: z.uuid() }),
  reply: z.object({
    id: z.uuid(),
    reading: z.object({
      declared: z.boolean(),
      openNow: z.boolean(),
      readFrom: z.number(),
      dueAt: z.number(),
    }),
  }),
})

/** A bookmark, at each page that is turned: another device goes on from there. */
export const keepPlace = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/agreement/place',
  action: 'consent.sign',
  subject: ofPerson,
  input: z.strictObject({
    personId: z.uuid(),
    documentVersion: z.string().check(z.maxLength(20)),
    page: z.int().check(z.minimum(0), z.maximum(20)),
    choices: z.strictObject({ touch: TouchShape, recording: z.enum(recordings) }),
  }),
  reply: z.object({ page: z.number() }),
})
