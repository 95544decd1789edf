import { sql } from 'kysely'
import { clearancesOf, overridesOf } from '../clearance/clearance.queries.ts'
import { changedOf, knownOf } from '../clearance/known.queries.ts'
import type { Changed } from '../clearance/reopened.ts'
import type { Known } from '../clearance/known.ts'
import { clearanceState } from '../clearance/clearance.ts'
import { findingsOf, verdictOf, weighed, type Weighed } from '../clearance/eligibility.ts'
import { onTheDay } from '../clearance/onTheDay.ts'
import type { History } from '../intake/history.ts'
import { historyOf } from '../intake/intake.queries.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { ordersOf } from '../medication/order.queries.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { raisedIn } from '../rule/own.ts'
import { suicideRecordOf } from '../safety/suicide.queries.ts'
import type { GateId } from './gate.ts'
import type { ClearanceFact, Findings, GateFacts } from './gateFacts.ts'
import { dayRules, takenTodayIn } from './dayRules.content.ts'
import { droppingIn } from './dropping.content.ts'
import type { DayNeeds } from './dayRules.ts'
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
      ...rulesOf(await weighedNow(tx, head.personId, careNow)),
      clearance: await clearanceFor(tx, head.personId, careNow),
      suicide: (await suicideRecordOf(tx, head.personId)).facts,
    },
  }
}

const rulesOf = ({ findings, dropping, needs }: Awaited<ReturnType<typeof weighedNow>>) => ({
  findings,
  dropping,
  needs,
  dayRules,
})

/** What the rules say of the history, and which of its medicines may let the blood pressure drop. */
export async function weighedNow(tx: PracticeTx, personId: string, careNow: Instant) {
  const known = await knownOf(tx, personId, careNow)
  const weighedAll = weighed(findingsOf(known), await overridesOf(tx, personId), careNow)
  const found = onTheDay(known.table, weighedAll)
  const open = found.filter(isOpen)
  const raised = raisedIn(known.table.byId, known.table.own ?? new Map())
  const findings: Findings = { verdict: verdictOf(found), open: open.map(({ rule }) => rule), raised }
  return { findings, open, ...askedFor(known) }
}

/** What the history makes the day ask for. */
const askedFor = ({ history, changed }: Pick<Known, 'history' | 'changed'>) => ({
  dropping: droppingIn(history),
  needs: needsOf(history, changed ?? []),
})

export async function askedForDay(tx: PracticeTx, personId: string) {
  return {
    ...askedFor({ history: await historyOf(tx, personId), changed: await changedOf(tx, personId) }),
    dayRules,
  }
}

function needsOf({ items, answers }: History, changed: readonly Changed[]): DayNeeds {
  const said = answers.get('pregnancy')
  const missed = changed.filter(({ line }) => line === 'changed-pregnancy').map(({ at }) => at)
  const missedAt = missed.length > 0 ? Math.max(...missed) : null
  const impossible = said?.answer === 'not-possible' && (missedAt === null || missedAt < said.saidAt)
  return {
    takenToday: takenTodayIn({ items, answers }),
    mayBePregnant: !impossible,
    contraception: answers.get('reliable-contraception')?.answer === 'yes',
    missedAt,
  }
}

const isOpen = ({ severity, state, override }: Weighed): boolean =>
  (severity === 'block' || severity === 'override') && state !== 'settled' && override === null

async function clearanceFor(tx: PracticeTx, personId: string, careNow: Instant): Promise<ClearanceFact> {
  const clearances = await clearancesOf(tx, personId)
  const newest = clearances.at(-1)
  return {
    standing: clearanceState(clearances, careNow),
    signature: newest ?? null,
    by: newest?.decidedBy ?? null,
    conditions: newest?.conditions ?? null,
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

/**
 * A release on this order that has not ended and under which nothing was given. It is live while every gate holds; once one
 * has opened it has ended, and the database has written that down (0160-release-ended.sql).
 */
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
    .where(
      sql<boolean>`not exists (select from release_end e where e.practice_id = r.practice_id and e.release_id = r.id)`,
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

export interface EndedRelease {
  readonly releasedAt: Instant
  readonly endedAt: Instant
  /** The gates that had opened. */
  readonly gates: GateId[]
}

/** The newest release of a session, if it would still run and has ended all the same. */
export async function endedRelease(
  tx: PracticeTx,
  sessionId: string,
  careNow: Instant,
): Promise<EndedRelease | undefined> {
  const row = await tx
    .selectFrom('release as r')
    .leftJoin('release_end as e', 'e.release_id', 'r.id')
    .select(['r.released_at', 'e.ended_at', 'e.gates'])
    .where('r.session_id', '=', sessionId)
    .where(sql<boolean>`r.expires_at > ${isoOf(careNow)}`)
    .orderBy('r.released_at', 'desc')
    .executeTakeFirst()
  if (!row?.ended_at) return undefined
  return {
    releasedAt: row.released_at.getTime(),
    endedAt: row.ended_at.getTime(),
    gates: [...(row.gates ?? [])],
  }
}

/** What a client may know of their own session: which gates are open, by name alone. */
export async function myOpenGates(tx: PracticeTx, sessionId: string): Promise<string[]> {
  const { open } = await tx
    .selectNoFrom((of) => of.fn<string[] | null>('my_open_gates', [of.val(sessionId)]).as('open'))
    .executeTakeFirstOrThrow()
  if (open === null) throw new Problem('not-found')
  return open
}
