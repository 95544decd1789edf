import type { ColumnType } from 'kysely'
import { isoOf } from '../kernel/instant.ts'
import type {
  Fixed,
  FixedOrNone,
  Moment,
  MomentOrNone,
  Numbered,
  StampedByDatabase,
} from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Told } from './ready.store.ts'
import type { ReportResult, TestResult } from './dayTold.ts'
import type { DayTelling } from './told.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    day_told: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      session_id: Fixed<string>
      kind: Fixed<DayTelling['kind']>
      solid_at: MomentOrNone
      clear_at: MomentOrNone
      systolic_mmhg: FixedOrNone<number>
      diastolic_mmhg: FixedOrNone<number>
      dizzy: FixedOrNone<boolean>
      items: FixedOrNone<readonly string[]>
      until_at: MomentOrNone
      talked: FixedOrNone<boolean>
      wants_another: FixedOrNone<boolean>
      capacity: FixedOrNone<'prescriber' | 'therapist'>
      reason: FixedOrNone<string>
      lot: FixedOrNone<string>
      use_by: FixedOrNone<string>
      agrees: FixedOrNone<boolean>
      answers: ColumnType<Readonly<Record<string, string>> | null, string | undefined, never>
      review: FixedOrNone<string>
      test_result: FixedOrNone<TestResult>
      report_result: FixedOrNone<ReportResult>
      told_by: Fixed<string>
      told_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
  }
}

export async function addDayTold(tx: WriteTx, told: Told, telling: DayTelling): Promise<void> {
  await tx
    .insertInto('day_told')
    .values({
      practice_id: tx.actor.practiceId,
      id: told.id,
      person_id: told.personId,
      session_id: told.sessionId,
      kind: telling.kind,
      ...columnsOf(telling),
      told_by: told.by,
      told_at: isoOf(told.at),
    })
    .execute()
}

/** A kind fills its own columns and no other; the database refuses anything else. */
function columnsOf(telling: DayTelling) {
  switch (telling.kind) {
    case 'fasting':
      return { solid_at: isoOf(telling.solidAt), clear_at: isoOf(telling.clearAt) }
    case 'standing':
      return {
        systolic_mmhg: telling.systolicMmHg,
        diastolic_mmhg: telling.diastolicMmHg,
        dizzy: telling.dizzy,
      }
    case 'equipment':
    case 'rems':
      return { items: telling.items }
    case 'closing':
      return { until_at: isoOf(telling.untilAt) }
    case 'talked':
      return { talked: telling.talked, wants_another: telling.wantsAnother }
    case 'talked-instead':
      return { capacity: telling.capacity, reason: telling.reason }
    case 'count':
      return { lot: telling.lot, use_by: telling.useBy, agrees: telling.agrees }
    default:
      return askedOrLooked(telling)
  }
}

type Asked = Extract<DayTelling, { kind: 'answers' | 'medicines' | 'reviewed' | 'pregnancy-test' | 'report' }>

/** What was asked, gone through, tested or looked up. */
function askedOrLooked(telling: Asked) {
  switch (telling.kind) {
    case 'reviewed':
      return { review: telling.review }
    case 'pregnancy-test':
      return { test_result: telling.testResult }
    case 'report':
      return { report_result: telling.reportResult }
    default:
      return { answers: JSON.stringify(telling.answers) }
  }
}
