import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'

/** Refused where any practice is a real one, whatever the server was started as: a letter may hold a way in. */
export async function demoMails(tx: PracticeTx) {
  const real = await tx
    .selectFrom('practice')
    .select('id')
    .where('demo', '=', false)
    .limit(1)
    .executeTakeFirst()
  if (real) throw new Problem('no-such-page')
  const rows = await tx
    .selectFrom('demo_mail')
    .select(['id', 'sent_to', 'subject', 'body', 'caught_at'])
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ id, sent_to, subject, body, caught_at }) => ({
    id,
    to: sent_to,
    subject,
    body,
    caughtAt: caught_at.getTime(),
  }))
}
