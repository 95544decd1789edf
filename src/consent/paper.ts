import { earliest, type When } from '../intake/when.ts'
import { canonical } from '../kernel/canonical.ts'
import type { Instant } from '../kernel/instant.ts'
import { consentLasts, type Withdrawal } from './state.ts'

/** Who put their name to it: the person in care, or somebody who may sign for them. */
export const signers = ['self', 'representative'] as const
export type SignedAs = (typeof signers)[number]

export const paperLanguages = ['en', 'es', 'other'] as const
export type PaperLanguage = (typeof paperLanguages)[number]

/** A consent to treatment as a paper says it. */
export interface PaperSaid {
  readonly formName: string
  /** Null where the paper names none. */
  readonly formVersion: string | null
  /** A year, a month or a day: as exact as the paper is. */
  readonly signedOn: When
  readonly signerName: string
  readonly signedAs: SignedAs
  readonly language: PaperLanguage
  readonly keptWhere: string
}

/** What the first attester signs: that this is what the paper says. */
export const paperText = (personId: string, id: string, said: PaperSaid): string =>
  canonical({
    document: 'paper-consent',
    version: 1,
    personId,
    id,
    formName: said.formName,
    formVersion: said.formVersion,
    signedOn: said.signedOn,
    signerName: said.signerName,
    signedAs: said.signedAs,
    language: said.language,
    keptWhere: said.keptWhere,
  })

/** What the second one signs: the very text of the first. */
export const paperSecondText = (paperId: string, firstHash: string): string =>
  canonical({ document: 'paper-consent-second', version: 1, paperId, firstHash })

export const paperEnds = ['withdrawn', 'not-so', 'mistake'] as const
export type PaperEnd = (typeof paperEnds)[number]

export interface PaperFacts {
  readonly signedOn: When
  readonly attestedAt: Instant
  /** Whether both attestations are what was signed; a paper seen by one alone has one. */
  readonly whole: boolean
  /** When the second one saw it; null while nobody has. */
  readonly secondAt: Instant | null
  readonly ends: readonly { readonly how: PaperEnd; readonly at: Instant }[]
}

export type PaperState = 'one' | 'two' | 'expired' | 'broken' | PaperEnd

/**
 * How it stands with a consent on paper, and since when. Taking back all that was signed here takes back what is on paper too. Until
 * a second one has seen it, it counts for nothing.
 */
export function paperState(
  paper: PaperFacts,
  withdrawals: readonly Withdrawal[],
  careNow: Instant,
): { readonly state: PaperState; readonly at: Instant } {
  const here = withdrawals
    .filter(({ part, withdrawnAt }) => part === 'all' && withdrawnAt >= paper.attestedAt)
    .map(({ withdrawnAt: at }) => ({ how: 'withdrawn' as const, at }))
  const [end] = [...paper.ends, ...here].toSorted((one, other) => one.at - other.at)
  if (end) return { state: end.how, at: end.at }
  if (!paper.whole) return { state: 'broken', at: paper.attestedAt }
  if (paper.secondAt === null) return { state: 'one', at: paper.attestedAt }
  const until = earliest(paper.signedOn) + consentLasts
  return until <= careNow ? { state: 'expired', at: until } : { state: 'two', at: paper.secondAt }
}
