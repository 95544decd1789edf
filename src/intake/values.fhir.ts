import { day, type Instant } from '../kernel/instant.ts'
import { referralLimits, type PartlyReason } from './referral.ts'
import { systemNamed, type Coded, type Coding } from './terms.ts'
import { earliest, isWhen, type When } from './when.ts'

/** What one entry is read with: the care clock, the other entries it may point at, and where to note what was left out. */
export interface Look {
  readonly careNow: Instant
  readonly note: (where: string, why: PartlyReason) => void
  /** The record a reference points at, inside this file only. Nothing is ever fetched. */
  readonly resolve: (reference: string) => Fhir | undefined
}

export type Fhir = Readonly<Record<string, unknown>>

export const isFhir = (value: unknown): value is Fhir =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const own = (from: unknown, key: string): unknown =>
  isFhir(from) && Object.hasOwn(from, key) ? from[key] : undefined

export const listOf = (from: unknown, key: string): readonly unknown[] => {
  const found = own(from, key)
  return Array.isArray(found) ? found : []
}

// NUL and other control characters cannot be stored as text and are never part of a word.
const control = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u200b\ufeff]/gu

/** A word or sentence made safe to keep: no control or direction characters, whole letters only, at most 2,000. */
export function wordsOf(from: unknown, key: string, look?: Look): string {
  const found = own(from, key)
  if (typeof found !== 'string') return ''
  const clean = found.toWellFormed().replace(control, '').trim()
  if (clean.length > referralLimits.words) look?.note(key, 'cut-short')
  return clean.slice(0, referralLimits.words).toWellFormed()
}

/** One of the codes that FHIR allows here; any other is noted and read as `otherwise`. */
export function codeAmong<Code extends string>(
  given: string,
  allowed: readonly Code[],
  miss: { readonly look: Look; readonly where: string; readonly otherwise: Code },
): Code {
  const found = allowed.find((code) => code === given)
  if (found === undefined && given !== '') miss.look.note(miss.where, 'not-a-known-code')
  return found ?? miss.otherwise
}

/** The code of a CodeableConcept that is bound to one HL7 value set, such as a clinical status. */
export const statusOf = (from: unknown, key: string): string =>
  wordsOf(
    listOf(own(from, key), 'coding').find((coding) => wordsOf(coding, 'code') !== ''),
    'code',
  )

export function codedOf(concept: unknown, look: Look, where: string): Coded | null {
  const codings = listOf(concept, 'coding').flatMap((coding) => codingOf(coding, look, where))
  const text = wordsOf(concept, 'text', look) || codings.find(({ display }) => display !== '')?.display
  const shown = text || codings[0]?.code
  return shown ? { codings, text: shown } : null
}

function codingOf(coding: unknown, look: Look, where: string): Coding[] {
  const [system, code] = [systemNamed(wordsOf(coding, 'system')), wordsOf(coding, 'code')]
  if (code === '') return []
  if (system === '') look.note(where, 'code-without-system')
  return [{ system, code, display: wordsOf(coding, 'display', look) }]
}

export const conceptsOf = (from: unknown, key: string, look: Look): Coded[] =>
  listOf(from, key).flatMap((concept) => codedOf(concept, look, key) ?? [])

/** A date or moment, kept exactly as it was written. One that is not on the calendar or not yet here is noted and left out. */
export function whenOf(from: unknown, key: string, look: Look): When | null {
  const said = wordsOf(from, key)
  if (own(from, key) === undefined) return null
  if (!isWhen(said)) look.note(key, 'date-not-readable')
  else if (isAhead(said, look)) look.note(key, 'date-in-the-future')
  else return said
  return null
}

/** A day of grace, because a date without a zone is already tomorrow somewhere. */
export const isAhead = (when: When, { careNow }: Look): boolean => earliest(when) > careNow + day

/** The first of these that is there: a moment, or the start of a period. */
export function timeOf(from: unknown, keys: readonly string[], look: Look): When | null {
  for (const key of keys) {
    const found = own(from, key)
    if (typeof found === 'string') return whenOf(from, key, look)
    if (isFhir(found) && Object.hasOwn(found, 'start')) return whenOf(found, 'start', look)
  }
  return null
}

export const notesOf = (from: unknown, look: Look): string[] =>
  listOf(from, 'note').flatMap((note) => wordsOf(note, 'text', look) || [])

export const referenceOf = (from: unknown, key: string): string => wordsOf(own(from, key), 'reference')

/** What the given references say, as concepts. One that leads out of the file is noted. */
export function pointedAt(from: unknown, key: string, look: Look): Coded[] {
  return listOf(from, key).flatMap((link) => {
    const target = look.resolve(wordsOf(link, 'reference'))
    const coded = codedOf(own(target, 'code'), look, key)
    if (coded) return [coded]
    const display = wordsOf(link, 'display', look)
    if (display !== '') return [{ codings: [], text: display }]
    look.note(key, 'points-elsewhere')
    return []
  })
}
