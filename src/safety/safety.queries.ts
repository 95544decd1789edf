import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { readingOf, type Cover, type Reading } from './cover.ts'
import type { SuicideFacts } from './suicide.ts'
import type { TaskEventKind } from './task.ts'

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

/** A task as it stands: raised, perhaps handed on, perhaps seen; with what was noted along the way. */
export interface OpenTask {
  readonly id: string
  readonly kind: string
  readonly personId: string
  readonly personName: string
  readonly ownerSeatId: string
  readonly ownerName: string
  readonly mine: boolean
  readonly assigned: boolean
  readonly raisedAt: Instant
  readonly dueAt: Instant
  readonly events: readonly { readonly kind: TaskEventKind; readonly at: Instant; readonly byName: string }[]
}

/** Everything open in the practice, oldest first. What a reader of the board may see of it, `boardOf` decides. */
export async function openTasks(tx: PracticeTx): Promise<OpenTask[]> {
  const rows = await tx
    .selectFrom('task')
    .innerJoin('person', 'person.id', 'task.person_id')
    .leftJoin('member as owner', (join) => join.on('owner.id', '=', ownerNow))
    .select(['task.id', 'task.kind', 'task.person_id', 'task.raised_at', 'task.due_at'])
    .select([
      sql<string>`coalesce(nullif(person.called_by, ''), person.given_name) || ' ' || person.family_name`.as(
        'person_name',
      ),
      'owner.id as owner_id',
      'owner.name as owner_name',
      sql<boolean>`owner.id = app_seat()`.as('mine'),
      sql<boolean>`exists (select from care_team t where t.practice_id = task.practice_id
        and t.person_id = task.person_id and t.member_id = app_seat() and t.until is null)`.as('assigned'),
      eventsOfTask.as('events'),
    ])
    .where('task.practice_id', '=', tx.actor.practiceId)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('task_event as done')
            .select('done.id')
            .whereRef('done.task_id', '=', 'task.id')
            .where('done.kind', '=', 'done'),
        ),
      ),
    )
    .orderBy('task.due_at')
    .orderBy('task.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    personId: row.person_id,
    personName: row.person_name,
    ownerSeatId: row.owner_id ?? '',
    ownerName: row.owner_name ?? '',
    mine: row.mine ?? false,
    assigned: row.assigned,
    raisedAt: row.raised_at.getTime(),
    dueAt: row.due_at.getTime(),
    events: row.events.map((event) => ({ ...event, at: Math.round(event.at) })),
  }))
}

/** The one it was last handed to, or the first owner. */
const ownerNow = sql<string>`coalesce((select e.to_seat_id from task_event e where e.task_id = task.id
  and e.to_seat_id is not null order by e.number desc limit 1), task.owner_seat_id)`

const eventsOfTask = sql<OpenTask['events']>`coalesce((
  select json_agg(json_build_object('kind', e.kind, 'byName', m.name, 'at', extract(epoch from e.at) * 1000) order by e.number)
  from task_event e join member m on m.id = e.by_seat_id where e.task_id = task.id), '[]')`

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

/** For each answer that was put before someone: their name. A client is told who knows. */
export async function ownersTold(tx: PracticeTx, personId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('task')
    .innerJoin('member', 'member.id', 'task.owner_seat_id')
    .select(['task.about_id', 'member.name'])
    .where('task.practice_id', '=', tx.actor.practiceId)
    .where('task.person_id', '=', personId)
    .where('task.kind', '=', 'danger-answer')
    .execute()
  return new Map(rows.map((row) => [row.about_id, row.name]))
}

export interface AskedCheck {
  readonly id: string
  readonly answer: SuicideFacts['checks'][number]['answer']
  readonly askedAt: Instant
  readonly askedBy: string
}

export interface SafetyPlan {
  readonly id: string
  readonly warningSigns: string
  readonly onMyOwn: string
  readonly peopleAndPlaces: string
  readonly peopleToAsk: string
  readonly professionals: string
  readonly surroundings: string
  readonly madeAt: Instant
  readonly madeWith: string
}

export interface SuicideRecord {
  readonly facts: SuicideFacts
  readonly checks: readonly AskedCheck[]
  readonly plan: SafetyPlan | null
}

/** What the gate is decided from, with names; newest first. */
export async function suicideRecordOf(tx: PracticeTx, personId: string): Promise<SuicideRecord> {
  const { practiceId } = tx.actor
  const checks = await tx
    .selectFrom('suicide_check')
    .innerJoin('member', 'member.id', 'suicide_check.asked_by')
    .select(['suicide_check.id', 'answer', 'asked_at', 'member.name'])
    .where('suicide_check.practice_id', '=', practiceId)
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute()
  const overrides = await tx
    .selectFrom('suicide_override')
    .select(['check_id', 'decided_at', 'expires_at'])
    .where('practice_id', '=', practiceId)
    .where('person_id', '=', personId)
    .execute()
  const plans = await plansOf(tx, personId)
  return {
    checks: checks.map(({ id, answer, asked_at, name }) => ({
      id,
      answer,
      askedAt: asked_at.getTime(),
      askedBy: name,
    })),
    plan: plans[0] ?? null,
    facts: {
      checks: checks.map(({ id, answer, asked_at }) => ({ id, answer, askedAt: asked_at.getTime() })),
      overrides: overrides.map((row) => ({
        checkId: row.check_id,
        decidedAt: row.decided_at.getTime(),
        expiresAt: row.expires_at.getTime(),
      })),
      plansMadeAt: plans.map(({ madeAt }) => madeAt),
    },
  }
}

/** Newest first. */
export async function plansOf(tx: PracticeTx, personId: string): Promise<SafetyPlan[]> {
  const rows = await tx
    .selectFrom('safety_plan')
    .innerJoin('member', 'member.id', 'safety_plan.made_with')
    .selectAll('safety_plan')
    .select('member.name')
    .where('safety_plan.practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .orderBy('made_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    warningSigns: row.warning_signs,
    onMyOwn: row.on_my_own,
    peopleAndPlaces: row.people_and_places,
    peopleToAsk: row.people_to_ask,
    professionals: row.professionals,
    surroundings: row.surroundings,
    madeAt: row.made_at.getTime(),
    madeWith: row.name,
  }))
}
