import type { PracticeTx } from '../platform/db/tx.ts'
import type { Wait } from './wait.ts'

/** The practice's newest decision, if it has made one. */
export async function waitOf(tx: PracticeTx): Promise<Wait | null> {
  const row = await tx
    .selectFrom('consent_wait as w')
    .innerJoin('member as m', (on) =>
      on.onRef('m.practice_id', '=', 'w.practice_id').onRef('m.id', '=', 'w.signed_by'),
    )
    .select(['w.hours', 'w.reason', 'w.signed_at', 'm.name'])
    .where('w.practice_id', '=', tx.actor.practiceId)
    .orderBy('w.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { hours: row.hours, reason: row.reason, byName: row.name, signedAt: row.signed_at.getTime() }
    : null
}
