import type { Urgency } from '../safety/ladder.ts'
import { countedAs, rawAt } from './given.ts'
import type { Answers, Instrument } from './instrument.ts'
import { score } from './score.ts'

/** The screener whose highest "yes" is a degree of risk (instruments.md 2.4). It has no sum, and no one question stands for it. */
export const riskScreen = 'c-ssrs-screener'

const high = 'suicide-risk-high'

/** Intent, a plan with intent, or what someone did in the last three months: a clinician now, and not left alone (clinical.md 6.1). */
export function isHighRisk(instrument: Instrument, answers: Answers): boolean {
  if (instrument.id !== riskScreen) return false
  const scored = score(instrument, answers)
  return scored.status !== 'invalid' && scored.flags.includes(high)
}

/**
 * High: at once, each time it is found, for it says nothing of how long ago. A "yes" that was none the last time, and a "yes" from
 * then that is not asked now: the same day, for what was not asked may be worse. What was said before and no more: listed.
 */
export function urgencyOfRisk(screener: Instrument, before: Answers | null, now: Answers): Urgency {
  if (isHighRisk(screener, now)) return 'at-once'
  if (before === null) return 'same-day'
  const counted = (answers: Answers) => screener.items.map((item) => countedAs(item, rawAt(answers, item)))
  const last = counted(before)
  const isNew = counted(now).some(
    (said, place) => (said === 1 && last[place] !== 1) || (said === null && last[place] === 1),
  )
  return isNew || mayBeHigh(screener, now) ? 'same-day' : 'listed'
}

/** Something that was left unasked could still make it high. */
function mayBeHigh(screener: Instrument, answers: Answers): boolean {
  const scored = score(screener, answers)
  return scored.status !== 'invalid' && (scored.band?.startsWith('at-least-') ?? false)
}
