import { sql } from 'kysely'
import type { ListKind } from '../intake/list-said.ts'
import { fromClient } from '../intake/told-here.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Telling } from './telling.ts'

/** In the order in which they came. */
export async function tellingsOf(tx: PracticeTx, personId: string): Promise<Telling[]> {
  const rows = await tx
    .selectFrom('telling')
    .select(['id', 'question', 'edition', 'language', 'answer', 'on_date', 'words', 'told_at', 'arrived_at'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .orderBy('number')
    .execute()
  return rows.map(({ on_date: on, told_at: toldAt, arrived_at: arrivedAt, ...row }) => ({
    ...row,
    on,
    toldAt: toldAt.getTime(),
    arrivedAt: arrivedAt?.getTime() ?? null,
  }))
}

/** Whether something was told since they last said that this is all. */
export async function doneOf(
  tx: PracticeTx,
  personId: string,
): Promise<{ readonly doneAt: Instant | null; readonly isNew: boolean }> {
  const row = await tx
    .selectFrom('telling_done')
    .select(['done_at', 'recorded_at'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const all = tx
    .selectFrom('telling')
    .select('id')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
  const items = tx
    .selectFrom('history_item')
    .select('id')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .where(sql<boolean>`item -> 'source' ->> 'type' = ${fromClient}`)
  const lists = tx
    .selectFrom('list_said')
    .select('id')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
  const since =
    (await (row ? all.where('recorded_at', '>', row.recorded_at) : all).executeTakeFirst()) ??
    (await (row ? items.where('recorded_at', '>', row.recorded_at) : items).executeTakeFirst()) ??
    (await (row ? lists.where('recorded_at', '>', row.recorded_at) : lists).executeTakeFirst())
  return { doneAt: row?.done_at.getTime() ?? null, isNew: since !== undefined }
}

/** The ids among these that this person told. */
export async function knownTellings(
  tx: PracticeTx,
  personId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('telling')
    .select(['id', 'question'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, question }) => [id, question]))
}

/** A line of that list that the client told themself, in their words. */
export async function ownLine(
  tx: PracticeTx,
  { personId, itemId, kind }: { readonly personId: string; readonly itemId: string; readonly kind: ListKind },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('history_item')
    .select('item')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .where('id', '=', itemId)
    .where('kind', '=', kind)
    .where(sql<boolean>`item -> 'source' ->> 'type' = ${fromClient}`)
    .executeTakeFirst()
  return row?.item.coded.text
}
