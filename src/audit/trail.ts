import { whoOf, type Opening, type OpeningKind } from './opening.ts'
import { shownWhy, type WhyShown } from './why.ts'

/** One row of the trail, as whoever audits a practice reads it: that something was done, never what it said. */
export interface TrailEntry {
  readonly id: string
  readonly at: number
  readonly kind: OpeningKind
  /** What it was about: the first word of the policy's action, such as `dose` or `consent`. */
  readonly area: string
  readonly action: string
  readonly who: Opening['who'] | 'client'
  readonly whoId: string | null
  readonly name: string | null
  readonly roles: readonly string[]
  readonly personId: string | null
  readonly personName: string | null
  /** Not from a screen but from the command line of the machine that the server runs on. */
  readonly byCommandLine: boolean
  /** Why it was refused, as the product names refusals; null where it was done. */
  readonly refusal: string | null
  /** Where its reason stands in writing, or what it corrects: a pointer, never the words. */
  readonly why: WhyShown | null
}

export interface TrailRowRead {
  readonly id: string
  readonly at: number
  readonly kind: OpeningKind
  readonly action: string
  readonly outcome: string
  readonly seatId: string | null
  readonly memberName: string | null
  readonly roles: string
  readonly personId: string | null
  readonly personName: string | null
  readonly why: string | null
}

export const areaOf = (action: string): string => action.split('.')[0] ?? action

/** How many rows one page of the trail holds. */
export const pageOfTrail = 100

export function entryOf(row: TrailRowRead): TrailEntry {
  const isClient = row.seatId !== null && row.seatId === row.personId
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    area: areaOf(row.action),
    action: row.action,
    who: isClient ? 'client' : whoOf({ ...row, name: row.memberName }, ''),
    whoId: row.seatId,
    name: isClient ? row.personName : row.memberName,
    roles: row.roles.split(/[ :]/).filter(Boolean),
    personId: row.personId,
    personName: row.personName,
    byCommandLine: row.why === 'command line',
    refusal: row.kind === 'refused' ? row.outcome : null,
    why: shownWhy(row.why),
  }
}
