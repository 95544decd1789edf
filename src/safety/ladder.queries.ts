import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { usualMinutes, type Climbing, type Rung, type Urgency } from './ladder.ts'
import { ownerNow } from './task.queries.ts'
import type { TaskEventKind } from './task.ts'

/** The practice's own ladder, or the usual one. */
export async function ladderMinutes(tx: PracticeTx): Promise<readonly number[]> {
  const row = await tx
    .selectFrom('ladder')
    .select('minutes')
    .where('practice_id', '=', tx.actor.practiceId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.minutes ?? usualMinutes
}

/** Whether the list of jobs has stood still for so long that nobody is called by itself. */
export async function jobsStandStill(tx: PracticeTx): Promise<boolean> {
  const row = await tx
    .selectFrom('job_beat')
    .select(sql<boolean>`at < clock_timestamp() - interval '3 minutes'`.as('still'))
    .executeTakeFirst()
  return row?.still ?? true
}

export interface ClimbingTask extends Climbing {
  readonly id: string
  readonly personId: string
  readonly ownerSeatId: string
}

/** One open task as it stands on the ladder; nothing when it is closed, or not here. */
export async function climbingTask(tx: PracticeTx, taskId: string): Promise<ClimbingTask | undefined> {
  const row = await tx
    .selectFrom('task')
    .select(['task.id', 'person_id', 'raised_at', 'due_at', ownerNow.as('owner'), eventsBare.as('events')])
    .select([sql<Urgency>`urgency`.as('urgency'), toldBare.as('told')])
    .where('task.practice_id', '=', tx.actor.practiceId)
    .where('task.id', '=', taskId)
    .where('task.joins', 'is', null)
    .executeTakeFirst()
  if (!row || row.events.some(({ kind }) => kind === 'done')) return undefined
  return {
    id: row.id,
    personId: row.person_id,
    ownerSeatId: row.owner,
    urgency: row.urgency,
    raisedAt: row.raised_at.getTime(),
    dueAt: row.due_at.getTime(),
    events: row.events,
    told: row.told,
  }
}

const eventsBare = sql<{ kind: TaskEventKind; at: Instant }[]>`coalesce((
  select json_agg(json_build_object('kind', e.kind, 'at', extract(epoch from e.at) * 1000) order by e.number)
  from task_event e where e.practice_id = task.practice_id and e.task_id = task.id), '[]')`

const toldBare = sql<{ round: number; rung: number; at: Instant }[]>`coalesce((
  select json_agg(json_build_object('round', t.round, 'rung', t.rung, 'at', extract(epoch from t.told_at) * 1000))
  from task_told t where t.practice_id = task.practice_id and t.task_id = task.id), '[]')`

/** Everything that waits in this practice, by id: what moving the rehearsal's clock may have made late. */
export const waitingTasks = async (tx: PracticeTx): Promise<string[]> =>
  (
    await tx
      .selectFrom('task')
      .select('task.id')
      .where('task.practice_id', '=', tx.actor.practiceId)
      .where('task.joins', 'is', null)
      .where(
        sql<boolean>`not exists (select from task_event e where e.practice_id = task.practice_id
          and e.task_id = task.id and e.kind = 'done')`,
      )
      .execute()
  ).map(({ id }) => id)

export interface Recipient {
  readonly seatId: string
  readonly accountId: string | null
}

const onTeam = (personId: string) => sql<boolean>`exists (select from care_team t
  where t.practice_id = member.practice_id and t.member_id = member.id and t.person_id = ${personId} and t.until is null)`

/** Whom a rung tells: members who may come in now. The team's own prescriber first; any prescriber where it has none. */
export async function recipientsOf(
  tx: PracticeTx,
  { personId, ownerSeatId }: ClimbingTask,
  rung: Rung,
): Promise<Recipient[]> {
  const rows = await tx
    .selectFrom('member')
    .select(['member.id as seatId', 'member.roles', onTeam(personId).as('onTeam')])
    .select(
      sql<string | null>`(select s.account_id from seat s where s.id = member.id and s.until is null)`.as(
        'accountId',
      ),
    )
    .where('member.practice_id', '=', tx.actor.practiceId)
    .where('member.disabled_at', 'is', null)
    .orderBy('member.name')
    .execute()
  return chosenFor(rung, rows, ownerSeatId).map(({ seatId, accountId }) => ({ seatId, accountId }))
}

interface Candidate extends Recipient {
  readonly roles: readonly string[]
  readonly onTeam: boolean
}

function chosenFor(rung: Rung, members: readonly Candidate[], ownerSeatId: string): readonly Candidate[] {
  if (rung === 0) return members.filter(({ seatId }) => seatId === ownerSeatId)
  if (rung === 2) return members.filter(({ onTeam: cares }) => cares)
  if (rung === 3) return members.filter(({ roles }) => roles.includes('administrator'))
  const prescribers = members.filter(({ roles }) => roles.includes('prescriber'))
  const theirs = prescribers.filter(({ onTeam: cares }) => cares)
  const coordinators = members.filter(({ roles }) => roles.includes('coordinator'))
  return [...new Set([...(theirs.length > 0 ? theirs : prescribers), ...coordinators])]
}
