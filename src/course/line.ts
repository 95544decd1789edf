import type { Instant } from '../kernel/instant.ts'
import { changeBetween, type ChangeBasis, type Reliable } from '../measure/change.ts'
import { baselineOf, type CourseFrame } from '../measure/followed.ts'

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

/** How far a line reaches, and what counts as a change on it; null where nothing has been published. */
export interface Scale {
  readonly min: number
  readonly max: number
  readonly basis: ChangeBasis | null
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
  /** The answer that the newest is compared with; null where there is none to compare with. */
  readonly from: Instant | null
  /** Around that answer: inside it, a change may be chance. */
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

/** A score is compared with the baseline that the measures page and the outcomes have, and with no other. */
export function scoredLines({ scores }: LineFacts, scales: Scales, frame: CourseFrame): ThreadLine[] {
  const asked = [...new Set(scores.map(({ instrumentId }) => instrumentId))].toSorted()
  return asked.flatMap((instrumentId) => {
    const scale = Object.hasOwn(scales.scores, instrumentId) ? scales.scores[instrumentId] : undefined
    if (!scale) return []
    const own = scores.filter((score) => score.instrumentId === instrumentId).toSorted(byTime)
    const points = own.map(({ at, total }) => pointAt(at, total))
    const from = baselineOf(own, frame)?.at ?? null
    return [lineOf({ id: instrumentId, kind: 'score', instrumentId, words: null, from }, points, scale)]
  })
}

export const ratedLines = ({ beliefs, ratings }: LineFacts, { belief: scale }: Scales): ThreadLine[] =>
  beliefs.toSorted(byTime).map(({ id, words }) => {
    const points = ratings
      .filter(({ beliefId }) => beliefId === id)
      .toSorted(byTime)
      .map(({ at, rating }) => pointAt(at, rating))
    const from = points[0]?.at ?? null
    return lineOf({ id, kind: 'belief', instrumentId: null, words, from }, points, scale)
  })

const pointAt = (at: Instant, value: number | null): ThreadPoint => ({
  at,
  status: value === null ? 'skipped' : 'given',
  value,
})

type Named = Pick<ThreadLine, 'id' | 'kind' | 'instrumentId' | 'words' | 'from'>

function lineOf(named: Named, points: readonly ThreadPoint[], scale: Scale): ThreadLine {
  const since = named.from ?? Infinity
  const values = points.flatMap(({ at, value }) => (value === null || at < since ? [] : [value]))
  const { min, max } = scale
  return { ...named, min, max, band: bandOf(values, scale), points, change: changeOf(values, scale) }
}

function bandOf(values: readonly number[], { min, max, basis }: Scale): ThreadLine['band'] {
  const [first, reliable] = [values[0], basis?.reliable ?? null]
  if (first === undefined || reliable === null) return null
  // Open at its edges: a difference of exactly the threshold is already more than chance.
  return { from: Math.max(min, first - reliable), to: Math.min(max, first + reliable) }
}

const said: Record<Reliable, Change> = {
  improvement: 'better',
  deterioration: 'worse',
  'no-reliable-change': 'chance',
  'not-defined': 'unknown',
  unknown: 'unknown',
}

/** From the first of these to the newest. With fewer than two, or without a published threshold, nothing is claimed. */
export const changeOf = (values: readonly number[], { basis }: Scale): Change =>
  basis === null || values.length < 2
    ? 'unknown'
    : said[changeBetween(basis, values[0] ?? null, values.at(-1) ?? null).reliable]

const byTime = (a: { at: Instant; id: string }, b: { at: Instant; id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id))
