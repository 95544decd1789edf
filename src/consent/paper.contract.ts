import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { line, lines } from '../platform/http/text.contract.ts'
import { paperEnds, paperLanguages, signers } from './paper.ts'

const ofPerson = ({ personId }: { personId: string }) => ({ personId })
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

const Attested = z.object({ name: z.string(), at: z.number() })

const PaperShape = z.object({
  id: z.uuid(),
  formName: z.string(),
  formVersion: z.nullable(z.string()),
  signedOn: z.string(),
  signerName: z.string(),
  signedAs: z.enum(signers),
  language: z.enum(paperLanguages),
  keptWhere: z.string(),
  /** SHA-256 of what the first one signed, in hex: the second signs over it. */
  documentHash: z.string(),
  first: Attested,
  second: z.nullable(Attested),
  state: z.enum(['one', 'two', 'expired', 'broken', ...paperEnds]),
  /** Since when it is so. */
  at: z.number(),
  /** Who ended it; null where nobody did, or where all that was signed here was taken back with it. */
  endedBy: z.nullable(z.string()),
  /** Why the team took it out again. */
  reason: z.nullable(z.string()),
  /** Whether who reads this may be the second to attest it. */
  maySecond: z.boolean(),
})
export type Paper = z.output<typeof PaperShape>

/** Consents to treatment that were signed on paper before care began here, for the team and for whoever signed. Newest first. */
export const readPapers = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/paper-consents',
  action: 'paper.read',
  subject: ofPerson,
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    papers: z.array(PaperShape),
    can: z.object({ bring: z.boolean(), withdraw: z.boolean() }),
  }),
})

/** Every key is said: a null version is "the paper names none". */
export const bringPaper = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/paper-consents',
  action: 'paper.bring',
  subject: ofPerson,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    formName: line(200),
    formVersion: z.nullable(line(60)),
    /** "2026", "2026-05" or "2026-05-14": never more exact than the paper. */
    signedOn: line(10),
    signerName: line(120),
    signedAs: z.enum(signers),
    language: z.enum(paperLanguages),
    keptWhere: line(300),
    documentHash: hash,
    confirmationId: z.uuid(),
  }),
  reply: z.object({ id: z.uuid() }),
})

/** A second member has seen the same paper. */
export const secondPaper = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/paper-consents/:paperId/second',
  action: 'paper.bring',
  subject: ofPerson,
  input: z.strictObject({
    personId: z.uuid(),
    paperId: z.uuid(),
    id: z.uuid(),
    documentHash: hash,
    confirmationId: z.uuid(),
  }),
  reply: z.object({ id: z.uuid() }),
})

/** It was brought in by mistake: it stays readable with the reason, and counts no longer. */
export const dropPaper = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/paper-consents/:paperId/mistake',
  action: 'paper.bring',
  subject: ofPerson,
  input: z.strictObject({ personId: z.uuid(), paperId: z.uuid(), id: z.uuid(), reason: lines(500) }),
  reply: z.object({ id: z.uuid() }),
})

/** Taken back, or said not to be so: by whoever signed, or by a member who heard them say it. It holds from that moment. */
export const withdrawPaper = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/paper-consents/:paperId/withdrawals',
  action: 'consent.withdraw',
  subject: ofPerson,
  input: z.strictObject({
    personId: z.uuid(),
    paperId: z.uuid(),
    id: z.uuid(),
    how: z.enum(['withdrawn', 'not-so']),
  }),
  reply: z.object({ id: z.uuid() }),
})
