/**
 * Change that is more than chance, and change that matters (Jacobson and Truax 1991; instruments.md 4). A basis is data:
 * content/instruments/change.json. Where no reliable threshold was published, none is computed from a stranger's sample.
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

export interface Spread {
  readonly sd: number
  /** Reliability: test and retest, or Cronbach's alpha. */
  readonly r: number
}

export interface ReliableChangeIndex {
  readonly sem: number
  readonly sdiff: number
  readonly rci: number
  readonly threshold95: number
  readonly reliable: boolean
}

export function reliableChangeIndex(
  { sd, r }: Spread,
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
