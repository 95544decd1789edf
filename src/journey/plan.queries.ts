import { sql } from 'kysely'
import { day, isoOf, minute, type Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Sitter, Taken } from './plan.ts'
import type { Phase } from './session.ts'

/** The number it was given when it was planned: others may come before it. */
export async function numberOf(tx: PracticeTx, sessionId: string): Promise<number> {
  const { number } = await tx
    .selectFrom('journey_session')
    .select('number')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  return number
}

export interface PlannedSession {
  readonly courseId: string
  readonly personId: string
  readonly phase: Phase
  readonly plannedAt: Instant
}

export async function plannedSession(tx: PracticeTx, sessionId: string): Promise<PlannedSession | undefined> {
  const found = await tx
    .selectFrom('journey_session')
    .select(['phase', 'planned_at', 'course_id', 'person_id'])
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return (
    found && {
      courseId: found.course_id,
      personId: found.person_id,
      phase: found.phase,
      plannedAt: found.planned_at.getTime(),
    }
  )
}

/** One plan after another in a practice, until this transaction ends. */
export async function holdPlans(tx: PracticeTx): Promise<void> {
  await tx.selectNoFrom((of) => of.fn<null>('hold_plans', []).as('held')).executeTakeFirstOrThrow()
}

/** Who would sit with a person: of their care team, those who do. */
const sitters = (person: string) => sql<Sitter[]>`coalesce((
  select json_agg(json_build_object('id', m.id, 'name', m.name))
  from care_team t join member m on m.id = t.member_id
  where t.practice_id = app_practice() and t.person_id = ${sql.ref(person)} and t.until is null
    and m.disabled_at is null and m.roles && array['therapist', 'monitor']), '[]')`

export async function sittersOf(tx: PracticeTx, personId: string): Promise<readonly Sitter[]> {
  const row = await tx
    .selectFrom('person')
    .select(sitters('person.id').as('members'))
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.members
}

/** Every other journey of the practice that may be going on at that time. */
export async function takenAround(
  tx: PracticeTx,
  { at, but, lastsMinutes }: { readonly at: Instant; readonly but: string; readonly lastsMinutes: number },
): Promise<Taken[]> {
  const lasts = lastsMinutes * minute
  const rows = await tx
    .selectFrom('journey_session as s')
    .select(['s.person_id', 's.planned_at', 's.room', sitters('s.person_id').as('members')])
    .where('s.practice_id', '=', tx.actor.practiceId)
    .where('s.id', '<>', but)
    .where('s.phase', 'in', ['planned', 'under-way', 'recovering'])
    .where(sql<boolean>`s.planned_at > ${isoOf(at - lasts)}`)
    .where(sql<boolean>`s.planned_at < ${isoOf(at + lasts)}`)
    .orderBy('s.planned_at')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    plannedAt: row.planned_at.getTime(),
    room: row.room,
    members: row.members,
  }))
}

/** How long a change of plan is told on the client's page. [PD] */
const toldFor = 14 * day

export interface ChangedPlan {
  readonly kind: 'moved' | 'cancelled'
  readonly from: Instant
  readonly to: Instant | null
}

/** What was last told of a course's plan, where that was a change and the client may not have read it yet. Never why. */
export async function changedPlan(
  tx: PracticeTx,
  courseId: string,
  careNow: Instant,
): Promise<ChangedPlan | null> {
  const row = await tx
    .selectFrom('session_plan as p')
    .innerJoin('journey_session as s', 's.id', 'p.session_id')
    .select(['p.kind', 'p.from_at', 'p.planned_at', 'p.told_at', 's.phase'])
    .where('p.course_id', '=', courseId)
    .orderBy('p.number', 'desc')
    .executeTakeFirst()
  if (!row?.from_at || row.kind === 'planned' || row.told_at.getTime() < careNow - toldFor) return null
  const to = row.planned_at?.getTime() ?? null
  // A journey that has begun needs no note of when it was to be.
  if (to !== null && (row.phase !== 'planned' || to < careNow)) return null
  return { kind: row.kind, from: row.from_at.getTime(), to }
}
