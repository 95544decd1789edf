import { mailNoticeTask, type NoticeJob } from '../access/notice.ts'
import { command } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { enqueue } from '../platform/jobs/jobs.ts'
import { accountOf } from '../measure/schedule.queries.ts'
import { journeyLengthHere } from '../practice/practice.queries.ts'
import { isPast, overlapsOf } from './plan.ts'
import { holdPlans, numberOf, plannedSession, sittersOf, takenAround } from './plan.queries.ts'
import type { PlannedSession } from './plan.queries.ts'
import { addPlanTold, addSession, cancelPlanned, replanSession } from './session.store.ts'

interface When {
  readonly plannedAt: Instant
  readonly room: string | null
  /** Why it is planned although something is taken at that hour; null: nobody has said so. */
  readonly despite: string | null
}

export interface Plan extends When {
  readonly id: string
  readonly personId: string
  readonly courseId: string
}

/** The next journey of a course: a day, an hour, a room. The database numbers those that count, by when they are (0322). */
export const planSession = command(async (tx, plan: Plan, call: Call) => {
  await demandFree(tx, { ...plan, sessionId: plan.id }, call)
  await addSession(tx, { ...plan, number: 1 })
  const of = { ...plan, sessionId: plan.id }
  await addPlanTold(tx, { ...toldBy(tx, call), ...of, kind: 'planned', fromAt: null, reason: null })
  return { id: plan.id, number: await numberOf(tx, plan.id) }
})

export interface Replan extends When {
  readonly id: string
  readonly sessionId: string
  readonly reason: string
}

/** Only what has not begun can be moved. */
export const moveSession = command(async (tx, plan: Replan, call: Call) => {
  const { personId, courseId, plannedAt: fromAt } = await stillAhead(tx, plan.sessionId)
  await demandFree(tx, { ...plan, personId }, call)
  await replanSession(tx, plan)
  await addPlanTold(tx, { ...toldBy(tx, call), ...plan, personId, courseId, kind: 'moved', fromAt })
  await tellClient(tx, personId, call)
  return { id: plan.sessionId }
})

export interface CallOff {
  readonly id: string
  readonly sessionId: string
  readonly reason: string
}

/** A journey that will not be. The next one has its number; a release for it ends with it. */
export const cancelSession = command(async (tx, { id, sessionId, reason }: CallOff, call: Call) => {
  const { personId, courseId, plannedAt: fromAt } = await stillAhead(tx, sessionId)
  await cancelPlanned(tx, sessionId)
  const what = { id, personId, courseId, sessionId, reason, fromAt }
  const nothing = { plannedAt: null, room: null, despite: null }
  await addPlanTold(tx, { ...toldBy(tx, call), ...what, ...nothing, kind: 'cancelled' })
  await tellClient(tx, personId, call)
  return { id: sessionId }
})

/** Whoever would set out at the old hour is told outside of their page too: that something changed, and no more. */
async function tellClient(tx: WriteTx, personId: string, { machineNow }: Call): Promise<void> {
  const accountId = await accountOf(tx, personId, machineNow)
  if (accountId === null) return
  await enqueue(tx, mailNoticeTask, {
    payload: { accountId, notice: 'pageChanged', practiceId: tx.actor.practiceId } satisfies NoticeJob,
    key: `page changed ${personId}`,
  })
}

async function stillAhead(tx: WriteTx, sessionId: string): Promise<PlannedSession> {
  await holdPlans(tx)
  const found = await plannedSession(tx, sessionId)
  if (!found) throw new Problem('not-found')
  if (found.phase !== 'planned') throw new Problem('session-begun')
  return found
}

/** Not in the past; and what is taken at that hour is named once, and goes through once somebody has written why. */
async function demandFree(
  tx: WriteTx,
  plan: When & { readonly sessionId: string; readonly personId: string },
  { careNow }: Call,
): Promise<void> {
  if (isPast(plan.plannedAt, careNow)) throw new Problem('plan-past')
  await holdPlans(tx)
  const { minutes: lastsMinutes } = await journeyLengthHere(tx)
  const others = await takenAround(tx, { at: plan.plannedAt, but: plan.sessionId, lastsMinutes })
  const wanted = { ...plan, members: await sittersOf(tx, plan.personId) }
  const overlaps = overlapsOf(wanted, others, lastsMinutes)
  if (overlaps.length === 0 || plan.despite !== null) return
  throw new Problem(
    'plan-overlaps',
    overlaps.map((one) => ({
      path: one.kind,
      fault: one.kind === 'member' ? `${one.at} ${one.name}` : `${one.at}`,
    })),
  )
}

function toldBy(tx: WriteTx, { careNow }: Call) {
  if (tx.actor.seatId === null) throw new Problem('not-allowed')
  return { by: tx.actor.seatId, at: careNow }
}
