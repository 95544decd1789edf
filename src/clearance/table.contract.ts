import * as z from 'zod/mini'

const Both = z.object({ en: z.string().check(z.minLength(1)), es: z.string().check(z.minLength(1)) })
const SeverityShape = z.enum(['block', 'override', 'caution', 'info'])
const Codes = z.array(z.object({ system: z.url(), code: z.string(), display: z.string() }))
const Valid = z.object({ days: z.int().check(z.positive()), rule: z.string() })
const Texts = z.array(z.string())
const Band = { rule: z.string(), severity: SeverityShape }
const Limits = z.array(z.number()).check(z.length(2))
const MayAnswer = { question: z.string(), yes: Texts, no: Texts }

const Decide = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('asked'),
    ...MayAnswer,
    present: Texts,
    unclear: z.array(z.object({ list: z.string(), ...MayAnswer })),
    currentDays: z.nullable(z.number()),
  }),
  z.object({
    kind: z.literal('since'),
    question: z.string(),
    evidence: Texts,
    bands: z.array(z.object({ ...Band, days: z.number() })).check(z.minLength(1)),
    beyond: z.nullable(z.object(Band)),
  }),
  z.object({
    kind: z.literal('pressure'),
    readings: z.int(),
    days: z.int(),
    daysRule: z.string(),
    above: z.object({ under65: Limits, from65: Limits }),
    reaching: z.object({ rule: z.string(), limits: Limits }),
  }),
  z.object({ kind: z.literal('age'), under: z.int() }),
  z.object({
    kind: z.literal('medicine'),
    list: z.string(),
    ask: z.optional(z.object({ question: z.string(), answers: z.record(z.string(), SeverityShape) })),
    together: z.optional(z.object({ list: z.string(), severity: SeverityShape })),
  }),
  z.object({ kind: z.literal('part-of'), rule: z.string() }),
])

export const QuestionShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    id: z.string(),
    ask: Both,
    options: z.array(z.object({ value: z.string(), label: Both, valid: z.optional(Valid) })),
    valid: z.nullable(Valid),
  }),
  z.object({ kind: z.literal('date'), id: z.string(), ask: Both, never: Both, valid: z.nullable(Valid) }),
])

/** The shape of content/rules/eligibility.json. */
export const RuleTableShape = z.object({
  version: z.string(),
  reference: z.string(),
  ratifiedBy: z.nullable(z.string()),
  note: z.string(),
  rules: z.array(
    z.object({
      id: z.string(),
      severity: SeverityShape,
      scope: Texts,
      title: Both,
      clears: Both,
      who: z.string(),
      sources: Texts,
      tags: z.array(z.enum(['source', 'GK', 'PD'])).check(z.minLength(1)),
      decide: Decide,
    }),
  ),
  questions: z.array(QuestionShape),
  lists: z.record(z.string(), z.object({ codes: Codes, starts: Codes, names: z.optional(Texts) })),
})
