import type { Demographics } from './referral.ts'

type Told = Pick<Demographics, 'family' | 'otherNames' | 'birthDate'>

/** Whom the practice already knows by one of the referral's names. */
export interface Candidate {
  readonly personId: string
  readonly familyName: string
  readonly birthDate: string | null
}

export type Matching =
  | { readonly is: 'new' }
  | { readonly is: 'known'; readonly personId: string; readonly differs: readonly Difference[] }
  | { readonly is: 'two-people' }
  | { readonly is: 'someone-else'; readonly personId: string }
export type Difference = 'family-name' | 'birth-date'

/**
 * One shared number is the same person, even after a marriage or a mistyped birthday. When name and birthday both differ,
 * someone's number was used for someone else, and joining the two records could harm both: a human must look.
 */
export function matchPerson(candidates: readonly Candidate[], told: Told): Matching {
  const [known, another] = candidates
  if (!known) return { is: 'new' }
  if (another) return { is: 'two-people' }
  const differs = differencesOf(known, told)
  return differs.length === 2
    ? { is: 'someone-else', personId: known.personId }
    : { is: 'known', personId: known.personId, differs }
}

function differencesOf(known: Candidate, told: Told): Difference[] {
  const names = [told.family, ...told.otherNames].map(plain)
  const sameName = told.family === '' || names.some((name) => name.endsWith(plain(known.familyName)))
  const sameDay =
    known.birthDate === null || told.birthDate === null || known.birthDate.startsWith(told.birthDate)
  return [...(sameName ? [] : (['family-name'] as const)), ...(sameDay ? [] : (['birth-date'] as const))]
}

/** "García-Márquez " and "garcia marquez" are one name. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
