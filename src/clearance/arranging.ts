import type { Weighed } from './eligibility.ts'
import type { Asks } from './finding.ts'

export type FindingGroup = 'stops' | 'unknown' | 'writing' | 'written' | 'read' | 'ask' | 'settled'

/** Where on the prescriber's page a finding stands: what stops first, what was never asked after all records. */
export function groupOf({
  state,
  severity,
  because,
  override,
}: Pick<Weighed, 'state' | 'severity'> & {
  readonly because: readonly unknown[]
  readonly override: unknown
}): FindingGroup {
  if (state === 'settled') return 'settled'
  if (override !== null) return 'written'
  if (severity === 'caution' || severity === 'info') return 'read'
  if (state === 'unknown' && because.length === 0) return 'ask'
  if (state !== 'present') return 'unknown'
  return severity === 'block' ? 'stops' : 'writing'
}

export const inGroup = <Found extends Parameters<typeof groupOf>[0]>(
  found: readonly Found[],
  group: FindingGroup,
): Found[] => found.filter((one) => groupOf(one) === group)

type Asking = Parameters<typeof groupOf>[0] & Asks

/** What is still to ask, take, renew and confirm, each once; the questions that records raise are told apart. */
export interface OpenAsks extends Asks {
  /** Those of `questions` that something in the record raises. */
  readonly raised: readonly string[]
}

export function openAsks(found: readonly Asking[]): OpenAsks {
  const open = found.filter(
    ({ state, override }) => state !== 'settled' && state !== 'present' && override === null,
  )
  const once = (of: (one: Asking) => readonly string[], those = open) => [...new Set(those.flatMap(of))]
  return {
    questions: once(({ questions }) => questions),
    raised: once(
      ({ questions }) => questions,
      open.filter(({ because }) => because.length > 0),
    ),
    measures: once(({ measures }) => measures),
    evidence: once(({ evidence }) => evidence),
    confirm: once(({ confirm }) => confirm),
  }
}
