import type pg from 'pg'
import type { Sent } from './writers.ts'

export interface Counts {
  readonly acknowledged: number
  readonly retried: number
  readonly resent: number
  readonly lost: number
  readonly doubled: number
  readonly reordered: number
  readonly unasked: number
  readonly unresolved: number
  /** A second answer to one intent that was not the first. */
  readonly changed: number
  readonly auditsWrong: number
  /** Fewer than enough acknowledged: the round says nothing. */
  readonly isVoid: boolean
}

export interface Verdict extends Counts {
  /** Readings that an event led the other screen to, and those that none did. */
  readonly seen: number
  readonly gaps: number
  /** What a database that was killed while it migrated has or lacks. */
  readonly halfMade: number
  readonly seconds: number
  /** It did not come back by itself; everything that was acknowledged counts as lost. */
  readonly whyGone: string | undefined
}

export const leastAcknowledged = 500

/** Compares what writers were told with what the tables hold, by plain SQL. It knows nothing of the server's code. */
export async function check(
  owner: pg.Client,
  sent: readonly Sent[],
  sessionIds: readonly string[],
): Promise<Counts> {
  const { rows } = await owner.query<{ id: string; times: number; audits: number; place: string | null }>(
    `select v.id, count(distinct v.ctid)::int as times, min(a.id)::text as place, count(distinct a.id)::int as audits
     from vital_reading v
     left join intent i on i.answer ->> 'id' = v.id::text
     left join audit_event a on a.intent_key = i.key and a.outcome = 'done' and a.effect
     where v.session_id = any($1)
     group by v.id
     order by min(a.id)`,
    [sessionIds],
  )
  const times = new Map(rows.map((row) => [row.id, row.times]))
  const asked = new Set(sent.map(({ id }) => id))
  return {
    ...toldBy(sent),
    lost: sent.filter(({ acknowledged, id }) => acknowledged && !times.has(id)).length,
    doubled: rows.filter((row) => row.times > 1).length + (await sameReadingTwice(owner, sessionIds)),
    reordered: reordered(rows, sent),
    unasked: rows.filter(({ id }) => !asked.has(id)).length,
    auditsWrong: rows.filter(({ audits }) => audits !== 1).length,
  }
}

/** Where there is nothing to ask any more. */
export const nothingLeft = (sent: readonly Sent[]): Counts => ({
  ...toldBy(sent),
  lost: sent.filter(({ acknowledged }) => acknowledged).length,
  doubled: 0,
  reordered: 0,
  unasked: 0,
  auditsWrong: 0,
})

/** What the writers themselves know. */
const toldBy = (sent: readonly Sent[]) => ({
  acknowledged: sent.filter(({ acknowledged }) => acknowledged).length,
  retried: sent.filter(({ retried }) => retried).length,
  resent: sent.reduce((sum, one) => sum + one.resent, 0),
  unresolved: sent.filter(({ refused }) => refused !== undefined).length,
  changed: sent.filter(({ changed }) => changed === true).length,
  isVoid: sent.filter(({ acknowledged }) => acknowledged).length < leastAcknowledged,
})

/** By what a reading says rather than by its key: each of a session carries a number of its own, in its two figures. */
async function sameReadingTwice(owner: pg.Client, sessionIds: readonly string[]): Promise<number> {
  const { rows } = await owner.query<{ twice: number }>(
    `select count(*)::int as twice from (
       select from vital_reading where session_id = any($1)
       group by session_id, systolic_mmhg, heart_rate_bpm having count(*) > 1) same`,
    [sessionIds],
  )
  return rows[0]?.twice ?? 0
}

/** A writer sends its next only after the last was answered, so the trail must hold each writer's in that order. */
function reordered(rows: readonly { id: string }[], sent: readonly Sent[]): number {
  const known = new Map(sent.map((one) => [one.id, one]))
  const last = new Map<number, number>()
  let wrong = 0
  for (const { id } of rows) {
    const one = known.get(id)
    if (!one) continue
    if (one.sequence < (last.get(one.writer) ?? -1)) wrong += 1
    last.set(one.writer, one.sequence)
  }
  return wrong
}

/** Everything a database is made of, one line each, and which migrations it says it has been through. */
export async function shapeOf(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(
    `select format('column %s.%s.%s %s %s', table_schema, table_name, column_name, data_type, column_default) as line
       from information_schema.columns where table_schema in ('public', 'graphile_worker')
     union all select format('function %s %s', p.oid::regprocedure, md5(p.prosrc)) from pg_proc p
       where pronamespace in (select oid from pg_namespace where nspname in ('public', 'graphile_worker'))
     union all select format('constraint %s %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated)
       from pg_constraint where connamespace = 'public'::regnamespace
     union all select format('index %s %s %s', indexrelid::regclass, indisvalid, indisready) from pg_index
       where indrelid in (select oid from pg_class where relnamespace <> 'pg_toast'::regnamespace)
     union all select format('trigger %s %s %s', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
     union all select format('policy %s %s %s', tablename, policyname, qual) from pg_policies
     union all select format('grant %s %s %s', grantee, table_name, privilege_type) from information_schema.role_table_grants
       where table_schema = 'public'
     union all select format('migration %s %s', name, hash) from migration`,
  )
  return rows.map(({ line }) => line)
}

const mustBeNone = [
  'lost',
  'doubled',
  'reordered',
  'unasked',
  'unresolved',
  'changed',
  'auditsWrong',
  'gaps',
  'halfMade',
] as const

export const holds = (verdict: Verdict): boolean =>
  !verdict.isVoid && mustBeNone.every((count) => verdict[count] === 0)
