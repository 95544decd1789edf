import { instruments } from '../instrument/instrument.content.ts'
import type { Instrument } from '../instrument/instrument.ts'
import { changeBases } from '../measure/measure.content.ts'
import type { Scale, Scales } from './line.ts'

/** From the least to the most that the main score of an instrument can be. */
function reachOf({ items, scores, main }: Instrument): { min: number; max: number } {
  const counted = scores.find(({ id }) => id === main)?.of ?? []
  const values = items.filter(({ id }) => counted.includes(id)).map((item) => item.values)
  const sum = (of: (values: readonly number[]) => number) =>
    values.reduce((total, each) => total + of(each), 0)
  return { min: sum((each) => Math.min(...each)), max: sum((each) => Math.max(...each)) }
}

const scaleOf = (instrument: Instrument): Scale => ({
  ...reachOf(instrument),
  basis: changeBases[instrument.id] ?? null,
})

/** For a belief in one's own words no threshold has been published; a change of it is shown and not judged. */
export const scales: Scales = {
  scores: Object.fromEntries(
    Object.values(instruments).map((instrument) => [instrument.id, scaleOf(instrument)]),
  ),
  belief: { min: 0, max: 100, basis: null },
}
