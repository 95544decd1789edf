import type { When } from '../intake/when.ts'
import type { OwnForm } from './ownForm.ts'
import type { TimeOfDay } from './timeOfDay.ts'

/** An instrument as data: content/instruments/*.json. Wording is only there for what its owner lets anyone distribute. */
export interface Instrument {
  readonly id: string
  readonly version: string
  /** A: free to distribute with its wording. B: with a condition, in a pack. S: structure only. O: our own, not validated. */
  readonly tier: 'A' | 'B' | 'S' | 'O'
  readonly name: string
  readonly rater: 'self' | 'clinician'
  readonly recallDays: number | null
  readonly licence: { readonly line: string; readonly holder: string }
  readonly sources: readonly string[]
  readonly loinc: Readonly<Record<string, string>>
  readonly items: readonly Item[]
  readonly scores: readonly Score[]
  /** The score that a band is read from and change is followed in. */
  readonly main: string | null
  /** The scores without which a response has not been scored. */
  readonly needed: readonly string[]
  /** None of its scores is given before all of them can be. */
  readonly onlyTogether?: boolean
  /** The first that holds. */
  readonly bands: readonly Band[]
  /** Named conditions, so that one can stand on another. */
  readonly rules: Readonly<Record<string, Condition>>
  readonly classification: readonly Classification[]
  readonly flags: readonly Flag[]
  /** Flags that lead to a person at once, for they are about dying. */
  readonly danger: readonly string[]
  /** Flags that a clinician looks at the same day, for they are about the body or the mind. */
  readonly medical?: readonly string[]
  /** Items that are asked in person when they were left out. */
  readonly neverSilent: readonly ItemId[]
  /** Enough is known although answers are missing, or too little although none is. */
  readonly completeWhen?: Condition
  /** It is not for this person at all; its flags are those named here. */
  readonly notApplicable?: {
    readonly when: Condition
    readonly flags: readonly string[]
    readonly classification: Readonly<Record<string, string>>
  }
  /** LOINC's codes of the options, in their order, where they are known. */
  readonly answerCodes?: Readonly<Record<string, readonly string[]>>
  readonly languages: Readonly<Partial<Record<'en' | 'es', Wording>>>
  /** A practice's own form: imported, not validated, and scored by what its file says. */
  readonly own?: OwnForm
}

/** A number is the item's place in `answers`, from 1; a name is a key of the input. */
export type ItemId = number | string

export interface Item {
  readonly id: ItemId
  /** Where it stands in the input, when neither in `answers` nor under its own name: a list there, and its place in it. */
  readonly in?: readonly [list: string, place: number | string]
  /** Every value an answer can have; empty where any number of a range is one. */
  readonly values: readonly number[]
  readonly range?: { readonly min: number; readonly max: number; readonly whole: boolean }
  /** Answered by a word, which counts as the number; null is a word for "not known". `yes` and `no` are also true and false. */
  readonly codes?: Readonly<Record<string, number | null>>
  /** Answered in one's own words, of so many letters at most; said or not is all that counts of it. */
  readonly text?: { readonly most: number }
  /** Answered with a day, or with as much of one as is known: a month, a year. Within these, where the form has limits. */
  readonly date?: { readonly from?: When; readonly to?: When }
  /** Answered with an hour of the day. Between these, where the form has limits. */
  readonly time?: { readonly from?: TimeOfDay; readonly to?: TimeOfDay }
  /** A number that is typed, whole or not. */
  readonly typed?: boolean
  /** Several of these words may be ticked; each counts by itself, as the item `ID.word`. */
  readonly ticks?: readonly string[]
  /** A tick that goes with no other. */
  readonly alone?: string
  /** Answers above and below change places, as for an item that is worded the other way round. */
  readonly reversed?: boolean
  /** Asked, but not among those counted as answered or missing. */
  readonly uncounted?: boolean
  /** Not asked in the form: known of the person, or chosen by who scores. */
  readonly setting?: boolean
  /** The stem does not go with it. */
  readonly standsAlone?: boolean
  /** Words that are written down for an answer, and not offered. */
  readonly unsaid?: readonly string[]
  /** Asked and counted, but in no score: nothing is lacking without it. */
  readonly unscored?: boolean
  /** It may not apply to someone, and then has no answer. */
  readonly mayNotApply?: boolean
  /** Nothing is lacking when this other one was answered instead. */
  readonly insteadOf?: ItemId
  /** Asked only when this is sure. */
  readonly only?: Condition
  /** Asked unless this is sure. */
  readonly unless?: Condition
  /** What it counts as when it was rightly not asked. */
  readonly otherwise?: number
  /** An answer to it counts for nothing when it was not to be asked; where this is not said, an answer is always heard. */
  readonly heardOnlyIfAsked?: boolean
  /** What it counts as when nothing was said. */
  readonly usually?: number
  readonly options: string
  readonly loinc?: string
}

