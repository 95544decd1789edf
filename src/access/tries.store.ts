import { createHash } from 'node:crypto'
import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed } from '../platform/db/schema.ts'
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

/** Locked until this transaction ends, so that a hundred guesses at once are counted one after another. */
export async function takeTries(tx: WriteTx, key: string, now: Instant): Promise<Tries> {
  const hash = hashed(key)
  await tx
    .insertInto('wrong_try')
    .values({ key: hash, wrong: 0, last_at: isoOf(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('wrong_try')
    .select(['wrong', 'last_at'])
    .where('key', '=', hash)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { wrong: row.wrong, lastAt: row.last_at.getTime() }
}

export async function keepTries(tx: WriteTx, key: string, tries: Tries): Promise<void> {
  await tx
    .updateTable('wrong_try')
    .set({ wrong: tries.wrong, last_at: isoOf(tries.lastAt) })
    .where('key', '=', hashed(key))
    .execute()
}
