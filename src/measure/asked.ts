import {
  changeBetween,
  cutoffBetween,
  reliableChangeIndex,
  thresholdOf,
  type Change,
  type ChangeBasis,
  type ReliableChangeIndex,
  type Spread,
  type Threshold,
} from './change.ts'
import { nothingKnown } from './rule.ts'

export interface ScoreFault {
  readonly reason:
    | 'not-scores'
    | 'not-a-number'
    | 'out-of-range'
    | 'unknown-item'
    | 'not-json'
    | 'duplicate-answer'
  readonly item?: string
}

export interface Invalid {
  readonly status: 'invalid'
  readonly reasons: readonly ScoreFault[]
}

interface About {
  readonly basis: ChangeBasis | undefined
  readonly range: { readonly min: number; readonly max: number } | undefined
}

type Given = Readonly<Record<string, unknown>>
/** By which figures it was worked out: whatever it is told of, the source of its threshold stands beside it. */
interface OfFigures {
  readonly kind: 'given'
  readonly threshold: number
  readonly source: string
}
type Answered =
  | (Change & { readonly basis: Threshold })
  | (ReliableChangeIndex & { readonly basis: OfFigures })
  | { readonly cutoff: number; readonly basis: OfFigures }

/** What a question about change, put as plain data, is answered. */
export function changeAsked(about: About, given: unknown): Answered | Invalid {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return invalid([{ reason: 'not-scores' }])
  const record = given as Given
  if ('mNormal' in record) return cutoffAsked(record)
  if ('r' in record) return formulaAsked(record)
  const faults = [...scoreFaults(about, record), ...strangers(record)]
  if (faults.length > 0) return invalid(faults)
  const spread = record['spread'] as (Spread & { source?: string }) | undefined
  const basis = thresholdOf(about.basis, spread)
  const [baseline, followup] = [scoreIn(record, 'baseline'), scoreIn(record, 'followup')]
  return {
    ...changeBetween({ ...(about.basis ?? nothingKnown), reliable: basis.threshold }, baseline, followup),
    basis,
  }
}

const invalid = (reasons: readonly ScoreFault[]): Invalid => ({ status: 'invalid', reasons })

const scoreIn = (given: Given, name: string): number | null => (given[name] ?? null) as number | null

function scoreFaults({ range }: About, given: Given): ScoreFault[] {
  return ['baseline', 'followup'].flatMap((item): ScoreFault[] => {
    const value = given[item] ?? null
    if (value === null) return []
    if (typeof value !== 'number' || !Number.isFinite(value)) return [{ reason: 'not-a-number', item }]
    return range && (value < range.min || value > range.max) ? [{ reason: 'out-of-range', item }] : []
  })
}

function strangers(given: Given): ScoreFault[] {
  const unknown = Object.keys(given).find((name) => !['baseline', 'followup', 'spread'].includes(name))
  const odd: ScoreFault[] =
    unknown === undefined ? [] : [{ reason: 'unknown-item', item: unknown.slice(0, 40) }]
  return [...odd, ...('spread' in given ? spreadFaults(given['spread']) : [])]
}

function spreadFaults(spread: unknown): ScoreFault[] {
  if (typeof spread !== 'object' || spread === null) return [{ reason: 'not-scores', item: 'spread' }]
  const { sd, retest, alpha } = spread as Given
  const isShare = (value: unknown) =>
    value === undefined || (typeof value === 'number' && value > 0 && value < 1)
  const holds = typeof sd === 'number' && sd > 0 && isShare(retest) && isShare(alpha)
  return holds ? [] : [{ reason: 'out-of-range', item: 'spread' }]
}

function formulaAsked(given: Given): Answered | Invalid {
  const faults = numbersIn(given, ['sd', 'r', 'baseline', 'followup'])
  if (faults.length > 0) return invalid(faults)
  const { sd, r, baseline, followup } = given as Record<string, number>
  if (!(sd! > 0) || !(r! >= 0 && r! < 1))
    return invalid([{ reason: 'out-of-range', item: sd! > 0 ? 'r' : 'sd' }])
  const found = reliableChangeIndex({ sd: sd!, r: r! }, baseline!, followup!)
  const { sem, sdiff, rci, threshold95 } = found
  return {
    sem: shown(sem),
    sdiff: shown(sdiff),
    rci: shown(rci),
    threshold95: shown(threshold95),
    reliable: found.reliable,
    basis: ofFigures(threshold95),
  }
}

function cutoffAsked(given: Given): Answered | Invalid {
  const faults = numbersIn(given, ['mNormal', 'sdNormal', 'mClinical', 'sdClinical'])
  if (faults.length > 0) return invalid(faults)
  const { mNormal, sdNormal, mClinical, sdClinical } = given as Record<string, number>
  if (!(sdNormal! > 0 && sdClinical! > 0)) return invalid([{ reason: 'out-of-range', item: 'sdNormal' }])
  const cutoff = cutoffBetween({ mean: mClinical!, sd: sdClinical! }, { mean: mNormal!, sd: sdNormal! })
  return { cutoff: shown(cutoff), basis: ofFigures(cutoff) }
}

const ofFigures = (threshold: number): OfFigures => ({
  kind: 'given',
  threshold: shown(threshold),
  source: 'Jacobson and Truax 1991, from the figures that were given',
})

const numbersIn = (given: Given, names: readonly string[]): ScoreFault[] =>
  names
    .filter((name) => typeof given[name] !== 'number' || !Number.isFinite(given[name]))
    .map((item) => ({ reason: 'not-a-number', item }))

/** Four places, as the vectors have them. */
const shown = (value: number): number => Number(value.toFixed(4))
