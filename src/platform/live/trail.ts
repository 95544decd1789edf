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

interface Row {
  readonly id: string
  readonly xid: string
  readonly practice_id: string
  readonly person_id: string | null
  readonly action: string
}

/** From a place on; without one, nothing but where the trail stands now. */
export async function readFrom(db: Db, from: Place | undefined): Promise<Reading> {
  return overTheTrail(db, async (tx) => {
    const { upTo } = await tx
      .selectNoFrom(sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`.as('upTo'))
      .executeTakeFirstOrThrow()
    const rows = from === undefined ? [] : await tx.selectFrom(written(from)).selectAll().execute()
    return {
      upTo: reached(BigInt(upTo), from, rows),
      changes: rows.map((row) => ({
        id: row.id,
        practiceId: row.practice_id,
        personId: row.person_id,
        action: row.action,
        xid: BigInt(row.xid),
      })),
    }
  })
}

/** When there was more than could be read at once, the next look begins where this one ended. */
function reached(settled: Place, from: Place | undefined, rows: readonly Row[]): Place {
  const last = rows.length < mostAtOnce ? settled : BigInt(rows.at(-1)!.xid)
  return last > settled || last === from ? settled : last
}

const written = (from: Place) =>
  sql<Row>`(select id::text, xid::text, practice_id, person_id, action from audit_event
    where xid >= ${String(from)}::xid8 and effect and outcome = 'done'
    order by audit_event.xid, audit_event.id limit ${mostAtOnce})`.as('written')
