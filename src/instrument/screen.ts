import type { Urgency } from '../safety/ladder.ts'
import { countedAs, rawAt } from './given.ts'
import type { Answers, Instrument } from './instrument.ts'
import { isWorded } from './ownWords.ts'
import type { Language } from './response.ts'
import type { Scored } from './score.ts'

/** What is asked in the same sitting when an answer about death was more than "not at all" (instruments.md 2.4). */
export const suicideScreen = 'asq'

/** Its question about right now; only "yes" to it calls people at once. */
const rightNow = '5'

/** For how long an answer still opens the screen, when the sitting was broken off. [PD] */
export const sittingHours = 24

/** The flag that opens it. */
export const opening = 'suicide-item-positive'

/** Does this response open the screen? The screen itself opens nothing. */
export const opensScreen = ({ flags }: Pick<Scored, 'flags'>): boolean => flags.includes(opening)

/** May this instrument open it, whatever is answered? */
export const mayOpenScreen = ({ danger }: Instrument): boolean => danger.includes(opening)

const at = (instrument: Instrument, answers: Answers | null, id: string): unknown => {
  const item = instrument.items.find((each) => each.id === id)
  return item && answers ? rawAt(answers, item) : null
}

/** Does one of its answers send word to people at any hour? */
export const callsAtOnce = ({ id }: Pick<Instrument, 'id'>): boolean => id === suicideScreen

export const saidRightNow = (instrument: Instrument, answers: Answers): boolean => {
  const said = at(instrument, answers, rightNow)
  return instrument.id === suicideScreen && (said === 'yes' || said === true)
}

/**
 * "Right now": at once. What was not said the last time, and what is left unsaid now (a refusal counts as a yes): the same
 * day. What was said before and is no worse: listed, for a page about it would drown the next one that is new.
 */
export function urgencyOfScreen(screen: Instrument, before: Answers | null, now: Answers): Urgency {
  if (saidRightNow(screen, now)) return 'at-once'
  const isNew = screen.items.some((item) => {
    const given = rawAt(now, item)
    if (countedAs(item, given) !== 1) return false
    const last = before ? rawAt(before, item) : null
    return item.id === rightNow || countedAs(item, last) !== 1 || (given === 'refused' && last !== 'refused')
  })
  return isNew ? 'same-day' : 'listed'
}

/** There are no words to ask it in, in this language: a person asks it. */
export const isLeftToAPerson = (screen: Instrument | undefined, language: Language): boolean =>
  screen === undefined || !isWorded(screen, language)
