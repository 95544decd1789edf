import type { Doubt } from '../journey/facts.ts'
import type { Instant } from '../kernel/instant.ts'

/** The six steps of a safety plan, after Stanley and Brown, 2012 (clinical.md 6.3); the headings are in our own words. */
export const planSteps = [
  'warningSigns',
  'onMyOwn',
  'peopleAndPlaces',
  'peopleToAsk',
  'professionals',
  'surroundings',
] as const
export type PlanStep = (typeof planSteps)[number]
export type PlanWords = Readonly<Record<PlanStep, string>>

export interface PlanMade extends PlanWords {
  readonly madeAt: Instant
  readonly madeWith: string
}
export interface PlanChanged extends PlanWords {
  readonly writtenAt: Instant
  /** Where it waited on a device: when it came here. */
  readonly arrivedAt: Instant | null
  readonly doubt: Doubt | null
}

export interface PlanNow {
  readonly words: PlanWords
  /** The last time it was made, or looked at, with a clinician. */
  readonly made: { readonly at: Instant; readonly with: string } | null
  /** When the client changed it by themself, if nobody has looked at it together since. */
  readonly changedAt: Instant | null
}

export const wordsOf = (from: PlanWords): PlanWords => ({
  warningSigns: from.warningSigns,
  onMyOwn: from.onMyOwn,
  peopleAndPlaces: from.peopleAndPlaces,
  peopleToAsk: from.peopleToAsk,
  professionals: from.professionals,
  surroundings: from.surroundings,
})

/** What holds now: the newest, whoever wrote it. Both come newest first. */
export function planNow(made: readonly PlanMade[], changed: readonly PlanChanged[]): PlanNow | null {
  const [last, change] = [made[0], changed[0]]
  const isOwn = change !== undefined && (last === undefined || change.writtenAt >= last.madeAt)
  const holds = isOwn ? change : last
  if (!holds) return null
  return {
    words: wordsOf(holds),
    made: last ? { at: last.madeAt, with: last.madeWith } : null,
    changedAt: isOwn ? change.writtenAt : null,
  }
}

/**
 * A change written before the plan was last made, that came only after: it does not hold, and nobody has looked at it. What a
 * device says of its own moment hides nothing.
 */
export function cameAfter(made: readonly PlanMade[], changed: readonly PlanChanged[]): PlanChanged | null {
  const [last, change] = [made[0], changed.toSorted((one, other) => cameAt(other) - cameAt(one))[0]]
  if (!last || !change || planNow(made, changed)?.changedAt != null) return null
  return cameAt(change) > last.madeAt ? change : null
}

const cameAt = ({ arrivedAt, writtenAt }: PlanChanged): Instant => arrivedAt ?? writtenAt

export interface PlanSettings {
  readonly courseBegunAt: Instant | null
  readonly lastDoseAt: Instant | null
  /** The last answer that was not clear. */
  readonly lastAlarmAt: Instant | null
}

export type PlanReview = 'changed' | 'alarm' | 'phase' | null

/**
 * Why it should be looked at together: the client changed it, an answer was not clear since, or a new phase has begun
 * (the course, a dose). Reviewed each phase and after any positive screen: clinical.md 6.3.
 */
export function planReview(
  plan: PlanNow | null,
  settings: PlanSettings,
  late: PlanChanged | null,
): PlanReview {
  if (plan === null) return null
  const since = (moment: Instant | null) => moment !== null && moment > (plan.made?.at ?? -Infinity)
  if (since(settings.lastAlarmAt)) return 'alarm'
  if (plan.changedAt !== null || late !== null) return 'changed'
  return since(settings.lastDoseAt) || since(settings.courseBegunAt) ? 'phase' : null
}

export interface Piece {
  readonly text: string
  /** As it is dialled, where the text is a telephone number. */
  readonly dial: string | null
}

/** Seven digits or more with the usual marks between them, or one of the short numbers for help. */
const number = /\(?\+?\d(?:[\d\s().-]{5,}\d)|\b(?:988|911|741741)\b/g

/** A person’s own words, with the numbers in them that can be called. */
export function piecesOf(words: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of words.matchAll(number)) {
    const dial = match[0].replaceAll(/[^+\d]/g, '')
    if (dial.replace('+', '').length < 7 && !/^(988|911|741741)$/.test(dial)) continue
    if (match.index > from) pieces.push({ text: words.slice(from, match.index), dial: null })
    pieces.push({ text: match[0], dial })
    from = match.index + match[0].length
  }
  if (from < words.length) pieces.push({ text: words.slice(from), dial: null })
  return pieces
}
