import { CompiledQuery, sql, type Transaction } from 'kysely'
import { house, type Actor, type Role } from '../../kernel/actor.ts'
import type { Earlier } from '../../kernel/call.ts'
import { isoOf, type Instant } from '../../kernel/instant.ts'
import { anew } from './anew.ts'
import type { Db } from './db.ts'
import { departedEntry } from './departed.ts'
import { withCommit } from './driver.ts'
import type { Entry, Ticket } from './entry.ts'
import { markOfDb } from './marks.ts'
import { keptEntry } from './kept.ts'
import type { Schema } from './schema.ts'
import { tabletEntry } from './tablet.ts'
import type { PracticeTx } from './tx.ts'

/** What `arrive` (SQL) answers. */
interface Arrived {
  readonly loginId: string
  readonly accountId: string
  readonly factors: 1 | 2
  readonly complete: boolean
  readonly language: 'en' | 'es'
  readonly seenAt: Instant
  readonly seatId: string | null
  readonly kind: Entry['kind']
  readonly practiceId: string | null
  readonly personId: string | null
  readonly courseId: string | null
  readonly roles: Role[] | null
  readonly name: string | null
  readonly demo: boolean | null
  readonly careNow: Instant | null
  readonly about: { readonly personId: string; readonly relation: string } | null
  readonly earlier: Earlier | null
}

const arrival = `select arrive($1, $2, $3, $4, $5, $6, $7) as arrived`

/**
 * One transaction for one signed-in request. The token is looked up and the fence set in its first statement;
 * `work` gets no entry when nobody is signed in.
 */
export const enter = <T>(
  db: Db,
  ticket: Ticket,
  work: (tx: PracticeTx, entry: Entry | undefined) => Promise<T>,
): Promise<T> =>
  inOne(db, async (tx) => {
    const entry = ticket.tablet ? await tabletEntry(tx, ticket) : await signedInEntry(tx, ticket)
    return work(fencedAs(db, tx, entry?.actor ?? nobody), entry)
  })

async function signedInEntry(tx: Transaction<Schema>, ticket: Ticket): Promise<Entry | undefined> {
  const { rows } = await tx.executeQuery<{ arrived: Arrived | null }>(
    CompiledQuery.raw(arrival, shownAt(ticket)),
  )
  const arrived = rows[0]?.arrived
  if (!arrived) return keptEntry(tx, ticket)
  if (arrived.kind !== null) return entryOf(arrived)
  return (await departedEntry(tx, ticket)) ?? entryOf(arrived)
}

const shownAt = ({ tokenHash, seatId, machineNow, attended, about, intentKey }: Ticket): unknown[] => [
  tokenHash,
  seatId ?? null,
  isoOf(machineNow),
  attended,
  about?.kind ?? null,
  about?.id ?? null,
  intentKey ?? null,
]

const entryOf = (arrived: Arrived): Entry => ({
  actor: {
    accountId: arrived.accountId,
    seatId: arrived.seatId,
    practiceId: arrived.practiceId ?? house,
    roles: arrived.roles ?? [],
    name: arrived.name ?? '',
    personId: arrived.personId,
    courseId: arrived.courseId,
  },
  kind: arrived.kind,
  loginId: arrived.loginId,
  factors: arrived.factors,
  complete: arrived.complete,
  language: arrived.language,
  demo: arrived.demo ?? false,
  seenAt: arrived.seenAt,
  careNow: arrived.careNow ?? Number.NaN,
  about: arrived.about ?? undefined,
  earlier: arrived.earlier ?? undefined,
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
  inOne(db, async (tx) => {
    const { rows } = await sql<{ care_now: Date }>`
      select set_config('app.practice_id', ${actor.practiceId}, true),
        set_config('app.realm', ${actor.practiceId === house ? 'house' : ''}, true),
        set_config('app.account_id', ${actor.accountId ?? ''}, true),
        set_config('app.seat_id', ${actor.seatId ?? ''}, true),
        set_config('app.person_id', ${actor.personId ?? ''}, true),
        set_config('app.course_id', ${actor.courseId ?? ''}, true),
        -- A job asks the same of each person: its long questions are thought through once, not for each.
        set_config('plan_cache_mode', 'force_generic_plan', true),
        care_now(${actor.practiceId}::uuid) as care_now`.execute(tx)
    return work(fencedAs(db, tx, actor), rows[0]!.care_now.getTime())
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
  inOne(db, async (tx) => {
    await tx.executeQuery(withCommit(CompiledQuery.raw(`set local app.sealer = 'on'`)))
    return work(fencedAs(db, tx, nobody))
  })

/** One transaction, done anew when the database undoes it so that another may go on. */
const inOne = <T>(db: Db, work: (tx: Transaction<Schema>) => Promise<T>): Promise<T> =>
  anew(() => db.transaction().execute(work))

const fencedAs = (db: Db, tx: Transaction<Schema>, actor: Actor): PracticeTx =>
  Object.assign(tx, { actor, mark: markOfDb(db) })
