/**
 * What a chart of one score over time is drawn from. Moments are milliseconds since 1970; words are already in the reader's
 * language. What the score means is decided elsewhere: here it is only drawn.
 */
export type ScoreView = {
  /** The axis, the same for every chart that is read beside this one. */
  readonly from: number
  readonly to: number
  readonly min: number
  readonly max: number
  /** Only whole numbers: a border then runs between two of them, so that no point lies on it. */
  readonly whole: boolean
  /** Named stretches, from the lowest up. */
  readonly zones: readonly ChartZone[]
  /** The rows are words and not amounts: no figures, and no line from one to the next. */
  readonly worded?: boolean | undefined
  readonly baseline: { readonly at: number; readonly value: number } | null
  /** How far from the baseline a change is still within chance; null where nothing is known. */
  readonly threshold: number | null
  readonly points: readonly ChartPoint[]
  readonly moments: readonly ChartMoment[]
}

export type ChartZone = { readonly label: string; readonly from: number; readonly to: number }

export type ChartPoint = {
  readonly id: string
  readonly at: number
  /** Null: it is not known. Drawn as an open gap, and never as 0. */
  readonly value: number | null
  /** Worked out from the answers that were given, because some are missing. */
  readonly estimated?: boolean | undefined
}

export type ChartMoment = {
  readonly id: string
  readonly at: number
  readonly kind: 'dose' | 'event'
  readonly label: string
}

export type KnownPoint = ChartPoint & { readonly value: number }
export const isKnown = (point: ChartPoint): point is KnownPoint => point.value !== null
