import { earliest, latest } from '../intake/when.ts'
import { decideAsk, decideDated, decideRecord } from './asking.ts'
import { decideConsent, decideEvidence, decidePeople } from './evidencing.ts'
import type { Facts, Override } from './facts.ts'
import { gravestFirst, together, type Decided } from './finding.ts'
import { lookAt, type Look, type Moment } from './look.ts'
import { decideAge, decideNumber } from './measuring.ts'
import { isNeeded } from './needing.ts'
import { isRaised, type OwnRule } from './own.ts'
import type { Clause, Rule, Scope, Stage } from './rule.ts'
import { decideSuicide } from './suicide.ts'
import type { Table } from './table.ts'
import { decideTaken, decideUnlisted, decideUnmatched, type Others } from './taking.ts'
import { decideGap, decideSince } from './timing.ts'

export interface Finding extends Decided {
  readonly rule: Rule
  /** What this practice itself decided of the rule, by which it is judged here. */
  readonly own: OwnRule | null
  /** What the prescriber wrote to go ahead in spite of it, where that holds now. */
  readonly override: Override | null
}
export type Verdict = 'clear' | 'caution' | 'override' | 'hold' | 'block'
export interface Evaluation {
  readonly verdict: Verdict
  /** What is not settled, gravest first. */
  readonly findings: readonly Finding[]
}

const scopesOf: Readonly<Record<Stage, readonly Scope[]>> = {
  screening: ['screen'],
  day: ['screen', 'day', 'course'],
  session: ['session'],
  release: ['release'],
}

/** Everything that stands open at a moment. Pure and total: the same facts give the same findings, in the same order. */
export function evaluate(table: Table, facts: Facts, moment: Moment): Evaluation {
  const findings = evaluateEach(table, facts, moment)
    .filter(({ state }) => state !== 'settled')
    .toSorted(inOrder)
  return { verdict: verdictOf(findings), findings }
}

/** What each rule about this stage and protocol says, settled ones too, in the order of the table. */
export function evaluateEach(table: Table, facts: Facts, moment: Moment): Finding[] {
  const look = lookAt(table, facts, moment)
  return table.rules.filter((rule) => isAbout(look, rule)).map((rule) => findingOf(look, rule))
}

const isAbout = ({ facts, protocol }: Look, { scope, protocols }: Rule): boolean =>
  scope.some((one) => scopesOf[facts.stage].includes(one)) &&
  (protocols === 'all' || protocols.includes(protocol))

function findingOf(look: Look, rule: Rule): Finding {
  const decided = decidedBy(look, rule)
  const own = look.table.own?.get(rule.id) ?? null
  return { ...decided, rule, own, override: overrideOf(look, rule, decided) }
}

function decidedBy(look: Look, rule: Rule): Decided {
  const others: Others = (id) => {
    const other = look.table.byId.get(id)
    return other && isAbout(look, other) ? decidedBy(look, other) : null
  }
  const said = rule.clauses
    .filter((clause) => isNeeded(look, clause))
    .map((clause) => decide(look, clause, others))
  return together(isRaised(rule, look.table.own?.get(rule.id)) ? said.map(raised) : said)
}

/** What may be overridden stops instead; what cannot be known still goes to the clinician’s written judgement, as in every row that stops. */
const raised = (decided: Decided): Decided =>
  decided.severity === 'override' && !isJudged(decided) ? { ...decided, severity: 'block' } : decided

const isJudged = ({ state, step }: Decided): boolean => state === 'unknown' && step?.do === 'decide'

function decide(look: Look, clause: Clause, others: Others): Decided {
  switch (clause.kind) {
    case 'medicine':
      return decideTaken(look, clause, others)
    case 'part-of':
      return together(clause.rules.flatMap((id) => others(id) ?? []))
    default:
      return decideAlone(look, clause)
  }
}

type Alone = Exclude<Clause, { kind: 'medicine' | 'part-of' }>
type Deciding = {
  readonly [Kind in Alone['kind']]: (look: Look, clause: Extract<Alone, { kind: Kind }>) => Decided
}

const deciding: Deciding = {
  ask: decideAsk,
  record: decideRecord,
  since: decideSince,
  number: decideNumber,
  age: decideAge,
  evidence: decideEvidence,
  consent: decideConsent,
  suicide: decideSuicide,
  gap: decideGap,
  people: decidePeople,
  dated: decideDated,
  unmatched: decideUnmatched,
  unlisted: decideUnlisted,
}

const decideAlone = (look: Look, clause: Alone): Decided =>
  (deciding[clause.kind] as (look: Look, clause: Alone) => Decided)(look, clause)

/** Only what may be overridden, only until it expires, and only with every fact in view when it was written. */
function overrideOf(
  { facts, at }: Look,
  { id }: Rule,
  { severity, state, because }: Decided,
): Override | null {
  if (state === 'settled' || severity !== 'override') return null
  return (
    facts.overrides.findLast(
      ({ rule, writtenAt, expiresAt }) =>
        rule === id &&
        latest(writtenAt) <= at &&
        earliest(expiresAt) > at &&
        because.every(({ when }) => when === null || earliest(when) <= latest(writtenAt)),
    ) ?? null
  )
}

const inOrder = (a: Finding, b: Finding): number =>
  gravestFirst(a, b) ||
  Number(a.because.length === 0) - Number(b.because.length === 0) ||
  (a.rule.id < b.rule.id ? -1 : 1)

/** The same verdict as on the review page. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const standing = findings.filter(({ override }) => override === null)
  const grave = standing.filter(({ severity }) => severity === 'block' || severity === 'override')
  if (grave.some(({ severity, state }) => severity === 'block' && state === 'present')) return 'block'
  if (grave.some(({ state }) => state !== 'present')) return 'hold'
  if (grave.length > 0) return 'override'
  const seen = standing.some(({ severity }) => severity === 'caution')
  return seen || findings.length > standing.length ? 'caution' : 'clear'
}
