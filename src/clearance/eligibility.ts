import type { Instant } from '../kernel/instant.ts'
import { evaluateEach, type Finding as Evaluated } from '../rule/evaluate.ts'
import { gravestFirst as graver } from '../rule/finding.ts'
import type { Facts } from '../rule/facts.ts'
import { severityHere } from '../rule/own.ts'
import { protocolIds, severities } from '../rule/rule.ts'
import type { Table } from '../rule/table.ts'
import { becauseIn, type Asks, type Finding } from './finding.ts'
import { factsKnown, isEvidence, type Known } from './known.ts'
import { hearing } from './told.ts'

/**
 * What stands for and against, rule by rule, as the one evaluator of the rules finds it. A rule about a medicine that is not
 * taken is left out; every other one is named, because a question nobody asked is not a "no".
 */
export function findingsOf(known: Known): Finding[] {
  const { table } = known
  const because = becauseIn(known)
  const { found, beside } = hearing(known, factsKnown(known), (facts) => evaluated(known, facts))
  return found
    .filter(hasSomethingToSay)
    .map(({ rule, own, severity, state, because: known, missing }): Finding => {
      const asks = asksOf(table, state === 'settled' ? [] : missing)
      return {
        rule: rule.id,
        severity: state === 'settled' ? severityHere(rule, own ?? undefined) : severity,
        own,
        state,
        because: [...because(known), ...beside(rule.id, asks.questions)],
        ...asks,
      }
    })
    .toSorted(gravestFirst)
}

/** Until a protocol is chosen, whatever any of them would ask is asked, and the gravest of what they say counts. */
function evaluated(known: Known, facts: Facts): Evaluated[] {
  const each = (known.protocol === null ? protocolIds : [known.protocol]).map((protocol) =>
    evaluateEach(known.table, facts, { at: known.careNow, protocol }),
  )
  const gravest = new Map<string, Evaluated>()
  for (const found of each.flat()) {
    const other = gravest.get(found.rule.id)
    if (!other || graver(other, found) > 0) gravest.set(found.rule.id, found)
  }
  return known.table.rules.flatMap(({ id }) => gravest.get(id) ?? [])
}

/** Settled and resting on nothing, a rule is about somebody else. */
const hasSomethingToSay = ({ state, because }: Evaluated): boolean =>
  state !== 'settled' || because.length > 0

function asksOf(table: Table, missing: readonly string[]): Asks {
  const instead = askedInstead(table)
  const named = missing.flatMap((what) => what.split(' and ')).flatMap((what) => instead.get(what) ?? [what])
  return {
    questions: named.filter((what) => table.questions.has(what)),
    measures: named.filter((what) => table.measures.has(what)),
    evidence: named.filter(isEvidence),
    confirm: named.filter(
      (what) => what !== '' && !table.questions.has(what) && !table.measures.has(what) && !isEvidence(what),
    ),
  }
}

/** By the rules and not the table, which a practice’s own decisions make another one each time. */
const known = new WeakMap<Table['rules'], ReadonlyMap<string, readonly string[]>>()

/**
 * Evidence that an answer or a reading is by itself is asked for by that; and where a rule takes a screen of today or a clinician’s
 * own assessment, the assessment is what a decision rests on.
 */
function askedInstead(table: Table): ReadonlyMap<string, readonly string[]> {
  const before = known.get(table.rules)
  if (before) return before
  const instead = new Map<string, readonly string[]>(measuredAsEvidence)
  for (const clause of table.rules.flatMap(({ clauses }) => clauses)) {
    if (clause.kind === 'evidence' && clause.told && !instead.has(clause.evidence))
      instead.set(clause.evidence, [clause.told.question])
    if (clause.kind === 'suicide' && clause.assessment !== null)
      instead.set(clause.screen, [clause.assessment])
  }
  known.set(table.rules, instead)
  return instead
}

const measuredAsEvidence: readonly (readonly [string, readonly string[]])[] = [
  ['EV-BP', ['systolic', 'diastolic']],
  ['EV-WT', ['weight', 'bmi']],
  ['EV-SB', ['stop-bang']],
]

const states = ['present', 'unknown', 'expired', 'settled']

/** What stops comes first, then what is not known, then what rests; records before questions not yet asked. */
const gravestFirst = (a: Finding, b: Finding): number =>
  Number(a.state === 'settled') - Number(b.state === 'settled') ||
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  states.indexOf(a.state) - states.indexOf(b.state) ||
  Number(a.because.length === 0) - Number(b.because.length === 0)

/** What the prescriber wrote to go ahead in spite of one finding, and what they had seen when they wrote it. */
export interface Override {
  readonly id: string
  /** What stands here is not what was signed, or not by whom, for whom and when it says: it covers nothing. */
  readonly broken: boolean
  readonly rule: string
  readonly reason: string
  readonly riskAndBenefit: string
  readonly mitigation: string
  readonly expiresAt: Instant
  readonly seen: readonly string[]
  readonly writtenBy: string
  readonly writtenAt: Instant
}

/** The override that covers a finding now: not expired, of an override-able severity, and written with all its facts in view. */
export const liveOverride = (
  found: Finding,
  overrides: readonly Override[],
  careNow: Instant,
): Override | null =>
  found.severity !== 'override'
    ? null
    : (overrides.findLast(
        ({ rule, expiresAt, seen, broken }) =>
          !broken &&
          rule === found.rule &&
          expiresAt > careNow &&
          found.because.every(({ id }) => seen.includes(id)),
      ) ?? null)

export type Verdict = 'clear' | 'caution' | 'override' | 'hold' | 'block'

export interface Weighed extends Finding {
  readonly override: Override | null
}

export const weighed = (
  found: readonly Finding[],
  overrides: readonly Override[],
  careNow: Instant,
): Weighed[] => found.map((one) => ({ ...one, override: liveOverride(one, overrides, careNow) }))

export function verdictOf(found: readonly Weighed[]): Verdict {
  const open = found.filter(({ state, override }) => state !== 'settled' && override === null)
  if (open.some(({ severity, state }) => severity === 'block' && state === 'present')) return 'block'
  const grave = open.filter(({ severity }) => severity === 'block' || severity === 'override')
  if (grave.some(({ state }) => state !== 'present')) return 'hold'
  if (grave.length > 0) return 'override'
  return open.some(({ severity }) => severity === 'caution') ||
    found.some(({ override }) => override !== null)
    ? 'caution'
    : 'clear'
}

/**
 * Something in the records, and not only a question not yet asked, stands in the way: the client is owed a call. That evidence is
 * missing, or a medicine is not confirmed yet, is the house’s own work.
 */
export const holdsClient = (found: readonly Weighed[]): boolean =>
  found.some(
    ({ rule, severity, state, because, override }) =>
      !isEvidence(rule) &&
      (severity === 'block' || severity === 'override') &&
      (state === 'present' || state === 'unknown') &&
      override === null &&
      // What they told themself waits to be gone through with them: no page answers it with a hold.
      because.some(({ kind, ofClient }) => kind !== 'telling' && ofClient !== true),
  )
