import * as z from 'zod/mini'
import { protocolIds, scopes, severities, stages } from './rule.ts'

const Word = z.string().check(z.minLength(1))
const Words = z.array(Word)
const Both = z.strictObject({ en: Word, es: Word })
const Level = z.enum(severities)
const Weigh = z.enum([...severities, 'settled'])
const Tag = z.enum(['source', 'GK', 'PD'])
const FigureShape = z.strictObject({ value: z.number(), unit: Word, source: Word, tag: Tag })
const Answers = z.record(z.string(), Weigh)
const AnsweredShape = z.strictObject({ question: Word, answers: Words })
const Protocols = z.array(z.enum(protocolIds))
const SoftenedShape = z.strictObject({
  question: Word,
  answers: Words,
  severity: Level,
  protocols: z.optional(Protocols),
})
const ConditionShape = z.strictObject({
  ageFrom: z.optional(FigureShape),
  lists: z.optional(Words),
  classes: z.optional(Words),
  answered: z.optional(AnsweredShape),
  answeredNot: z.optional(AnsweredShape),
  protocols: z.optional(Protocols),
  courseBegun: z.optional(z.boolean()),
  doseGapOver: z.optional(FigureShape),
  dosesPerWeek: z.optional(FigureShape),
  courseLongerThan: z.optional(FigureShape),
})
const Narrow = {
  protocols: z.optional(Protocols),
  stages: z.optional(z.array(z.enum(stages))),
  needs: z.optional(z.nullable(z.array(ConditionShape))),
}
const AgeShape = { from: z.optional(z.nullable(FigureShape)), under: z.optional(z.nullable(FigureShape)) }

const AskShape = z.strictObject({
  kind: z.literal('ask'),
  ...Narrow,
  question: Word,
  answers: Answers,
  softened: z.optional(SoftenedShape),
})
const RecordShape = z.strictObject({
  kind: z.literal('record'),
  ...Narrow,
  list: Word,
  severity: Level,
  asks: z.optional(Word),
  answers: z.optional(Answers),
  softened: z.optional(SoftenedShape),
  currentDays: z.optional(FigureShape),
})
const SinceShape = z.strictObject({
  kind: z.literal('since'),
  ...Narrow,
  question: Word,
  from: z.nullable(FigureShape),
  until: z.nullable(FigureShape),
  severity: Level,
  evidence: Words,
})
const BandShape = z.strictObject({
  test: z.enum(['above', 'atLeast', 'below', 'atMost']),
  limits: z.array(FigureShape).check(z.minLength(1)),
  severity: Level,
})
const NumberShape = z.strictObject({
  kind: z.literal('number'),
  ...Narrow,
  measures: Words,
  bands: z.array(BandShape).check(z.minLength(1)),
  missing: z.nullable(Level),
  within: z.optional(z.nullable(FigureShape)),
  today: z.optional(z.boolean()),
  mean: z.optional(FigureShape),
  age: z.optional(z.strictObject(AgeShape)),
  unless: z.optional(AnsweredShape),
})
const MedicineShape = z.strictObject({
  kind: z.literal('medicine'),
  ...Narrow,
  classes: Words,
  severity: Level,
  takenToday: z.optional(z.boolean()),
  lastWithin: z.optional(FigureShape),
  many: z.optional(FigureShape),
  together: z.optional(
    z.strictObject({
      classes: z.optional(Words),
      answered: z.optional(AnsweredShape),
      rules: z.optional(Words),
    }),
  ),
  unasked: z.optional(z.boolean()),
})
const EvidenceShape = z.strictObject({
  kind: z.literal('evidence'),
  ...Narrow,
  evidence: Word,
  severity: Level,
  windows: z
    .array(z.strictObject({ when: z.nullable(ConditionShape), within: FigureShape }))
    .check(z.minLength(1)),
  early: Words,
  told: z.optional(AnsweredShape),
})
const ConsentShape = z.strictObject({
  kind: z.literal('consent'),
  ...Narrow,
  element: Word,
  severity: Level,
  choice: z.boolean(),
  within: FigureShape,
  before: FigureShape,
  gap: FigureShape,
  early: Words,
  asks: z.optional(Word),
})
const SuicideShape = z.strictObject({
  kind: z.literal('suicide'),
  ...Narrow,
  screen: Word,
  assessment: z.nullable(Word),
  plan: Word,
  level: z.enum(['moderate', 'high']),
  severity: Level,
  evidence: Words,
  softened: z.optional(SoftenedShape),
})
const PeopleShape = z.strictObject({
  kind: z.literal('people'),
  ...Narrow,
  severity: Level,
  required: z.array(z.strictObject({ roles: Words, states: Words })).check(z.minLength(1)),
})
const ClauseShape = z.discriminatedUnion('kind', [
  AskShape,
  RecordShape,
  SinceShape,
  NumberShape,
  z.strictObject({ kind: z.literal('age'), ...Narrow, ...AgeShape, severity: Level }),
  MedicineShape,
  EvidenceShape,
  ConsentShape,
  SuicideShape,
  z.strictObject({ kind: z.literal('gap'), ...Narrow, question: Word, least: FigureShape, severity: Level }),
  PeopleShape,
  z.strictObject({
    kind: z.literal('dated'),
    ...Narrow,
    question: Word,
    from: z.iso.date(),
    answers: Answers,
  }),
  z.strictObject({ kind: z.literal('unmatched'), ...Narrow, severity: Level }),
  z.strictObject({ kind: z.literal('unlisted'), ...Narrow, severity: Level }),
  z.strictObject({ kind: z.literal('part-of'), ...Narrow, rules: Words }),
])

