import { sql, type Transaction } from 'kysely'
import type { Entry, Ticket } from './entry.ts'
import type { Schema } from './schema.ts'

interface TabletRow {
  pass_id: string
  practice_id: string
  demo: boolean
  seen_at: Date
  care_now: Date
}

/**
 * The door of a tablet: whose form it is, the fence knows (`app.tablet_id`), and whoever asks is not told. It is about no
 * person, course or session: whatever names one is not found.
 */
export async function tabletEntry(tx: Transaction<Schema>, ticket: Ticket): Promise<Entry | undefined> {
  const { rows } = await sql<TabletRow>`
    select * from enter_tablet(${ticket.tokenHash}, ${new Date(ticket.machineNow)}, ${ticket.attended})`.execute(
    tx,
  )
  const [row] = rows
  return (
    row && {
      actor: {
        accountId: null,
        seatId: null,
        practiceId: row.practice_id,
        roles: ['tablet'],
        name: '',
        personId: null,
        courseId: null,
      },
      kind: 'tablet',
      loginId: row.pass_id,
      factors: 1,
      complete: true,
      language: 'en',
      demo: row.demo,
      seenAt: row.seen_at.getTime(),
      careNow: row.care_now.getTime(),
      about: undefined,
      earlier: undefined,
    }
  )
}
