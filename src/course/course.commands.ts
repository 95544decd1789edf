import { command } from '../audit/audit.commands.ts'
import { reasonIn } from '../audit/why.ts'
import {
  cancelSession as cancel,
  moveSession as move,
  planSession as plan,
} from '../journey/plan.commands.ts'
import type { Call } from '../kernel/call.ts'
import { instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { followPerson } from '../measure/schedule.commands.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { newestEditions } from '../protocol/protocol.queries.ts'
import { hasEnded, reviewed, type Course, type ReviewDecision } from './course.ts'
import { coursesOf, heldCourse, holdPerson } from './course.queries.ts'
import { addCourse, addReview, endCourse } from './course.store.ts'

export interface CourseStart {
  readonly id: string
  readonly personId: string
  readonly protocolId: string
  readonly protocolVersion: string
}

/** One course at a time: what belongs together stays on one thread. */
export const startCourse = command(async (tx, start: CourseStart, { careNow }) => {
  await demandEdition(tx, start)
  await holdPerson(tx, start.personId)
  const others = await coursesOf(tx, start.personId)
  if (others.some((course) => !hasEnded(course, careNow))) throw new Problem('course-open')
  await addCourse(tx, { ...start, begunAt: careNow })
  await followPerson(tx, start.personId)
  return { id: start.id }
})

export interface SessionPlan {
  readonly courseId: string
  readonly id: string
  readonly plannedAt: string
  readonly room: string | null
  readonly despite: string | null
}

export const planSession = command(
  async (tx, session: SessionPlan, asked) => {
    const course = await openCourse(tx, session.courseId, asked)
    const plannedAt = instant(session.plannedAt)
    const planned = await plan.within(tx, { ...session, personId: course.personId, plannedAt }, asked)
    await followPerson(tx, course.personId)
    return planned
  },
  ({ id, despite }) => (despite === null ? null : reasonIn('session_plan', id)),
)

export interface SessionMove {
  readonly sessionId: string
  readonly id: string
  readonly plannedAt: string
  readonly room: string | null
  readonly despite: string | null
  readonly reason: string
}

export const moveSession = command(
  async (tx, to: SessionMove, asked) => {
    const moved = await move.within(tx, { ...to, plannedAt: instant(to.plannedAt) }, asked)
    if (asked.personId) await followPerson(tx, asked.personId)
    return moved
  },
  ({ id }) => reasonIn('session_plan', id),
)

/** What hangs on the journey is asked no more; what was asked before it stays. */
export const cancelSession = command(
  async (tx, called: { readonly sessionId: string; readonly id: string; readonly reason: string }, asked) => {
    const off = await cancel.within(tx, called, asked)
    if (asked.personId) await followPerson(tx, asked.personId)
    return off
  },
  ({ id }) => reasonIn('session_plan', id),
)

export interface ReviewAsked {
  readonly id: string
  readonly courseId: string
  readonly decision: ReviewDecision
  readonly reason: string
  readonly nextReviewAt: string | null
  readonly endsAt: string | null
  readonly farewell: string | null
}

export const reviewCourse = command(
  async (tx, asking: ReviewAsked, asked) => {
    const course = await knownCourse(tx, asking.courseId)
    const review = reviewed({ ...asking, ...momentsOf(asking) }, course, asked.careNow)
    if (!review.ok) throw new Problem(review.refusal)
    await addReview(tx, { ...review.value, id: asking.id, course, reviewedAt: asked.careNow })
    if (review.value.endsAt !== null)
      await endCourse(tx, { courseId: course.id, endsAt: review.value.endsAt })
    await followPerson(tx, course.personId)
    return { id: asking.id }
  },
  ({ id }) => reasonIn('course_review', id),
)

/** A course stands on what is published now, never on an edition that nobody can read. */
async function demandEdition(tx: PracticeTx, { protocolId, protocolVersion }: CourseStart): Promise<void> {
  const editions = await newestEditions(tx)
  if (!editions.some(({ id, version }) => id === protocolId && version === protocolVersion))
    throw new Problem('malformed', [{ path: 'protocolId', fault: 'edition' }])
}

const momentsOf = ({ nextReviewAt, endsAt }: ReviewAsked) => ({
  nextReviewAt: nextReviewAt === null ? null : instant(nextReviewAt),
  endsAt: endsAt === null ? null : instant(endsAt),
})

async function knownCourse(tx: PracticeTx, courseId: string): Promise<Course> {
  const course = await heldCourse(tx, courseId)
  if (!course) throw new Problem('not-found')
  return course
}

async function openCourse(tx: PracticeTx, courseId: string, { careNow }: Call): Promise<Course> {
  const course = await knownCourse(tx, courseId)
  if (hasEnded(course, careNow)) throw new Problem('course-ended')
  return course
}
