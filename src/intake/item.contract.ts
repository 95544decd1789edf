import * as z from 'zod/mini'
import { partlyReasons, unreadReasons } from './referral.ts'

const text = z.string()
const when = z.nullable(text)
export const CodedShape = z.object({
  codings: z.array(z.object({ system: text, code: text, display: text })),
  text,
})
const Source = z.object({ type: text, id: z.nullable(text), entry: z.number() })
const kept = { source: Source, coded: CodedShape, notes: z.array(text) }
const Verification = z.enum(['confirmed', 'provisional', 'differential', 'unconfirmed', 'refuted', 'unknown'])

const ValueShape = z.discriminatedUnion('is', [
  z.object({ is: z.literal('quantity'), amount: z.number(), comparator: text, unit: text }),
  z.object({ is: z.literal('coded'), coded: CodedShape }),
  z.object({ is: z.literal('text'), text }),
  z.object({ is: z.literal('yes-no'), yes: z.boolean() }),
])

const ProblemShape = z.object({
  kind: z.literal('problem'),
  ...kept,
  clinical: z.enum(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved', 'unknown']),
  verification: Verification,
  onset: when,
  ended: when,
})
const MedicineShape = z.object({
  kind: z.literal('medicine'),
  ...kept,
  status: text,
  intent: text,
  from: when,
  dosages: z.array(
    z.object({
      text,
      amount: text,
      times: z.nullable(z.number()),
      every: z.nullable(z.number()),
      everyUnit: text,
      asNeeded: z.boolean(),
    }),
  ),
  reasons: z.array(CodedShape),
})
const AllergyShape = z.object({
  kind: z.literal('allergy'),
  ...kept,
  clinical: z.enum(['active', 'inactive', 'resolved', 'unknown']),
  verification: Verification,
  criticality: z.enum(['low', 'high', 'unable-to-assess', 'unknown']),
  reactions: z.array(CodedShape),
})
const MeasurementShape = z.object({
  kind: z.literal('measurement'),
  ...kept,
  category: text,
  status: text,
  at: when,
  value: z.nullable(ValueShape),
  parts: z.array(z.object({ coded: CodedShape, value: ValueShape })),
})
const ProcedureShape = z.object({ kind: z.literal('procedure'), ...kept, status: text, at: when })
const VisitShape = z.object({
  kind: z.literal('visit'),
  ...kept,
  setting: z.enum(['emergency', 'inpatient', 'other']),
  at: when,
  reasons: z.array(CodedShape),
})

/** One item of a history, as it came. */
export const ItemShape = z.discriminatedUnion('kind', [
  ProblemShape,
  MedicineShape,
  AllergyShape,
  MeasurementShape,
  ProcedureShape,
  VisitShape,
])

export const UnreadShape = z.object({
  what: text,
  id: z.nullable(text),
  entry: z.number(),
  why: z.enum(unreadReasons),
})
export const PartlyShape = z.object({
  what: text,
  entry: z.number(),
  where: text,
  why: z.enum(partlyReasons),
})
const count = z.number()
export const CountsShape = z.object({
  problem: count,
  medicine: count,
  allergy: count,
  measurement: count,
  procedure: count,
  visit: count,
})
