import { ms } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Instant } from '../kernel/instant.ts'

export interface SealedNote {
  readonly id: string
  readonly authorSeat: string
  readonly sealed: Buffer
  readonly sessionId: string | null
  readonly corrects: string | null
  readonly writtenAt: Instant
}

/** The database answers with the asker's own and with no others. */
export const ownNotes = (tx: PracticeTx, courseId: string): Promise<SealedNote[]> =>
  tx
    .selectFrom('psychotherapy_note')
    .select(['id', 'author_seat as authorSeat', 'sealed', 'session_id as sessionId', 'corrects'])
    .select(ms('written_at').as('writtenAt'))
    .where('course_id', '=', courseId)
    .orderBy('written_at')
    .orderBy('recorded_at')
    .execute()

export async function ownDraft(tx: PracticeTx, courseId: string) {
  const row = await tx
    .selectFrom('psychotherapy_note_draft')
    .select(['author_seat as authorSeat', 'sealed', ms('saved_at').as('savedAt')])
    .where('course_id', '=', courseId)
    .executeTakeFirst()
  return row?.sealed ? { ...row, sealed: row.sealed } : undefined
}

interface KeptRow {
  id: string
  practice_name: string
  course_id: string
  session_number: number | null
  author_seat: string
  sealed: Buffer
  corrects: string | null
  written_at: Date
}

/** Written by the one signed in, in whatever seat, also one that has ended. */
export async function keptNotes(tx: PracticeTx) {
  const rows = await tx
    .selectFrom((of) => of.fn<KeptRow>('kept_notes', []).as('kept'))
    .selectAll()
    .execute()
  return rows.map((row) => ({
    id: row.id,
    practiceName: row.practice_name,
    courseId: row.course_id,
    sessionNumber: row.session_number,
    authorSeat: row.author_seat,
    sealed: row.sealed,
    corrects: row.corrects,
    writtenAt: row.written_at.getTime(),
  }))
}

interface KeptDraftRow {
  practice_name: string
  course_id: string
  author_seat: string
  sealed: Buffer
  saved_at: Date
}

export async function keptDrafts(tx: PracticeTx) {
  const rows = await tx
    .selectFrom((of) => of.fn<KeptDraftRow>('kept_note_drafts', []).as('kept'))
    .selectAll()
    .execute()
  return rows.map((row) => ({
    practiceName: row.practice_name,
    courseId: row.course_id,
    authorSeat: row.author_seat,
    sealed: row.sealed,
    savedAt: row.saved_at.getTime(),
  }))
}
