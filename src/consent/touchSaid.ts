import { isTouch, type Touch, type TouchAnswer, type TouchWho } from './document.ts'

interface StaffWords {
  readonly answers: Readonly<Record<TouchAnswer, string>>
  readonly who: Readonly<Record<TouchWho, string>>
  readonly places: Readonly<Record<string, string>>
}

/** In one line, for those who go by it: how, by whom, where. */
export function touchSaid({ answers, who, places }: StaffWords, touch: Touch): string {
  if (!isTouch(touch)) return answers.no
  const where = touch.where.map((place) => places[place] ?? place).join(', ')
  return `${answers[touch.answer]}. ${who[touch.who]}: ${where}.`
}
