import { rangeOf } from '../instrument/counting.ts'
import type { Instrument, Score } from '../instrument/instrument.ts'

/** A score that can be drawn over time. */
export interface ScoreLine {
  readonly scoreId: string
  /** The one that bands are read from and change is judged in. */
  readonly main: boolean
  readonly min: number
  readonly max: number
  /** Only whole numbers: nothing lies between two of them. */
  readonly whole: boolean
  /** From the lowest up, without holes; empty where the instrument names none. */
  readonly zones: readonly Zone[]
}

/** A named stretch of a scale: from its first value up to, and without, the next zone's. */
export interface Zone {
  readonly id: string
  readonly from: number
  readonly to: number
}

/** The main score first, then its parts in the instrument's order; the same answers counted in another way are left out. */
export function linesOf(instrument: Instrument): ScoreLine[] {
  const { main } = instrument
  const scores = instrument.scores
    .filter(isDrawn)
    .toSorted((one, other) => Number(other.id === main) - Number(one.id === main))
  const counted = new Set<string>()
  return scores.flatMap((score) => {
    const answers = 'of' in score ? score.of.toSorted().join() : score.id
    if (counted.has(answers)) return []
    counted.add(answers)
    return [lineOf(instrument, score)]
  })
}

/** Not a number of its own: a cut-off that was chosen, how many were answered, what a sum could be at least or at most. */
const isDrawn = (score: Score): boolean =>
  score.how !== 'choice' && score.how !== 'answered' && !(score.how === 'met' && score.end !== 'exactly')

function lineOf(instrument: Instrument, score: Score): ScoreLine {
  const range = rangeOf(instrument, score)
  const main = score.id === instrument.main
  const whole = score.how !== 'mean' && score.how !== 'percent'
  return { scoreId: score.id, main, ...range, whole, zones: main ? zonesOf(instrument, range) : [] }
}

function zonesOf({ bands }: Instrument, { min, max }: { min: number; max: number }): Zone[] {
  const starts = bands
    .flatMap((band) => {
      if ('when' in band) return []
      return [{ id: band.id, from: 'from' in band ? band.from : band.above }]
    })
    .toSorted((one, other) => one.from - other.from)
  return starts
    .map(({ id, from }, place) => ({
      id,
      from: Math.max(min, from),
      to: Math.min(max, starts[place + 1]?.from ?? max),
    }))
    .filter(({ from, to }) => to > from || from === max)
}
