import * as z from 'zod/mini'
import { listKinds, takenBackWays } from '../intake/list-said.ts'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { itemKinds } from '../intake/referral.ts'
import { decisions } from './clearance.ts'
import { MeasureShape, QuestionShape } from './table.contract.ts'
import { lines } from '../platform/http/text.contract.ts'

const person = ({ personId }: { personId: string }) => ({ personId })
const Both = z.object({ en: z.string(), es: z.string() })
const SeverityShape = z.enum(['block', 'override', 'caution', 'info'])

const BecauseShape = z.object({
  kind: z.enum([...itemKinds, 'statement', 'telling', 'birth-date', 'score', 'dose', 'change']),
  id: z.string(),
  text: z.string(),
  measure: z.nullable(z.string()),
  when: z.nullable(z.string()),
  standing: z.enum(['to-be-confirmed', 'confirmed', 'refuted', 'cannot-be-known']),
  saidBy: z.string(),
  question: z.nullable(z.string()),
})
/** A decision of the practice’s own about a rule: since when, and who signed it. */
const OwnShape = z.object({
  version: z.number(),
  severity: SeverityShape,
  since: z.number(),
  by: z.array(z.string()),
})
const OverrideShape = z.object({
  id: z.uuid(),
  rule: z.string(),
  reason: z.string(),
  riskAndBenefit: z.string(),
  mitigation: z.string(),
  expiresAt: z.number(),
  writtenBy: z.string(),
  writtenAt: z.number(),
})

/** An answer of the client’s own, in the words in which it was asked and given. */
const ToldShape = z.object({
  id: z.uuid(),
  ask: Both,
  said: Both,
  on: z.nullable(z.string()),
  words: z.string(),
  language: z.enum(['en', 'es']),
  toldAt: z.number(),
  arrivedAt: z.nullable(z.number()),
  about: z.array(z.object({ question: z.string(), answer: z.nullable(z.string()), waits: z.boolean() })),
})

const ChangedShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('item'),
    id: z.uuid(),
    at: z.number(),
    isNew: z.boolean(),
    back: z.nullable(z.enum(takenBackWays)),
    of: z.enum(itemKinds),
    text: z.string(),
    standing: z.enum(['to-be-confirmed', 'confirmed', 'refuted', 'cannot-be-known']),
  }),
  z.object({ kind: z.literal('none'), id: z.uuid(), at: z.number(), list: z.enum(listKinds) }),
  z.object({ kind: z.literal('told'), id: z.uuid(), at: z.number() }),
  z.object({
    kind: z.literal('answer'),
    id: z.uuid(),
    at: z.number(),
    question: z.string(),
    answer: z.string(),
    on: z.nullable(z.string()),
    before: z.nullable(z.string()),
    by: z.string(),
  }),
])

/** The findings with the words and sources of their rules, so that a screen needs no copy of the table. */
export const FindingShape = z.object({
  rule: z.string(),
  severity: SeverityShape,
  state: z.enum(['present', 'unknown', 'expired', 'settled']),
  because: z.array(BecauseShape),
  questions: z.array(z.string()),
  measures: z.array(z.string()),
  evidence: z.array(z.string()),
  /** Records that wait for a clinician to confirm them. */
  confirm: z.array(z.string()),
  override: z.nullable(OverrideShape),
  title: Both,
  clears: Both,
  who: z.string(),
  sources: z.array(z.string()),
  tags: z.array(z.string()),
  /** Of the rule, as it is in use. */
  version: z.number(),
  /** It counts graver here than it came, by the practice’s own decision. */
  raised: z.boolean(),
  own: z.nullable(OwnShape),
})

