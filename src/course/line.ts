import type { Instant } from '../kernel/instant.ts'

/** What was asked again and again. An answer that gave no total was skipped, in whole or in the part that decides. */
export interface LineFacts {
  readonly scores: readonly {
    readonly id: string
    readonly instrumentId: string
    readonly at: Instant
    readonly total: number | null
  }[]
  readonly beliefs: readonly { readonly id: string; readonly words: string; readonly at: Instant }[]
  readonly ratings: readonly {
    readonly id: string
    readonly beliefId: string
    readonly rating: number
    readonly at: Instant
  }[]
}

/** How far a line reaches and from which difference on a change is more than chance; null where none is published. */
export interface Scale {
  readonly min: number
  readonly max: number
  readonly reliableChange: number | null
  readonly better: 'lower' | 'higher'
}

export interface Scales {
  /** By instrument. A score whose scale is not known draws no line. */
  readonly scores: Readonly<Record<string, Scale>>
  readonly belief: Scale
}

export interface ThreadLine {
  readonly id: string
  readonly kind: 'score' | 'belief'
  readonly instrumentId: string | null
  /** A belief, in the client's own words. */
  readonly words: string | null
  readonly min: number
  readonly max: number
  /** Around the line's own start: inside it, a change may be chance. */
  readonly band: { readonly from: number; readonly to: number } | null
  readonly points: readonly ThreadPoint[]
  readonly change: Change
}

export interface ThreadPoint {
  readonly at: Instant
  readonly status: 'given' | 'skipped'
  readonly value: number | null
}

export type Change = 'better' | 'worse' | 'chance' | 'unknown'

export function scoredLines({ scores }: LineFacts, scales: Scales): ThreadLine[] {
  const asked = [...new Set(scores.map(({ instrumentId }) => instrumentId))].toSorted()
  return asked.flatMap((instrumentId) => {
    const scale = Object.hasOwn(scales.scores, instrumentId) ? scales.scores[instrumentId] : undefined
    if (!scale) return []
    const points = scores
      .filter((score) => score.instrumentId === instrumentId)
      .toSorted(byTime)
      .map(({ at, total }) => pointAt(at, total))
    return [lineOf({ id: instrumentId, kind: 'score', instrumentId, words: null }, points, scale)]
  })
}

export const ratedLines = ({ beliefs, ratings }: LineFacts, { belief: scale }: Scales): ThreadLine[] =>
  beliefs.toSorted(byTime).map(({ id, words }) => {
    const points = ratings
      .filter(({ beliefId }) => beliefId === id)
      .toSorted(byTime)
      .map(({ at, rating }) => pointAt(at, rating))
    return lineOf({ id, kind: 'belief', instrumentId: null, words }, points, scale)
  })

const pointAt = (at: Instant, value: number | null): ThreadPoint => ({
  at,
  status: value === null ? 'skipped' : 'given',
  value,
})

type Named = Pick<ThreadLine, 'id' | 'kind' | 'instrumentId' | 'words'>

function lineOf(named: Named, points: readonly ThreadPoint[], scale: Scale): ThreadLine {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const { min, max } = scale
  return { ...named, min, max, band: bandOf(values, scale), points, change: changeOf(values, scale) }
}

function bandOf(values: readonly number[], { min, max, reliableChange }: Scale): ThreadLine['band'] {
  const first = values[0]
  if (first === undefined || reliableChange === null) return null
  // Open at its edges: a difference of exactly the threshold is already more than chance.
  return { from: Math.max(min, first - reliableChange), to: Math.min(max, first + reliableChange) }
}

/** From the first answer to the newest. With fewer than two, or without a published threshold, nothing is claimed. */
export function changeOf(values: readonly number[], { reliableChange, better }: Scale): Change {
  const [first, last] = [values[0], values.at(-1)]
  if (first === undefined || last === undefined || values.length < 2 || reliableChange === null)
    return 'unknown'
  const difference = last - first
  if (Math.abs(difference) < reliableChange) return 'chance'
  return difference < 0 === (better === 'lower') ? 'better' : 'worse'
}

const byTime = (a: { at: Instant; id: string }, b: { at: Instant; id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id))
