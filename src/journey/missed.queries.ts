import { sql } from 'kysely'
import type { PracticeTx } from '../platform/db/tx.ts'

/** What was noted of a session before, and whether someone still has that before them. */
export async function notedMissed(
  tx: PracticeTx,
  sessionId: string,
): Promise<{ readonly keys: readonly string[]; readonly waits: boolean }> {
  const rows = await tx
    .selectFrom('reading_missed as n')
    .select('n.due_key')
    .select(
      sql<boolean>`exists (select from task t where t.practice_id = n.practice_id and t.about_id = n.id
        and t.kind = 'reading-missed' and not exists (select from task_event e where e.practice_id = t.practice_id
          and e.task_id = t.id and e.kind = 'done'))`.as('waits'),
    )
    .where('n.practice_id', '=', tx.actor.practiceId)
    .where('n.session_id', '=', sessionId)
    .execute()
  return { keys: rows.map(({ due_key }) => due_key), waits: rows.some(({ waits }) => waits) }
}

/**
 * The nurse of a session (MO-MISS): the monitor who was here last, else who monitors in this care; nobody where there is none, and
 * then it goes to whoever looks after the person.
 */
export async function monitorOf(
  tx: PracticeTx,
  { personId, sessionId }: { readonly personId: string; readonly sessionId: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('member as m')
    .select('m.id')
    .where('m.practice_id', '=', tx.actor.practiceId)
    .where('m.disabled_at', 'is', null)
    .where(sql<boolean>`'monitor' = any (m.roles)`)
    .where(
      sql<boolean>`exists (select from care_team t where t.practice_id = m.practice_id and t.person_id = ${personId}
        and t.member_id = m.id and t.until is null)`,
    )
    .orderBy(
      sql`(select max(v.recorded_at) from vital_reading v where v.practice_id = m.practice_id
        and v.session_id = ${sessionId} and v.recorded_by = m.id)`,
      (order) => order.desc().nullsLast(),
    )
    .orderBy('m.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** Every session in which something can still be missed: after the rehearsal's clock was moved. */
export async function sessionsWatched(tx: PracticeTx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('journey_session')
    .select('id')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('phase', 'in', ['under-way', 'recovering'])
    .execute()
  return rows.map(({ id }) => id)
}
