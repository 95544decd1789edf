import { sql, type Transaction } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import type { Entry, Ticket } from './entry.ts'
import type { Schema } from './schema.ts'

interface KeptRow {
  login_id: string
  account_id: string
  factors: 1 | 2
  language: 'en' | 'es'
  seen_at: Date
  seat_id: string
  practice_id: string
  roles: Role[]
  name: string
  demo: boolean
  care_now: Date
  session_id: string
  session_person: string
  session_course: string
}

/** Asked when nobody was found at the door: whose room, left alone, stays signed in for itself. Sets the fence if anyone's. */
export async function keptEntry(tx: Transaction<Schema>, ticket: Ticket): Promise<Entry | undefined> {
  const { rows } = await sql<KeptRow>`
    select * from enter_room(
      ${ticket.tokenHash}, ${ticket.seatId ?? null}, ${new Date(ticket.machineNow)})`.execute(tx)
  const [row] = rows
  return row && entryOf(row, await relationIn(tx, row))
}

/** How whoever sits there stands to the person in that room now; `arrive` says the same for everyone else. */
async function relationIn(tx: Transaction<Schema>, row: KeptRow): Promise<string> {
  const { rows } = await sql<{ relation: string }>`
    select case when t.until is null then 'assigned' else 'formerly-assigned' end as relation from care_team t
    where t.practice_id = ${row.practice_id} and t.person_id = ${row.session_person} and t.member_id = ${row.seat_id}
    order by t.until desc nulls first limit 1`.execute(tx)
  return rows[0]?.relation ?? 'same-practice'
}

const entryOf = (row: KeptRow, relation: string): Entry => ({
  actor: {
    accountId: row.account_id,
    seatId: row.seat_id,
    practiceId: row.practice_id,
    roles: row.roles,
    name: row.name,
    personId: null,
    courseId: null,
  },
  kind: 'member',
  loginId: row.login_id,
  factors: row.factors,
  complete: true,
  language: row.language,
  demo: row.demo,
  seenAt: row.seen_at.getTime(),
  careNow: row.care_now.getTime(),
  about: { personId: row.session_person, relation },
  earlier: undefined,
  room: { sessionId: row.session_id, personId: row.session_person, courseId: row.session_course },
})
