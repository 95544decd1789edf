import { isoOf } from '../kernel/instant.ts'
import type { Finding as Evaluated } from '../rule/evaluate.ts'
import type { Facts } from '../rule/facts.ts'
import { gravestFirst as graver } from '../rule/finding.ts'
import type { Told } from '../telling/telling.ts'
import type { Because } from './finding.ts'
import { turnedQuestions, type Known } from './known.ts'

/** What the rules find, and what the client’s own words say beside each question that is open by it. */
export interface Heard {
  readonly found: readonly Evaluated[]
  readonly beside: (rule: string, questions: readonly string[]) => Because[]
}

/**
 * A client’s word settles nothing. It opens again what a clinician had answered otherwise, and stands beside an open question where
 * it would speak against going ahead once it is confirmed; a reassuring one waits with the question, and is no finding.
 */
export function hearing(known: Known, facts: Facts, evaluate: (facts: Facts) => Evaluated[]): Heard {
  const base = evaluate(facts)
  const waiting = waitingIn(known)
  if (waiting.size === 0) return { found: base, beside: () => [] }
  const turned = turnedQuestions(known)
  const open = turned.length === 0 ? base : evaluate(without(facts, turned))
  const confirmed = speakingIn(evaluate(asIfConfirmed(facts, waiting)))
  const speaks = (rule: string, question: string, { id, answer, withheld }: Told) =>
    turned.includes(question) || (!withheld && (answer === null || confirmed.get(rule)?.has(id) === true))
  return {
    found: graverOf(base, open),
    beside: (rule, questions) =>
      questions.flatMap((question) => {
        const told = waiting.get(question)
        return told && speaks(rule, question, told) ? [becauseTold(question, told)] : []
      }),
  }
}

/** Told, and not yet in view of a clinician who answered. */
export const waitingIn = ({
  history,
  told = new Map(),
}: Pick<Known, 'history' | 'told'>): Map<string, Told> =>
  new Map([...told].filter(([question, { id }]) => history.answers.get(question)?.telling !== id))

const without = (facts: Facts, questions: readonly string[]): Facts => ({
  ...facts,
  answers: facts.answers.filter(({ question }) => !questions.includes(question)),
})

function asIfConfirmed(facts: Facts, waiting: ReadonlyMap<string, Told>): Facts {
  const left = without(facts, [...waiting.keys()])
  const answers = [...waiting].flatMap(([question, { id, answer, on, toldAt }]) =>
    answer === null ? [] : [{ id, question, answer, on, saidAt: isoOf(toldAt), saidBy: '' }],
  )
  return { ...left, answers: [...left.answers, ...answers] }
}

/** By rule: the facts that an unsettled finding rests on. */
const speakingIn = (found: readonly Evaluated[]) =>
  new Map(
    found
      .filter(({ state }) => state !== 'settled')
      .map(({ rule, because }) => [rule.id, new Set(because.map(({ id }) => id))]),
  )

/** What a clinician found against it stands, whatever is told; what was settled opens. */
function graverOf(base: readonly Evaluated[], open: readonly Evaluated[]): Evaluated[] {
  const opened = new Map(open.map((one) => [one.rule.id, one]))
  return base.map((one) => {
    const other = opened.get(one.rule.id)
    return other && graver(one, other) > 0 ? other : one
  })
}

const becauseTold = (question: string, { id, said, toldAt }: Told): Because => ({
  kind: 'telling',
  id,
  text: said,
  measure: null,
  when: isoOf(toldAt),
  standing: 'to-be-confirmed',
  saidBy: '',
  question,
})
