import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Json, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import { sayFor } from '../platform/db/fixed.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { LogKind } from './log.ts'
import type { Asking, Intended } from './schedule.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    asking_schedule: {
      practice_id: Fixed<string>
      id: Fixed<string>
      lines: Json<readonly Asking[]>
      number: Numbered
      set_by: Fixed<string>
      set_at: Moment
      recorded_at: StampedByDatabase
    }
    asking_log: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      key: Fixed<string>
      instrument_id: Fixed<string>
      what: Fixed<LogKind>
      target_at: Moment
      closes_at: Moment
      late: ColumnType<boolean, boolean | undefined, never>
      response_id: FixedOrNone<string>
      at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

export interface NewSchedule {
  readonly id: string
  readonly lines: readonly Asking[]
  readonly setBy: string
  readonly setAt: Instant
}

export async function addSchedule(tx: WriteTx, { id, lines, setBy, setAt }: NewSchedule): Promise<void> {
  await tx
    .insertInto('asking_schedule')
    .values({
      practice_id: tx.actor.practiceId,
      id,
      lines: JSON.stringify(lines),
      set_by: setBy,
      set_at: isoOf(setAt),
    })
    .execute()
}

export interface NewLogged {
  readonly id: string
  readonly personId: string
  readonly intended: Intended
  readonly what: LogKind
  readonly at: Instant
  readonly late?: boolean
  readonly responseId?: string
}

/** True when it was not written down yet: the second of two servers adds nothing. */
export const addLogged = async (tx: WriteTx, logged: NewLogged): Promise<boolean> =>
  (await addAllLogged(tx, [logged])) === 1

const manyLogged = `with added as (
    insert into asking_log (practice_id, id, person_id, key, instrument_id, what, target_at, closes_at, late, response_id, at)
    select $1, l.id, l.person_id, l.key, l.instrument_id, l.what, l.target_at, l.closes_at, l.late, l.response_id, l.at
    from jsonb_to_recordset($2::jsonb) as l (id uuid, person_id uuid, key text, instrument_id text, what text,
      target_at timestamptz, closes_at timestamptz, late boolean, response_id uuid, at timestamptz)
    on conflict do nothing returning id)
  select count(*)::int as added from added`

/** How many of them were not written down yet. One trip: a client who comes late has a hundred behind them. */
export async function addAllLogged(tx: WriteTx, all: readonly NewLogged[]): Promise<number> {
  if (all.length === 0) return 0
  const rows = JSON.stringify(all.map(rowOf))
  const told = await sayFor<{ added: number }>(tx, manyLogged, [tx.actor.practiceId, rows])
  return told?.added ?? 0
}

const rowOf = ({ intended, ...logged }: NewLogged) => ({
  id: logged.id,
  person_id: logged.personId,
  key: intended.key,
  instrument_id: intended.instrumentId,
  what: logged.what,
  target_at: isoOf(intended.targetAt),
  closes_at: isoOf(intended.closesAt),
  late: logged.late ?? false,
  response_id: logged.responseId ?? null,
  at: isoOf(logged.at),
})
