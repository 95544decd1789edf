import { sql } from 'kysely'
import { calledName } from '../person/person.ts'
import { isoOfUtc, utc } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { protocolOfCourse } from '../protocol/protocol.queries.ts'
import { whomToCall, type Prescriber } from './call.ts'
import { standing, type Doubt, type Fact, type Wrong } from './facts.ts'
import type { Vitals } from './limits.ts'
import { watchOf } from './watching.queries.ts'
import { planWatched } from './watching.ts'

export type RoomTable = 'vital_reading' | 'journey_event' | 'distress_rating'

/** Whether a fact is there to be corrected, in this session and of this person. */
export async function isRecorded(
  tx: PracticeTx,
  about: { table: RoomTable; personId: string; sessionId: string; id: string },
): Promise<boolean> {
  const found = await tx
    .selectFrom(about.table)
    .select('id')
    .where('person_id', '=', about.personId)
    .where('id', '=', about.id)
    .where('session_id', '=', about.sessionId)
    .executeTakeFirst()
  return found !== undefined
}

export interface Reading extends Fact, Vitals {
  readonly sessionId: string
  readonly takenAt: string
  readonly doubt: Doubt | null
}

const readingColumns = [
  'id',
  'session_id as sessionId',
  'corrects',
  'struck',
  'doubt',
  'systolic_mmhg as systolicMmHg',
  'diastolic_mmhg as diastolicMmHg',
  'heart_rate_bpm as heartRateBpm',
  'spo2_percent as spo2Percent',
  'respirations_per_min as respirationsPerMin',
  'sedation_moaas as sedationMoaas',
] as const

/** The newest 200 of a person, by their ids, which grow with time: one index scan. */
export async function newestReadings(tx: PracticeTx, personId: string): Promise<Reading[]> {
  const rows = await tx
    .selectFrom('vital_reading')
    .select(readingColumns)
    .select(utc('taken_at').as('takenAt'))
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  for (const row of rows) row.takenAt = isoOfUtc(row.takenAt)
  return rows
}

/** The room's state in two questions: the session with all its facts, and the plan its course stands on. */
export async function roomOf(tx: PracticeTx, sessionId: string) {
  const found = await sessionWithFacts(tx, sessionId)
  if (!found) return undefined
  const { session, person, readings, events, distress, doses, notTaken, call, clearanceEnded } = found
  const { plan, watch } = await planOf(tx, session)
  return {
    notTaken,
    clearanceEnded,
    call: { prescribers: whomToCall(call.prescribers), phone: call.phone },
    session,
    person,
    plan,
    watch,
    doses: standing(doses),
    readings,
    events,
    distress,
  }
}

/** The plan that the course stands on; its vitals as they hold in this session, and which was chosen where there are two. */
async function planOf(tx: PracticeTx, { id, courseId }: { readonly id: string; readonly courseId: string }) {
  const plan = await protocolOfCourse(tx, courseId)
  if (!plan?.vitals.sparser) return { plan: plan ?? null, watch: null }
  const watch = (await watchOf(tx, id)) ?? { plan: 'full' as const, because: [] }
  return { plan: { ...plan, vitals: planWatched(plan.vitals, watch) }, watch }
}

/** Who wrote it down, when, and what was wrong with what it stands in for. */
interface Signed {
  readonly doubt: Doubt | null
  readonly wrong: Wrong | null
  readonly byId: string
  readonly byName: string
  readonly recordedAt: string
}

interface DoseGiven extends Fact {
  readonly givenAt: string
  readonly deviation: boolean
  readonly saidNoAt: string | null
}

/** What they said on their own screen, staff cannot unsay: the gate of the asking has it so too (`askedGate`). */
const saidNo = sql`(
  select max(a.asked_at) from asked_alone a
  where d.deviation and a.practice_id = d.practice_id and a.session_id = d.session_id and not a.wants_today
    and a.asked_at <= d.given_at and same_day(a.asked_at, d.given_at, a.practice_id)
    and not exists (select from asked_alone b where b.practice_id = a.practice_id and b.session_id = a.session_id
      and b.number > a.number and b.wants_today and b.on_own_screen and b.asked_at <= d.given_at))`

const dosesGiven = sql<DoseGiven[]>`(
  select coalesce(json_agg(json_build_object('id', d.id, 'corrects', d.corrects, 'struck', d.struck,
    'deviation', d.deviation, 'givenAt', d.given_at, 'saidNoAt', ${saidNo}) order by d.given_at), '[]')
  from dose d where d.practice_id = session.practice_id and d.person_id = session.person_id and d.session_id = session.id)`

/**
 * What every fact of the room tells, whatever it is about; `f` is its row. When it was written down is the machine's to say,
 * and told as the clock of care would: in a rehearsal the two are days apart.
 */
const factTold = sql`'id', f.id, 'corrects', f.corrects, 'struck', f.struck, 'doubt', f.doubt, 'wrong', f.wrong,
  'byId', f.recorded_by, 'byName', coalesce(m.name, g.name, ''), 'recordedAt', care_at(f.practice_id, f.recorded_at)`

const toldHere = sql`
  left join member m on m.practice_id = f.practice_id and m.id = f.recorded_by
  left join guest_joining g on g.practice_id = f.practice_id and g.seat_id = f.recorded_by
  where f.practice_id = session.practice_id and f.person_id = session.person_id and f.session_id = session.id`

