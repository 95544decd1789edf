import type { History, KnownItem, Statement } from '../intake/history.ts'
import { latest, type When } from '../intake/when.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Answer, Change, EvidenceFact, Facts, Reading } from '../rule/facts.ts'
import { factsOfItems } from '../rule/referred.ts'
import { protocolIds, type ProtocolId } from '../rule/rule.ts'
import type { Table } from '../rule/table.ts'
import { isTurned, type ToldByQuestion } from '../telling/telling.ts'
import { dayIn } from '../kernel/zone.ts'
import { changesIn, isReopened, type Changed } from './reopened.ts'
import { pressuresIn } from './pressure.ts'

/** Everything the rules of screening look at, as it stands in the record. */
export interface Known {
  readonly history: History
  readonly birthDate: string | null
  readonly careNow: Instant
  /** The practice’s, in which a day is a day. */
  readonly timeZone: string
  readonly table: Table
  /** The protocol of the course that runs; null before one is chosen, and then whatever any of them asks is asked. */
  readonly protocol: ProtocolId | null
  /** When doses that stand were given. */
  readonly doses?: readonly Instant[]
  /** Journeys that were brought in and stand, as exact as their dates are known. */
  readonly brought?: readonly When[]
  /** Blood pressures taken in sessions of this practice, before any dose of theirs; newest first. */
  readonly measured?: readonly MeasuredPressure[]
  /** The newest answer to each questionnaire that counts here. */
  readonly answered?: readonly AnsweredScore[]
  /** What a licensed clinician last wrote of suicide risk, and the safety plan. */
  readonly formulation?: Judged | null
  readonly plan?: Planned | null
  /** What the client told by themself, by question of the rules. It answers none of them. */
  readonly told?: ToldByQuestion
  /** What was told to have changed, on the day of a session. */
  readonly changed?: readonly Changed[]
  /** The newest pregnancy test of this practice that said something. */
  readonly tested?: Tested | null
}

export interface Tested {
  readonly id: string
  readonly result: 'negative' | 'positive'
  readonly at: Instant
  readonly by: string
}
export interface MeasuredPressure {
  readonly id: string
  readonly systolicMmHg: number
  readonly diastolicMmHg: number
  readonly takenAt: Instant
  readonly takenBy: string
}
export interface AnsweredScore {
  readonly id: string
  readonly instrument: string
  readonly total: number | null
  readonly answeredAt: Instant
}
export interface Judged {
  readonly id: string
  readonly level: 'low' | 'moderate' | 'high'
  readonly madeAt: Instant
  readonly madeBy: string
}
export interface Planned {
  readonly id: string
  readonly madeAt: Instant
  readonly madeWith: string
}

/** Evidence is told as a date under the id of its row: EV-LFT, on 2026-10-02. */
export const isEvidence = (question: string): boolean => question.startsWith('EV-')

export const protocolNamed = (id: string | undefined): ProtocolId | null =>
  protocolIds.find((one) => one === id) ?? null

/** The questions that a clinician answered, and the client told otherwise since. */
export const turnedQuestions = ({ history, told = new Map() }: Pick<Known, 'history' | 'told'>): string[] =>
  [...history.answers].flatMap(([question, said]) => (isTurned(told.get(question), said) ? [question] : []))

/** What the record holds, as facts of the one evaluator. Overrides are weighed apart, by what was in view (eligibility.ts). */
export function factsKnown(known: Known): Facts {
  const { history, table, birthDate, timeZone, doses = [], brought = [], changed = [] } = known
  const items = factsOfItems(
    history.items.map(({ id, item, standing }) => ({ id, item, standing })),
    [...table.measures.values()],
  )
  const measured = fillingIn(known)
  return {
    stage: 'screening',
    timeZone,
    birthDate,
    answers: answersOf(known),
    records: items.records,
    medicines: items.medicines,
    readings: [...items.readings, ...measured.flatMap(readingsOf), ...scoresOf(known)],
    evidence: [
      ...items.evidence,
      ...measured.map(({ id, takenAt }) => ({ id, evidence: 'EV-BP', at: isoOf(takenAt) })),
      ...datesTold(known),
      ...outcomesOf(known),
    ],
    changes: [...changesOf(history.items), ...changesIn(changed)],
    doses: [...doses.map(isoOf), ...brought],
    consents: [],
    people: [],
    overrides: [],
  }
}

