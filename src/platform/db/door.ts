import { sql, type Transaction } from 'kysely'
import { house, type Actor, type Role } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Db } from './db.ts'
import type { Entry, Ticket } from './entry.ts'
import type { Schema } from './schema.ts'
import type { PracticeTx } from './tx.ts'

interface EntryRow {
  login_id: string
  account_id: string
  factors: 1 | 2
  complete: boolean
  language: 'en' | 'es'
  seen_at: Date
  seat_id: string | null
  kind: Entry['kind']
  practice_id: string | null
  person_id: string | null
  course_id: string | null
  roles: Role[] | null
  name: string | null
  demo: boolean | null
  care_now: Date | null
}

/**
 * One transaction for one signed-in request. The token is looked up and the fence set in its first statement;
 * `work` gets no entry when nobody is signed in.
 */
export const enter = <T>(
  db: Db,
  ticket: Ticket,
  work: (tx: PracticeTx, entry: Entry | undefined) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<EntryRow>`
      select * from enter(
        ${ticket.tokenHash}, ${ticket.seatId ?? null}, ${new Date(ticket.machineNow)}, ${ticket.attended})`.execute(
      tx,
    )
    const entry = rows[0] && entryOf(rows[0])
    return work(fencedAs(tx, entry?.actor ?? nobody), entry)
  })

const entryOf = (row: EntryRow): Entry => ({
  actor: {
    accountId: row.account_id,
    seatId: row.seat_id,
    practiceId: row.practice_id ?? house,
    roles: row.roles ?? [],
    name: row.name ?? '',
    personId: row.person_id,
    courseId: row.course_id,
  },
  kind: row.kind,
  loginId: row.login_id,
  factors: row.factors,
  complete: row.complete,
  language: row.language,
  demo: row.demo ?? false,
  seenAt: row.seen_at.getTime(),
  careNow: row.care_now?.getTime() ?? Number.NaN,
})

export const nobody: Actor = {
  accountId: null,
  seatId: null,
  practiceId: house,
  roles: ['visitor'],
  name: '',
  personId: null,
  courseId: null,
}

/** A transaction in the name of `actor`: jobs, the command line, visitors, and refusals written down afterwards. */
export const inPractice = <T>(
  db: Db,
  actor: Actor,
  work: (tx: PracticeTx, careNow: Instant) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ care_now: Date }>`
      select set_config('app.practice_id', ${actor.practiceId}, true),
        set_config('app.realm', ${actor.practiceId === house ? 'house' : ''}, true),
        set_config('app.account_id', ${actor.accountId ?? ''}, true),
        set_config('app.seat_id', ${actor.seatId ?? ''}, true),
        set_config('app.person_id', ${actor.personId ?? ''}, true),
        set_config('app.course_id', ${actor.courseId ?? ''}, true),
        care_now(${actor.practiceId}::uuid) as care_now`.execute(tx)
    return work(fencedAs(tx, actor), rows[0]!.care_now.getTime())
  })

/** The product itself, acting in one practice. */
export const serviceIn = (practiceId: string, name: string): Actor => ({
  ...nobody,
  practiceId,
  roles: ['service'],
  name,
})

/** The sealer and the live hub read the trail of every practice, and nothing else. */
export const overTheTrail = <T>(db: Db, work: (tx: PracticeTx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('app.sealer', 'on', true)`.execute(tx)
    return work(fencedAs(tx, nobody))
  })

const fencedAs = (tx: Transaction<Schema>, actor: Actor): PracticeTx => Object.assign(tx, { actor })
