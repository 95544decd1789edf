import type { Weighed } from './eligibility.ts'

export type FindingGroup = 'stops' | 'unknown' | 'writing' | 'written' | 'read' | 'ask' | 'settled'

/** Where on the prescriber's page a finding stands: what stops first, what was never asked after all records. */
export function groupOf({
  state,
  severity,
  because,
  override,
}: Pick<Weighed, 'state' | 'severity' | 'because'> & { readonly override: unknown }): FindingGroup {
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

/** The questions still open, those that records raise before those that everyone is asked. */
export function openQuestions(
  found: readonly (Parameters<typeof groupOf>[0] & { readonly questions: readonly string[] })[],
): {
  readonly records: string[]
  readonly everyone: string[]
} {
  const asked = (group: FindingGroup) => inGroup(found, group).flatMap(({ questions }) => questions)
  const records = [...new Set(asked('unknown'))]
  return { records, everyone: [...new Set(asked('ask'))].filter((question) => !records.includes(question)) }
}
