import { sql } from 'kysely'
import { ms } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { PlanChanged, PlanSettings } from './plan.ts'

/** The client's newest change, by when it was written, and the one that came last; they are mostly the same. */
export const changesOf = (tx: PracticeTx, personId: string): Promise<PlanChanged[]> =>
  tx
    .selectFrom('safety_plan_change')
    .select(['warning_signs as warningSigns', 'on_my_own as onMyOwn', 'people_and_places as peopleAndPlaces'])
    .select(['people_to_ask as peopleToAsk', 'professionals', 'surroundings'])
    .select([ms('written_at').as('writtenAt'), ms('arrived_at').as('arrivedAt'), 'doubt'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .orderBy('written_at', 'desc')
    .orderBy('number', 'desc')
    .limit(20)
    .execute()

/** What a plan is held against, in one trip; each by an index on the person. */
export async function planSettings(tx: PracticeTx, personId: string): Promise<PlanSettings> {
  const { practiceId } = tx.actor
  const last = (table: string, moment: string, more = '') =>
    sql<number | null>`(select as_ms(max(${sql.ref(moment)})) from ${sql.table(table)}
      where practice_id = ${practiceId} and person_id = ${personId} ${sql.raw(more)})`
  return tx
    .selectNoFrom([
      last('course', 'begun_at').as('courseBegunAt'),
      sql<number | null>`greatest(${last('dose', 'given_at')}, (
        select as_ms(max(latest_at)) from brought_standing(${practiceId}::uuid, ${personId}::uuid)))`.as(
        'lastDoseAt',
      ),
      last('suicide_check', 'counts_at', "and answer <> 'no-thoughts'").as('lastAlarmAt'),
    ])
    .executeTakeFirstOrThrow()
}
