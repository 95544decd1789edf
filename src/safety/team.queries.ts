import { sql } from 'kysely'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Urgency } from './ladder.ts'
import { ownerNow } from './task.queries.ts'
import { stateOf, type HandedBy, type Owner, type Owned, type TaskEventKind } from './task.ts'

/** Held until the transaction ends: others who change this team wait; whoever finds an owner waits too, and sees the new one. */
export async function holdTeam(tx: PracticeTx, personId: string, changing: boolean): Promise<void> {
  await tx.selectNoFrom((of) => of.fn('hold_team', [of.val(personId), of.val(changing)]).as('held')).execute()
}

export interface OwnedTask extends Owned {
  readonly id: string
  readonly urgency: Urgency
}

const onTeam = (personId: string) => sql<boolean>`exists (select from care_team t
  where t.practice_id = m.practice_id and t.member_id = m.id and t.person_id = ${personId} and t.until is null)`

/** Everything open about one person, with who owns it and how it came to them. */
export async function ownedTasks(tx: PracticeTx, personId: string): Promise<OwnedTask[]> {
  const rows = await tx
    .selectFrom('task')
    .innerJoin('member as m', (join) => join.on('m.id', '=', ownerNow))
    .select(['task.id', 'task.kind', 'task.urgency', 'm.id as seatId', 'm.roles'])
    .select([onTeam(personId).as('onTeam'), events.as('events')])
    .where('task.practice_id', '=', tx.actor.practiceId)
    .where('task.person_id', '=', personId)
    .where(
      sql<boolean>`not exists (select from task_event e where e.practice_id = task.practice_id and e.task_id = task.id
        and e.kind = 'done')`,
    )
    .orderBy('task.due_at')
    .orderBy('task.id')
    .execute()
  return rows.map(({ id, kind, urgency, seatId, roles, onTeam: cares, events: had }) => ({
    id,
    kind,
    urgency,
    owner: { seatId, roles, onTeam: cares },
    handed: had.findLast((event) => event.kind === 'escalated')?.because,
    state: stateOf({ events: had }),
  }))
}

const events = sql<{ kind: TaskEventKind; because: HandedBy | null }[]>`coalesce((
  select json_agg(json_build_object('kind', e.kind, 'because', e.because) order by e.number)
  from task_event e where e.practice_id = task.practice_id and e.task_id = task.id), '[]')`

/** Whom the ladder would call first about this person now. */
export const nextOwner = (
  tx: PracticeTx,
  personId: string,
): Promise<(Owner & { readonly name: string }) | undefined> =>
  tx
    .selectFrom('member as m')
    .select(['m.id as seatId', 'm.name', 'm.roles', onTeam(personId).as('onTeam')])
    .where('m.practice_id', '=', tx.actor.practiceId)
    .where('m.id', '=', (of) => of.fn<string>('owner_for', [of.val(personId)]))
    .executeTakeFirst()
