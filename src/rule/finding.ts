import type { When } from '../intake/when.ts'
import type { Answer, RecordFact } from './facts.ts'
import type { Taking } from './look.ts'
import type { Severity, Weight } from './rule.ts'

/** `unknown` weighs as much as `present` until someone knows; `expired` was known once; `settled` holds now. */
export type State = 'present' | 'unknown' | 'expired' | 'settled'

/** One fact that a finding rests on. */
export interface Because {
  readonly kind:
    | 'answer'
    | 'record'
    | 'medicine'
    | 'reading'
    | 'evidence'
    | 'change'
    | 'consent'
    | 'person'
    | 'birth-date'
    | 'dose'
    | 'law'
  readonly id: string
  readonly text: string
  readonly when: When | null
  readonly standing: string
}

/** The one cheap thing that would settle it. */
export interface Step {
  readonly do: 'ask' | 'measure' | 'renew' | 'confirm' | 'sign' | 'fetch' | 'wait' | 'decide'
  /** A question, a measure, an evidence row, a medicine, a consent element or a role. */
  readonly what: string
}

export interface Decided {
  readonly severity: Severity
  readonly state: State
  readonly because: readonly Because[]
  /** What is not known: questions, measures, evidence rows, elements. */
  readonly missing: readonly string[]
  readonly step: Step | null
}

export const settled = (because: readonly Because[] = []): Decided => ({
  severity: 'info',
  state: 'settled',
  because,
  missing: [],
  step: null,
})

export const present = (severity: Severity, because: readonly Because[]): Decided => ({
  severity,
  state: 'present',
  because,
  missing: [],
  step: { do: 'decide', what: '' },
})

const nothingOpen = settled()

interface Open {
  readonly state: 'unknown' | 'expired'
  readonly because?: readonly Because[]
  readonly step: Step
}
export const open = (severity: Severity, { state, because = [], step }: Open): Decided => ({
  severity,
  state,
  because,
  missing: [step.what],
  step,
})

const severityWeight: Readonly<Record<Weight, number>> = {
  settled: 0,
  info: 1,
  caution: 2,
  override: 4,
  block: 6,
}

/** What stops outweighs what is not known, which outweighs what may be overridden. */
const weightOf = ({ severity, state }: Decided): number => {
  if (state === 'settled') return 0
  return severityWeight[severity] * 10 + { present: 3, unknown: 2, expired: 1 }[state]
}

export const gravestFirst = (a: Decided, b: Decided): number => weightOf(b) - weightOf(a)

/** The gravest of what the clauses say; while it is not known, everything that is open is told with it. */
export function together(decided: readonly Decided[]): Decided {
  const worst = decided.reduce((a, b) => (weightOf(b) > weightOf(a) ? b : a), nothingOpen)
  if (worst.state === 'settled') return settled(factsOf(decided))
  const isOpen = worst.state === 'unknown' || worst.state === 'expired'
  const those = decided.filter((one) =>
    isOpen ? one.state !== 'settled' : weightOf(one) === weightOf(worst),
  )
  return {
    ...worst,
    because: factsOf(those),
    missing: [...new Set(those.flatMap(({ missing }) => missing))],
  }
}

const factsOf = (decided: readonly Decided[]): Because[] => [
  ...new Map(decided.flatMap(({ because }) => because.map((fact) => [fact.id, fact] as const))).values(),
]

export const becauseAnswer = ({ id, question, answer, on, saidAt, saidBy }: Answer): Because => ({
  kind: 'answer',
  id,
  text: on === null ? `${question}: ${answer}` : `${question}: ${on}`,
  when: saidAt,
  standing: saidBy === '' ? 'said' : `said by ${saidBy}`,
})

export const becauseRecord = ({ id, text, when, standing }: RecordFact): Because => ({
  kind: 'record',
  id,
  text,
  when,
  standing,
})

export const becauseTaken = ({ medicine, match }: Taking): Because => ({
  kind: 'medicine',
  id: medicine.id,
  text: `${medicine.text} (${match.drug.ingredient}, by ${match.by})`,
  when: medicine.lastTakenAt ?? medicine.when,
  standing: medicine.confirmed ? 'confirmed' : 'to-be-confirmed',
})
