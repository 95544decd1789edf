import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { readingOf, type Cover, type Reading } from './cover.ts'
import { ownerNow } from './task.queries.ts'

export interface ReadingHere {
  readonly reading: Reading
  readonly timeZone: string
  readonly phone: string | null
}

/** Whether someone reads now, and from when on; in one round trip, because someone may be waiting for it. */
export async function readingHere(tx: PracticeTx, careNow: Instant): Promise<ReadingHere> {
  const found = await tx
    .selectFrom('practice')
    .leftJoin('cover', (join) =>
      join.on(
        'cover.id',
        '=',
        sql<string>`(select c.id from cover c where c.practice_id = practice.id order by c.number desc limit 1)`,
      ),
    )
    .select(['practice.time_zone', 'practice.phone', 'weekdays', 'opens_minute', 'closes_minute'])
    .select('respond_within_minutes')
    .where('practice.id', '=', tx.actor.practiceId)
    .executeTakeFirstOrThrow()
  const cover: Cover | undefined = found.weekdays
    ? {
        weekdays: found.weekdays,
        opensMinute: found.opens_minute!,
        closesMinute: found.closes_minute!,
        respondWithinMinutes: found.respond_within_minutes!,
      }
    : undefined
  return {
    reading: readingOf(cover, careNow, found.time_zone),
    timeZone: found.time_zone,
    phone: found.phone,
  }
}

export async function coverOf(tx: PracticeTx): Promise<Cover | undefined> {
  const row = await tx
    .selectFrom('cover')
    .select(['weekdays', 'opens_minute', 'closes_minute', 'respond_within_minutes'])
    .where('practice_id', '=', tx.actor.practiceId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      weekdays: row.weekdays,
      opensMinute: row.opens_minute,
      closesMinute: row.closes_minute,
      respondWithinMinutes: row.respond_within_minutes,
    }
  )
}

export interface TaskHere {
  readonly id: string
  readonly ownerSeatId: string
  readonly kind: string
  readonly done: boolean
}

export async function taskHere(
  tx: PracticeTx,
  place: { personId: string; taskId: string },
): Promise<TaskHere | undefined> {
  const task = await tx
    .selectFrom('task')
    .select(['id', 'kind', ownerNow.as('ownerSeatId')])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', place.personId)
    .where('id', '=', place.taskId)
    .executeTakeFirst()
  if (!task) return undefined
  const done = await tx
    .selectFrom('task_event')
    .select('id')
    .where('task_id', '=', task.id)
    .where('kind', '=', 'done')
    .executeTakeFirst()
  return { ...task, done: done !== undefined }
}

/** What is seen and closed: the task itself, or the one that it joined. */
const leadOf = sql<string>`coalesce(task.joins, task.id)`

/** What one answer raised, while it is open; and whether someone has said that they have seen it. */
export const taskAbout = (
  tx: PracticeTx,
  { kind, aboutId }: { readonly kind: string; readonly aboutId: string },
): Promise<{ id: string; seen: boolean } | undefined> =>
  tx
    .selectFrom('task')
    .select(leadOf.as('id'))
    .select(
      sql<boolean>`coalesce((select e.kind = 'acknowledged' from task_event e where e.practice_id = task.practice_id
        and e.task_id = ${leadOf} order by e.number desc limit 1), false)`.as('seen'),
    )
    .where('practice_id', '=', tx.actor.practiceId)
    .where('kind', '=', kind)
    .where('about_id', '=', aboutId)
    .where(sql<boolean>`not exists (select from task_event e where e.practice_id = task.practice_id
      and e.task_id = ${leadOf} and e.kind = 'done')`)
    .executeTakeFirst()

export interface Reachable {
  readonly seatId: string
  readonly name: string
  readonly roles: readonly string[]
}

/** To whom a task about this person can be handed: who takes part in the care now, and who coordinates. */
export const reachableFor = (tx: PracticeTx, personId: string): Promise<Reachable[]> =>
  tx
    .selectFrom('member')
    .select(['member.id as seatId', 'member.name', 'member.roles'])
    .where('member.practice_id', '=', tx.actor.practiceId)
    .where('member.disabled_at', 'is', null)
    .where((of) =>
      of.or([
        of.exists(
          of
            .selectFrom('care_team')
            .select('care_team.id')
            .whereRef('care_team.member_id', '=', 'member.id')
            .where('care_team.person_id', '=', personId)
            .where('care_team.until', 'is', null),
        ),
        sql<boolean>`'coordinator' = any (member.roles)`,
      ]),
    )
    .orderBy('member.name')
    .execute()

/** The name of whoever owns what comes up about this person. */
export async function ownerNameFor(tx: PracticeTx, personId: string): Promise<string | null> {
  const owner = await tx
    .selectFrom('member')
    .select('member.name')
    .where('member.id', '=', (of) => of.fn<string>('owner_for', [of.val(personId)]))
    .executeTakeFirst()
  return owner?.name ?? null
}

export interface ToldOf {
  readonly ownerName: string
  /** It was no worse than before: it is talked about when they next meet, and no one is called for it. */
  readonly listed: boolean
  /** "Right now": word goes to people at any hour, whoever may then see it. */
  readonly atOnce: boolean
}

/** For each answer that was put before someone: their name. A client is told who knows, and how soon they look. */
export async function ownersTold(tx: PracticeTx, personId: string): Promise<ReadonlyMap<string, ToldOf>> {
  const rows = await tx
    .selectFrom('task')
    .innerJoin('member', 'member.id', 'task.owner_seat_id')
    .select(['task.about_id', sql<string>`max(member.name)`.as('ownerName')])
    .select(
      sql<boolean>`coalesce(bool_and(task.urgency = 'listed') filter (where task.kind not in ('danger-now', 'danger-high')), false)`.as(
        'listed',
      ),
    )
    .select(sql<boolean>`bool_or(task.urgency = 'at-once')`.as('atOnce'))
    .where('task.practice_id', '=', tx.actor.practiceId)
    .where('task.person_id', '=', personId)
    .where('task.kind', 'in', ['danger-now', 'danger-high', 'danger-answer', 'getting-worse'])
    .groupBy('task.about_id')
    .having(sql<boolean>`bool_or(task.kind = 'danger-answer')`)
    .execute()
  return new Map(rows.map(({ about_id, ...told }) => [about_id, told]))
}

/** Whether an answer about death stands on the list alone, as no worse than before. */
export async function isListed(tx: PracticeTx, aboutId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('task')
    .select('urgency')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('kind', '=', 'danger-answer')
    .where('about_id', '=', aboutId)
    .executeTakeFirst()
  return row?.urgency === 'listed'
}
