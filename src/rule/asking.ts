import type { Known, Look } from './look.ts'
import { answerTo, isAnswered, recordsOn } from './look.ts'
import {
  becauseAnswer,
  becauseRecord,
  open,
  present,
  settled,
  type Because,
  type Decided,
} from './finding.ts'
import { earliest } from '../intake/when.ts'
import { lengthOf } from './look.ts'
import type { Ask, Dated, OnRecord, Severity, Softened, Weight } from './rule.ts'

const order: readonly Severity[] = ['block', 'override', 'caution', 'info']

/** Not asked weighs as much as the gravest answer would. */
export const gravestOf = (answers: Readonly<Record<string, Weight>>): Severity =>
  order.find((severity) => Object.values(answers).includes(severity)) ?? 'info'

interface Reading {
  readonly question: string
  readonly answers: Readonly<Record<string, Weight>>
  readonly because?: readonly Because[]
}

/**
 * What an answer says. "Cannot be known" stays unknown and goes to the clinician’s written judgement; a "no" that has
 * grown old has expired, a "yes" has not.
 */
export function readAnswer(known: Known | undefined, { question, answers, because = [] }: Reading): Decided {
  const gravest = gravestOf(answers)
  const step = { do: 'ask', what: question } as const
  if (!known) return open(gravest, { state: 'unknown', because, step })
  const facts = [...because, becauseAnswer(known.answer)]
  if (known.answer.answer === 'cannot-be-known') return judged(gravest, question, facts)
  const weight = answers[known.answer.answer]
  if (weight === undefined) return open(gravest, { state: 'unknown', because: facts, step })
  if (weight !== 'settled') return present(weight, facts)
  return known.fresh ? settled(facts) : open(gravest, { state: 'expired', because: facts, step })
}

const judged = (gravest: Severity, question: string, because: readonly Because[]): Decided => ({
  severity: gravest === 'block' ? 'override' : gravest,
  state: 'unknown',
  because,
  missing: [question],
  step: { do: 'decide', what: question },
})

export function decideAsk(look: Look, clause: Ask): Decided {
  return softer(look, readAnswer(answerTo(look, clause.question), clause), clause.softened)
}

export function softer(look: Look, decided: Decided, softened: Softened | undefined): Decided {
  const holds =
    softened !== undefined &&
    decided.state !== 'settled' &&
    (softened.protocols?.includes(look.protocol) ?? true) &&
    isAnswered(look, softened)
  return holds ? { ...decided, severity: softened.severity } : decided
}

/** A record that is sure says so by itself; a doubtful one, or one that only may mean it, waits for an answer. */
export function decideRecord(look: Look, clause: OnRecord): Decided {
  const records = recordsOn(look, [clause.list]).filter((record) => isCurrent(look, record, clause))
  if (records.length === 0) return settled()
  const because = records.map(becauseRecord)
  if (clause.asks !== undefined)
    return softer(
      look,
      readAnswer(answerTo(look, clause.asks), {
        question: clause.asks,
        answers: clause.answers ?? {},
        because,
      }),
      clause.softened,
    )
  const sure = records.filter(
    ({ certain, standing }) => standing === 'confirmed' || (certain && standing !== 'cannot-be-known'),
  )
  if (sure.length > 0) return present(clause.severity, sure.map(becauseRecord))
  return open(clause.severity, { state: 'unknown', because, step: { do: 'confirm', what: records[0]!.id } })
}

function isCurrent(
  look: Look,
  { ended, when }: { ended: boolean; when: string | null },
  { currentDays }: OnRecord,
) {
  if (currentDays === undefined) return true
  if (ended) return false
  return when === null || earliest(when) > look.at - lengthOf(currentDays)
}

/** Law that begins on a day of the practice’s calendar. */
export function decideDated(look: Look, { question, from, answers }: Dated): Decided {
  const today = look.dayOf(look.at)
  const known = answerTo(look, question)
  if (today < from) return settled(known ? [becauseAnswer(known.answer)] : [])
  const law: Because = {
    kind: 'law',
    id: `from-${from}`,
    text: `in force from ${from}`,
    when: from,
    standing: 'law',
  }
  return readAnswer(known, { question, answers, because: [law] })
}
