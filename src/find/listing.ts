import { day as dayLong, instant } from '../kernel/instant.ts'
import type { Point } from './distance.ts'
import type { StateCode } from './states.ts'

export const offers = ['therapy', 'prescribing', 'sitting'] as const
export const needs = [
  'trauma',
  'depression',
  'anxiety',
  'stuck-in-therapy',
  'life-limiting-illness',
  'spiritual',
] as const
export const languages = ['en', 'es'] as const
export const feeItems = [
  'medical-visit',
  'preparation',
  'journey',
  'integration',
  'medicine',
  'blood-tests',
] as const
export const access = [
  'step-free',
  'quiet-entrance',
  'interpreter',
  'large-print',
  'same-gender-sitter',
] as const

export type Offer = (typeof offers)[number]
export type Need = (typeof needs)[number]
export type Language = (typeof languages)[number]
export type FeeItem = (typeof feeItems)[number]
export type Access = (typeof access)[number]

/** A calendar day, `2026-11-23`. */
export type Day = string

export interface Licence {
  /** As the board writes it: `LMFT`, `MD`, `PMHNP`. */
  readonly title: string
  readonly state: StateCode
  readonly number: string
  readonly board: string
  /** When a person of the practice last looked it up with the board, and what the board said then. */
  readonly checkedOn: Day
  readonly expiresOn: Day
}

export interface Openings {
  readonly state: 'open' | 'waiting-list' | 'full'
  readonly asOf: Day
}

export interface Fee {
  readonly item: FeeItem
  readonly count: number
  readonly eachUsd: number
}

/** One person whom a practice lists. Only what that person agreed to show; nothing about any client. */
export interface Listing {
  readonly id: string
  readonly name: string
  readonly practice: string
  readonly offers: readonly Offer[]
  readonly about: Readonly<Record<Language, string>>
  readonly helpsWith: readonly Need[]
  readonly languages: readonly Language[]
  readonly place: Point & { readonly name: string; readonly state: StateCode; readonly zip: string }
  /** States whose clients may have talking sessions by video. A journey itself is in the room. */
  readonly videoIn: readonly StateCode[]
  readonly licences: readonly Licence[]
  readonly training: { readonly en: string; readonly es: string; readonly year: number }
  readonly openings: Openings
  readonly fees: readonly Fee[]
  readonly slidingScale: boolean
  readonly access: readonly Access[]
  /** True for the people of a demo practice, who do not exist; every screen says so. */
  readonly invented: boolean
}

/** The price of the whole arc is added up from its parts, so the total can hide none of them. */
export const wholeArcUsd = (fees: readonly Fee[]): number =>
  fees.reduce((sum, { count, eachUsd }) => sum + count * eachUsd, 0)

/** Practice settings [PD]: no publication sets how long a word about openings or a licence look-up holds. */
export const openingsHoldDays = 30
export const licenceCheckHoldsDays = 365

/** An opening nobody has confirmed for a month is not shown as an opening. */
export const isConfirmed = ({ asOf }: Openings, today: Day): boolean =>
  daysBetween(asOf, today) >= 0 && daysBetween(asOf, today) <= openingsHoldDays

/** Listed only with a licence the board called active at a look-up that still holds. */
export const isVerified = ({ licences }: Listing, today: Day): boolean =>
  licences.some(
    ({ checkedOn, expiresOn }) =>
      expiresOn >= today && checkedOn <= today && daysBetween(checkedOn, today) <= licenceCheckHoldsDays,
  )

/** Whole days from one calendar day to another; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => (midnight(to) - midnight(from)) / dayLong

const midnight = (day: Day) => instant(`${day}T00:00:00Z`)
