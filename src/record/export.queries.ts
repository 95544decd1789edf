import { sql } from 'kysely'
import type { PracticeTx } from '../platform/db/tx.ts'
import { givenTo, type Reader, type RecordRows } from './export.ts'

/** Everything about one person that this reader is given, in one statement, always in the same order. */
export async function recordOf(tx: PracticeTx, personId: string, reader: Reader): Promise<RecordRows> {
  // So that every moment leaves as UTC, wherever the server stands.
  await tx.selectNoFrom(sql`set_config('TimeZone', 'UTC', true)`.as('zone')).execute()
  const listed = givenTo(reader)
  const parts = listed.map(
    ({ table, by }) => sql`
      select ${sql.lit(table)} as name, (
        select coalesce(jsonb_agg(to_jsonb(r) - 'practice_id' order by ${sql.ref(`r.${by}`)}, r.id), '[]')
        from ${sql.table(table)} r
        where r.practice_id = app_practice()
          and ${sql.ref(table === 'person' ? 'r.id' : 'r.person_id')} = ${personId}) as kept`,
  )
  const found = await tx
    .selectFrom(
      sql<{ name: string; kept: unknown }>`(${sql.join(parts, sql` union all `)})`.as<'part'>(sql`part`),
    )
    .select(sql<RecordRows>`jsonb_object_agg(name, kept)`.as('rows'))
    .executeTakeFirstOrThrow()
  return Object.fromEntries(listed.map(({ table }) => [table, found.rows[table] ?? []]))
}
