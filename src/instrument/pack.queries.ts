import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { packs } from './pack.content.ts'
import { isPackHeld, type Pack, type PackDecision } from './pack.ts'
import type { Language } from './response.ts'

/**
 * The packs of these instruments whose words may be shown here: accepted, in the edition that holds. To read what was
 * answered before, one that was accepted at any time: an answer keeps the words it was given to.
 */
export async function packsHere(
  tx: PracticeTx,
  ids: readonly string[],
  to: 'ask' | 'read',
): Promise<ReadonlyMap<string, Pack>> {
  const wanted = ids.flatMap((id) => packs().get(id) ?? [])
  if (wanted.length === 0) return new Map()
  const decisions = await decisionsAbout(
    tx,
    wanted.map((pack) => pack.instrument),
  )
  const may = (pack: Pack) => {
    const about = decisions.filter(({ instrumentId }) => instrumentId === pack.instrument)
    return to === 'read' ? about.some(({ accepted }) => accepted) : isPackHeld(pack, about[0])
  }
  return new Map(wanted.filter(may).map((pack) => [pack.instrument, pack]))
}

/** Newest first. */
async function decisionsAbout(tx: PracticeTx, ids: readonly string[]): Promise<PackDecision[]> {
  const rows = await tx
    .selectFrom('pack_acceptance')
    .select(['instrument_id', 'edition', 'accepted'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('instrument_id', 'in', ids)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    instrumentId: row.instrument_id,
    edition: row.edition,
    accepted: row.accepted,
  }))
}

export interface PackDecided extends PackDecision {
  readonly language: Language
  readonly words: string
  readonly by: string
  readonly at: Instant
}

/** Everything that was ever decided about packs here, newest first. */
export async function packDecisions(tx: PracticeTx): Promise<PackDecided[]> {
  const rows = await tx
    .selectFrom('pack_acceptance as pack')
    .innerJoin('member', (on) =>
      on.onRef('member.practice_id', '=', 'pack.practice_id').onRef('member.id', '=', 'pack.decided_by'),
    )
    .select(['pack.instrument_id', 'pack.edition', 'pack.accepted', 'pack.language', 'pack.words'])
    .select(['pack.decided_at', 'member.name'])
    .where('pack.practice_id', '=', tx.actor.practiceId)
    .orderBy('pack.number', 'desc')
    .execute()
  return rows.map((row) => ({
    instrumentId: row.instrument_id,
    edition: row.edition,
    accepted: row.accepted,
    language: row.language,
    words: row.words,
    by: row.name,
    at: row.decided_at.getTime(),
  }))
}
