import * as z from 'zod/mini'
import { isWhen } from '../intake/when.ts'
import type { AskedQuestion, Measure, Rule } from './rule.ts'
import { stages } from './rule.ts'

const told = (words: string) => z.describe(words)
const Text = z.string().check(z.minLength(1), z.maxLength(2_000))
const When = z
  .string()
  .check(
    z.regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2}))?)?)?$/),
    z.refine(isWhen, 'is no date of the calendar'),
    told('A year, a month, a day, or a moment with its zone; never more exact than it is known.'),
  )
const Id = z.optional(Text)
const Coding = z.strictObject({ system: z.url(), code: Text, display: z.optional(z.string()) })
const Codes = z.optional(z.array(Coding))
const Standing = z.optional(z.enum(['confirmed', 'to-be-confirmed', 'refuted', 'cannot-be-known']))

/** Said of every question, besides its own answers. */
const everAnswers = ['declined', 'cannot-be-known'] as const

function answerShape({ id, kind, options = [], ask }: AskedQuestion) {
  const said = { id: Id, saidAt: When, saidBy: z.optional(z.string()) }
  const question = z.literal(id).check(told(ask.en))
  return kind === 'date'
    ? z.strictObject({
        question,
        answer: z.enum(['on', 'never', ...everAnswers]),
        on: z.optional(When),
        ...said,
      })
    : z.strictObject({
        question,
        answer: z.enum([...options.map(({ value }) => value), ...everAnswers]),
        ...said,
      })
}

const readingShape = ({ id, unit, title }: Measure) =>
  z.strictObject({
    measure: z.literal(id).check(told(title.en)),
    value: z.number(),
    unit: z.literal(unit),
    at: When,
    id: Id,
  })

interface Known {
  readonly questions: readonly AskedQuestion[]
  readonly measures: readonly Measure[]
  readonly rules: readonly Rule[]
}

const clausesOf = ({ rules }: Known) => rules.flatMap(({ clauses }) => clauses)
const once = (words: readonly string[]) => [...new Set(words)].toSorted()

/** A file of facts: every question, reading, medicine, evidence, consent and person that a rule can use. */
export function factsFileShape(known: Known) {
  const evidence = once(clausesOf(known).flatMap((one) => (one.kind === 'evidence' ? [one.evidence] : [])))
  const elements = once(clausesOf(known).flatMap((one) => (one.kind === 'consent' ? [one.element] : [])))
  const changes = once(
    clausesOf(known).flatMap((one) => (one.kind === 'evidence' || one.kind === 'consent' ? one.early : [])),
  )
  const [firstAnswer, ...answers] = known.questions.map(answerShape)
  const [firstReading, ...readings] = known.measures.map(readingShape)
  return z.strictObject({
    $schema: z.optional(z.string()),
    stage: z.optional(
      z
        .enum(stages)
        .check(
          told('What is asked: to begin a course, to give a dose (as without it), in a session, to go home.'),
        ),
    ),
    timeZone: z.optional(
      Text.check(told('What "today" means; as without it, the zone of the moment asked about.')),
    ),
    person: z.strictObject({ birthDate: z.optional(z.nullable(When)) }),
    answers: z.optional(z.array(z.discriminatedUnion('question', [firstAnswer!, ...answers]))),
    conditions: z.optional(z.array(ConditionShape)),
    medicines: z.optional(z.array(MedicineShape)),
    readings: z.optional(z.array(z.discriminatedUnion('measure', [firstReading!, ...readings]))),
    evidence: z.optional(z.array(z.strictObject({ evidence: z.enum(evidence), at: When, id: Id }))),
    changes: z.optional(z.array(z.strictObject({ change: z.enum(changes), at: When, id: Id }))),
    doses: z.optional(z.array(When).check(told('When earlier doses were given.'))),
    consents: z.optional(z.array(consentShape(elements))),
    people: z.optional(z.array(PersonShape)),
    overrides: z.optional(z.array(overrideShape(known.rules.map(({ id }) => id)))),
  })
}

const ConditionShape = z.strictObject({
  id: Id,
  text: Text,
  codes: Codes,
  standing: Standing,
  certain: z.optional(z.boolean()),
  ended: z.optional(z.boolean()),
  onset: z.optional(z.nullable(When)),
})
const MedicineShape = z.strictObject({
  id: Id,
  name: Text,
  codes: Codes,
  taking: z.optional(z.enum(['yes', 'no', 'unknown'])),
  lastTakenAt: z.optional(z.nullable(When)),
  since: z.optional(z.nullable(When)),
  confirmed: z.optional(
    z.boolean().check(told('A clinician knows what this is, where no list of ours does.')),
  ),
})
const consentShape = (elements: readonly string[]) =>
  z.strictObject({
    element: z.enum(elements),
    choice: z.enum(['agreed', 'declined', 'withdrawn']),
    at: When,
    altered: z.optional(z.boolean().check(told('Signed between a dose and the end of its window.'))),
    id: Id,
  })
const PersonShape = z.strictObject({
  role: z.enum(['therapist', 'prescriber', 'monitor']),
  state: z.enum(['here', 'reachable', 'away']),
  at: When,
  id: Id,
})
const overrideShape = (rules: readonly string[]) =>
  z.strictObject({
    rule: z.enum(rules),
    reason: Text,
    riskAndBenefit: Text,
    mitigation: Text,
    writtenAt: When,
    expiresAt: When,
    signedBy: Text,
    id: Id,
  })

export type FactsFile = z.infer<ReturnType<typeof factsFileShape>>

export const factsSchemaOf = (shape: ReturnType<typeof factsFileShape>): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'facts.schema.json',
  title: 'Facts about one person, for throughline gates --facts FILE',
  ...z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'input' }),
})
