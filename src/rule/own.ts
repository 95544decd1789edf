import { hour, type Instant } from '../kernel/instant.ts'
import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import type { Rule, Severity } from './rule.ts'

/** For how long a decision rests that nobody else here could sign (decision 410): what the product asks, not a clinical figure. */
export const aloneRestsHours = 24

/** One rule as a practice wants it: at the version that was read, and how grave. */
export interface Wanted {
  readonly rule: string
  readonly version: number
  readonly severity: Severity
}

/** What somebody who prescribes here proposed for one or several rules, and what became of it. */
export interface Proposal {
  readonly id: string
  readonly rules: readonly Wanted[]
  readonly by: string
  readonly signedAt: Instant
  /** Nobody else here could have signed it then. */
  readonly alone: boolean
  readonly second: { readonly by: string; readonly at: Instant } | null
  readonly withdrawnAt: Instant | null
}

/** How one rule stands in a practice by its own decision. */
export interface OwnRule {
  readonly proposal: string
  readonly version: number
  readonly severity: Severity
  readonly since: Instant
  /** Who signed it: one, or two. */
  readonly by: readonly string[]
}
export type OwnRules = ReadonlyMap<string, OwnRule>

/** From when it holds: two have signed, or it has rested; `Infinity` while neither is so, and for good once it was taken back. */
export function holdsFrom({ signedAt, alone, second, withdrawnAt }: Proposal): Instant {
  const rested = alone ? signedAt + aloneRestsHours * hour : Infinity
  const from = Math.min(second?.at ?? Infinity, rested)
  return withdrawnAt !== null && withdrawnAt < from ? Infinity : from
}

/** A later proposal for the same rule stands in for one that did not hold by then. `proposals` are in the order in which they were signed. */
const isOvertaken = (proposals: readonly Proposal[], place: number, rule: string): boolean =>
  proposals
    .slice(place + 1)
    .some((later) => names(later, rule) && later.signedAt < holdsFrom(proposals[place]!))

const names = ({ rules }: Proposal, rule: string): boolean => rules.some((one) => one.rule === rule)

/** What holds in a practice at a moment, rule by rule: the newest that holds. Pure: what comes after that moment does not count. */
export function ownRulesAt(proposals: readonly Proposal[], at: Instant): OwnRules {
  const known = knownAt(proposals, at)
  const own = new Map<string, OwnRule>()
  for (const [place, proposal] of known.entries()) {
    const since = holdsFrom(proposal)
    if (since > at) continue
    for (const { rule, version, severity } of proposal.rules)
      if (!isOvertaken(known, place, rule))
        own.set(rule, { proposal: proposal.id, version, severity, since, by: signersOf(proposal, since) })
  }
  return own
}

const knownAt = (proposals: readonly Proposal[], at: Instant): Proposal[] =>
  proposals
    .filter(({ signedAt }) => signedAt <= at)
    .map((one) => ({
      ...one,
      second: one.second && one.second.at <= at ? one.second : null,
      withdrawnAt: one.withdrawnAt !== null && one.withdrawnAt <= at ? one.withdrawnAt : null,
    }))

const signersOf = ({ by, second }: Proposal, since: Instant): string[] =>
  second && second.at <= since ? [by, second.by] : [by]

/** For which of its rules a proposal still waits: not those that a later one has overtaken. None once it holds or was taken back. */
export function waitsFor(proposals: readonly Proposal[], id: string, at: Instant): Wanted[] {
  const known = knownAt(proposals, at)
  const place = known.findIndex((one) => one.id === id)
  const proposal = known[place]
  if (!proposal || proposal.withdrawnAt !== null || holdsFrom(proposal) <= at) return []
  return proposal.rules.filter(({ rule }) => !isOvertaken(known, place, rule))
}

/** Rests on nothing but a proposed default of ours: no label, no study, no law stands behind it. */
export const isOursAlone = ({ tags, sources }: Pick<Rule, 'tags' | 'sources'>): boolean =>
  sources.length === 0 && tags.every((tag) => tag === 'PD')

/**
 * What a practice may raise: an override of ours alone, where it is weighed before a dose by the one evaluator. A rule of the hours after
 * it stops nothing here, so nothing is promised of it.
 */
export const mayRaise = (rule: Pick<Rule, 'tags' | 'sources' | 'severity' | 'scope'>): boolean =>
  isOursAlone(rule) && rule.severity === 'override' && rule.scope.includes('screen')

/** How grave a rule is in this practice: never less than it came. */
export const severityHere = (
  rule: Pick<Rule, 'tags' | 'sources' | 'severity' | 'scope'>,
  own: OwnRule | undefined,
): Severity => (own?.severity === 'block' && mayRaise(rule) ? 'block' : rule.severity)

/** Graver here than it came. */
export const isRaised = (
  rule: Pick<Rule, 'tags' | 'sources' | 'severity' | 'scope'>,
  own: OwnRule | null | undefined,
): boolean => severityHere(rule, own ?? undefined) !== rule.severity

/** As it stands now, and not as it once was. */
export const isRatified = ({ version }: Pick<Rule, 'version'>, own: OwnRule | undefined): boolean =>
  own?.version === version

/** As it came, or raised where that is allowed; never lowered, and only in the version that is in use. */
export function decideWanted(
  byId: ReadonlyMap<string, Rule>,
  wanted: readonly Wanted[],
): Outcome<readonly Wanted[], 'rule-not-so'> {
  const each = new Set(wanted.map(({ rule }) => rule))
  const fits = ({ rule: id, version, severity }: Wanted): boolean => {
    const rule = byId.get(id)
    if (!rule || rule.version !== version) return false
    return severity === rule.severity || (severity === 'block' && mayRaise(rule))
  }
  return wanted.length > 0 && each.size === wanted.length && wanted.every(fits)
    ? accept(wanted)
    : refuse('rule-not-so')
}

/** A rule that a practice has made graver than it came. */
export interface Raised {
  readonly rule: string
  readonly proposal: string
  readonly severity: Severity
  readonly since: Instant
}

export const raisedIn = (byId: ReadonlyMap<string, Rule>, own: OwnRules): Raised[] =>
  [...own].flatMap(([id, one]) => {
    const rule = byId.get(id)
    const { proposal, severity, since } = one
    return rule && isRaised(rule, one) ? [{ rule: id, proposal, severity, since }] : []
  })
