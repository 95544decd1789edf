import type { Instant } from '../kernel/instant.ts'
import { changeBetween, type Change, type ChangeBasis } from './change.ts'

interface Response {
  readonly instrumentId: string
  readonly total: number | null
  readonly answeredAt: Instant
}

/** From the first total that could be formed to the last response: where that one has none, the change is not known. */
export function changeSinceFirst(basis: ChangeBasis | undefined, responses: readonly Response[]): Change {
  const inTime = responses.toSorted((one, other) => one.answeredAt - other.answeredAt)
  const first = inTime.find(({ total }) => total !== null)
  const last = inTime.at(-1)
  const known = basis ?? nothingKnown
  if (!first || !last || first === last) return changeBetween(known, null, null)
  return changeBetween(known, first.total, last.total)
}

const nothingKnown: ChangeBasis = {
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

/** 5 points is the change people notice (clinical.md 6.2, S96). [PD] */
export const worseBy = 5

interface Before {
  /** The lowest total so far, and the last answer to the question that may not go silent. */
  readonly best: number | null
  readonly lastDanger: number | null
}

/** Does this response ask for a look at whether things are getting worse (clinical.md 6.2)? */
export const isGettingWorse = (
  before: Before,
  now: { readonly total: number | null; readonly danger: number | null },
): boolean =>
  (before.best !== null && now.total !== null && now.total - before.best >= worseBy) ||
  (before.lastDanger !== null && now.danger !== null && now.danger > before.lastDanger)
