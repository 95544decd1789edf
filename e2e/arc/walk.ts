import type { Language } from '../../src/platform/i18n/language.ts'
import type { Player, Stage } from '../stage.ts'
import type { Hands } from './hands.ts'

/** The five who walk one course together, each at a browser of their own. */
export const parts = ['client', 'coordinator', 'prescriber', 'therapist', 'monitor'] as const
export type Part = (typeof parts)[number]

export interface Walker {
  readonly player: Player
  readonly hands: Hands
}

/** Whom the course is about. They do not exist. */
export interface Invented {
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string
  readonly email: string
  readonly number: string
}

export interface Walk extends Readonly<Record<Part, Walker>> {
  readonly stage: Stage
  readonly language: Language
  readonly who: Invented
  /** A picture for the documents, where one is wanted, and everything that axe finds. */
  look(walker: Walker, name: string): Promise<void>
}

/** What each step learns and a later one needs. */
export interface Found {
  personId: string
  courseId: string
  sessionId: string
}

export const inTongue = <Said>(walk: Pick<Walk, 'language'>, words: Readonly<Record<Language, Said>>): Said =>
  words[walk.language]

/** What is stored, for looking only: nothing on this walk is arranged past the screens. */
export const stored = async <Row extends object>(
  { stage }: Pick<Walk, 'stage'>,
  question: string,
  about: readonly unknown[] = [],
): Promise<Row[]> => (await stage.owner.query(question, [...about])).rows

/** Waits for what happens behind the screen: a mail that leaves, a fact that is stored. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 40_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`)
    await new Promise((later) => setTimeout(later, 50))
  }
}
