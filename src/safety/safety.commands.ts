import { randomBytes } from 'node:crypto'
import { spendConfirmation } from '../access/confirmation.commands.ts'
import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import type { Call } from '../kernel/call.ts'
import { idFrom } from '../kernel/id.ts'
import { instant, type Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { promptly, type Cover, type Reading } from './cover.ts'
import { decisionText, judgementText, type Decision, type Judgement } from './decision.ts'
import { listedFor, type Urgency } from './ladder.ts'
import { startClimbing } from './ladder.commands.ts'
import { taskAbout, taskHere, readingHere, reachableFor } from './safety.queries.ts'
import { suicideRecordOf } from './suicide.queries.ts'
import { addCover, addTask, addTaskEvent, taskToJoin } from './safety.store.ts'
import { addFormulation, addOverride, addPlan, addSuicideCheck, type NewPlan } from './suicide.store.ts'
import { saidAt } from './saidAt.ts'
import type { SuicideAnswer } from './suicide.ts'
import { holdTeam } from './team.queries.ts'
import { isClinical, mayHandOn, maySee, type TaskEventKind, type TaskKind } from './task.ts'

interface Raised {
  readonly personId: string
  readonly kind: TaskKind
  readonly aboutId: string
  /** By the declared hours unless it is said otherwise. */
  readonly urgency?: Urgency
  /** A day that was promised; otherwise when someone is declared to read. */
  readonly dueAt?: Instant
  /** Due by then, however late it would be by itself. */
  readonly noLaterThan?: Instant | undefined
  /** Where one person alone can answer for it; otherwise whoever looks after this person. */
  readonly ownerSeatId?: string | undefined
  /** It came of answers: what was raised in the same sitting and nobody has touched yet, it joins. */
  readonly ofSitting?: boolean
}

/** For a named person, due when someone is declared to read. What raised it raises it once. */
export const raiseTask = {
  within: async (
    tx: WriteTx,
    {
      personId,
      kind,
      aboutId,
      urgency = 'same-day',
      dueAt: promised,
      noLaterThan = Number.POSITIVE_INFINITY,
      ownerSeatId,
      ofSitting = false,
    }: Raised,
    { careNow }: Pick<Call, 'careNow'>,
  ) => {
    const { reading } = await readingHere(tx, careNow)
    if (ownerSeatId === undefined) await holdTeam(tx, personId, false)
    const id = idFrom(careNow, randomBytes(16))
    const dueAt = Math.min(promised ?? dueBy(urgency, careNow, reading), noLaterThan)
    const joins = ofSitting ? await taskToJoin(tx, { personId, urgency, careNow }) : null
    const raised = await addTask(tx, {
      id,
      personId,
      kind,
      aboutId,
      raisedAt: careNow,
      dueAt,
      urgency,
      ownerSeatId,
      joins,
    })
    if (raised && joins === null && urgency !== 'listed') await startClimbing(tx, id)
    return { reading, raised }
  },
}

function dueBy(urgency: Urgency, careNow: Instant, reading: Reading): Instant {
  if (urgency === 'at-once') return careNow + promptly
  return urgency === 'listed' ? careNow + listedFor : reading.dueAt
}

interface SeenTo {
  readonly personId: string
  readonly kind: TaskKind
  readonly aboutId: string
  /** What they are doing about it. */
  readonly note: string
}

/**
 * Whoever asked in person says that they see to it themselves, now. The thing stands on the list all the same, seen by them
 * in their own words, and calls no one further; it is closed by a sentence of its own, as ever.
 */
export const seeToTask = {
  within: async (tx: WriteTx, { note, ...about }: SeenTo, { careNow }: Pick<Call, 'careNow'>) => {
    const task = await taskAbout(tx, about)
    if (!task || task.seen) return
    const id = idFrom(careNow, randomBytes(16))
    await addStep(tx, { id, personId: about.personId, taskId: task.id, kind: 'acknowledged', note }, careNow)
  },
}

interface Step {
  readonly id: string
  readonly personId: string
  readonly taskId: string
}

/** Seen by someone who treats, where it is clinical: whoever only coordinates cannot still it. */
export const acknowledgeTask = command(async (tx, step: Step, asked) => {
  const task = await demandTask(tx, step)
  if (!maySee(task.kind, tx.actor.roles)) throw new Problem('not-allowed')
  await addStep(tx, { ...step, kind: 'acknowledged' }, asked.careNow)
  return { id: step.id }
})

/** With a sentence of one's own. A clinical one only by a therapist or a prescriber. */
export const closeTask = command(
  async (tx, step: Step & { readonly note: string }, asked) => {
    const task = await demandTask(tx, step)
    if (isClinical(task.kind) && !mayCloseClinical(tx)) throw new Problem('not-allowed')
    await addStep(tx, { ...step, kind: 'done', note: step.note }, asked.careNow)
    return { id: step.id }
  },
  ({ id }) => reasonIn('task_event', id),
)

/** To someone else, so that handing on never turns the ladder back for nothing. */
export const handOnTask = command(
  async (tx, step: Step & { readonly toSeatId: string; readonly note: string | null }, asked) => {
    const task = await demandTask(tx, step)
    const reachable = await reachableFor(tx, step.personId)
    const next = reachable.find(({ seatId }) => seatId === step.toSeatId)
    if (!next) throw new Problem('not-found')
    const handing = { kind: task.kind, isOwner: task.ownerSeatId === step.toSeatId }
    if (!mayHandOn(handing, tx.actor.roles, next.roles)) throw new Problem('not-allowed')
    await addStep(tx, { ...step, kind: 'escalated', note: step.note, toSeatId: step.toSeatId }, asked.careNow)
    await startClimbing(tx, step.taskId)
    return { id: step.id }
  },
  ({ id, note }) => (note === null ? null : reasonIn('task_event', id)),
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
  /** When it was answered, by the device; it may have waited for a network. */
  readonly at?: string | undefined
}

/** What was answered is always recorded. Anything but "no thoughts" is also put before a named person, the moment it comes. */
export const recordSuicideCheck = command(async (tx, { at, ...check }: AskedToday, asked) => {
  const said = saidAt(at === undefined ? undefined : instant(at), asked.careNow)
  const { at: askedAt, arrivedAt, doubt } = said
  await addSuicideCheck(tx, { ...check, askedBy: seatOf(tx), askedAt, arrivedAt, doubt })
  if (check.answer !== 'no-thoughts')
    await raiseTask.within(
      tx,
      { personId: check.personId, kind: 'suicide-check', aboutId: check.id, urgency: 'at-once' },
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
  ({ id }) => reasonIn('suicide_override', id),
)

/** A clinician's signed judgement of what was told; it holds until a newer one, and its level drives the gate before a dose. */
export const formulateRisk = command(
  async (tx, judgement: Judgement & { readonly id: string; readonly confirmationId: string }, asked) => {
    const documentHash = digest(judgementText(judgement)).toString('hex')
    const { confirmationId } = await spendConfirmation.within(
      tx,
      { confirmationId: judgement.confirmationId, documentHash },
      asked,
    )
    const made = { madeBy: seatOf(tx), madeAt: asked.careNow }
    await addFormulation(tx, { ...judgement, documentHash, confirmationId, ...made })
    return { id: judgement.id }
  },
  ({ id }) => reasonIn('risk_formulation', id),
)
