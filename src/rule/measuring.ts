import { ageAt } from './age.ts'
import { earliest } from '../intake/when.ts'
import type { Reading } from './facts.ts'
import { open, present, settled, type Because, type Decided } from './finding.ts'
import { isAnswered, isToday, isWithin, type Look } from './look.ts'
import type { Age, AgeClause, Band, Counted } from './rule.ts'

/** Whether the age is in the span; `perhaps` where a birth year alone, or nothing, is known. */
export function ageHolds(look: Look, { from, under }: Age): 'yes' | 'no' | 'perhaps' {
  const { birthDate } = look.facts
  const age = birthDate === null ? null : ageAt(birthDate, look.at)
  if (age === null) return 'perhaps'
  const holds = (years: number) => (!from || years >= from.value) && (!under || years < under.value)
  const [least, most] = [holds(age.least), holds(age.most)]
  return least === most ? (least ? 'yes' : 'no') : 'perhaps'
}

export const becauseBorn = ({ facts: { birthDate } }: Look): Because[] =>
  birthDate === null
    ? []
    : [{ kind: 'birth-date', id: 'birth-date', text: birthDate, when: birthDate, standing: 'recorded' }]

export function decideAge(look: Look, clause: AgeClause): Decided {
  const holds = ageHolds(look, clause)
  if (holds === 'no') return settled(becauseBorn(look))
  if (holds === 'yes') return present(clause.severity, becauseBorn(look))
  const step = { do: 'ask', what: 'birth-date' } as const
  return open(clause.severity, { state: 'unknown', because: becauseBorn(look), step })
}

interface Taken {
  readonly readings: readonly Reading[]
  readonly values: readonly number[]
}

/** The newest readings, or their mean, against each band in turn. */
export function decideNumber(look: Look, clause: Counted): Decided {
  if (clause.age && ageHolds(look, clause.age) === 'no') return settled()
  if (clause.unless && isAnswered(look, clause.unless)) return settled()
  const taken = takenOf(look, clause.measures)
  const fresh = taken.filter((one) => one.readings.every((reading) => isFresh(look, reading, clause)))
  const needed = clause.mean?.value ?? 1
  if (fresh.length < needed) return tooFew(clause, taken)
  const newest = fresh.slice(0, needed)
  const because = newest.flatMap(({ readings }) => readings.map(becauseReading))
  const values = clause.measures.map(
    (_, place) => newest.reduce((sum, { values: each }) => sum + each[place]!, 0) / needed,
  )
  const band = clause.bands.find((each) => reaches(each, values))
  return band ? present(band.severity, because) : settled(because)
}

function tooFew({ missing, measures }: Counted, taken: readonly Taken[]): Decided {
  if (missing === null) return settled()
  const because = taken.slice(0, 2).flatMap(({ readings }) => readings.map(becauseReading))
  const step = { do: 'measure', what: measures.join(' and ') } as const
  return open(missing, { state: taken.length === 0 ? 'unknown' : 'expired', because, step })
}

/** Readings of all these measures at one moment, the newest first. A reading in another unit is none. */
function takenOf({ facts, table, at }: Look, measures: readonly string[]): Taken[] {
  const of = (measure: string) =>
    facts.readings.filter(
      (reading) =>
        reading.measure === measure &&
        reading.unit === table.measures.get(measure)?.unit &&
        earliest(reading.at) <= at,
    )
  const [first = '', ...others] = measures
  const rest = others.map(of)
  return of(first)
    .toSorted((a, b) => earliest(b.at) - earliest(a.at))
    .flatMap((reading) => {
      const beside = rest.flatMap((each) => each.find(({ at: when }) => when === reading.at) ?? [])
      if (beside.length < others.length) return []
      const readings = [reading, ...beside]
      return [{ readings, values: readings.map(({ value }) => value) }]
    })
}

const isFresh = (look: Look, { at }: Reading, { within, today }: Counted): boolean =>
  (!within || isWithin(look, at, within)) && (today !== true || isToday(look, at))

const tests: Readonly<Record<Band['test'], (value: number, limit: number) => boolean>> = {
  above: (value, limit) => value > limit,
  atLeast: (value, limit) => value >= limit,
  below: (value, limit) => value < limit,
  atMost: (value, limit) => value <= limit,
}

const reaches = ({ test, limits }: Band, values: readonly number[]): boolean =>
  values.some((value, place) => limits[place] !== undefined && tests[test](value, limits[place].value))

const becauseReading = ({ id, measure, value, unit, at }: Reading): Because => ({
  kind: 'reading',
  id,
  text: `${measure} ${Math.round(value * 10) / 10} ${unit}`,
  when: at,
  standing: 'measured',
})
