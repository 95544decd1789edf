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

/** Whom the practice knows under a name, with what would tell two of that name apart. */
export interface Namesake {
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string | null
}

/**
 * Whoever bears the same name and may have the same birthday, where no number says who is meant. They may be one person or
 * two: only a human can tell, so nothing is joined and nothing is made anew until one has. A birthday that nobody knows is
 * no other one.
 */
export const namesakesOf = <Known extends Namesake>(
  known: readonly Known[],
  told: Pick<Demographics, 'given' | 'family' | 'otherNames' | 'birthDate'>,
): Known[] => known.filter((one) => isSameName(one, told) && mayBeSameDay(one.birthDate, told.birthDate))

function isSameName(
  { givenName, familyName }: Namesake,
  told: Pick<Demographics, 'given' | 'family' | 'otherNames'>,
): boolean {
  const whole = plain(`${givenName} ${familyName}`)
  if (whole === '') return false
  return [`${told.given} ${told.family}`, ...told.otherNames].map(plain).includes(whole)
}

const mayBeSameDay = (known: string | null, told: string | null): boolean =>
  known === null || told === null || known.startsWith(told) || told.startsWith(known)
