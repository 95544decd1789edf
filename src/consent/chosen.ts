import { isTouch, type SignedDocument, type StopSignal, type Touch, type TouchKind } from './document.ts'

/** What was chosen for one kind, in the words of the document it was chosen in: how, by whom, where. */
export function chosenTouch(words: SignedDocument['choices'], kind: TouchKind, touch: Touch): string[] {
  const { touchAnswers, touchWho, touchWhere } = words
  if (!isTouch(touch)) return [touchAnswers.no]
  const places = touch.where.flatMap((place) => touchWhere?.[kind][place] ?? [])
  return [touchAnswers[touch.answer], touchWho?.[touch.who], ...places].filter((said) => !!said) as string[]
}

export const saidStop = ({ word, gesture }: StopSignal): string =>
  [word, gesture].filter((said) => said !== '').join(', ')
