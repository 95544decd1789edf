import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Answers } from '../../instrument/instrument.ts'
import { fromLibrary } from '../../instrument/library.content.ts'
import { score, totalOf } from '../../instrument/score.ts'
import { canary } from './canaries.ts'

/** Whose record it is. */
export interface Whose {
  readonly practiceId: string
  readonly personId: string
  readonly courseId: string
}

/** Something that was answered so many days ago, scored as it is when a person sends it. */
export async function addAnswers(
  owner: pg.Client,
  { practiceId, personId, courseId }: Whose,
  [instrumentId, daysAgo, answers]: readonly [string, number, Answers],
): Promise<string> {
  const instrument = fromLibrary(instrumentId)
  const scored = instrument && score(instrument, answers)
  if (!scored || scored.status === 'invalid') throw new Error(`${instrumentId} cannot be scored`)
  const id = randomUUID()
  await owner.query(
    `insert into instrument_response (practice_id, id, person_id, course_id, instrument_id, instrument_version, language,
       answers, withheld, status, scores, total, band, flags, answered_at)
     values ($1, $2, $3, $4, $5, $6, 'en', $7, '{}', $8, $9, $10, $11, $12, care_now($1) - $13 * interval '1 day')`,
    [
      practiceId,
      id,
      personId,
      courseId,
      instrumentId,
      instrument.version,
      JSON.stringify(answers),
      scored.status,
      JSON.stringify(scored.scores),
      totalOf(instrument, scored),
      scored.band,
      scored.flags,
      daysAgo,
    ],
  )
  return id
}

/** Doses as facts and nothing else: written as the database's owner with triggers off, for what is tested is reading. */
export async function addDoses(owner: pg.Client, whose: Whose, daysAgo: readonly number[]): Promise<void> {
  await owner.query('begin')
  await owner.query('set local session_replication_role = replica')
  for (const [place, days] of daysAgo.entries())
    await owner.query(
      `with session as (
         insert into journey_session (practice_id, id, person_id, course_id, number, planned_at, phase)
         values ($1, $4, $2, $3, $5, care_now($1) - $6 * interval '1 day', 'closed') returning *)
       insert into dose (practice_id, id, person_id, course_id, session_id, product, form, route, label_mg, label_salt,
         base_mg, given_by, given_at, deviation, because, recorded_by)
       select practice_id, $7, person_id, course_id, id, 'racemic', 'lozenge', 'sublingual', 100, 'base', 100, $3,
         planned_at, false, '{}', $3 from session`,
      [whose.practiceId, whose.personId, whose.courseId, randomUUID(), place + 2, days, randomUUID()],
    )
  await owner.query('commit')
}

/** Asked so many days ago, and its time went by. */
export const addMissed = (
  owner: pg.Client,
  { practiceId, personId }: Whose,
  [instrumentId, daysAgo, what = 'missed']: readonly [string, number, ('missed' | 'refused')?],
): Promise<unknown> =>
  owner.query(
    `insert into asking_log (practice_id, id, person_id, key, instrument_id, what, target_at, closes_at, at)
     select $1, $2, $3, $4, $5, $6, target, target + interval '1 hour', target + interval '2 hours'
     from (select care_now($1) - $7 * interval '1 day' as target) asked`,
    [practiceId, randomUUID(), personId, `day-${daysAgo}/test/${instrumentId}`, instrumentId, what, daysAgo],
  )

/** A review as a fact. */
export const addReview = (
  owner: pg.Client,
  { practiceId, personId, courseId }: Whose,
  [memberId, decision, daysAgo]: readonly [string, 'continue' | 'change', number],
): Promise<unknown> =>
  owner.query(
    `insert into course_review (practice_id, id, person_id, course_id, decision, reason, reviewed_by, reviewed_at)
     values ($1, $2, $3, $4, $5, $8, $6, care_now($1) - $7 * interval '1 day')`,
    [
      practiceId,
      randomUUID(),
      personId,
      courseId,
      decision,
      memberId,
      daysAgo,
      canary('explained', personId),
    ],
  )
