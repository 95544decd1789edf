import { CompiledQuery, type Insertable, type Transaction } from 'kysely'
import { withCommit } from './driver.ts'
import type { Schema } from './schema.ts'
import type { WriteTx } from './write.ts'

// Statements whose text is fixed: for the few that are said many times a minute. Only stores may (`only-stores-fix`).

/**
 * Says something that has no answer. It is sent with what comes next, at the latest with the commit, in order and in the
 * same transaction; if it fails, so does that. The text is written out, so that it can be prepared once.
 */
export async function sayWithCommit(tx: WriteTx, text: string, values: readonly unknown[]): Promise<void> {
  await (tx as unknown as Transaction<Schema>).executeQuery(
    withCommit(CompiledQuery.raw(text, values as unknown[])),
  )
}

/** Says something with its text written out, and gives back the first row of what it answered. */
export async function sayFor<Answer>(
  tx: WriteTx,
  text: string,
  values: readonly unknown[],
): Promise<Answer | undefined> {
  const { rows } = await (tx as unknown as Transaction<Schema>).executeQuery<Answer>(
    CompiledQuery.raw(text, values as unknown[]),
  )
  return rows[0]
}

type Row<Table extends keyof Schema> = Insertable<Schema[Table]>

/**
 * Adds one row to a table that is written many times a minute: the columns are named once, and the statement is not put
 * together anew each time. Answers false when what must be unique is there already.
 */
export function addsOne<Table extends keyof Schema & string, Column extends keyof Row<Table> & string>(
  table: Table,
  columns: readonly Column[],
): (tx: WriteTx, row: { readonly [Name in Column]: Row<Table>[Name] }) => Promise<boolean> {
  const named = columns.map((column) => `"${column}"`).join(', ')
  const places = columns.map((_, index) => `$${index + 1}`).join(', ')
  const text = `insert into "${table}" (${named}) values (${places}) on conflict do nothing`
  return async (tx, row) => {
    const values = columns.map((column) => row[column])
    const { numAffectedRows } = await (tx as unknown as Transaction<Schema>).executeQuery(
      CompiledQuery.raw(text, values),
    )
    return numAffectedRows === 1n
  }
}
