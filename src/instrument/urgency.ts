import { isGettingWorse, type WorseRule } from '../measure/measure.ts'
import { urgencies, urgencyOfThoughts, type Urgency } from '../safety/ladder.ts'
import { rawAt } from './given.ts'
import type { Answers, Instrument } from './instrument.ts'
import { countedAt, dangerFlagged, type Concern } from './response.ts'
import { isHighRisk, riskScreen, urgencyOfRisk } from './risk.ts'
import { score } from './score.ts'
import { saidRightNow, suicideScreen, urgencyOfScreen } from './screen.ts'

/** A moment that a device claims may call someone sooner, and never later. */
export const soonest = (one: Urgency, other: Urgency): Urgency =>
  urgencies.indexOf(one) < urgencies.indexOf(other) ? one : other

/** How soon an answer about death is to be seen, by what the same person answered before. */
export function urgencyOf(instrument: Instrument, last: Answers | null, answers: Answers): Urgency {
  if (instrument.own) return urgencyOfNamed(instrument, last, answers)
  if (instrument.id === suicideScreen) return withoutNow(urgencyOfScreen(instrument, last, answers))
  if (instrument.id === riskScreen) return withoutNow(urgencyOfRisk(instrument, last, answers))
  return urgencyOfThoughts(dangerIn(instrument, last), dangerIn(instrument, answers) ?? 1)
}

/** What calls at once is a thing of its own; the answers beside it are seen the same day. */
const withoutNow = (urgency: Urgency): Urgency => (urgency === 'at-once' ? 'same-day' : urgency)

/** What sends word to people at any hour, and as what. */
export const callingNow = (instrument: Instrument, answers: Answers): Concern[] => [
  ...(saidRightNow(instrument, answers) ? (['danger-now'] as const) : []),
  ...(isHighRisk(instrument, answers) ? (['danger-high'] as const) : []),
]

interface Now {
  readonly answers: Answers
  readonly total: number | null
}

interface Stood {
  readonly best: number | null
  readonly last: Answers | null
}

/** A screen that is about dying and nothing else says all of it as danger, and is no measure besides. */
export function isWorse(
  instrument: Instrument,
  { best, last }: Stood,
  { answers, total, rule }: Now & { readonly rule: WorseRule | null },
): boolean {
  if (instrument.id === suicideScreen || instrument.id === riskScreen) return false
  const before = { best, lastDanger: dangerIn(instrument, last) }
  return isGettingWorse(rule, before, { total, danger: dangerIn(instrument, answers) })
}

/**
 * The answer to the question that may not go silent. In a practice's own form any of the answers it named counts alike: that
 * one is there is all that can be compared.
 */
function dangerIn(instrument: Instrument, answers: Answers | null): number | null {
  if (!answers || instrument.danger.length === 0) return null
  if (instrument.own) return dangerNamed(instrument, answers)
  const [asked] = instrument.neverSilent
  return asked === undefined ? null : countedAt(instrument, answers, asked)
}

function dangerNamed(instrument: Instrument, answers: Answers): number {
  const scored = score(instrument, answers)
  return scored.status !== 'invalid' && dangerFlagged(instrument, scored) ? 1 : 0
}

/** The file does not say which of its answers is worse: what was not said the very same way before is seen today. */
function urgencyOfNamed(instrument: Instrument, last: Answers | null, answers: Answers): Urgency {
  const asked = instrument.items.filter(({ id }) => instrument.neverSilent.includes(id))
  const said = (all: Answers) => JSON.stringify(asked.map((item) => rawAt(all, item)))
  const isOld = last !== null && dangerNamed(instrument, last) > 0 && said(last) === said(answers)
  return isOld ? 'listed' : 'same-day'
}
