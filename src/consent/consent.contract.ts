import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { recordings, touchAnswers, type ConsentDocument } from './document.ts'

const ofPerson = ({ personId }: { personId: string }) => ({ personId })
const language = z.enum(['en', 'es'])
const answer = z.enum(touchAnswers)

/** Published text; its own version and language are part of what is signed. */
const DocumentShape = z.custom<ConsentDocument>((value) => typeof value === 'object' && value !== null)

export const ChoicesShape = z.strictObject({
  touch: z.strictObject({ hand: answer, shoulder: answer, blanket: answer }),
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
    /** Open, or closed; `until` is null while nobody can say. */
    window: z.object({ open: z.boolean(), until: z.nullable(z.number()) }),
    documents: z.object({ en: DocumentShape, es: DocumentShape }),
    personName: z.string(),
    can: z.object({ sign: z.boolean(), withdraw: z.boolean() }),
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
    document: DocumentShape,
    choices: ChoicesShape,
    printedName: z.string(),
    meaning: z.string(),
    signedAt: z.number(),
    documentHash: z.string(),
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
    printedName: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)),
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
    part: z._default(z.string().check(z.regex(/^(all|recording|touch:(hand|shoulder|blanket))$/)), 'all'),
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
