import { sql } from 'kysely'
import type { PracticeTx } from '../platform/db/tx.ts'
import { kindOfEvent as kind } from './kind.queries.ts'
import { whoOf, type Opening } from './opening.ts'

const ms = (moment: 'min' | 'max') =>
  sql<number>`(extract(epoch from ${sql.raw(moment)}(audit_event.at)) * 1000)::float8`

/** Who opened or changed a person's record, by day in that person's zone, newest first. */
export async function openingsOf(tx: PracticeTx, personId: string): Promise<Opening[]> {
  const day = sql<string>`(audit_event.at at time zone person.time_zone)::date::text`
  const rows = await tx
    .selectFrom('audit_event')
    .innerJoin('person', 'person.id', 'audit_event.person_id')
    .leftJoin('member', 'member.id', 'audit_event.seat_id')
    .leftJoin('guest_joining as guest', 'guest.seat_id', 'audit_event.seat_id')
    .select(['audit_event.seat_id as seatId', 'audit_event.roles'])
    .select((of) => of.fn.coalesce('member.name', 'guest.name').as('name'))
    .select([day.as('day'), kind.as('kind'), ms('min').as('firstAt'), ms('max').as('lastAt')])
    .select(sql<number>`count(*)::int`.as('times'))
    .select(sql<number>`(count(*) filter (where audit_event.why like 'reason %'))::int`.as('withReason'))
    .where('audit_event.person_id', '=', personId)
    // On the client's own page, when a ladder climbed would tell that nobody had answered.
    .$if(tx.actor.personId !== null, (rows) => rows.where('audit_event.action', '<>', 'task.told'))
    // Typing is not opening: a draft is in no record.
    .where('audit_event.action', '<>', 'note.draft')
    .groupBy([day, kind, 'audit_event.seat_id', 'audit_event.roles', 'member.name', 'guest.name'])
    .orderBy(sql`max(audit_event.at)`, 'desc')
    .limit(400)
    .execute()
  return rows.map(({ seatId, roles, ...row }) => ({
    ...row,
    who: whoOf({ seatId, name: row.name, roles }, personId),
    roles: roles.split(/[ :]/).filter(Boolean),
  }))
}
