import { isWhen } from '../intake/when.ts'

/** An answer as far as it is filled in. */
export interface Answering {
  readonly answer: string
  readonly on: string
  readonly note: string
  /** Taken over from what the client told: its telling. */
  readonly taken?: string
}

export const untouched: Answering = { answer: '', on: '', note: '' }

export type AnswerFault = 'noteMissing' | 'dateMissing' | 'dateWrong'

export function faultOf({ answer, on, note }: Answering): AnswerFault | null {
  if (answer === 'cannot-be-known' && note.trim() === '') return 'noteMissing'
  if (answer !== 'on') return null
  if (on === '') return 'dateMissing'
  return isWhen(on) ? null : 'dateWrong'
}

/** What is sent: the questions that were answered, and are still open. */
export const answeredIn = (
  typed: Readonly<Record<string, Answering>>,
  open: readonly string[],
): [question: string, answering: Answering][] =>
  Object.entries(typed).filter(([question, { answer }]) => answer !== '' && open.includes(question))
