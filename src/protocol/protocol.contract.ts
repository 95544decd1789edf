import * as z from 'zod/mini'
import { lines } from '../platform/http/text.contract.ts'
import { forms, products, routes } from './protocol.ts'

export const ProductShape = z.enum(products)
export const FormShape = z.enum(forms)
export const RouteShape = z.enum(routes)

const text = lines(10_000)
const both = z.strictObject({ en: text, es: text })
const tag = z.enum(['source', 'GK', 'PD'])
const sourced = { rule: text, source: text, tag }
const figure = z.strictObject({ value: z.number().check(z.gte(0)), ...sourced })
const some = z.optional(figure)
const none = z.nullable(figure)
const said = { words: both, ...sourced }
const roles = z.array(z.enum(['therapist', 'monitor', 'prescriber']))
const minutes = z.int().check(z.gte(0))
const windowed = z.tuple([minutes, minutes])
const limit = z.strictObject({
  watch: z.number(),
  call: z.nullable(z.number()),
  urgent: z.nullable(z.number()),
  ...sourced,
})
const figures = <Name extends string>(...names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, figure])) as Record<Name, typeof figure>)

/** What every edition has to say, and nothing that it may not: each figure with its rule and its source. */
export const ProtocolShape = z.strictObject({
  id: text,
  version: text,
  title: both,
  route: RouteShape,
  products: z.array(ProductShape).check(z.minLength(1)),
  forms: z.array(FormShape).check(z.minLength(1)),
  reference: text,
  ratifiedBy: z.nullable(text),
  note: text,
  psychotherapy: z.strictObject({ present: z.boolean(), ...said }),
  steps: z.array(z.strictObject({ id: text, title: both, rule: text })).check(z.minLength(1)),
  administration: z.array(z.strictObject(said)).check(z.minLength(1)),
  onSite: z.array(z.strictObject(said)).check(z.minLength(1)),
  order: z.strictObject({
    lowMg: none,
    lowMgPerKg: none,
    reasonAboveMg: none,
    reasonAboveMgPerKg: none,
    secondAboveMg: none,
    secondAboveMgPerKg: none,
    listedMg: z.optional(z.array(figure)),
    refusedAboveMg: some,
    leastMinutes: some,
    mostMinutes: some,
    hydrochloridePerBase: figure,
  }),
  series: z.strictObject({ doses: windowed, weeks: windowed, ...sourced }),
  gates: figures(
    'gapHours',
    'consentAgeHours',
    'releaseMinutes',
    'readingMinutes',
    'restMinutes',
    'readings',
    'olderFromYears',
    'systolicMmHg',
    'diastolicMmHg',
    'olderSystolicMmHg',
    'olderDiastolicMmHg',
    'noDoseSystolicMmHg',
    'noDoseDiastolicMmHg',
    'lowSystolicMmHg',
  ),
  fasting: figures('solidHours', 'clearHours'),
  closing: figures('marginMinutes'),
  standing: figures('lowSystolicMmHg', 'dropSystolicMmHg', 'dropDiastolicMmHg'),
  people: z.strictObject({
    guide: roles,
    medical: roles,
    reachable: roles,
    onSite: z.optional(roles),
    rule: text,
    tag,
  }),
  equipment: z.strictObject({ items: z.array(text).check(z.minLength(1)), ...sourced }),
  rems: z.optional(
    z.strictObject({ attest: z.array(z.strictObject({ id: text, ...said })).check(z.minLength(1)) }),
  ),
  vitals: z.strictObject({
    atMinutes: z.array(minutes).check(z.minLength(2)),
    ...sourced,
    lateMinutes: figure,
    missedMinutes: figure,
    sparser: z.optional(
      z.strictObject({ atMinutes: z.array(minutes).check(z.minLength(2)), rule: text, tag }),
    ),
  }),
  limits: z.record(text, limit),
  timing: z.strictObject({
    arrivingMinutes: windowed,
    peakMinutes: windowed,
    returningMinutes: windowed,
    ...sourced,
    confidence: z.enum(['fair', 'good', 'low']),
  }),
  discharge: z.strictObject({
    stayMinutes: figure,
    examMinutes: figure,
    pressureWithinPercent: figure,
    belowSystolicMmHg: figure,
    belowDiastolicMmHg: figure,
    spo2Percent: figure,
    closedHours: figure,
    criteria: z.array(text).check(z.minLength(1)),
  }),
  reviews: z.strictObject({
    afterDoses: z.array(minutes),
    thenMonths: z.nullable(minutes),
    afterDays: z.nullable(minutes),
    ...sourced,
  }),
  measures: z.strictObject({ instruments: z.array(text), at: z.array(text), ...sourced }),
})
