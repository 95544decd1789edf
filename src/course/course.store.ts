import { isoOf, type Instant } from '../kernel/instant.ts'
import type {
  ChangeableMoment,
  Fixed,
  FixedOrNone,
  Moment,
  MomentOrNone,
  StampedByDatabase,
} from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Course, Review, ReviewDecision } from './course.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    course: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      protocol_id: Fixed<string>
      protocol_version: Fixed<string>
      begun_at: Moment
      ended_at: ChangeableMoment
    }
    course_review: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      decision: Fixed<ReviewDecision>
      reason: Fixed<string>
      next_review_at: MomentOrNone
      ends_at: MomentOrNone
      farewell: FixedOrNone<string>
      reviewed_by: Fixed<string>
      reviewed_at: Moment
      recorded_at: StampedByDatabase
    }
  }
  interface Changeable {
    course: true
  }
}

export interface NewCourse {
  readonly id: string
  readonly personId: string
  readonly protocolId: string
  readonly protocolVersion: string
  readonly begunAt: Instant
}

export async function addCourse(tx: WriteTx, course: NewCourse): Promise<void> {
  await tx
    .insertInto('course')
    .values({
      practice_id: tx.actor.practiceId,
      id: course.id,
      person_id: course.personId,
      protocol_id: course.protocolId,
      protocol_version: course.protocolVersion,
      begun_at: isoOf(course.begunAt),
    })
    .execute()
}

export interface NewReview extends Review {
  readonly id: string
  readonly course: Course
  readonly reviewedAt: Instant
}

export async function addReview(tx: WriteTx, review: NewReview): Promise<void> {
  const { seatId } = tx.actor
  if (seatId === null) throw new Error('a review is made by someone')
  await tx
    .insertInto('course_review')
    .values({
      practice_id: tx.actor.practiceId,
      id: review.id,
      person_id: review.course.personId,
      course_id: review.course.id,
      decision: review.decision,
      reason: review.reason,
      next_review_at: review.nextReviewAt === null ? null : isoOf(review.nextReviewAt),
      ends_at: review.endsAt === null ? null : isoOf(review.endsAt),
      farewell: review.farewell,
      reviewed_by: seatId,
      reviewed_at: isoOf(review.reviewedAt),
    })
    .execute()
}

export async function endCourse(
  tx: WriteTx,
  end: { readonly courseId: string; readonly endsAt: Instant },
): Promise<void> {
  await tx
    .updateTable('course')
    .set({ ended_at: isoOf(end.endsAt) })
    .where('id', '=', end.courseId)
    .execute()
}
