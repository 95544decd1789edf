import type { KnownItem, Statement } from '../intake/history.ts'
import { earliest, latest, type When } from '../intake/when.ts'
import { day, type Instant } from '../kernel/instant.ts'
import type { Decided } from './asked.ts'
import { answerTo, recordsOn, type Facts } from './evidence.ts'
import { becauseItem, becauseSaid, timeOfItem } from './finding.ts'
import type { Band, Since } from './rules.ts'

export interface BandDecided extends Decided {
  readonly band: Band
}

/**
 * How long ago the last event was. A record can only make it nearer, never farther: that nothing is recorded since
 * does not mean nothing happened since, so the date must be stated by a clinician.
 */
export function decideSince(facts: Facts, rule: Since): BandDecided {
  const records = recordsOn(facts, rule.evidence)
  const nearest = rule.bands[0]!
  const recent = records.filter((known) => surelyWithin(timeOfItem(known.item), nearest.days, facts.careNow))
  if (recent.length > 0)
    return { band: nearest, state: 'present', because: recent.map(becauseItem), questions: [] }
  const questions = [rule.question]
  const answer = answerTo(facts, rule.question)
  const because = records.map(becauseItem)
  if (!answer) return { band: nearest, state: 'unknown', because, questions }
  const stated = [...because, becauseSaid(answer.statement)]
  if (isContradicted(answer.statement, records))
    return { band: nearest, state: 'unknown', because: stated, questions }
  const decided = bandOf(answer.statement, rule, facts.careNow)
  if (decided === 'unclear') return { band: nearest, state: 'unknown', because: stated, questions }
  if (!answer.fresh) return { band: decided ?? nearest, state: 'expired', because: stated, questions }
  if (decided === null) return { band: nearest, state: 'settled', because: stated, questions }
  return { band: decided, state: 'present', because: stated, questions }
}

/** Every moment the date could mean lies within so many days. */
const surelyWithin = (when: When | null, days: number, careNow: Instant): boolean =>
  when !== null && earliest(when) > careNow - days * day

/** "Never", against a record of one; or a date before a record that is surely later. */
function isContradicted({ answer, on }: Statement, records: readonly KnownItem[]): boolean {
  if (answer === 'never') return records.length > 0
  if (on === null) return false
  return records.some(({ item }) => {
    const when = timeOfItem(item)
    return when !== null && earliest(when) > latest(on)
  })
}

/** The band the stated date falls in; `unclear` when it could fall in more than one, null when it is past them all. */
function bandOf({ answer, on }: Statement, rule: Since, careNow: Instant): Band | 'unclear' | null {
  if (answer === 'never') return null
  if (answer !== 'on' || on === null) return 'unclear'
  const near = bandAt(rule, careNow - latest(on))
  const far = bandAt(rule, careNow - earliest(on))
  return near === far ? near : 'unclear'
}

const bandAt = (rule: Since, age: number): Band | null =>
  rule.bands.find(({ days }) => age < days * day) ?? rule.beyond