/** The prescriber's page: what stands for and against, and how it was decided. */
export const readClearance = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/clearance',
  action: 'clearance.read',
  subject: person,
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    verdict: z.enum(['clear', 'caution', 'override', 'hold', 'block']),
    standing: z.enum(['none', ...decisions, 'expired', 'recalled', 'broken']),
    findings: z.array(FindingShape),
    questions: z.array(QuestionShape),
    measures: z.array(MeasureShape),
    /** What was last answered to each question, by whom. */
    answers: z.array(
      z.object({
        question: z.string(),
        answer: z.string(),
        on: z.nullable(z.string()),
        note: z.string(),
        saidBy: z.string(),
        saidAt: z.number(),
      }),
    ),
    /** What the client told by themself, newest to each question, and which questions of the rules it waits to be confirmed for. */
    told: z.array(ToldShape),
    /** What is new or different since the newest decision; null where nothing was decided yet. */
    changed: z.nullable(z.object({ since: z.number(), what: z.array(ChangedShape) })),
    clearances: z.array(
      z.object({
        id: z.uuid(),
        decision: z.enum(decisions),
        reason: z.string(),
        conditions: z.nullable(z.string()),
        validUntil: z.nullable(z.number()),
        decidedAt: z.number(),
        decidedBy: z.string(),
        recalledFor: z.array(z.string()),
        broken: z.boolean(),
        rulesVersion: z.string(),
        /** The rules that the practice had raised by then, among what was found. */
        raised: z.array(
          z.object({ rule: z.string(), title: Both, since: z.number(), by: z.array(z.string()) }),
        ),
      }),
    ),
    /** Written decisions whose signature does not match what it was given over: they cover nothing. */
    brokenOverrides: z.array(z.object({ id: z.uuid(), rule: z.string(), by: z.string(), at: z.number() })),
    call: z.nullable(z.object({ memberName: z.string(), dueBy: z.number(), promisedAt: z.number() })),
    /** The client sees that someone will talk with them first. */
    held: z.boolean(),
    team: z.array(z.object({ memberId: z.uuid(), name: z.string(), roles: z.array(z.string()) })),
    /** The edition in use, and how many of its rules that are asked here the practice has not ratified. */
    rules: z.object({ version: z.string(), unratified: z.number() }),
    careNow: z.number(),
    can: z.object({ state: z.boolean(), decide: z.boolean(), promise: z.boolean() }),
  }),
})

const note = lines(2_000, 0)
const words = lines(4_000)
const moment = z.iso.datetime({ offset: true })

export const stateFindings = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/findings',
  action: 'history.confirm',
  subject: person,
  input: z.strictObject({
    personId: z.uuid(),
    answers: z
      .array(
        z.strictObject({
          id: z.uuid(),
          question: z.string().check(z.maxLength(60)),
          answer: z.string().check(z.maxLength(60)),
          on: z.nullable(z.string().check(z.maxLength(10))),
          note,
          /** What the client had told, as far as it was in view. */
          telling: z._default(z.nullable(z.uuid()), null),
        }),
      )
      .check(z.minLength(1), z.maxLength(60)),
  }),
  reply: z.object({ stated: z.number() }),
})

const signature = {
  personId: z.uuid(),
  id: z.uuid(),
  language: z.enum(['en', 'es']),
  confirmationId: z.uuid(),
}

export const decide = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/clearances',
  action: 'clearance.decide',
  subject: person,
  input: z.strictObject({
    ...signature,
    decision: z.enum(decisions),
    reason: words,
    conditions: z.nullable(words),
    validUntil: z.nullable(moment),
    acknowledged: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(100)),
    /** Who calls the client about it; null with what clears them, and where a call is promised already. */
    call: z.nullable(z.strictObject({ id: z.uuid(), memberId: z.uuid(), dueBy: moment })),
  }),
  reply: z.object({ id: z.uuid() }),
})

export const override = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/overrides',
  action: 'clearance.decide',
  subject: person,
  input: z.strictObject({
    ...signature,
    rule: z.string().check(z.maxLength(20)),
    reason: words,
    riskAndBenefit: words,
    mitigation: words,
    expiresAt: moment,
  }),
  reply: z.object({ id: z.uuid() }),
})

export const promiseCall = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/calls',
  action: 'call.promise',
  subject: person,
  input: z.strictObject({ personId: z.uuid(), id: z.uuid(), memberId: z.uuid(), dueBy: moment }),
  reply: z.object({ id: z.uuid() }),
})
