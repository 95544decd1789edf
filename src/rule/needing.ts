import { earliest, latest } from '../intake/when.ts'
import { day } from '../kernel/instant.ts'
import { answerTo, isAnswered, lengthOf, recordsOn, takenOf, type Look } from './look.ts'
import { ageHolds } from './measuring.ts'
import type { Clause, Condition, Figure } from './rule.ts'

/** Whether the clause speaks about this person at all. What cannot be told from the facts counts as yes. */
export function isNeeded(look: Look, { protocols, stages, needs }: Clause): boolean {
  if (protocols && !protocols.includes(look.protocol)) return false
  if (stages && !stages.includes(look.facts.stage)) return false
  return !needs || needs.some((condition) => conditionHolds(look, condition))
}

export function conditionHolds(look: Look, condition: Condition): boolean {
  return aboutPerson(look, condition) && aboutCourse(look, condition)
}

function aboutPerson(look: Look, { ageFrom, lists, classes, answered, answeredNot }: Condition): boolean {
  if (ageFrom && ageHolds(look, { from: ageFrom }) === 'no') return false
  if (lists && recordsOn(look, lists).length === 0) return false
  if (classes && takenOf(look, classes).length === 0) return false
  if (answered && !isAnswered(look, answered)) return false
  return !(answeredNot && isAnsweredEver(look, answeredNot))
}

const isAnsweredEver = (
  look: Look,
  { question, answers }: NonNullable<Condition['answeredNot']>,
): boolean => {
  const known = answerTo(look, question)
  return known !== undefined && answers.includes(known.answer.answer)
}

function aboutCourse(look: Look, condition: Condition): boolean {
  const { protocols, courseBegun, dosesPerWeek } = condition
  const since = look.doses.map((when) => look.at - latest(when))
  // A dose that is known by its month may have been on its first day: the pause since is as long as it can be.
  const ago = look.doses.map((when) => look.at - earliest(when)).toSorted((one, other) => one - other)
  if (protocols && !protocols.includes(look.protocol)) return false
  if (courseBegun === true && since.length === 0) return false
  if (dosesPerWeek && !isWeekly(since, dosesPerWeek.value)) return false
  return isLonger(ago[0], condition.doseGapOver) && isLonger(ago.at(-1), condition.courseLongerThan)
}

const isLonger = (since: number | undefined, than: Figure | undefined): boolean =>
  than === undefined || (since !== undefined && since > lengthOf(than))

/** So often, over the last four weeks. */
const isWeekly = (since: readonly number[], perWeek: number): boolean =>
  since.filter((ago) => ago <= 28 * day).length >= 4 * perWeek
