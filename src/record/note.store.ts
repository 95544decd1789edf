import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    psychotherapy_note: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      session_id: FixedOrNone<string>
      author_seat: Fixed<string>
      author_account: Fixed<string>
      sealed: Fixed<Buffer>
      corrects: FixedOrNone<string>
      written_at: Moment
      recorded_at: StampedByDatabase
    }
    psychotherapy_note_draft: {
      practice_id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      author_seat: Fixed<string>
      author_account: Fixed<string>
      sealed: Buffer | null
      saved_at: ColumnType<Date, string, string>
    }
  }
  interface Changeable {
    psychotherapy_note_draft: true
  }
}

/** Whose note it is, and about whose course. */
export interface Authored {
  readonly personId: string
  readonly courseId: string
  readonly authorSeat: string
  readonly authorAccount: string
}

export interface NewNote extends Authored {
  readonly id: string
  readonly sessionId: string | null
  readonly sealed: Buffer
  readonly corrects: string | null
  readonly writtenAt: Instant
}

export async function addNote(tx: WriteTx, note: NewNote): Promise<void> {
  await tx
    .insertInto('psychotherapy_note')
    .values({
      practice_id: tx.actor.practiceId,
      id: note.id,
      person_id: note.personId,
      course_id: note.courseId,
      session_id: note.sessionId,
      author_seat: note.authorSeat,
      author_account: note.authorAccount,
      sealed: note.sealed,
      corrects: note.corrects,
      written_at: isoOf(note.writtenAt),
    })
    .execute()
}

/** `sealed` null: nothing is being typed any more. */
export async function keepDraft(
  tx: WriteTx,
  author: Authored,
  { sealed, at }: { sealed: Buffer | null; at: Instant },
): Promise<void> {
  const changing = { sealed, saved_at: isoOf(at) }
  await tx
    .insertInto('psychotherapy_note_draft')
    .values({
      ...changing,
      practice_id: tx.actor.practiceId,
      person_id: author.personId,
      course_id: author.courseId,
      author_seat: author.authorSeat,
      author_account: author.authorAccount,
    })
    .onConflict((conflict) =>
      conflict.columns(['practice_id', 'author_seat', 'course_id']).doUpdateSet(changing),
    )
    .execute()
}
