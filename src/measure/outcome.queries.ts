import { sql } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { OutcomeGroup } from './outcome.ts'

/** Doses of one course, first and last; journeys that were brought in are among them, so that no baseline lies behind one. */
export interface DosedCourse {
  readonly courseId: string
  readonly protocolId: string
  readonly route: string
  readonly firstDoseAt: Instant
  readonly lastDoseAt: Instant
}

/** Every course of a person in which a dose stands. */
export async function dosedCourses(tx: PracticeTx, personId: string): Promise<DosedCourse[]> {
  const { practiceId } = tx.actor
  const rows = await tx
    .selectFrom(
      sql<{ course_id: string; protocol_id: string; route: string; first: Date; last: Date }>`(
        select d.course_id, c.protocol_id, max(d.route) as route,
          least(min(d.given_at), min(elsewhere.first)) as first, greatest(max(d.given_at), max(elsewhere.last)) as last
        from doses_standing(${practiceId}::uuid, ${personId}::uuid) d join course c on c.id = d.course_id
          left join (
            select b.course_id, min(b.earliest_at) as first, max(b.latest_at) as last
            from brought_standing(${practiceId}::uuid, ${personId}::uuid) b group by b.course_id) elsewhere
            on elsewhere.course_id = d.course_id
        group by d.course_id, c.protocol_id)`.as('dosed'),
    )
    .selectAll()
    .execute()
  return rows.map((row) => ({
    courseId: row.course_id,
    protocolId: row.protocol_id,
    route: row.route,
    firstDoseAt: row.first.getTime(),
    lastDoseAt: row.last.getTime(),
  }))
}

interface Counted extends Omit<OutcomeGroup, 'protocolId' | 'baselineBand'> {
  readonly protocol_id: string
  readonly baseline_band: string | null
}

/** One practice's courses in one instrument, alike ones together, at each time that has come. */
export async function outcomeGroups(
  tx: PracticeTx,
  instrumentId: string,
  careNow: Instant,
): Promise<OutcomeGroup[]> {
  const rows = await tx
    .selectFrom((of) =>
      of.fn<Counted>('outcome_counts', [of.val(instrumentId), of.val(isoOf(careNow))]).as('counted'),
    )
    .selectAll()
    .execute()
  return rows.map(({ protocol_id: protocolId, baseline_band: baselineBand, ...row }) => ({
    ...row,
    protocolId,
    baselineBand,
  }))
}

/** What is followed here at all, the most often asked first. */
export const followedHere = async (tx: PracticeTx): Promise<string[]> =>
  (
    await tx
      .selectFrom('outcome_point')
      .select(['instrument_id', sql<number>`count(*)::int`.as('courses')])
      .where('practice_id', '=', tx.actor.practiceId)
      .where('time', '=', 'week')
      .groupBy('instrument_id')
      .orderBy('courses', 'desc')
      .orderBy('instrument_id')
      .execute()
  ).map((row) => row.instrument_id)
