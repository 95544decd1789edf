import type { Instant } from '../kernel/instant.ts'
import { accept, refuse, type Outcome } from '../kernel/outcome.ts'

/** One course of care, on one version of one protocol. It has ended when its last day has come. */
export interface Course {
  readonly id: string
  readonly personId: string
  readonly protocolId: string
  readonly protocolVersion: string
  readonly begunAt: Instant
  readonly endsAt: Instant | null
}

export const hasEnded = (course: Pick<Course, 'endsAt'>, careNow: Instant): boolean =>
  course.endsAt !== null && course.endsAt <= careNow

export const reviewDecisions = ['continue', 'change', 'complete'] as const
export type ReviewDecision = (typeof reviewDecisions)[number]

/** What a review decided. A planned ending names its day and leaves the client with words of their own kind. */
export interface Review {
  readonly decision: ReviewDecision
  readonly reason: string
  readonly nextReviewAt: Instant | null
  readonly endsAt: Instant | null
  readonly farewell: string | null
}

/** An ending is planned or it is none: it needs its day and its words; a course that goes on needs neither. */
export function reviewed(review: Review, course: Course, careNow: Instant): Outcome<Review, ReviewRefusal> {
  if (hasEnded(course, careNow)) return refuse('course-ended')
  if (review.decision !== 'complete') return accept({ ...review, endsAt: null, farewell: null })
  if (review.endsAt === null || review.farewell === null) return refuse('ending-unplanned')
  if (review.endsAt < course.begunAt) return refuse('ending-unplanned')
  return accept({ ...review, nextReviewAt: null })
}

export type ReviewRefusal = 'course-ended' | 'ending-unplanned'

/** The one that is under way, or else the first that is still planned. */
export function nextSession<Session extends { readonly phase: string; readonly plannedAt: Instant }>(
  sessions: readonly Session[],
): Session | undefined {
  const open = sessions.find(({ phase }) => phase === 'under-way' || phase === 'recovering')
  const planned = sessions.filter(({ phase }) => phase === 'planned')
  return open ?? planned.toSorted((a, b) => a.plannedAt - b.plannedAt)[0]
}