/** What was answered to a question of the rules; a formulation and a safety plan answer theirs by being there. */
function answersOf({ history, formulation, plan, changed = [], tested }: Known): Answer[] {
  const told = [...history.answers.values()].filter(
    (said) => said.question !== null && !isEvidence(said.question) && !isReopened(said, changed),
  )
  return [
    ...told.map((said) => answerOf(said)),
    ...(formulation ? [assessedBy(formulation)] : []),
    ...(plan ? [plannedWith(plan)] : []),
    ...(tested ? [testedBy(tested)] : []),
  ]
}

const answerOf = ({ id, question, answer, on, saidAt, saidBy }: Statement): Answer => ({
  id,
  question: question ?? '',
  answer,
  on,
  saidAt: isoOf(saidAt),
  saidBy,
})

const assessedBy = ({ id, level, madeAt, madeBy }: Judged): Answer => ({
  id,
  question: 'suicide-assessment',
  answer: level === 'high' ? 'high' : 'not-high',
  on: null,
  saidAt: isoOf(madeAt),
  saidBy: madeBy,
})

const plannedWith = ({ id, madeAt, madeWith }: Planned): Answer => ({
  id,
  question: 'safety-plan',
  answer: 'valid',
  on: null,
  saidAt: isoOf(madeAt),
  saidBy: madeWith,
})

const testedBy = ({ id, result, at, by }: Tested): Answer => ({
  id,
  question: 'pregnancy',
  answer: result === 'negative' ? 'negative-test' : 'pregnant',
  on: null,
  saidAt: isoOf(at),
  saidBy: by,
})

/** What was done today was done when it was said, so that what changed earlier today is older than it. */
function datesTold({ history, timeZone }: Known): EvidenceFact[] {
  return [...history.answers.values()].flatMap(({ id, question, answer, on, saidAt }) =>
    question !== null && isEvidence(question) && answer === 'on' && on !== null
      ? [{ id, evidence: question, at: on === dayIn(saidAt, timeZone) ? isoOf(saidAt) : on }]
      : [],
  )
}

/**
 * What was measured in a session, before its dose, fills in where the history has too few: nobody is asked twice for what stands
 * there, and a reading taken on an anxious morning does not outweigh those taken at rest.
 */
function fillingIn({ history, careNow, table, measured = [] }: Known): readonly MeasuredPressure[] {
  const clause = table.byId.get('EL-C06b')?.clauses.find(({ kind }) => kind === 'number')
  if (clause?.kind !== 'number' || !clause.within || !clause.mean) return measured
  const since = careNow - clause.within.value * 86_400_000
  const recent = pressuresIn(history.items).filter(({ at }) => latest(at) > since)
  return recent.length < clause.mean.value ? measured : []
}

const readingsOf = ({ id, systolicMmHg, diastolicMmHg, takenAt }: MeasuredPressure): Reading[] =>
  [
    { measure: 'systolic', value: systolicMmHg },
    { measure: 'diastolic', value: diastolicMmHg },
  ].map((part, place) => ({ id: `${id}#${place}`, ...part, unit: 'mm[Hg]', at: isoOf(takenAt) }))

/** Questionnaires whose score a rule reads. One without a total tells nothing. */
const scoresOf = ({ answered = [], table }: Known): Reading[] =>
  answered.flatMap(({ id, instrument, total, answeredAt }) => {
    const measure = table.measures.get(instrument)
    return measure && total !== null
      ? [{ id, measure: measure.id, value: total, unit: measure.unit, at: isoOf(answeredAt) }]
      : []
  })

/** EV-PRO: each practice measures by diagnosis, so any of the three counts. */
export const outcomeInstruments: readonly string[] = ['phq-9', 'gad-7', 'pcl-5']

const outcomesOf = ({ answered = [] }: Known): EvidenceFact[] =>
  answered
    .filter(({ instrument }) => outcomeInstruments.includes(instrument))
    .map(({ id, answeredAt }) => ({ id, evidence: 'EV-PRO', at: isoOf(answeredAt) }))

/** An emergency visit, an operation or a diagnosis since makes an older examination worth nothing. */
function changesOf(items: readonly KnownItem[]): Change[] {
  return items.flatMap(({ id, item, standing }): Change[] => {
    if (standing === 'refuted') return []
    if (item.kind === 'visit' && item.setting === 'emergency' && item.at !== null)
      return [{ id, change: 'emergency-visit', at: item.at }]
    if (item.kind === 'problem' && item.onset !== null && item.onset.length >= 10)
      return [{ id, change: 'new-diagnosis', at: item.onset }]
    return []
  })
}
