import { day, type Instant } from '../kernel/instant.ts'

export interface Answer {
  readonly id: string
  readonly question: string
  /** Empty where they only said that they are not sure. */
  readonly words: string
  readonly unsure: boolean
  /** Who wrote it down, where it was said aloud; null where the client wrote it. */
  readonly heardBy: string | null
  readonly toldAt: Instant
}

export interface Talk {
  readonly answerId: string
  readonly note: string
  readonly byName: string
  readonly talkedAt: Instant
}

export interface Taught {
  readonly question: string
  readonly answer: Answer | null
  readonly talk: Talk | null
}

/** As long as a consent lasts. [PD] */
const answersLast = 365 * day

/**
 * Each question of a document with its newest answer, and what was talked about it. Answers come in the order in which
 * they were given, for this document in this version alone.
 */
export function taughtBack(
  questions: readonly string[],
  told: { readonly answers: readonly Answer[]; readonly talks: readonly Talk[] },
  careNow: Instant,
): Taught[] {
  return questions.map((question) => {
    const newest = told.answers.findLast((one) => one.question === question && one.toldAt <= careNow)
    const answer = newest && newest.toldAt > careNow - answersLast ? newest : null
    const talk = told.talks.findLast(
      ({ answerId, talkedAt }) => answerId === answer?.id && talkedAt <= careNow,
    )
    return { question, answer, talk: talk ?? null }
  })
}

/** What still has to be said, or talked about, before anyone signs. Nothing is scored. `untaught` says the same in SQL. */
export const openQuestions = (taught: readonly Taught[]): string[] =>
  taught.filter(({ answer, talk }) => !answer || (answer.unsure && !talk)).map(({ question }) => question)
