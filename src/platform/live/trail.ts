import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { overTheTrail } from '../db/door.ts'

/** Something was written about a person, or in a practice. What it was is asked anew, under the asker's own rights. */
export interface Change {
  readonly id: string
  readonly practiceId: string
  readonly personId: string | null
  readonly action: string
  readonly xid: bigint
}

/** A place in the trail: every change before it has been seen. */
export type Place = bigint

export interface Reading {
  readonly changes: readonly Change[]
  readonly upTo: Place
}

export const mostAtOnce = 500

type Row = readonly [id: string, xid: string, practiceId: string, personId: string | null, action: string]

/** From a place on; without one, nothing but where the trail stands now. One question, of one moment. */
export async function readFrom(db: Db, from: Place | undefined): Promise<Reading> {
  return overTheTrail(db, async (tx) => {
    const { upTo, rows } = await tx
      .selectNoFrom([
        sql<string>`trail_xid(pg_snapshot_xmin(pg_current_snapshot()))::text`.as('upTo'),
        (from === undefined ? nothing : written(from)).as('rows'),
      ])
      .executeTakeFirstOrThrow()
    return {
      upTo: reached(BigInt(upTo), from, rows),
      changes: rows.map(([id, xid, practiceId, personId, action]) => ({
        id,
        practiceId,
        personId,
        action,
        xid: BigInt(xid),
      })),
    }
  })
}

/** When there was more than could be read at once, the next look begins where this one ended. */
function reached(settled: Place, from: Place | undefined, rows: readonly Row[]): Place {
  const last = rows.length < mostAtOnce ? settled : BigInt(rows.at(-1)![1])
  return last > settled || last === from ? settled : last
}

const nothing = sql<readonly Row[]>`'[]'::json`

const written = (from: Place) =>
  sql<readonly Row[]>`(select coalesce(json_agg(
      json_build_array(w.id::text, w.xid::text, w.practice_id, w.person_id, w.action) order by w.xid, w.id), '[]')
    from (select id, xid, practice_id, person_id, action from audit_event
      where xid >= ${String(from)}::xid8 and effect and outcome = 'done'
      order by audit_event.xid, audit_event.id limit ${mostAtOnce}) w)`
