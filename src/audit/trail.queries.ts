import { sql } from 'kysely'
import type { PracticeTx } from '../platform/db/tx.ts'
import { kindOfEvent as kind } from './kind.queries.ts'
import type { OpeningKind } from './opening.ts'
import { entryOf, pageOfTrail, type TrailEntry } from './trail.ts'

export interface TrailAsked {
  readonly before?: string | undefined
  readonly kind?: OpeningKind | undefined
  readonly by?: string | undefined
  readonly about?: string | undefined
  readonly until?: string | undefined
}

/** Read backwards along the primary key (practice, id), so a page costs what it skips and no more. */
export async function trailOf(
  tx: PracticeTx,
  asked: TrailAsked,
): Promise<{ entries: TrailEntry[]; more: boolean }> {
  let query = tx
    .selectFrom('audit_event')
    .leftJoin('member', 'member.id', 'audit_event.seat_id')
    .leftJoin('guest_joining as guest', 'guest.seat_id', 'audit_event.seat_id')
    .leftJoin('person', 'person.id', 'audit_event.person_id')
    .select(['audit_event.action', 'audit_event.outcome', 'audit_event.roles', 'audit_event.why'])
    .select((of) => of.fn.coalesce('member.name', 'guest.name').as('memberName'))
    .select(['audit_event.seat_id as seatId', 'audit_event.person_id as personId'])
    .select(sql<string>`audit_event.id::text`.as('id'))
    .select(sql<number>`(extract(epoch from audit_event.at) * 1000)::float8`.as('at'))
    .select(sql<string | null>`person.given_name || ' ' || person.family_name`.as('personName'))
    .select(kind.as('kind'))
    .where('audit_event.practice_id', '=', tx.actor.practiceId)
  if (asked.before) query = query.where('audit_event.id', '<', asked.before)
  if (asked.kind) query = query.where(kind, '=', asked.kind)
  if (asked.by) query = query.where('audit_event.seat_id', '=', asked.by)
  if (asked.about) query = query.where('audit_event.person_id', '=', asked.about)
  if (asked.until) query = query.where(endOfDay(asked.until))
  const rows = await query
    .orderBy('audit_event.id', 'desc')
    .limit(pageOfTrail + 1)
    .execute()
  return { entries: rows.slice(0, pageOfTrail).map(entryOf), more: rows.length > pageOfTrail }
}

const endOfDay = (day: string) => sql<boolean>`audit_event.at < (
  (${day}::date + 1)::timestamp at time zone (select time_zone from practice where practice.id = audit_event.practice_id))`
