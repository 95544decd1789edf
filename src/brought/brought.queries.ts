import { sql } from 'kysely'
import { ms } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Brought, Earlier } from './brought.contract.ts'

/** Everything that was brought into a course, what was taken back too; the oldest journey first. */
export async function broughtOf(tx: PracticeTx, courseId: string): Promise<Brought[]> {
  const rows = await tx
    .selectFrom('journey_brought as b')
    .innerJoin('member as m', 'm.id', 'b.brought_by')
    .leftJoin('journey_brought_back as back', 'back.brought_id', 'b.id')
    .leftJoin('member as taker', 'taker.id', 'back.taken_back_by')
    .select(['b.id', 'b.given_on as givenOn', 'b.product', 'b.route', 'b.label_salt as labelSalt'])
    .select(['b.label_mg', 'b.base_mg', 'b.given_where as givenWhere', 'b.tolerated'])
    .select(['b.how_it_went as howItWent', 'b.source', 'b.source_words as sourceWords'])
    .select(['m.name as byName', ms('b.brought_at').as('broughtAt')])
    .select(['back.reason', 'taker.name as takerName', ms('back.taken_back_at').as('takenBackAt')])
    .where('b.course_id', '=', courseId)
    .orderBy('b.earliest_at')
    .orderBy('b.id')
    .execute()
  return rows.map(({ label_mg, base_mg, reason, takerName, takenBackAt, ...row }) => ({
    ...row,
    labelMg: label_mg === null ? null : Number(label_mg),
    baseMg: base_mg === null ? null : Number(base_mg),
    back: reason === null ? null : { reason, byName: takerName ?? '', at: takenBackAt },
  }))
}

/** What stands, for the client: when, where, how it was borne and who said so; no dose. */
export async function earlierOf(tx: PracticeTx, personId: string): Promise<Earlier[]> {
  return tx
    .selectFrom('journey_brought as b')
    .select(['b.id', 'b.given_on as givenOn', 'b.given_where as givenWhere', 'b.tolerated', 'b.source'])
    .select([
      ms('b.brought_at').as('broughtAt'),
      sql<string>`(select m.name from member m where m.practice_id = b.practice_id and m.id = b.brought_by)`.as(
        'byName',
      ),
    ])
    .where('b.practice_id', '=', tx.actor.practiceId)
    .where('b.person_id', '=', personId)
    .where(
      sql<boolean>`not exists (select from journey_brought_back t where t.practice_id = b.practice_id and t.brought_id = b.id)`,
    )
    .orderBy('b.earliest_at')
    .orderBy('b.id')
    .execute()
}

/** A day is a day where the practice is. */
export async function timeZoneHere(tx: PracticeTx): Promise<string> {
  const { timeZone } = await tx
    .selectFrom('practice')
    .select('time_zone as timeZone')
    .where('id', '=', tx.actor.practiceId)
    .executeTakeFirstOrThrow()
  return timeZone
}

/** A journey took place here where a dose was given. */
export async function journeysHere(tx: PracticeTx, courseId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('journey_session as s')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('s.course_id', '=', courseId)
    .where(
      sql<boolean>`exists (select from doses_standing(s.practice_id, s.person_id) d where d.session_id = s.id)`,
    )
    .executeTakeFirstOrThrow()
  return n
}

export const isBrought = async (
  tx: PracticeTx,
  { courseId, broughtId }: { readonly courseId: string; readonly broughtId: string },
): Promise<boolean> =>
  (await tx
    .selectFrom('journey_brought')
    .select('id')
    .where('course_id', '=', courseId)
    .where('id', '=', broughtId)
    .executeTakeFirst()) !== undefined
