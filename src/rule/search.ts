import { isRatified, type OwnRule } from './own.ts'
import type { Rule, Severity } from './rule.ts'

export interface Sought {
  readonly words: string
  readonly severity: Severity | ''
  readonly part: string
  /** Only rules that rest, in part or whole, on a proposed default. */
  readonly proposed: boolean
  /** Only rules that the practice has not ratified as they stand now. */
  readonly unratified: boolean
}

type Told = Pick<Rule, 'id' | 'version' | 'severity' | 'title' | 'clears' | 'basis'> & {
  readonly mayRaise: boolean
  readonly own?: OwnRule | null | undefined
  readonly part: string
  readonly sources: readonly { readonly id: string }[]
  readonly certainty: Rule['certainty']
  readonly figures: readonly { readonly proposed: boolean }[]
}

const flat = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()

/** As grave as it counts in this practice. */
export const gravityOf = ({
  severity,
  mayRaise,
  own,
}: Pick<Told, 'severity' | 'mayRaise' | 'own'>): Severity =>
  mayRaise && own?.severity === 'block' ? 'block' : severity

/** All words must be there: in the rule’s id, its sources, or what it says in the language it is read in. */
export function isSought(rule: Told, sought: Sought, language: 'en' | 'es'): boolean {
  if (sought.severity !== '' && gravityOf(rule) !== sought.severity) return false
  if (sought.part !== '' && rule.part !== sought.part) return false
  if (sought.proposed && !restsOnProposed(rule)) return false
  if (sought.unratified && isRatified(rule, rule.own ?? undefined)) return false
  const text = flat(
    [
      rule.id,
      rule.title[language],
      rule.clears[language],
      rule.basis[language],
      ...rule.sources.map(({ id }) => id),
    ].join(' '),
  )
  return flat(sought.words)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

export const restsOnProposed = ({ certainty, figures }: Pick<Told, 'certainty' | 'figures'>): boolean =>
  certainty === 'proposed-default' || figures.some(({ proposed }) => proposed)
