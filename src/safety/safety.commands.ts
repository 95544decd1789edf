import { randomBytes } from 'node:crypto'
import { spendConfirmation } from '../access/confirmation.commands.ts'
import { command } from '../audit/audit.commands.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { promptly, type Cover } from './cover.ts'
import { decisionText, type Decision } from './decision.ts'
import { taskHere, readingHere, reachableFor, suicideRecordOf } from './safety.queries.ts'
import { addCover, addTask, addTaskEvent } from './safety.store.ts'
import { addOverride, addPlan, addSuicideCheck, type NewPlan } from './suicide.store.ts'
import type { SuicideAnswer } from './suicide.ts'
import { isClinical, maySee, type TaskEventKind, type TaskKind } from './task.ts'

interface Raised {
  readonly personId: string
  readonly kind: TaskKind
  readonly aboutId: string
  /** Someone stands beside the person now: due promptly, whatever the hours. */
  readonly atOnce?: boolean
  /** A day that was promised; otherwise when someone is declared to read. */
  readonly dueAt?: Instant
  /** Where one person alone can answer for it; otherwise whoever looks after this person. */
  readonly ownerSeatId?: string | undefined
}

/** For a named person, due when someone is declared to read. What raised it raises it once. */
export const raiseTask = {
  within: async (
    tx: WriteTx,
    { personId, kind, aboutId, atOnce = false, dueAt: promised, ownerSeatId }: Raised,
    { careNow }: Pick<Call, 'careNow'>,
  ) => {
    const { reading } = await readingHere(tx, careNow)
    const id = idFrom(careNow, randomBytes(16))
    const dueAt = promised ?? (atOnce ? careNow + promptly : reading.dueAt)
    await addTask(tx, { id, personId, kind, aboutId, raisedAt: careNow, dueAt, ownerSeatId })
    return { reading }
  },
}

interface Step {
  readonly id: string
  readonly personId: string
  readonly taskId: string
}

/** Seen by its owner, or by someone who treats: whoever only coordinates cannot take that off the owner. */
export const acknowledgeTask = command(async (tx, step: Step, asked) => {
  const task = await demandTask(tx, step)
  const { seatId, roles } = tx.actor
  if (!maySee({ kind: task.kind, mine: task.ownerSeatId === seatId }, roles)) throw new Problem('not-allowed')
  await addStep(tx, { ...step, kind: 'acknowledged' }, asked.careNow)
  return { id: step.id }
})

/** With a sentence of one's own. A clinical one only by a therapist or a prescriber. */
export const closeTask = command(async (tx, step: Step & { readonly note: string }, asked) => {
  const task = await demandTask(tx, step)
  if (isClinical(task.kind) && !mayCloseClinical(tx)) throw new Problem('not-allowed')
  await addStep(tx, { ...step, kind: 'done', note: step.note }, asked.careNow)
  return { id: step.id }
})

export const handOnTask = command(
  async (tx, step: Step & { readonly toSeatId: string; readonly note: string | null }, asked) => {
    await demandTask(tx, step)
    const reachable = await reachableFor(tx, step.personId)
    if (!reachable.some(({ seatId }) => seatId === step.toSeatId)) throw new Problem('not-found')
    await addStep(tx, { ...step, kind: 'escalated', note: step.note, toSeatId: step.toSeatId }, asked.careNow)
    return { id: step.id }
  },
)

const mayCloseClinical = ({ actor }: WriteTx) =>
  actor.roles.includes('therapist') || actor.roles.includes('prescriber')

async function demandTask(tx: WriteTx, step: Step) {
  const task = await taskHere(tx, step)
  if (!task) throw new Problem('not-found')
  if (task.done) throw new Problem('changed-meanwhile')
  return task
}

type Event = Step & { kind: TaskEventKind; note?: string | null; toSeatId?: string }

async function addStep(tx: WriteTx, event: Event, at: Instant) {
  const { id, personId, taskId, kind, note = null, toSeatId = null } = event
  const step = { id, personId, taskId, kind, note, toSeatId, bySeatId: seatOf(tx), at }
  if (!(await addTaskEvent(tx, step))) throw new Problem('changed-meanwhile')
}

function seatOf({ actor }: WriteTx): string {
  if (!actor.seatId) throw new Problem('not-allowed')
  return actor.seatId
}

export const declareCover = command(async (tx, cover: Cover & { readonly id: string }, asked) => {
  await addCover(tx, { ...cover, setBy: seatOf(tx), setAt: asked.careNow })
  return { id: cover.id }
})

interface AskedToday {
  readonly id: string
  readonly personId: string
  readonly sessionId: string | null
  readonly answer: SuicideAnswer
}

/** What was answered is always recorded. Anything but "no thoughts" is also put before a named person, at once. */
export const recordSuicideCheck = command(async (tx, check: AskedToday, asked) => {
  await addSuicideCheck(tx, { ...check, askedBy: seatOf(tx), askedAt: asked.careNow })
  if (check.answer !== 'no-thoughts')
    await raiseTask.within(
      tx,
      { personId: check.personId, kind: 'suicide-check', aboutId: check.id, atOnce: true },
      asked,
    )
  return { id: check.id }
})

export const makeSafetyPlan = command(async (tx, plan: Omit<NewPlan, 'madeWith' | 'madeAt'>, asked) => {
  await addPlan(tx, { ...plan, madeWith: seatOf(tx), madeAt: asked.careNow })
  return { id: plan.id }
})

/** A prescriber's signed decision about the newest check; there is none about "intent or plan" (EL-M06). */
export const decideAboutCheck = command(
  async (tx, decision: Decision & { readonly id: string; readonly confirmationId: string }, asked) => {
    const { checks } = await suicideRecordOf(tx, decision.personId)
    const check = checks.find(({ id }) => id === decision.checkId)
    if (!check) throw new Problem('not-found')
    if (check !== checks[0] || check.answer === 'intent-or-plan') throw new Problem('changed-meanwhile')
    const documentHash = digest(decisionText(decision)).toString('hex')
    const { confirmationId } = await spendConfirmation.within(
      tx,
      { confirmationId: decision.confirmationId, documentHash },
      asked,
    )
    await addOverride(tx, {
      ...decision,
      documentHash,
      confirmationId,
      decidedBy: seatOf(tx),
      decidedAt: asked.careNow,
    })
    return { id: decision.id }
  },
)
