import type { Instrument, Wording } from './instrument.ts'
import type { Language } from './response.ts'

/** Why there are no words in a language. */
export type Wordless = 'copies-differ' | 'no-copy' | 'terms-unread' | 'permission-open'

/** Wording of others that may be used under a condition (tier B): content/instruments/packs/*.json, apart from the instrument. */
export interface Pack {
  readonly instrument: string
  readonly version: string
  /** Of the condition: what was accepted was this text and no other. */
  readonly edition: string
  readonly owner: string
  readonly condition: Readonly<Record<Language, string>>
  readonly languages: Readonly<Partial<Record<Language, Wording>>>
  readonly without: Readonly<Partial<Record<Language, Wordless>>>
}

/** The newest decision about one pack. */
export interface PackDecision {
  readonly instrumentId: string
  readonly edition: string
  readonly accepted: boolean
}

const wordedIn: readonly Language[] = ['en', 'es']

/** There is something to accept: words in one language at least. */
export const hasPackWords = ({ languages }: Pack): boolean =>
  wordedIn.some((language) => languages[language] !== undefined)

/** Accepted, and the text that was accepted is the one that holds today. */
export const isPackHeld = (pack: Pack, decision: PackDecision | undefined): boolean =>
  decision !== undefined && decision.accepted && decision.edition === pack.edition

/** The instrument with the words of its pack; they are made for this version of it, or they are not its words. */
export const withPack = (instrument: Instrument, pack: Pack | undefined): Instrument =>
  pack && pack.instrument === instrument.id && pack.version === instrument.version
    ? { ...instrument, languages: { ...pack.languages, ...instrument.languages } }
    : instrument
