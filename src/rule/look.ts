import { earliest, latest, type When } from '../intake/when.ts'
import { day, hour, minute, type Instant } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import { drugsIn, type DrugMatch } from './drug.ts'
import type { Answer, Facts, MedicineFact, RecordFact } from './facts.ts'
import type { Answered, AskedQuestion, Figure, ProtocolId } from './rule.ts'
import { isOnList, type Table } from './table.ts'

export interface Moment {
  readonly at: Instant
  readonly protocol: ProtocolId
}
export interface Known {
  readonly answer: Answer
  readonly fresh: boolean
}
export interface Taking {
  readonly medicine: MedicineFact
  readonly match: DrugMatch
}

/** The facts as one evaluation looks at them; what is asked often is worked out once. */
export interface Look extends Moment {
  readonly table: Table
  readonly facts: Facts
  readonly answers: ReadonlyMap<string, Answer>
  readonly matches: readonly Taking[]
  readonly unmatched: readonly MedicineFact[]
  /** Past doses, the newest first. */
  readonly doses: readonly When[]
  readonly dayOf: (moment: Instant) => string
}

export function lookAt(table: Table, facts: Facts, { at, protocol }: Moment): Look {
  const answers = new Map<string, Answer>()
  for (const answer of facts.answers.toSorted(bySaid)) answers.set(answer.question, answer)
  const named = facts.medicines.map((medicine) => ({
    medicine,
    matches: drugsIn(table.drugs, medicine.codings, medicine.text),
  }))
  return {
    at,
    protocol,
    table,
    facts,
    answers,
    matches: named.flatMap(({ medicine, matches }) => matches.map((match) => ({ medicine, match }))),
    unmatched: named.filter(({ matches }) => matches.length === 0).map(({ medicine }) => medicine),
    doses: facts.doses.filter((when) => earliest(when) <= at).toSorted((a, b) => latest(b) - latest(a)),
    dayOf: daysOnce(facts.timeZone),
  }
}

const bySaid = (a: Answer, b: Answer) => latest(a.saidAt) - latest(b.saidAt)

function daysOnce(timeZone: string): (moment: Instant) => string {
  const known = new Map<Instant, string>()
  return (moment) => {
    const found = known.get(moment) ?? dayIn(moment, timeZone)
    known.set(moment, found)
    return found
  }
}

const lengths: Readonly<Record<string, number>> = {
  min: minute,
  h: hour,
  d: day,
  mo: 30.44 * day,
  a: 365.25 * day,
}
export const lengthOf = ({ value, unit }: Figure): number => value * (lengths[unit] ?? Number.NaN)

/** A day without a time is today when it is that day; a moment, when it falls on it in the practice’s zone. */
export const isToday = (look: Look, when: When): boolean =>
  when.length <= 10 ? when === look.dayOf(look.at) : look.dayOf(earliest(when)) === look.dayOf(look.at)

/** Surely no older than so much, whatever moment it could mean; and not from the future. */
export function isWithin(look: Look, when: When, figure: Figure): boolean {
  if (figure.unit === 'same-day') return isToday(look, when) && earliest(when) <= look.at + day
  return earliest(when) <= look.at && look.at - earliest(when) <= lengthOf(figure)
}

/** What was answered last, unless it was declined: that is as good as never asked. */
export function answerTo(look: Look, question: string): Known | undefined {
  const answer = look.answers.get(question)
  if (!answer || answer.answer === 'declined' || earliest(answer.saidAt) > look.at) return undefined
  const valid = validityOf(look.table.questions.get(question), answer.answer)
  return { answer, fresh: valid === null || isWithin(look, answer.saidAt, valid) }
}

const validityOf = (question: AskedQuestion | undefined, value: string): Figure | null =>
  question?.options?.find((option) => option.value === value)?.valid ?? question?.valid ?? null

export function isAnswered(look: Look, { question, answers }: Answered): boolean {
  const known = answerTo(look, question)
  return known !== undefined && known.fresh && answers.includes(known.answer.answer)
}

export const recordsOn = ({ facts, table }: Look, lists: readonly string[]): RecordFact[] =>
  facts.records.filter(
    ({ standing, codings }) =>
      standing !== 'refuted' && lists.some((name) => isOnList(table.lists[name], codings)),
  )

/** Medicines of these classes that are taken, or may be. */
export const takenOf = (look: Look, classes: readonly string[]): Taking[] =>
  ofClasses(look, classes).filter(({ medicine }) => medicine.taking !== 'no')

export const ofClasses = ({ matches }: Look, classes: readonly string[]): Taking[] =>
  matches.filter(({ match }) => match.drug.classes.some((name) => classes.includes(name)))
