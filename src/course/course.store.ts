import { isoOf, type Instant } from '../kernel/instant.ts'
import type { ChangeableMoment, Fixed, Moment } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

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
