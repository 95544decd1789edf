import { sql, type ExpressionBuilder } from 'kysely'
import type { Schema } from '../platform/db/schema.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { genesis, type Seal, type TrailRow } from './seal.ts'
import type { Link } from './verify.ts'

const columns = (of: ExpressionBuilder<Schema, 'audit_event'>) =>
  [
    of.ref('audit_event.practice_id').as('practiceId'),
    sql<string>`audit_event.id::text`.as('id'),
    sql<string>`audit_event.xid::text`.as('xid'),
    sql<string>`to_char(audit_event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`.as('at'),
    of.ref('audit_event.account_id').as('accountId'),
    of.ref('audit_event.seat_id').as('seatId'),
    of.ref('audit_event.roles').as('roles'),
    of.ref('audit_event.action').as('action'),
    of.ref('audit_event.subject_kind').as('subjectKind'),
    of.ref('audit_event.subject_id').as('subjectId'),
    of.ref('audit_event.person_id').as('personId'),
    of.ref('audit_event.intent_key').as('intentKey'),
    of.ref('audit_event.effect').as('effect'),
    of.ref('audit_event.outcome').as('outcome'),
    of.ref('audit_event.why').as('why'),
  ] as const

/** Whether there is anything to do: asked first, so that a quiet house writes nothing. */
export async function isUnsealed(tx: PracticeTx): Promise<boolean> {
  const { some } = await tx
    .selectNoFrom(
      sql<boolean>`exists (select from audit_event where xid >= (select sealed_below from audit_horizon))`.as(
        'some',
      ),
    )
    .executeTakeFirstOrThrow()
  return some
}

/** Waits for any other sealer, then answers up to where the trail is sealed. Held until the transaction ends. */
export async function lockHorizon(tx: PracticeTx): Promise<string> {
  const row = await tx
    .selectFrom('audit_horizon')
    .select(sql<string>`sealed_below::text`.as('sealedBelow'))
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.sealedBelow
}

/** Every transaction older than this has ended, so no row older than this is still to come. */
export async function settledBelow(tx: PracticeTx): Promise<string> {
  const row = await tx
    .selectNoFrom(sql<string>`trail_xid(pg_snapshot_xmin(pg_current_snapshot()))::text`.as('settled'))
    .executeTakeFirstOrThrow()
  return row.settled
}

export const rowsBetween = (tx: PracticeTx, from: string, below: string): Promise<TrailRow[]> =>
  tx
    .selectFrom('audit_event')
    .select(columns)
    .where(sql<boolean>`audit_event.xid >= ${from}::xid8 and audit_event.xid < ${below}::xid8`)
    .orderBy('audit_event.xid')
    .orderBy('audit_event.id')
    .execute()

export async function headOf(tx: PracticeTx, practiceId: string): Promise<Pick<Seal, 'position' | 'hash'>> {
  const row = await tx
    .selectFrom('audit_seal')
    .select([sql<number>`position::int`.as('position'), sql<string>`encode(hash, 'hex')`.as('hash')])
    .where('practice_id', '=', practiceId)
    .orderBy('audit_seal.position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { position: 0, hash: genesis }
}

const sealColumns = [
  sql<number>`audit_seal.position::int`.as('position'),
  sql<string>`audit_seal.event_id::text`.as('eventId'),
  sql<string>`encode(audit_seal.hash, 'hex')`.as('hash'),
] as const

export async function sealAt(
  tx: PracticeTx,
  practiceId: string,
  position: number,
): Promise<Seal | undefined> {
  return tx
    .selectFrom('audit_seal')
    .select(sealColumns)
    .where('practice_id', '=', practiceId)
    .where('position', '=', String(position))
    .executeTakeFirst()
}

export const sealedPractices = async (tx: PracticeTx): Promise<string[]> =>
  (await tx.selectFrom('audit_seal').select('practice_id').distinct().orderBy('practice_id').execute()).map(
    (row) => row.practice_id,
  )

/** The next links of a practice's chain after a position, each with its row if that still stands. */
export async function linksAfter(
  tx: PracticeTx,
  practiceId: string,
  after: { position: number; atMost: number },
): Promise<Link[]> {
  const seals = await tx
    .selectFrom('audit_seal')
    .select(sealColumns)
    .where('practice_id', '=', practiceId)
    .where('position', '>', String(after.position))
    .orderBy('audit_seal.position')
    .limit(after.atMost)
    .execute()
  if (seals.length === 0) return []
  const rows = await tx
    .selectFrom('audit_event')
    .select(columns)
    .where('practice_id', '=', practiceId)
    .where(
      'id',
      'in',
      seals.map((seal) => seal.eventId),
    )
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return seals.map((seal) => ({ seal, row: byId.get(seal.eventId) }))
}

/** The first row that is old enough to have a seal and has none: it was put in afterwards. */
export async function firstInserted(tx: PracticeTx): Promise<string | undefined> {
  const row = await tx
    .selectFrom('audit_event')
    .select('audit_event.id')
    .where(sql<boolean>`audit_event.xid < (select sealed_below from audit_horizon)`)
    .where(unsealed)
    .orderBy('audit_event.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** The first unsealed row of a transaction that has not begun: it would never be sealed. */
export async function firstAhead(tx: PracticeTx): Promise<string | undefined> {
  const row = await tx
    .selectFrom('audit_event')
    .select('audit_event.id')
    .where(sql<boolean>`audit_event.xid >= trail_xid(pg_snapshot_xmax(pg_current_snapshot()))`)
    .where(unsealed)
    .orderBy('audit_event.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/**
 * The first row whose moment does not go with its neighbours'. Rows are numbered as they are written, so moments rise
 * with the numbers but for what a machine's clock is set right by. Of two that do not go together it is the earlier one when
 * everything around it goes together without it.
 */
export async function firstUntimely(tx: PracticeTx): Promise<string | undefined> {
  const row = await tx
    .selectFrom(untimely.as('found'))
    .select('found.id')
    .orderBy(sql`found.id::bigint`)
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

const clockSteps = sql`interval '5 minutes'`

const untimely = sql<{ id: string }>`(
  select (case when next < before - ${clockSteps} and (earlier is null or earlier <= at + ${clockSteps})
    then former else id end)::text as id
  from (select id, at, lag(id) over (w) as former, lag(at) over (w) as before, lag(at, 2) over (w) as earlier,
      lead(at) over (w) as next
    from audit_event window w as (partition by practice_id order by id)) one
  where at < before - ${clockSteps} or at > clock_timestamp() + ${clockSteps})`

export async function countUnsealed(tx: PracticeTx): Promise<number> {
  const row = await tx
    .selectFrom('audit_event')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(sql<boolean>`audit_event.xid >= (select sealed_below from audit_horizon)`)
    .executeTakeFirstOrThrow()
  return row.count
}

const unsealed = sql<boolean>`not exists (
  select from audit_seal s where s.practice_id = audit_event.practice_id and s.event_id = audit_event.id)`
