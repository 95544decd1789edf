import type { Question } from './fit.ts'

export interface QuestionWords {
  readonly ask: string
  readonly why: string
  /** Why the answer that concerns us matters, said in the result. */
  readonly because: string
  /** The same when it was skipped or the visitor is not sure. */
  readonly unknown: string
  /** What may help instead. */
  readonly help?: string
}

/** One question of content/fit/questions.json. `rules` are the rows of the clinical reference it stands for. */
export interface CheckQuestion extends Question {
  readonly rules: readonly string[]
  readonly en: QuestionWords
  readonly es: QuestionWords
}

export interface CheckFile {
  readonly version: string
  readonly checkedOn: string
  readonly questions: readonly CheckQuestion[]
}
