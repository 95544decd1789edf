import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import type { Salt } from '../medication/order.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Form, Product, Route } from '../protocol/protocol.ts'
import type { Urgency } from './ladder.ts'
import type { HandedBy, TaskEventKind } from './task.ts'

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
  readonly called: boolean
  readonly raisedAt: Instant
  readonly dueAt: Instant
  readonly events: readonly TaskEvent[]
  readonly urgency: Urgency
  /** Whom the ladder told, in the order it did. */
  readonly told: readonly Told[]
  /** What else came up in the same sitting, by its kind: seen and closed with it. */
  readonly also: readonly string[]
  /** The dose it is about, as it was written down. */
  readonly dose: TaskDose | null
}

export interface TaskDose {
  readonly product: Product
  readonly form: Form
  readonly route: Route
  readonly labelMg: number
  readonly labelSalt: Salt
  readonly givenAt: Instant
  readonly givenByName: string
  /** It was put right or taken back since: the session's record says how. */
  readonly corrected: boolean
}

export interface TaskEvent {
  readonly kind: TaskEventKind
  readonly at: Instant
  readonly byName: string
  readonly because: HandedBy | null
}

export interface Told {
  readonly round: number
  readonly rung: number
  readonly at: Instant
  /** Null: the rung found no one. */
  readonly name: string | null
  readonly way: 'mail' | 'screen' | 'no-one'
}

/** Everything open in the practice, oldest first. What a reader of the board may see of it, `boardOf` decides. */
export async function openTasks(tx: PracticeTx): Promise<OpenTask[]> {
  const rows = await tx
    .selectFrom('task')
    .innerJoin('person', 'person.id', 'task.person_id')
    .leftJoin('member as owner', (join) => join.on('owner.id', '=', ownerNow))
    .select(['task.id', 'task.kind', 'task.person_id', 'task.raised_at', 'task.due_at', 'task.urgency'])
    .select([
      sql<string>`coalesce(nullif(person.called_by, ''), person.given_name) || ' ' || person.family_name`.as(
        'person_name',
      ),
      'owner.id as owner_id',
      'owner.name as owner_name',
      sql<boolean>`owner.id = app_seat()`.as('mine'),
      sql<boolean>`exists (select from care_team t where t.practice_id = task.practice_id
        and t.person_id = task.person_id and t.member_id = app_seat() and t.until is null)`.as('assigned'),
      sql<boolean>`exists (select from task_told t where t.practice_id = task.practice_id and t.task_id = task.id
        and t.seat_id = app_seat())`.as('called'),
      eventsOfTask.as('events'),
      toldOfTask.as('told'),
      alsoOfTask.as('also'),
      doseOfTask.as('dose'),
    ])
    .where('task.practice_id', '=', tx.actor.practiceId)
    .where('task.joins', 'is', null)
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
  return rows.map(taskOf)
}

interface Row {
  id: string
  kind: string
  person_id: string
  raised_at: Date
  due_at: Date
  urgency: Urgency
  person_name: string
  owner_id: string | null
  owner_name: string | null
  mine: boolean | null
  assigned: boolean
  called: boolean
  events: OpenTask['events']
  told: Told[]
  also: string[]
  dose: TaskDose | null
}

const taskOf = (row: Row): OpenTask => ({
  id: row.id,
  kind: row.kind,
  personId: row.person_id,
  personName: row.person_name,
  ownerSeatId: row.owner_id ?? '',
  ownerName: row.owner_name ?? '',
  mine: row.mine ?? false,
  assigned: row.assigned,
  called: row.called,
  raisedAt: row.raised_at.getTime(),
  dueAt: row.due_at.getTime(),
  events: row.events.map((event) => ({ ...event, at: Math.round(event.at) })),
  urgency: row.urgency,
  told: row.told.map((one) => ({ ...one, at: Math.round(one.at) })),
  also: row.also,
  dose: row.dose,
})

/** The one it was last handed to, or the first owner. */
export const ownerNow = sql<string>`coalesce((select e.to_seat_id from task_event e where e.task_id = task.id
  and e.to_seat_id is not null order by e.number desc limit 1), task.owner_seat_id)`

const eventsOfTask = sql<OpenTask['events']>`coalesce((
  select json_agg(json_build_object('kind', e.kind, 'byName', m.name, 'because', e.because, 'at', extract(epoch from e.at) * 1000) order by e.number)
  from task_event e join member m on m.id = e.by_seat_id where e.task_id = task.id), '[]')`

const toldOfTask = sql<Told[]>`coalesce((
  select json_agg(json_build_object('round', t.round, 'rung', t.rung, 'name', m.name, 'way', t.way,
    'at', extract(epoch from t.told_at) * 1000) order by t.told_at, t.rung, m.name)
  from task_told t left join member m on m.id = t.seat_id
  where t.practice_id = task.practice_id and t.task_id = task.id), '[]')`

const alsoOfTask = sql<string[]>`coalesce((
  select json_agg(k.kind order by k.first) from (
    select j.kind, min(j.raised_at) as first from task j
    where j.practice_id = task.practice_id and j.joins = task.id and j.kind <> task.kind group by j.kind
  ) k), '[]')`

const doseOfTask = sql<TaskDose | null>`(
  select json_build_object('product', d.product, 'form', d.form, 'route', d.route, 'labelMg', d.label_mg,
    'labelSalt', d.label_salt, 'givenAt', round(extract(epoch from d.given_at) * 1000), 'givenByName', m.name,
    'corrected', exists (select from dose c where c.practice_id = d.practice_id and c.corrects = d.id))
  from dose d join member m on m.practice_id = d.practice_id and m.id = d.given_by
  where d.practice_id = task.practice_id and d.person_id = task.person_id and d.id = task.about_id
    and task.kind in ('dose-deviation', 'dose-written-late'))`
