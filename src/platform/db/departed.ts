import { sql, type Transaction } from 'kysely'
import type { Entry, Ticket } from './entry.ts'
import type { Schema } from './schema.ts'

interface DepartedRow {
  login_id: string
  account_id: string
  factors: 1 | 2
  complete: boolean
  language: 'en' | 'es'
  seen_at: Date
  seat_id: string
  practice_id: string
  person_id: string
  name: string
  demo: boolean
  care_now: Date
}

/**
 * Asked when somebody is signed in whose place has ended, about the person they are: so that what they had answered is not lost.
 * Sets the fence to that person. Nothing: it was not a client's place, or not theirs.
 */
export async function departedEntry(
  tx: Transaction<Schema>,
  { tokenHash, seatId, about, machineNow }: Ticket,
): Promise<Entry | undefined> {
  if (seatId === undefined || about?.kind !== 'person') return undefined
  const { rows } = await sql<DepartedRow>`
    select * from enter_departed(${tokenHash}, ${seatId}, ${about.id}, ${new Date(machineNow)})`.execute(tx)
  const [row] = rows
  return (
    row && {
      actor: {
        accountId: row.account_id,
        seatId: row.seat_id,
        practiceId: row.practice_id,
        roles: ['departed'],
        name: row.name,
        personId: row.person_id,
        courseId: null,
      },
      kind: 'departed',
      loginId: row.login_id,
      factors: row.factors,
      complete: row.complete,
      language: row.language,
      demo: row.demo,
      seenAt: row.seen_at.getTime(),
      careNow: row.care_now.getTime(),
      about: { personId: row.person_id, relation: 'self' },
      earlier: undefined,
    }
  )
}
