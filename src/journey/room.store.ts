import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Doubt, Fact } from './facts.ts'
import type { Vitals } from './limits.ts'

interface FactColumns {
  practice_id: Fixed<string>
  person_id: Fixed<string>
  id: Fixed<string>
  session_id: Fixed<string>
  recorded_by: Fixed<string>
  recorded_at: StampedByDatabase
  corrects: FixedOrNone<string>
  struck: ColumnType<boolean, boolean | undefined, never>
  doubt: FixedOrNone<Doubt>
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    vital_reading: FactColumns & {
      taken_at: Moment
      systolic_mmhg: FixedOrNone<number>
      diastolic_mmhg: FixedOrNone<number>
      heart_rate_bpm: FixedOrNone<number>
      spo2_percent: FixedOrNone<number>
      respirations_per_min: FixedOrNone<number>
      sedation_moaas: FixedOrNone<number>
    }
    journey_event: FactColumns & { code: Fixed<string>; occurred_at: Moment }
    distress_rating: FactColumns & { rating: Fixed<number>; rated_at: Moment }
  }
}

export interface NewFact extends Fact {
  readonly personId: string
  readonly sessionId: string
  readonly recordedBy: string
  readonly doubt: Doubt | null
}

const columnsOf = (tx: WriteTx, fact: NewFact) => ({
  practice_id: tx.actor.practiceId,
  person_id: fact.personId,
  id: fact.id,
  session_id: fact.sessionId,
  recorded_by: fact.recordedBy,
  corrects: fact.corrects,
  struck: fact.struck,
  doubt: fact.doubt,
})

/** Each answers false when the id is taken, or when what it corrects was corrected already. */
export async function addReading(
  tx: WriteTx,
  reading: NewFact & Vitals & { takenAt: Instant },
): Promise<boolean> {
  const added = await tx
    .insertInto('vital_reading')
    .values({
      ...columnsOf(tx, reading),
      taken_at: isoOf(reading.takenAt),
      systolic_mmhg: reading.systolicMmHg,
      diastolic_mmhg: reading.diastolicMmHg,
      heart_rate_bpm: reading.heartRateBpm,
      spo2_percent: reading.spo2Percent,
      respirations_per_min: reading.respirationsPerMin,
      sedation_moaas: reading.sedationMoaas,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export async function addJourneyEvent(
  tx: WriteTx,
  event: NewFact & { code: string; occurredAt: Instant },
): Promise<boolean> {
  const added = await tx
    .insertInto('journey_event')
    .values({ ...columnsOf(tx, event), code: event.code, occurred_at: isoOf(event.occurredAt) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export async function addDistress(
  tx: WriteTx,
  distress: NewFact & { rating: number; ratedAt: Instant },
): Promise<boolean> {
  const added = await tx
    .insertInto('distress_rating')
    .values({ ...columnsOf(tx, distress), rating: distress.rating, rated_at: isoOf(distress.ratedAt) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
