import { madeAt } from '../kernel/id.ts'
import { day, minute, type Instant } from '../kernel/instant.ts'

/**
 * By whose clock a form was finished. `bounded`: what the device said could not be true, so the server's holds; `stated`:
 * whoever wrote it down said when it was.
 */
export type FinishedBy = 'device' | 'received' | 'bounded' | 'stated'

/** A device may lie in a drawer for a season and still be believed. [PD] */
export const longestKept = 90 * day
/** Clocks run apart a little; no one finishes later than this after "now". [PD] */
export const slack = 5 * minute

export interface Clocks {
  readonly careNow: Instant
  readonly machineNow: Instant
}

/** So long on a device that its moment is held against when it was asked. */
export const waited = (said: Instant | undefined, { machineNow }: Pick<Clocks, 'machineNow'>): boolean =>
  said !== undefined && machineNow - said > slack

/** When the last answer was given, by the clock of care: so many minutes ago as the device says. */
export function finishedAt(
  said: Instant | undefined,
  { careNow, machineNow }: Clocks,
  /** Before this nobody was asked it, as far as is known. */
  askedFrom: Instant | null = null,
): { readonly answeredAt: Instant; readonly clock: FinishedBy } {
  if (said === undefined) return { answeredAt: careNow, clock: 'received' }
  const ago = machineNow - said
  const answeredAt = careNow - Math.max(0, ago)
  const isBefore = askedFrom !== null && answeredAt < askedFrom - slack
  if (ago < -slack || ago > longestKept || isBefore) return { answeredAt: careNow, clock: 'bounded' }
  return { answeredAt, clock: 'device' }
}

/** When a form was begun, by the clock of care, as the id says that its device gave it then; null where that cannot be. */
export function begunAt(id: string, { careNow, machineNow }: Clocks): Instant | null {
  const ago = machineNow - (madeAt(id) ?? Number.NaN)
  return ago >= -slack && ago <= longestKept ? careNow - Math.max(0, ago) : null
}