const readingsTaken = sql<(Reading & Signed)[]>`(
  select coalesce(json_agg(json_build_object(${factTold}, 'sessionId', f.session_id, 'takenAt', f.taken_at,
    'systolicMmHg', f.systolic_mmhg, 'diastolicMmHg', f.diastolic_mmhg, 'heartRateBpm', f.heart_rate_bpm,
    'spo2Percent', f.spo2_percent, 'respirationsPerMin', f.respirations_per_min,
    'sedationMoaas', f.sedation_moaas) order by f.taken_at, f.id), '[]')
  from vital_reading f ${toldHere})`

/** Every reading of a session, what was corrected and taken back included. */
export async function readingsOf(tx: PracticeTx, sessionId: string): Promise<(Reading & Signed)[]> {
  const row = await tx
    .selectFrom('journey_session as session')
    .select(readingsTaken.as('readings'))
    .where('session.id', '=', sessionId)
    .executeTakeFirst()
  return row?.readings ?? []
}

const eventsNoted = sql<(Fact & Signed & { code: string; occurredAt: string })[]>`(
  select coalesce(json_agg(json_build_object(${factTold}, 'code', f.code, 'occurredAt', f.occurred_at)
    order by f.occurred_at, f.recorded_at), '[]')
  from journey_event f ${toldHere})`

const distressRated = sql<(Fact & Signed & { rating: number; ratedAt: string })[]>`(
  select coalesce(json_agg(json_build_object(${factTold}, 'rating', f.rating, 'ratedAt', f.rated_at)
    order by f.rated_at, f.recorded_at), '[]')
  from distress_rating f ${toldHere})`

export interface NotTaken {
  readonly id: string
  readonly dueKey: string
  readonly reason: string
  readonly byName: string
}

const notTakenHere = sql<NotTaken[]>`(
  select coalesce(json_agg(json_build_object('id', n.id, 'dueKey', n.due_key, 'reason', n.reason, 'byName', m.name)
    order by n.recorded_at), '[]')
  from reading_not_taken n join member m on m.id = n.recorded_by
  where n.practice_id = session.practice_id and n.session_id = session.id)`

/** Why each reading of a session that was due was not taken, where somebody said so. */
export async function notTakenOf(tx: PracticeTx, sessionId: string): Promise<NotTaken[]> {
  const row = await tx
    .selectFrom('journey_session as session')
    .select(notTakenHere.as('notTaken'))
    .where('session.id', '=', sessionId)
    .executeTakeFirst()
  return row?.notTaken ?? []
}

/** Milliseconds; the end that followed the last dose, whichever it was. */
export const endedAt = sql<number | null>`(
  select floor(extract(epoch from min(e.at)) * 1000)::float8 from (
    select d.discharged_at as at from discharge d where d.practice_id = session.practice_id and d.session_id = session.id
    union all
    select l.left_at from departures_standing(session.practice_id, session.id) l
  ) e
  where e.at >= coalesce((select max(g.given_at) from doses_standing(session.practice_id, session.person_id) g
    where g.session_id = session.id), '-infinity'))`

/** Prescribers of this care or of this room today, with what was last noted of each. */
const callHere = sql<{ phone: string | null; prescribers: Prescriber[] }>`(
  select json_build_object('phone', h.phone, 'prescribers', (
    select coalesce(json_agg(json_build_object('memberId', m.id, 'name', m.name, 'state', p.state) order by m.name), '[]')
    from member m
    left join lateral (
      select n.state from presence n
      where n.practice_id = m.practice_id and n.session_id = session.id and n.member_id = m.id
        and same_day(n.noted_at, care_now(n.practice_id), n.practice_id)
      order by n.number desc limit 1
    ) p on true
    where m.practice_id = session.practice_id and m.disabled_at is null and 'prescriber' = any (m.roles)
      and (p.state is not null or exists (select from care_team t where t.practice_id = m.practice_id
        and t.person_id = session.person_id and t.member_id = m.id and t.until is null))))
  from practice h where h.id = session.practice_id)`

/** Whom an alarm of this session calls. */
export async function callOf(tx: PracticeTx, sessionId: string) {
  const row = await tx
    .selectFrom('journey_session as session')
    .select(callHere.as('call'))
    .where('session.id', '=', sessionId)
    .executeTakeFirst()
  return { prescribers: whomToCall(row?.call.prescribers ?? []), phone: row?.call.phone ?? null }
}

async function sessionWithFacts(tx: PracticeTx, sessionId: string) {
  const row = await tx
    .selectFrom('journey_session as session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select([
      'session.id',
      'session.course_id as courseId',
      'session.number',
      'session.phase',
      'session.room',
      'session.planned_at as plannedAt',
      'person.id as personId',
      'person.given_name as givenName',
      'person.called_by as calledBy',
      'person.family_name as familyName',
      'person.birth_date as birthDate',
      readingsTaken.as('readings'),
      eventsNoted.as('events'),
      distressRated.as('distress'),
      dosesGiven.as('doses'),
      notTakenHere.as('notTaken'),
      endedAt.as('endedAt'),
      callHere.as('call'),
      sql<boolean>`clearance_standing(session.person_id, care_now(session.practice_id)) = 'recalled'`.as(
        'clearanceEnded',
      ),
    ])
    .where('session.id', '=', sessionId)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, courseId, number, phase, room, plannedAt, endedAt: ends } = row
  const { readings, events, distress, doses, notTaken, call, clearanceEnded } = row
  const { personId, familyName, birthDate } = row
  return {
    session: { id, courseId, number, phase, room, plannedAt: plannedAt.toISOString(), endedAt: ends },
    person: { id: personId, calledBy: calledName(row), familyName, birthDate },
    readings,
    events,
    distress,
    doses,
    notTaken,
    call,
    clearanceEnded,
  }
}
