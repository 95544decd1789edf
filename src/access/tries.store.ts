import { createHash } from 'node:crypto'
import { type ColumnType, sql } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed } from '../platform/db/schema.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Tries } from './backoff.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    wrong_try: {
      key: Fixed<Buffer>
      wrong: number
      last_at: ColumnType<Date, string, string>
    }
  }
  interface Changeable {
    wrong_try: true
  }
}

const hashed = (key: string): Buffer => createHash('sha256').update(key).digest()

/** As they stand, seen and not held. */
export async function triesOf(tx: PracticeTx, key: string, now: Instant): Promise<Tries> {
  const row = await tx
    .selectFrom('wrong_try')
    .select(['wrong', 'last_at'])
    .where('key', '=', hashed(key))
    .executeTakeFirst()
  return row ? { wrong: row.wrong, lastAt: row.last_at.getTime() } : { wrong: 0, lastAt: now }
}

/**
 * Held until this transaction ends, so that a hundred guesses at once are counted one after another. The key is held, and
 * not a row: who has never tried wrongly needs none.
 */
export async function takeTries(tx: WriteTx, key: string, now: Instant): Promise<Tries> {
  const held = hashed(key).readBigInt64BE(0).toString()
  await tx.selectNoFrom(sql`pg_advisory_xact_lock(${held}::bigint)`.as('held')).execute()
  return triesOf(tx, key, now)
}

export async function keepWrong(tx: WriteTx, key: string, tries: Tries): Promise<void> {
  const counted = { wrong: tries.wrong, last_at: isoOf(tries.lastAt) }
  await tx
    .insertInto('wrong_try')
    .values({ key: hashed(key), ...counted })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(counted))
    .execute()
}

/** A right one ends the count. */
export async function endTries(tx: WriteTx, key: string, at: Instant): Promise<void> {
  await tx
    .updateTable('wrong_try')
    .set({ wrong: 0, last_at: isoOf(at) })
    .where('key', '=', hashed(key))
    .execute()
}

/** Lets go of what is wholly forgotten, by the machine's clock. */
export async function letGoOfForgotten(tx: WriteTx): Promise<void> {
  await tx.selectNoFrom((of) => of.fn<number>('forget_tries', []).as('forgotten')).execute()
}
