import { genesis, linkOf, type Hash, type Seal, type TrailRow } from './seal.ts'

export type Fault = 'edited' | 'removed' | 'inserted' | 'reordered' | 'cut' | 'rewritten'

export interface Found {
  /** The row; or, where its seal is gone with it, the place in the chain that is empty. */
  readonly id: string
  readonly fault: Fault
  /** Where its seal says nothing of it: it stands in a transaction still to come, or its moment is out of its order. */
  readonly because?: 'ahead' | 'moment'
  /** The rows on either side of an empty place: nothing stands before the first. */
  readonly between?: readonly [before: string | null, after: string]
}

/** A seal with the row it was made for, or none where that row is gone. */
export interface Link {
  readonly seal: Seal
  readonly row: TrailRow | undefined
}

export interface Walk {
  readonly position: number
  readonly hash: string
  /** The row that stood there. */
  readonly eventId: string | null
}

export const start: Walk = { position: 0, hash: genesis, eventId: null }

/**
 * Walks one practice's chain along `links`, but for the last `ahead` of them, and answers how far it holds, or the
 * first row that does not. Looking one link ahead tells two rows that changed places from one that was edited.
 */
export function walk(
  hash: Hash,
  from: Walk,
  { links, ahead }: { links: readonly Link[]; ahead: 0 | 1 },
): { at: Walk; fault: Found | undefined } {
  let at = from
  for (const [place, link] of links.slice(0, links.length - ahead).entries()) {
    const fault = faultIn(hash, at, { link, next: links[place + 1] })
    if (fault) return { at, fault }
    at = link.seal
  }
  return { at, fault: undefined }
}

function faultIn(
  hash: Hash,
  before: Walk,
  { link, next }: { link: Link; next: Link | undefined },
): Found | undefined {
  const { seal, row } = link
  if (seal.position !== before.position + 1) return gapBetween(before, seal)
  if (!row) return { id: seal.eventId, fault: 'removed' }
  if (linkOf(hash, before.hash, row) === seal.hash) return undefined
  const swapped = next?.row && linkOf(hash, before.hash, next.row) === seal.hash
  const renumbered = next?.row && linkOf(hash, before.hash, { ...next.row, id: seal.eventId }) === seal.hash
  return { id: seal.eventId, fault: swapped || renumbered ? 'reordered' : 'edited' }
}

/** A row that went with its seal left no id: its places in the chain are named, and the rows on both sides. */
function gapBetween(before: Walk, { position, eventId }: Seal): Found {
  const [first, last] = [before.position + 1, position - 1]
  const id = first === last ? `position ${first}` : `positions ${first} to ${last}`
  return { id, fault: 'removed', between: [before.eventId, eventId] }
}

/** A signed statement, kept outside the database, of how long a practice's chain was and how it ended. */
export interface Checkpoint {
  readonly practiceId: string
  readonly position: number
  readonly hash: string
}

/** What stands at a checkpoint's position now: nothing means the tail was cut, another hash that all was rewritten. */
export function againstCheckpoint(checkpoint: Checkpoint, seal: Seal | undefined): Found | undefined {
  if (!seal) return { id: `position ${checkpoint.position}`, fault: 'cut' }
  return seal.hash === checkpoint.hash ? undefined : { id: seal.eventId, fault: 'rewritten' }
}
