import type pg from 'pg'
import type { Sent } from './writers.ts'

export interface Verdict {
  readonly acknowledged: number
  readonly retried: number
  readonly lost: number
  readonly doubled: number
  readonly reordered: number
  readonly unasked: number
  readonly unresolved: number
  readonly auditsWrong: number
  /** Fewer than this many acknowledged: the round says nothing. */
  readonly isVoid: boolean
}

export const leastAcknowledged = 500

/** Compares what writers were told with what the tables hold, by plain SQL. It knows nothing of the server's code. */
export async function check(
  owner: pg.Client,
  sent: readonly Sent[],
  sessionIds: readonly string[],
): Promise<Verdict> {
  const { rows } = await owner.query<{
    id: string
    session_id: string
    rate: number
    place: string | null
    audits: number
  }>(
    `select v.id, v.session_id, v.heart_rate_bpm as rate, min(a.id)::text as place, count(a.id)::int as audits
     from vital_reading v
     left join intent i on i.answer ->> 'id' = v.id::text
     left join audit_event a on a.intent_key = i.key and a.outcome = 'done'
     where v.session_id = any($1)
     group by v.id, v.session_id, v.heart_rate_bpm, v.recorded_at
     order by min(a.id)`,
    [sessionIds],
  )
  const stored = new Map<string, number>()
  for (const { id } of rows) stored.set(id, (stored.get(id) ?? 0) + 1)
  const asked = new Set(sent.map(({ id }) => id))
  const acknowledged = sent.filter((one) => one.acknowledged)
  return {
    acknowledged: acknowledged.length,
    retried: sent.filter(({ retried }) => retried).length,
    lost: acknowledged.filter(({ id }) => !stored.has(id)).length,
    doubled: [...stored.values()].filter((times) => times > 1).length,
    reordered: reordered(rows, sent),
    unasked: [...stored.keys()].filter((id) => !asked.has(id)).length,
    unresolved: sent.filter(({ refused }) => refused !== undefined).length,
    auditsWrong: rows.filter(({ audits }) => audits !== 1).length,
    isVoid: acknowledged.length < leastAcknowledged,
  }
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

export const holds = (verdict: Verdict): boolean =>
  !verdict.isVoid &&
  [
    verdict.lost,
    verdict.doubled,
    verdict.reordered,
    verdict.unasked,
    verdict.unresolved,
    verdict.auditsWrong,
  ].every((count) => count === 0)
