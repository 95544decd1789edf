/**
 * Change that is more than chance, and change that matters (Jacobson and Truax 1991; instruments.md 4). A basis is data:
 * content/measures/change.json. Where no reliable threshold was published, none is computed from a stranger's sample.
 */
export interface ChangeBasis {
  readonly betterIs: 'lower' | 'higher'
  readonly reliable: number | null
  readonly reliableSource: string | null
  /** The smallest change people notice. */
  readonly mcid: number | null
  readonly mcidSource: string | null
  readonly responsePercent: number | null
  readonly remission: { readonly below: number } | { readonly atMost: number } | null
  /** From here on it counts as a case. */
  readonly caseAtLeast: number | null
  readonly endSource: string | null
  /** Why no change of it is ever called reliable: it is a screen, a count or a state. */
  readonly never?: string
}

export type Reliable =
  | 'improvement'
  | 'deterioration'
  | 'no-reliable-change'
  /** No threshold has been published. */
  | 'not-defined'
  /** A score is missing; that is never "no change". */
  | 'unknown'

/** Null: cannot be said, or does not apply. */
export interface Change {
  readonly delta: number | null
  readonly reliable: Reliable
  readonly mcid: boolean | null
  readonly response: boolean | null
  readonly remission: boolean | null
  readonly recovery: boolean | null
  readonly reliableRecovery: boolean | null
}

const unknown: Change = {
  delta: null,
  reliable: 'unknown',
  mcid: null,
  response: null,
  remission: null,
  recovery: null,
  reliableRecovery: null,
}

export function changeBetween(basis: ChangeBasis, baseline: number | null, followup: number | null): Change {
  if (baseline === null || followup === null) return unknown
  const delta = followup - baseline
  const better = basis.betterIs === 'lower' ? -delta : delta
  const reliable = reliableOf(basis.reliable, better)
  const recovery = recoveryOf(basis.caseAtLeast, baseline, followup)
  return {
    delta,
    reliable,
    mcid: basis.mcid === null ? null : better >= basis.mcid,
    response:
      basis.responsePercent === null || baseline === 0
        ? null
        : (better / baseline) * 100 >= basis.responsePercent,
    remission: remissionOf(basis.remission, followup),
    recovery,
    reliableRecovery: recovery === null ? null : recovery && reliable === 'improvement',
  }
}

function reliableOf(threshold: number | null, better: number): Reliable {
  if (threshold === null) return 'not-defined'
  if (better >= threshold) return 'improvement'
  return -better >= threshold ? 'deterioration' : 'no-reliable-change'
}

function remissionOf(mark: ChangeBasis['remission'], followup: number): boolean | null {
  if (mark === null) return null
  return 'below' in mark ? followup < mark.below : followup <= mark.atMost
}

const recoveryOf = (caseAtLeast: number | null, baseline: number, followup: number): boolean | null =>
  caseAtLeast === null || baseline < caseAtLeast ? null : followup < caseAtLeast

/** How far scores spread in some population, and how reliable they are there. */
export interface Spread {
  readonly sd: number
  /** Test and retest. */
  readonly retest?: number
  /** Cronbach's alpha; it gives a smaller threshold than retest does. */
  readonly alpha?: number
  readonly source?: string | null
}

/** What a change must reach to be more than chance, and where that stands. */
export interface Threshold {
  readonly kind: 'published' | 'retest' | 'alpha' | 'never' | 'none'
  readonly threshold: number | null
  readonly source: string | null
}

/** The published threshold first, then one from test and retest, then one from alpha; never for a screen or a state. */
export function thresholdOf(basis: ChangeBasis | undefined, spread?: Spread): Threshold {
  if (basis?.never) return { kind: 'never', threshold: null, source: basis.never }
  if (basis && basis.reliable !== null)
    return { kind: 'published', threshold: basis.reliable, source: basis.reliableSource }
  return spread ? thresholdFrom(spread) : noThreshold
}

const noThreshold: Threshold = { kind: 'none', threshold: null, source: null }

function thresholdFrom({ sd, retest, alpha, source = null }: Spread): Threshold {
  if (retest !== undefined) return { kind: 'retest', threshold: computed(sd, retest), source }
  return alpha === undefined ? noThreshold : { kind: 'alpha', threshold: computed(sd, alpha), source }
}

/** Totals are whole numbers: a change must reach the next one. */
const computed = (sd: number, r: number): number => Math.ceil(thresholdAt95(sd, r))

const thresholdAt95 = (sd: number, r: number): number => 1.96 * Math.SQRT2 * sd * Math.sqrt(1 - r)

export interface ReliableChangeIndex {
  readonly sem: number
  readonly sdiff: number
  readonly rci: number
  readonly threshold95: number
  readonly reliable: boolean
}

export function reliableChangeIndex(
  { sd, r }: { readonly sd: number; readonly r: number },
  baseline: number,
  followup: number,
): ReliableChangeIndex {
  const sem = sd * Math.sqrt(1 - r)
  const sdiff = Math.SQRT2 * sem
  const rci = (followup - baseline) / sdiff
  return { sem, sdiff, rci, threshold95: 1.96 * sdiff, reliable: Math.abs(rci) >= 1.96 }
}

interface Group {
  readonly mean: number
  readonly sd: number
}

/** Criterion c: the point between two groups, nearer to the one that varies less. */
export const cutoffBetween = (clinical: Group, normal: Group): number =>
  (clinical.sd * normal.mean + normal.sd * clinical.mean) / (clinical.sd + normal.sd)
