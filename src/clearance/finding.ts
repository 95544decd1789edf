import type { KnownItem, Standing, Statement } from '../intake/history.ts'
import type { HistoryItem, ItemKind } from '../intake/referral.ts'
import { fromClient } from '../intake/told-here.ts'
import { carries, loinc, ownMeasures } from '../intake/terms.ts'
import type { When } from '../intake/when.ts'
import { isoOf } from '../kernel/instant.ts'
import type { Because as Told, State } from '../rule/finding.ts'
import type { OwnRule } from '../rule/own.ts'
import { recordOf } from '../rule/referred.ts'
import type { Measure, Severity } from '../rule/rule.ts'
import type { Changed } from './reopened.ts'
import type { AnsweredScore, Judged, Known, MeasuredPressure, Planned, Tested } from './known.ts'
import { pressureOf, pressureText } from './pressure.ts'

export type { State } from '../rule/finding.ts'

/** One fact a finding rests on: a record of the history, what a clinician stated, or what was answered here. */
export interface Because {
  readonly kind: ItemKind | 'statement' | 'telling' | 'birth-date' | 'score' | 'dose' | 'change'
  readonly id: string
  readonly text: string
  /** The measure of a reading, when `text` is its value alone. */
  readonly measure: string | null
  readonly when: When | null
  readonly standing: Standing
  readonly saidBy: string
  /** The client told it by their own hand. */
  readonly ofClient?: boolean
  /** For a statement: the question it answers. */
  readonly question: string | null
}

/** What would settle it: questions to ask, measures to take, evidence to renew, records to confirm. */
export interface Asks {
  readonly questions: readonly string[]
  readonly measures: readonly string[]
  readonly evidence: readonly string[]
  readonly confirm: readonly string[]
}

export interface Finding extends Asks {
  readonly rule: string
  readonly severity: Severity
  /** What this practice itself decided of the rule, by which it is judged here. */
  readonly own?: OwnRule | null
  readonly state: State
  readonly because: readonly Because[]
}

/** The facts of a finding in the terms of the record, each once however many parts of it counted. */
export function becauseIn(known: Known): (told: readonly Told[]) => Because[] {
  const items = new Map(known.history.items.map((item) => [item.id, item]))
  const said = new Map([...known.history.answers.values()].map((one) => [one.id, one]))
  const others = new Map<string, Because>([
    ...(known.measured ?? []).map((one) => [one.id, becauseMeasured(one)] as const),
    ...(known.answered ?? []).map((one) => [one.id, becauseScored(one)] as const),
    ...(known.formulation ? [[known.formulation.id, becauseJudged(known.formulation)] as const] : []),
    ...(known.plan ? [[known.plan.id, becausePlanned(known.plan)] as const] : []),
    ...(known.tested ? [[known.tested.id, becauseTested(known.tested)] as const] : []),
    ...(known.changed ?? []).map((one) => [`${one.id}#${one.line}`, becauseChanged(one)] as const),
  ])
  const measures = [...known.table.measures.values()]
  const one = (told: Told): Because => {
    const id = recordOf(told.id)
    const item = items.get(id)
    if (item) return becauseItem(item, measures)
    const statement = said.get(id)
    if (statement) return becauseSaid(statement)
    return others.get(told.id) ?? others.get(id) ?? plainly(told)
  }
  return (told) => [...new Map(told.map(one).map((because) => [because.id, because])).values()]
}

const nothingMore = { measure: null, saidBy: '', question: null } as const

const plainly = ({ kind, id, text, when }: Told): Because => ({
  ...nothingMore,
  kind: kind === 'dose' ? 'dose' : 'birth-date',
  id,
  text,
  when,
  standing: kind === 'dose' ? 'confirmed' : 'to-be-confirmed',
})

const timeOfItem = (item: HistoryItem): When | null => {
  if (item.kind === 'problem') return item.onset
  if (item.kind === 'medicine') return item.from
  return item.kind === 'allergy' ? null : item.at
}

function becauseItem(known: KnownItem, measures: readonly Measure[]): Because {
  const { id, item, standing, statement } = known
  return {
    ...nothingMore,
    kind: item.kind,
    id,
    ...saying(known, measures),
    when: timeOfItem(item),
    standing,
    saidBy: statement?.saidBy ?? '',
    ...(item.source.type === fromClient && { ofClient: true }),
  }
}

/** A visit counts by its reasons and a measurement by its value, so that is what is shown. */
function saying(known: KnownItem, measures: readonly Measure[]): Pick<Because, 'text' | 'measure'> {
  const { item } = known
  const pressure = pressureOf(known)
  if (pressure) return { text: pressureText(pressure), measure: null }
  if (item.kind === 'measurement' && item.value?.is === 'quantity')
    return measured(item, item.value, measures)
  const reasons = item.kind === 'visit' ? item.reasons.map(({ text }) => text).join(', ') : ''
  return { text: reasons === '' ? item.coded.text : `${item.coded.text}: ${reasons}`, measure: null }
}

function measured(
  { coded }: HistoryItem,
  { amount, unit }: { readonly amount: number; readonly unit: string },
  measures: readonly Measure[],
): Pick<Because, 'text' | 'measure'> {
  const value = `${Number(amount.toFixed(2))} ${unit.replaceAll(/\{[^}]*\}/g, '')}`.trim()
  const measure = measures.find(
    ({ id, loinc: code }) =>
      (code !== null && carries(coded, loinc, code)) || carries(coded, ownMeasures, id),
  )
  return measure ? { text: value, measure: measure.id } : { text: `${coded.text} ${value}`, measure: null }
}

const becauseSaid = (statement: Statement): Because => ({
  ...nothingMore,
  kind: 'statement',
  id: statement.id,
  text: statement.answer,
  when: statement.on,
  standing: 'confirmed',
  saidBy: statement.saidBy,
  question: statement.question,
})

const becauseMeasured = ({ id, takenAt, takenBy, ...reading }: MeasuredPressure): Because => ({
  ...nothingMore,
  kind: 'measurement',
  id,
  text: pressureText(reading),
  when: isoOf(takenAt),
  standing: 'confirmed',
  saidBy: takenBy,
})

const becauseScored = ({ id, instrument, total, answeredAt }: AnsweredScore): Because => ({
  ...nothingMore,
  kind: 'score',
  id,
  text: total === null ? '–' : String(total),
  measure: instrument,
  when: isoOf(answeredAt),
  standing: 'confirmed',
})

const answeredBy = (id: string, said: Pick<Because, 'text' | 'question' | 'saidBy' | 'when'>): Because => ({
  kind: 'statement',
  id,
  measure: null,
  standing: 'confirmed',
  ...said,
})

const becauseJudged = ({ id, level, madeAt, madeBy }: Judged): Because =>
  answeredBy(id, {
    text: level === 'high' ? 'high' : 'not-high',
    question: 'suicide-assessment',
    saidBy: madeBy,
    when: isoOf(madeAt),
  })

const becausePlanned = ({ id, madeAt, madeWith }: Planned): Because =>
  answeredBy(id, { text: 'valid', question: 'safety-plan', saidBy: madeWith, when: isoOf(madeAt) })

const becauseTested = ({ id, result, at, by }: Tested): Because =>
  answeredBy(id, {
    text: result === 'negative' ? 'negative-test' : 'pregnant',
    question: 'pregnancy',
    saidBy: by,
    when: isoOf(at),
  })

const becauseChanged = ({ id, line, at }: Changed): Because => ({
  ...nothingMore,
  kind: 'change',
  id: `${id}#${line}`,
  text: line,
  when: isoOf(at),
  standing: 'confirmed',
})
