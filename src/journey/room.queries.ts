import { sql } from 'kysely'
import { calledName } from '../person/person.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { protocolOfCourse } from '../protocol/protocol.queries.ts'
import { standing, type Doubt, type Fact } from './facts.ts'
import type { Vitals } from './limits.ts'

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
  'taken_at',
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
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ taken_at, ...row }) => ({ ...row, takenAt: taken_at.toISOString() }))
}

/** The room's state in two questions: the session with all its facts, and the plan its course stands on. */
export async function roomOf(tx: PracticeTx, sessionId: string) {
  const found = await sessionWithFacts(tx, sessionId)
  if (!found) return undefined
  const { session, person, readings, events, distress, doses } = found
  return {
    session,
    person,
    plan: (await protocolOfCourse(tx, session.courseId)) ?? null,
    doses: standing(doses),
    readings,
    events,
    distress,
  }
}

interface DoseGiven extends Fact {
  readonly givenAt: string
  readonly deviation: boolean
}

const dosesGiven = sql<DoseGiven[]>`(
  select coalesce(json_agg(json_build_object('id', d.id, 'corrects', d.corrects, 'struck', d.struck,
    'deviation', d.deviation, 'givenAt', d.given_at) order by d.given_at), '[]')
  from dose d where d.practice_id = session.practice_id and d.person_id = session.person_id and d.session_id = session.id)`

const readingsTaken = sql<Reading[]>`(
  select coalesce(json_agg(json_build_object('id', v.id, 'sessionId', v.session_id, 'corrects', v.corrects,
    'struck', v.struck, 'doubt', v.doubt, 'takenAt', v.taken_at, 'systolicMmHg', v.systolic_mmhg,
    'diastolicMmHg', v.diastolic_mmhg, 'heartRateBpm', v.heart_rate_bpm, 'spo2Percent', v.spo2_percent,
    'respirationsPerMin', v.respirations_per_min, 'sedationMoaas', v.sedation_moaas) order by v.taken_at, v.id), '[]')
  from vital_reading v
  where v.practice_id = session.practice_id and v.person_id = session.person_id and v.session_id = session.id)`

const eventsNoted = sql<(Fact & { code: string; occurredAt: string; doubt: Doubt | null })[]>`(
  select coalesce(json_agg(json_build_object('id', e.id, 'corrects', e.corrects, 'struck', e.struck, 'doubt', e.doubt,
    'code', e.code, 'occurredAt', e.occurred_at) order by e.occurred_at, e.recorded_at), '[]')
  from journey_event e
  where e.practice_id = session.practice_id and e.person_id = session.person_id and e.session_id = session.id)`

const distressRated = sql<(Fact & { rating: number; ratedAt: string; doubt: Doubt | null })[]>`(
  select coalesce(json_agg(json_build_object('id', r.id, 'corrects', r.corrects, 'struck', r.struck, 'doubt', r.doubt,
    'rating', r.rating, 'ratedAt', r.rated_at) order by r.rated_at, r.recorded_at), '[]')
  from distress_rating r
  where r.practice_id = session.practice_id and r.person_id = session.person_id and r.session_id = session.id)`

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
    ])
    .where('session.id', '=', sessionId)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, courseId, number, phase, room, plannedAt, readings, events, distress, doses } = row
  const { personId, familyName, birthDate } = row
  return {
    session: { id, courseId, number, phase, room, plannedAt: plannedAt.toISOString() },
    person: { id: personId, calledBy: calledName(row), familyName, birthDate },
    readings,
    events,
    distress,
    doses,
  }
}
