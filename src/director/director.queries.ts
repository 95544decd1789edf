import { sql } from 'kysely'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Director } from './director.ts'

/** Who is it, of those who prescribe here now; null where nobody is named, or no longer prescribes. */
export async function directorHere(tx: PracticeTx): Promise<Director | null> {
  const row = await tx
    .selectFrom('medical_director as d')
    .innerJoin('member as m', 'm.id', 'd.member_id')
    .innerJoin('member as by', 'by.id', 'd.named_by')
    .select(['m.id', 'm.name', 'd.named_at', 'by.name as by_name'])
    .where('d.practice_id', '=', tx.actor.practiceId)
    .where('d.member_id', '=', sql<string>`medical_director_of(${tx.actor.practiceId}::uuid)`)
    .orderBy('d.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { seatId: row.id, name: row.name, namedAt: row.named_at.getTime(), namedBy: row.by_name }
    : null
}

/** Who could be named: whoever prescribes here. */
export async function prescribersHere(tx: PracticeTx): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('member')
    .select(['id', 'name'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`'prescriber' = any (roles)`)
    .orderBy('name')
    .execute()
}
