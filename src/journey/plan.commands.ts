import { command } from '../audit/audit.commands.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { lastNumberOf, phaseOf } from './plan.queries.ts'
import { addSession, replanSession } from './session.store.ts'

export interface Plan {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly plannedAt: Instant
  readonly room: string | null
}

/** The next journey of a course: a day, an hour, a room. Two planned at once get different numbers or one is refused. */
export const planSession = command(async (tx, plan: Plan) => {
  const number = (await lastNumberOf(tx, plan.courseId)) + 1
  await addSession(tx, { ...plan, number })
  return { id: plan.id, number }
})

export interface Replan {
  readonly sessionId: string
  readonly plannedAt: Instant
  readonly room: string | null
}

/** Only what has not begun can be moved. */
export const moveSession = command(async (tx, plan: Replan) => {
  if ((await phaseOf(tx, plan.sessionId)) !== 'planned') throw new Problem('session-begun')
  await replanSession(tx, plan)
  return { id: plan.sessionId }
})
