import { sql } from 'kysely'
import { clearancesOf, weighedFor } from '../clearance/clearance.queries.ts'
import { clearanceState } from '../clearance/clearance.ts'
import { verdictOf } from '../clearance/eligibility.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { ordersOf } from '../medication/order.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { suicideRecordOf } from '../safety/safety.queries.ts'
import type { ClearanceFact, Findings, GateFacts } from './gateFacts.ts'
import { sessionFacts, type SessionHead } from './gateFacts.queries.ts'

/** Everything the gates of a session are worked out from, as it stands now. */
export async function gateFactsOf(
  tx: PracticeTx,
  sessionId: string,
  careNow: Instant,
): Promise<{ head: SessionHead; facts: GateFacts } | undefined> {
  const found = await sessionFacts(tx, sessionId)
  if (!found) return undefined
  const { head } = found
  return {
    head,
    facts: {
      ...found.facts,
      timeZone: head.timeZone,
      protocol: head.protocol,
      orders: await ordersOf(tx, head.courseId),
      findings: await findingsFor(tx, head.personId, careNow),
      clearance: await clearanceFor(tx, head.personId, careNow),
      suicide: (await suicideRecordOf(tx, head.personId)).facts,
    },
  }
}

async function findingsFor(tx: PracticeTx, personId: string, careNow: Instant): Promise<Findings> {
  const found = await weighedFor(tx, personId, careNow)
  const open = found.filter(
    ({ severity, state, override }) =>
      (severity === 'block' || severity === 'override') && state !== 'settled' && override === null,
  )
  return { verdict: verdictOf(found), open: open.map(({ rule }) => rule) }
}

async function clearanceFor(tx: PracticeTx, personId: string, careNow: Instant): Promise<ClearanceFact> {
  const clearances = await clearancesOf(tx, personId)
  const newest = clearances.at(-1)
  return {
    standing: clearanceState(clearances, careNow),
    by: newest?.decidedBy ?? null,
    decidedAt: newest?.decidedAt ?? null,
    validUntil: newest?.validUntil ?? null,
  }
}

/** Holds the session and the facts of its course until this transaction ends; answers the version of the facts. */
export async function heldFacts(tx: PracticeTx, sessionId: string): Promise<string> {
  const { version } = await tx
    .selectNoFrom((of) => of.fn<string | null>('hold_facts', [of.val(sessionId)]).as('version'))
    .executeTakeFirstOrThrow()
  if (version === null) throw new Problem('not-found')
  return version
}

export interface LiveRelease {
  readonly id: string
  readonly byName: string
  readonly orderId: string
  readonly releasedAt: Instant
  readonly expiresAt: Instant
}

/** A release on this order that has not ended and under which nothing was given. It is live while every gate holds. */
export async function unusedRelease(
  tx: PracticeTx,
  about: { readonly sessionId: string; readonly orderId: string },
  careNow: Instant,
): Promise<LiveRelease | undefined> {
  const row = await tx
    .selectFrom('release as r')
    .innerJoin('member as m', 'm.id', 'r.released_by')
    .select(['r.id', 'm.name', 'r.order_id', 'r.released_at', 'r.expires_at'])
    .where('r.session_id', '=', about.sessionId)
    .where('r.order_id', '=', about.orderId)
    .where(sql<boolean>`r.expires_at > ${isoOf(careNow)}`)
    .where(
      sql<boolean>`not exists (select from dose d where d.practice_id = r.practice_id and d.release_id = r.id)`,
    )
    .orderBy('r.released_at', 'desc')
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      byName: row.name,
      orderId: row.order_id,
      releasedAt: row.released_at.getTime(),
      expiresAt: row.expires_at.getTime(),
    }
  )
}

/** What a client may know of their own session: which gates are open, by name alone. */
export async function myOpenGates(tx: PracticeTx, sessionId: string): Promise<string[]> {
  const { open } = await tx
    .selectNoFrom((of) => of.fn<string[] | null>('my_open_gates', [of.val(sessionId)]).as('open'))
    .executeTakeFirstOrThrow()
  if (open === null) throw new Problem('not-found')
  return open
}
