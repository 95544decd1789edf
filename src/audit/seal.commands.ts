import { hash as digest } from 'node:crypto'
import type { PracticeTx } from '../platform/db/tx.ts'
import { writing } from '../platform/db/write.ts'
import {
  headOf,
  isUnsealed,
  linksAfter,
  lockHorizon,
  rowsBetween,
  sealAt,
  sealedPractices,
  settledBelow,
} from './seal.queries.ts'
import { countUnsealed, firstAhead, firstInserted, firstUntimely } from './seal.queries.ts'
import { addSeals, moveHorizon } from './seal.store.ts'
import { sealRows, type TrailRow } from './seal.ts'
import { againstCheckpoint, start, walk, type Checkpoint, type Found } from './verify.ts'

const hash = (text: string): string => digest('sha256', text)

/** Seals every row whose transaction can have no unseen elder; answers the new end of each chain that grew. */
export async function sealOnce(reading: PracticeTx): Promise<Checkpoint[]> {
  if (!(await isUnsealed(reading))) return []
  const tx = writing(reading)
  const from = await lockHorizon(tx)
  const below = await settledBelow(tx)
  const rows = await rowsBetween(tx, from, below)
  if (rows.length === 0) return []
  const ends: Checkpoint[] = []
  for (const [practiceId, own] of Map.groupBy(rows, (row: TrailRow) => row.practiceId)) {
    const seals = sealRows(hash, await headOf(tx, practiceId), own)
    await addSeals(tx, practiceId, seals)
    const { position, hash: end } = seals.at(-1)!
    ends.push({ practiceId, position, hash: end })
  }
  await moveHorizon(tx, below)
  return ends
}

export interface Verdict {
  readonly ok: boolean
  /** Rows whose seal was computed again and held. */
  readonly checked: number
  /** Rows too young to be sealed yet. */
  readonly unsealed: number
  readonly first: Found | null
}

/** Computes every seal again, then looks for rows that have none, then holds the ends against the checkpoints. */
export async function verifyTrail(tx: PracticeTx, checkpoints: readonly Checkpoint[]): Promise<Verdict> {
  const unsealed = await countUnsealed(tx)
  let checked = 0
  for (const practiceId of await sealedPractices(tx)) {
    const { held, fault } = await verifyChain(tx, practiceId)
    checked += held
    if (fault) return { ok: false, checked, unsealed, first: fault }
  }
  const odd = await firstOdd(tx)
  if (odd) return { ok: false, checked, unsealed, first: odd }
  for (const checkpoint of checkpoints) {
    const fault = againstCheckpoint(checkpoint, await sealAt(tx, checkpoint.practiceId, checkpoint.position))
    if (fault) return { ok: false, checked, unsealed, first: fault }
  }
  return { ok: true, checked, unsealed, first: null }
}

/** A row that no chain can tell of: without the seal it should have, ahead of every transaction, or out of its order in time. */
async function firstOdd(tx: PracticeTx): Promise<Found | null> {
  const inserted = await firstInserted(tx)
  if (inserted) return { id: inserted, fault: 'inserted' }
  const ahead = await firstAhead(tx)
  if (ahead) return { id: ahead, fault: 'inserted', because: 'ahead' }
  const untimely = await firstUntimely(tx)
  return untimely ? { id: untimely, fault: 'reordered', because: 'moment' } : null
}

const batch = 2_000

/** One link of each batch is kept back, so that every link is judged with its successor in sight. */
async function verifyChain(
  tx: PracticeTx,
  practiceId: string,
): Promise<{ held: number; fault: Found | undefined }> {
  let at = start
  for (;;) {
    const links = await linksAfter(tx, practiceId, { position: at.position, atMost: batch })
    const step = walk(hash, at, { links, ahead: links.length < batch ? 0 : 1 })
    at = step.at
    if (step.fault || links.length < batch) return { held: at.position, fault: step.fault }
  }
}
