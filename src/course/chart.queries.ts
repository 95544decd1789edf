import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import { personOf } from '../person/person.queries.ts'
import { ms } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { InBoth } from '../protocol/protocol.ts'
import { scales } from './scales.content.ts'
import { threadOf, type ThreadFacts } from './thread.ts'
import { newestCourse, threadColumn } from './thread.queries.ts'

export interface Asked {
  readonly personId: string
  readonly careNow: Instant
  /** Whether the asker may read the thread; otherwise it is not even looked for. */
  readonly thread: boolean
}

type Team = readonly { readonly memberId: string; readonly name: string; readonly roles: readonly string[] }[]

const team = sql<Team>`coalesce((
  select jsonb_agg(jsonb_build_object('memberId', m.id, 'name', m.name, 'roles', m.roles) order by t.since)
  from care_team t join member m on m.id = t.member_id where t.person_id = person.id and t.until is null), '[]')`

const title = sql<InBoth | null>`(select e.document -> 'title' from protocol_edition e
  where e.id = course.protocol_id and e.version = course.protocol_version)`

const sessionsOnly = sql<Pick<ThreadFacts, 'sessions'>>`jsonb_build_object('sessions', coalesce((
  select jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'phase', s.phase, 'room', s.room,
    'plannedAt', round(extract(epoch from s.planned_at) * 1000)) order by s.number)
  from journey_session s where s.course_id = course.id), '[]'))`

interface OpenGates {
  readonly sessionId: string
  readonly gates: readonly string[]
}

/** Only a session that is still planned has gates before it. */
const openGates = sql<OpenGates | null>`(
  select case when next.phase = 'planned' and told.gates is not null
    then jsonb_build_object('sessionId', next.id, 'gates', to_jsonb(told.gates)) end
  from (select s.id, s.phase from journey_session s
    where s.course_id = course.id and s.phase in ('planned', 'under-way', 'recovering')
    order by s.phase = 'planned', s.planned_at limit 1) next, open_gates_for_team(next.id) as told(gates))`

/** Everything the first screen of a chart shows, in one statement. */
export async function chartOf(tx: PracticeTx, { personId, careNow, thread }: Asked) {
  const row = await tx
    .selectFrom('person')
    .leftJoin(newestCourse(personId).as('course'), (on) => on.onTrue())
    .selectAll('person')
    .select([team.as('team'), title.as('title'), 'course.id as courseId'])
    .select([ms('course.begun_at').as('begunAt'), ms('course.ended_at').as('endsAt')])
    .select((thread ? threadColumn(tx) : sessionsOnly).as('told'))
    .select((thread ? openGates : sql<null>`null`).as('openGates'))
    .where('person.id', '=', personId)
    .executeTakeFirst()
  if (!row) return undefined
  const facts = { ...row.told, begunAt: row.begunAt, endsAt: row.endsAt }
  const isWhole = (known: object): known is ThreadFacts => 'doses' in known
  return {
    careNow,
    person: personOf(row),
    team: row.team,
    course: row.courseId === null ? null : courseIn(row, facts.sessions),
    thread:
      row.courseId !== null && isWhole(facts) ? threadOf(facts, { framing: 'staff', careNow, scales }) : null,
    openGates: row.openGates,
  }
}

interface CourseIn {
  readonly courseId: string | null
  readonly title: InBoth | null
  readonly begunAt: Instant
  readonly endsAt: Instant | null
}

const courseIn = (
  { courseId, title: said, begunAt, endsAt }: CourseIn,
  sessions: ThreadFacts['sessions'],
) => ({
  id: courseId ?? '',
  title: said ?? { en: '', es: '' },
  begunAt,
  endsAt,
  sessions: sessions.toSorted((a, b) => a.number - b.number),
})