const RuleShape = z.strictObject({
  id: Word,
  version: z.int().check(z.positive()),
  effectiveFrom: z.iso.date(),
  severity: Level,
  scope: z.array(z.enum(scopes)).check(z.minLength(1)),
  protocols: z.union([z.literal('all'), Protocols]),
  title: Both,
  clears: Both,
  who: Word,
  basis: Both,
  sources: Words,
  tags: z.array(Tag).check(z.minLength(1)),
  certainty: z.enum(['A', 'B', 'C', 'general-knowledge', 'proposed-default']),
  ratifiedBy: z.nullable(Word),
  figures: z.optional(z.record(z.string(), FigureShape)),
  clauses: z.array(ClauseShape).check(z.minLength(1)),
})

const Head = { version: Word, reference: Word, ratifiedBy: z.nullable(Word), note: Word }
const Valid = z.strictObject({ value: z.number(), unit: Word, source: Word, tag: Tag, rule: Word })
const Coding = z.strictObject({ system: z.url(), code: Word, display: z.string() })

export const RulesFile = z.strictObject({ ...Head, rules: z.array(RuleShape) })
export const QuestionsFile = z.strictObject({
  ...Head,
  questions: z.array(
    z.strictObject({
      id: Word,
      kind: z.enum(['choice', 'date']),
      ask: Both,
      valid: z.nullable(Valid),
      options: z.optional(
        z.array(z.strictObject({ value: Word, label: Both, valid: z.optional(Valid) })).check(z.minLength(1)),
      ),
      never: z.optional(Both),
    }),
  ),
})
export const DrugsFile = z.strictObject({
  ...Head,
  drugs: z.array(
    z.strictObject({
      ingredient: Word,
      classes: Words,
      rxnorm: Words,
      names: Words,
      spanish: Words,
      misspellings: Words,
    }),
  ),
})
export const MeasuresFile = z.strictObject({
  ...Head,
  measures: z.array(z.strictObject({ id: Word, unit: Word, loinc: z.nullable(Word), title: Both })),
})
export const ConditionsFile = z.strictObject({
  ...Head,
  lists: z.record(
    z.string(),
    z.strictObject({
      codes: z.array(Coding),
      starts: z.array(Coding),
      names: z.optional(Words),
    }),
  ),
})
