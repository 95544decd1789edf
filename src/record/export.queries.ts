import { sql, type RawBuilder } from 'kysely'
import type { PracticeTx } from '../platform/db/tx.ts'
import { givenTo, type Reader, type RecordRows } from './export.ts'

/** Everything about one person that this reader is given, in one statement, always in the same order. */
export async function recordOf(tx: PracticeTx, personId: string, reader: Reader): Promise<RecordRows> {
  // So that every moment leaves as UTC, wherever the server stands; and so that a question to sixty tables is thought through once.
  await tx
    .selectNoFrom([
      sql`set_config('TimeZone', 'UTC', true)`.as('zone'),
      sql`set_config('plan_cache_mode', 'force_generic_plan', true)`.as('plan'),
    ])
    .execute()
  const found = await tx
    .selectFrom(
      sql`(values (${personId}::uuid)) whose (id), lateral ${partsFor(reader)}`.as<'part'>(
        sql`part (name, kept)`,
      ),
    )
    .select(sql<RecordRows>`json_object_agg(name, kept)`.as('rows'))
    .executeTakeFirstOrThrow()
  for (const rows of Object.values(found.rows))
    for (const row of rows as Record<string, unknown>[]) delete row['practice_id']
  return Object.fromEntries(givenTo(reader).map(({ table }) => [table, found.rows[table] ?? []]))
}

const parts = new Map<Reader, RawBuilder<unknown>>()

/** The tables and their rows, as text that is put together once: it holds no value but names of ours. */
function partsFor(reader: Reader): RawBuilder<unknown> {
  const known = parts.get(reader)
  if (known) return known
  const listed = givenTo(reader).map(({ table, by }) => {
    const whose = table === 'person' ? 'r.id' : 'r.person_id'
    return `select '${table}', (select coalesce(json_agg(r order by r."${by}", r.id), '[]') from "${table}" r
      where r.practice_id = app_practice() and ${whose} = whose.id)`
  })
  const made = sql.raw(`(${listed.join(' union all ')})`)
  parts.set(reader, made)
  return made
}
