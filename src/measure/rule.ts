import { thresholdOf, type ChangeBasis, type Spread, type Threshold } from './change.ts'

/** A spread as it was found: in whom is null where the source does not say. */
export interface FoundSpread extends Spread {
  readonly source: string
  readonly population: string | null
}

/** Why no change of an instrument is ever called reliable. */
export type NeverKind = 'screen' | 'exposures' | 'state'

/** By what a change of one instrument is judged. A result names its id and version, so that it can be judged again. */
export interface ChangeRule {
  readonly id: string
  readonly version: string
  /** Its `reliable` is the threshold's, wherever that came from. */
  readonly basis: ChangeBasis
  readonly threshold: Threshold
  /** What a computed threshold was computed from. */
  readonly spread: FoundSpread | null
  readonly never: NeverKind | null
}

interface Given {
  readonly version: string
  readonly basis: ChangeBasis | undefined
  readonly spread: FoundSpread | undefined
}

export function ruleOf(instrumentId: string, { version, basis, spread }: Given): ChangeRule {
  const threshold = thresholdOf(basis, spread)
  const isComputed = threshold.kind === 'retest' || threshold.kind === 'alpha'
  return {
    id: `change/${instrumentId}`,
    version,
    basis: { ...(basis ?? nothingKnown), reliable: threshold.threshold },
    threshold,
    spread: isComputed && spread ? spread : null,
    never: basis?.never === undefined ? null : neverKindOf(basis.never),
  }
}

const neverKinds: Readonly<Record<string, NeverKind>> = {
  'a screen': 'screen',
  'a count of exposures': 'exposures',
  'a state': 'state',
}

/** The reason as it is written down, before its colon. Anything else is a reason nobody has words for. */
function neverKindOf(never: string): NeverKind {
  const kind = neverKinds[never.split(':')[0]!]
  if (!kind) throw new Error(`no kind for: ${never}`)
  return kind
}

/** Where nothing was published, nothing is claimed but the difference itself. */
export const nothingKnown: ChangeBasis = {
  betterIs: 'lower',
  reliable: null,
  reliableSource: null,
  mcid: null,
  mcidSource: null,
  responsePercent: null,
  remission: null,
  caseAtLeast: null,
  endSource: null,
}
