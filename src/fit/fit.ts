/**
 * The private self-check. It runs where the answers are, in the visitor's browser; the same rules are tested here.
 * It clears nobody and diagnoses nothing: it says which conversation comes first, and because of what.
 */
export const answers = ['yes', 'no', 'not-sure', 'skip'] as const
export type Answer = (typeof answers)[number]

/**
 * What a concerning answer leads to. `not-now`: a rule of the clinical reference that only new facts can clear.
 * `doctor`: one that a letter, a test or a prescriber can clear. `mention`: worth saying, holds nothing up.
 */
export type Level = 'danger' | 'not-now' | 'doctor' | 'mention'

export interface Question {
  readonly id: string
  readonly level: Level
  /** The answer that concerns us. */
  readonly concern: 'yes' | 'no'
}

export const outcomes = ['talk', 'doctor', 'not-now'] as const
export type Outcome = (typeof outcomes)[number]

export interface Reason {
  readonly id: string
  /** `present`: the answer itself concerns us. `unknown`: it was skipped, or the visitor is not sure. */
  readonly state: 'present' | 'unknown'
}

export interface Result {
  readonly outcome: Outcome
  /** In the order of the questions; while a danger stands or was left open, it comes first, and so does its help. */
  readonly reasons: readonly Reason[]
}

export type Answers = Readonly<Record<string, Answer | undefined>>

/** Help at once, before anything else is asked. "Not sure" about danger is danger. */
export const needsHelpNow = ({ level, concern }: Question, answer: Answer): boolean =>
  level === 'danger' && (answer === concern || answer === 'not-sure')

/** Unknown is never "no": without an answer to every question no one is told it is worth a conversation alone. */
export function resultOf(questions: readonly Question[], given: Answers): Result {
  const standing = questions.flatMap((question) => {
    const state = stateOf(question, given[question.id])
    return state ? [{ question, state }] : []
  })
  return {
    outcome: worst(standing.map(({ question, state }) => leadsTo(question, state))),
    reasons: standing.map(({ question, state }) => ({ id: question.id, state })),
  }
}

const stateOf = ({ concern }: Question, answer: Answer | undefined): Reason['state'] | undefined => {
  if (answer === concern) return 'present'
  return answer === 'yes' || answer === 'no' ? undefined : 'unknown'
}

function leadsTo({ level }: Question, state: Reason['state']): Outcome {
  if (level === 'mention') return 'talk'
  if (state === 'unknown') return 'doctor'
  return level === 'doctor' ? 'doctor' : 'not-now'
}

const worst = (led: readonly Outcome[]): Outcome =>
  led.reduce<Outcome>((so, next) => (outcomes.indexOf(next) > outcomes.indexOf(so) ? next : so), 'talk')
