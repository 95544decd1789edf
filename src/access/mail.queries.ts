import { sql } from 'kysely'
import type { PracticeTx } from '../platform/db/tx.ts'

interface Row {
  readonly sent_to: string | null
  readonly subject: string | null
  readonly since: Date
  readonly tries: number
  readonly gave_up: boolean
}

/** What has waited for some minutes, the oldest first. */
export async function unsentMail(tx: PracticeTx) {
  const rows = await tx
    .selectFrom(sql<Row>`unsent_mail()`.as('unsent'))
    .selectAll()
    .execute()
  return rows.map(({ sent_to: to, since, gave_up: gaveUp, ...row }) => ({
    ...row,
    to,
    since: since.getTime(),
    gaveUp,
  }))
}