export type Score = { readonly id: string } & Counting

export type Counting =
  /** A sum that lacks some is prorated, half up; a mean and a percentage (of the most it could be) are of what was given. */
  | {
      readonly how: 'sum' | 'mean' | 'value' | 'highest' | 'percent'
      readonly of: readonly ItemId[]
      /** How many may be missing. */
      readonly mayMiss: number
      /** Not formed without these. */
      readonly needs?: readonly ItemId[]
    }
  /** The sum of other scores. */
  | { readonly how: 'parts'; readonly parts: readonly string[]; readonly needs?: readonly ItemId[] }
  /** How many were answered; given only with another score. */
  | { readonly how: 'answered'; readonly among: readonly ItemId[]; readonly with: string }
  | {
      readonly how: 'choice'
      readonly cases: readonly { readonly when: Condition; readonly is: number }[]
      readonly otherwise: number
    }
  /** How many rules are met: for sure, at least, or at most. */
  | {
      readonly how: 'met'
      readonly rules: readonly string[]
      readonly end: 'exactly' | 'at-least' | 'at-most'
    }

export type Band = { readonly id: string } & (
  | { readonly from: number }
  | { readonly above: number }
  | { readonly when: Condition }
)

/** A rule answered as met, not met or indeterminate; or the first word that holds, and indeterminate when none surely does. */
export type Classification =
  | string
  | { readonly id: string; readonly first: readonly { readonly id: string; readonly when: Condition }[] }

export interface Flag {
  readonly id: string
  readonly when: Condition
}

/**
 * Answered yes, no, or "cannot be known yet" (Kleene): what is missing may still decide it. A score that could not be formed
 * decides nothing.
 */
export type Condition =
  | { readonly item: ItemId; readonly atLeast: number }
  /** Do so many of these items reach the mark? */
  | { readonly items: readonly ItemId[]; readonly atLeast: number; readonly times: number }
  | { readonly score: string; readonly atLeast: number }
  | { readonly missing: ItemId }
  /** It was rightly left out, and counts as what it is otherwise. */
  | { readonly skipped: ItemId }
  | { readonly rule: string }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly count: readonly Condition[]; readonly atLeast: number }
  | { readonly indeterminate: readonly Condition[] }
  /** As a practice's own form says it. */
  | { readonly path: string }
  /** Not known counts as no. */
  | { readonly sure: Condition }

/** The exact words of its owner, in one language. */
export interface Wording {
  readonly title: string
  readonly stem: string
  readonly items: Readonly<Record<string, string>>
  /** What stands above a question: the name of its part of the form, and what is only to be read. */
  readonly above?: Readonly<Record<string, readonly string[]>>
  readonly options: Readonly<Record<string, readonly string[]>>
  /** Words for staff; no client screen shows them. */
  readonly bands: Readonly<Record<string, string>>
}

/** The words of an option, in the order of the item's values or codes. */
export const wordsOfAnswer = (
  { values, codes, options }: Item,
  wording: Wording | undefined,
  answer: Answer,
): string | undefined => {
  const offered: readonly Answer[] = codes ? Object.keys(codes) : values
  const said = answer === true ? 'yes' : answer === false ? 'no' : answer
  return wording?.options[options]?.[offered.indexOf(said)]
}

/** What the vectors call `input`: numbers by place, and named extras. */
export interface Answers {
  readonly answers?: readonly Answer[]
  readonly [name: string]: unknown
}

/** As given: a value, a word, yes or no, or several words. Null: nothing was said. */
export type Answer = number | string | boolean | readonly string[] | null
