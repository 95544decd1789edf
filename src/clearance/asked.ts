import type { KnownItem } from '../intake/history.ts'
import { latest } from '../intake/when.ts'
import { day } from '../kernel/instant.ts'
import { answerTo, recordsOn, type Answer, type Facts } from './evidence.ts'
import { becauseItem, becauseSaid, timeOfItem, type Because, type State } from './finding.ts'
import type { Asked, Unclear } from './rules.ts'

export interface Decided {
  readonly state: State
  readonly because: readonly Because[]
  readonly questions: readonly string[]
}

/**
 * Records that say so are believed until a clinician refutes each; records that may mean so are unknown until the
 * question about them is answered; with neither, the question itself must have been asked. Not asked is not "no".
 */
export function decideAsked(facts: Facts, rule: Asked): Decided {
  const present = recordsOn(facts, rule.present).filter((known) => isCurrent(facts, known, rule.currentDays))
  const sure = present.filter(isSure)
  if (sure.length > 0) return { state: 'present', because: sure.map(becauseItem), questions: [] }
  const doubts = [
    ...rule.unclear.map((unclear) => decideUnclear(facts, unclear)),
    decideDoubted(facts, rule, present),
    decideAnswer(answerTo(facts, rule.question), rule),
  ].flatMap((decided) => decided ?? [])
  return gravest(doubts)
}

const weight: readonly State[] = ['settled', 'expired', 'unknown', 'present']

function gravest(decided: readonly Decided[]): Decided {
  const worst = decided.reduce<State>(
    (state, one) => (weight.indexOf(one.state) > weight.indexOf(state) ? one.state : state),
    'settled',
  )
  const those = decided.filter(({ state }) => state === worst)
  return {
    state: worst,
    because: once(those.flatMap(({ because }) => because)),
    questions: [...new Set(those.flatMap(({ questions }) => questions))],
  }
}

const once = (because: readonly Because[]): Because[] => [
  ...new Map(because.map((fact) => [fact.id, fact])).values(),
]

function isCurrent({ careNow }: Facts, { item }: KnownItem, days: number | null): boolean {
  if (days === null) return true
  if (item.kind === 'problem') return !['inactive', 'remission', 'resolved'].includes(item.clinical)
  const when = timeOfItem(item)
  return when !== null && latest(when) > careNow - days * day
}

/** The sender was sure, or a clinician here confirmed it. */
function isSure({ item, standing }: KnownItem): boolean {
  if (standing === 'confirmed') return true
  if (standing === 'cannot-be-known') return false
  return !('verification' in item) || item.verification === 'confirmed' || item.verification === 'unknown'
}

/** Recorded as suspected or provisional, or said to be unknowable: as good as unknown. */
const decideDoubted = (facts: Facts, rule: Asked, present: readonly KnownItem[]): Decided | undefined =>
  present.length === 0
    ? undefined
    : { state: 'unknown', because: present.map(becauseItem), questions: [rule.question] }

function decideUnclear(facts: Facts, unclear: Unclear): Decided | undefined {
  const records = recordsOn(facts, [unclear.list])
  if (records.length === 0) return undefined
  const because = records.map(becauseItem)
  const answer = answerTo(facts, unclear.question)
  const decided = decideAnswer(answer, unclear)
  return { ...decided, because: [...because, ...decided.because] }
}

function decideAnswer(answer: Answer | undefined, rule: Pick<Asked, 'question' | 'yes' | 'no'>): Decided {
  const questions = [rule.question]
  if (!answer) return { state: 'unknown', because: [], questions }
  const because = [becauseSaid(answer.statement)]
  const said = answer.statement.answer
  if (rule.yes.includes(said)) return { state: 'present', because, questions }
  if (!rule.no.includes(said)) return { state: 'unknown', because, questions }
  return { state: answer.fresh ? 'settled' : 'expired', because, questions }
}
