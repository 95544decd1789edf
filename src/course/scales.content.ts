import { instruments } from '../instrument/instrument.content.ts'
import { rangeOf } from '../instrument/counting.ts'
import type { Instrument } from '../instrument/instrument.ts'
import { changeRule } from '../measure/measure.content.ts'
import type { Scale, Scales } from './line.ts'

/** From the least to the most that the main score of an instrument can be. */
function reachOf(instrument: Instrument): { min: number; max: number } {
  const main = instrument.scores.find(({ id }) => id === instrument.main)
  return main ? rangeOf(instrument, main) : { min: 0, max: 0 }
}

const scaleOf = (instrument: Instrument): Scale => ({
  ...reachOf(instrument),
  basis: changeRule(instrument.id).basis,
})

/** For a belief in one's own words no threshold has been published; a change of it is shown and not judged. */
export const scales: Scales = {
  scores: Object.fromEntries(
    Object.values(instruments).map((instrument) => [instrument.id, scaleOf(instrument)]),
  ),
  belief: { min: 0, max: 100, basis: null },
}
