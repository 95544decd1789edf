import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { addsOne } from '../platform/db/fixed.ts'
import type { Fixed, FixedOrNone, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Doubt, Fact, Wrong } from './facts.ts'
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
  wrong: FixedOrNone<Wrong>
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
    reading_not_taken: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      session_id: Fixed<string>
      due_key: Fixed<string>
      reason: Fixed<string>
      recorded_by: Fixed<string>
      recorded_at: StampedByDatabase
    }
    /** Written by `hold_room` in the database alone. */
    room_hold: { login_id: Fixed<string>; session_id: Fixed<string>; held_at: StampedByDatabase }
  }
}

export interface NewFact extends Fact {
  readonly personId: string
  readonly sessionId: string
  readonly recordedBy: string
  readonly doubt: Doubt | null
  readonly wrong: Wrong | null
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
  wrong: fact.wrong,
})

const factColumns = [
  'practice_id',
  'person_id',
  'id',
  'session_id',
  'recorded_by',
  'corrects',
  'struck',
  'doubt',
  'wrong',
] as const

const insertReading = addsOne('vital_reading', [
  ...factColumns,
  'taken_at',
  'systolic_mmhg',
  'diastolic_mmhg',
  'heart_rate_bpm',
  'spo2_percent',
  'respirations_per_min',
  'sedation_moaas',
])
const insertEvent = addsOne('journey_event', [...factColumns, 'code', 'occurred_at'])
const insertDistress = addsOne('distress_rating', [...factColumns, 'rating', 'rated_at'])

/** Each answers false when the id is taken, or when what it corrects was corrected already. */
export const addReading = (tx: WriteTx, reading: NewFact & Vitals & { takenAt: Instant }): Promise<boolean> =>
  insertReading(tx, {
    ...columnsOf(tx, reading),
    taken_at: isoOf(reading.takenAt),
    systolic_mmhg: reading.systolicMmHg,
    diastolic_mmhg: reading.diastolicMmHg,
    heart_rate_bpm: reading.heartRateBpm,
    spo2_percent: reading.spo2Percent,
    respirations_per_min: reading.respirationsPerMin,
    sedation_moaas: reading.sedationMoaas,
  })

export const addJourneyEvent = (
  tx: WriteTx,
  event: NewFact & { code: string; occurredAt: Instant },
): Promise<boolean> =>
  insertEvent(tx, { ...columnsOf(tx, event), code: event.code, occurred_at: isoOf(event.occurredAt) })

export const addDistress = (
  tx: WriteTx,
  distress: NewFact & { rating: number; ratedAt: Instant },
): Promise<boolean> =>
  insertDistress(tx, {
    ...columnsOf(tx, distress),
    rating: distress.rating,
    rated_at: isoOf(distress.ratedAt),
  })

const insertNotTaken = addsOne('reading_not_taken', [
  'practice_id',
  'id',
  'person_id',
  'session_id',
  'due_key',
  'reason',
  'recorded_by',
])

interface NewNotTaken {
  readonly id: string
  readonly personId: string
  readonly sessionId: string
  readonly dueKey: string
  readonly reason: string
  readonly recordedBy: string
}

export const addNotTaken = (tx: WriteTx, told: NewNotTaken): Promise<boolean> =>
  insertNotTaken(tx, {
    practice_id: tx.actor.practiceId,
    id: told.id,
    person_id: told.personId,
    session_id: told.sessionId,
    due_key: told.dueKey,
    reason: told.reason,
    recorded_by: told.recordedBy,
  })

/** Nothing happens once the session is over. */
export async function keepRoom(tx: WriteTx, sessionId: string, now: Instant): Promise<void> {
  await tx
    .selectNoFrom((of) => of.fn<boolean>('hold_room', [of.val(sessionId), of.val(isoOf(now))]).as('held'))
    .execute()
}
