import type { Instant } from '../kernel/instant.ts'
import { decideAsked } from './asked.ts'
import { answerTo, medicinesOn, type Facts } from './evidence.ts'
import { becauseItem, becauseSaid, type Because, type Finding } from './finding.ts'
import { ageAt, decidePressure } from './pressure.ts'
import type { Age, Band, Medicine, Rule, Severity } from './rules.ts'
import { decideSince, type BandDecided } from './since.ts'

/**
 * What stands for and against, rule by rule. A rule about a medicine that is not taken is left out; every other one
 * is named, because a question nobody asked is not a "no".
 */
export function findingsOf(facts: Facts): Finding[] {
  return facts.table.rules.flatMap((rule) => findingOf(facts, rule) ?? []).toSorted(gravestFirst)
}

function findingOf(facts: Facts, rule: Rule): Finding | null {
  const own: Band = { rule: rule.id, severity: rule.severity }
  switch (rule.decide.kind) {
    case 'asked':
      return finding({ ...decideAsked(facts, rule.decide), band: own })
    case 'since':
      return finding(decideSince(facts, rule.decide))
    case 'pressure':
      return finding(decidePressure(facts, rule.decide, own))
    case 'age':
      return finding(decideAge(facts, rule.decide, own))
    case 'medicine':
      return decideMedicine(facts, rule.decide, own)
    case 'part-of':
      return null
  }
}

const finding = ({ band, state, because, questions }: BandDecided): Finding => ({
  ...band,
  state,
  because,
  questions,
})

function decideAge({ birthDate, careNow }: Facts, rule: Age, band: Band): BandDecided {
  const age = birthDate === null ? null : ageAt(birthDate, careNow)
  if (birthDate === null || age === null) return { band, state: 'unknown', because: [], questions: [] }
  const born: Because = {
    kind: 'birth-date',
    id: 'birth-date',
    text: birthDate,
    when: birthDate,
    standing: 'to-be-confirmed',
    saidBy: '',
    question: null,
  }
  const because = [born]
  if (age.most < rule.under) return { band, state: 'present', because, questions: [] }
  return { band, state: age.least < rule.under ? 'unknown' : 'settled', because, questions: [] }
}

/** A medicine known by its name alone, or whose being taken cannot be known, is a question and not an answer. */
function decideMedicine(facts: Facts, rule: Medicine, own: Band): Finding | null {
  const taken = medicinesOn(facts, rule.list)
  if (taken.length === 0) return null
  const sure = taken.some(({ known, by }) => by === 'code' && known.standing !== 'cannot-be-known')
  const because = taken.map(({ known }) => becauseItem(known))
  const together = rule.together && medicinesOn(facts, rule.together.list)
  if (rule.together && together && together.length > 0)
    return {
      rule: own.rule,
      severity: rule.together.severity,
      state: sure ? 'present' : 'unknown',
      because: [...because, ...together.map(({ known }) => becauseItem(known))],
      questions: [],
    }
  return amountAsked(facts, rule, { band: own, state: sure ? 'present' : 'unknown', because, questions: [] })
}

/** How grave it is may depend on an amount that only a clinician can state; until then it weighs as the most. */
function amountAsked(facts: Facts, rule: Medicine, decided: BandDecided): Finding {
  if (!rule.ask) return finding(decided)
  const questions = [rule.ask.question]
  const answer = answerTo(facts, rule.ask.question)
  const severity: Severity | undefined = answer && rule.ask.answers[answer.statement.answer]
  if (!answer || !severity) return finding({ ...decided, state: 'unknown', questions })
  const because = [...decided.because, becauseSaid(answer.statement)]
  if (!answer.fresh) return finding({ ...decided, state: 'expired', because, questions })
  return finding({ ...decided, band: { ...decided.band, severity }, because, questions })
}

const severities: readonly Severity[] = ['block', 'override', 'caution', 'info']
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
        ({ rule, expiresAt, seen }) =>
          rule === found.rule && expiresAt > careNow && found.because.every(({ id }) => seen.includes(id)),
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

/** Something in the records, and not only a question not yet asked, stands in the way: the client is owed a call. */
export const holdsClient = (found: readonly Weighed[]): boolean =>
  found.some(
    ({ severity, state, because, override }) =>
      (severity === 'block' || severity === 'override') &&
      (state === 'present' || state === 'unknown') &&
      override === null &&
      because.length > 0,
  )
