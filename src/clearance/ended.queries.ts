import { sql } from 'kysely'
import { day, isoOf, type Instant } from '../kernel/instant.ts'
import { ms } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { beforeJourney } from './ended.ts'

/** Who answers for a clearance that ended: whoever signed it, while they are on the team; else another prescriber of the team. */
export async function answersFor(tx: PracticeTx, clearanceId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('clearance as c')
    .innerJoin('care_team as t', 't.person_id', 'c.person_id')
    .innerJoin('member as m', 'm.id', 't.member_id')
    .select('m.id')
    .where('c.id', '=', clearanceId)
    .where('t.until', 'is', null)
    .where('m.disabled_at', 'is', null)
    .where(sql<boolean>`'prescriber' = any (m.roles)`)
    .orderBy(sql`m.id = c.decided_by`, 'desc')
    .orderBy('t.since')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** By when something about a person must be seen so that it is seen before their next journey. */
export async function dueBeforeJourney(
  tx: PracticeTx,
  personId: string,
  careNow: Instant,
): Promise<Instant | undefined> {
  const row = await tx
    .selectFrom('journey_session')
    .select(ms('planned_at').as('at'))
    .where('person_id', '=', personId)
    .where('phase', '=', 'planned')
    .where('planned_at', '>', sql<Date>`${isoOf(careNow - day / 2)}::timestamptz`)
    .orderBy('planned_at')
    .limit(1)
    .executeTakeFirst()
  return beforeJourney(row?.at ?? null, careNow)
}
