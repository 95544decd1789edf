import { earliest, latest, type When } from '../intake/when.ts'
import type { Answer } from './facts.ts'
import {
  becauseAnswer,
  becauseRecord,
  open,
  present,
  settled,
  type Because,
  type Decided,
} from './finding.ts'
import { answerTo, isToday, lengthOf, recordsOn, type Known, type Look } from './look.ts'
import type { Gap, Since } from './rule.ts'

/**
 * How long ago the last one was. A record can only bring it nearer: that none is written down since does not mean that
 * nothing happened since, so a clinician states the date.
 */
export function decideSince(look: Look, clause: Since): Decided {
  const records = recordsOn(look, clause.evidence)
  const recent = records.filter(({ when }) => when !== null && bandHolds(look, when, clause) === 'yes')
  if (clause.from === null && recent.length > 0) return present(clause.severity, recent.map(becauseRecord))
  const because = records.map(becauseRecord)
  const known = answerTo(look, clause.question)
  if (!known) return unknownWhen(clause, because)
  const facts = [...because, becauseAnswer(known.answer)]
  if (known.answer.answer === 'cannot-be-known')
    return {
      ...unknownWhen(clause, facts),
      severity: 'override',
      step: { do: 'decide', what: clause.question },
    }
  if (isContradicted(known.answer, records)) return unknownWhen(clause, facts)
  return decideTold(look, clause, { ...known, facts })
}

const unknownWhen = ({ severity, question }: Since, because: readonly Because[]): Decided =>
  open(severity, { state: 'unknown', because, step: { do: 'ask', what: question } })

function decideTold(
  look: Look,
  clause: Since,
  { answer, fresh, facts }: Known & { readonly facts: readonly Because[] },
): Decided {
  if (answer.answer !== 'never' && answer.on === null) return unknownWhen(clause, facts)
  const holds = answer.on === null ? 'no' : bandHolds(look, answer.on, clause)
  if (holds === 'perhaps') return unknownWhen(clause, facts)
  if (holds === 'yes') return present(clause.severity, facts)
  return fresh ? settled(facts) : { ...unknownWhen(clause, facts), state: 'expired' }
}

/** "Never", against a record of one; or a date before a record that is surely later. */
const isContradicted = ({ answer, on }: Answer, records: readonly { when: When | null }[]): boolean =>
  answer === 'never'
    ? records.length > 0
    : on !== null && records.some(({ when }) => when !== null && earliest(when) > latest(on))

/** Whether it is so old that the band holds, for every moment that the date could mean. */
function bandHolds(look: Look, when: When, { from, until }: Since): 'yes' | 'no' | 'perhaps' {
  const inBand = (age: number) =>
    (from === null || age >= lengthOf(from)) && (until === null || age < lengthOf(until))
  const [near, far] = [inBand(look.at - latest(when)), inBand(look.at - earliest(when))]
  if (near === far) return near ? 'yes' : spans(look, when, { from, until }) ? 'perhaps' : 'no'
  return 'perhaps'
}

/** A year alone may begin before the band and end after it. */
const spans = (look: Look, when: When, { from, until }: Pick<Since, 'from' | 'until'>): boolean =>
  from !== null &&
  until !== null &&
  look.at - latest(when) < lengthOf(from) &&
  look.at - earliest(when) >= lengthOf(until)

/** Time since the last dose: of those written down here, or of the one that was told. */
export function decideGap(look: Look, clause: Gap): Decided {
  const known = answerTo(look, clause.question)
  const told = known?.answer.answer === 'on' ? known.answer.on : null
  const [last] = [...look.doses, ...(told === null ? [] : [told])].toSorted((a, b) => latest(b) - latest(a))
  if (last !== undefined) return sinceLast(look, clause, last)
  const because = known ? [becauseAnswer(known.answer)] : []
  return known?.answer.answer === 'never' ? settled(because) : unasked(clause, because)
}

const unasked = ({ severity, question }: Gap, because: readonly Because[]): Decided =>
  open(severity, { state: 'unknown', because, step: { do: 'ask', what: question } })

function sinceLast(look: Look, clause: Gap, last: When): Decided {
  const { least, severity } = clause
  const because: Because[] = [
    { kind: 'dose', id: `dose-${last}`, text: 'last dose', when: last, standing: 'recorded' },
  ]
  if (look.at - latest(last) >= lengthOf(least)) return settled(because)
  if (look.at - earliest(last) < lengthOf(least) || isToday(look, last))
    return { ...present(severity, because), step: { do: 'wait', what: `${least.value} ${least.unit}` } }
  return unasked(clause, because)
}
