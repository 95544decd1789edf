import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Answers, Draft, Language, Withheld } from './response.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    rating_draft: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      instrument_id: Fixed<string>
      instrument_version: Fixed<string>
      language: Language
      answers: ColumnType<Answers, string, string>
      withheld: ColumnType<Withheld, string, string>
      read_from: string | null
      rated_at: ColumnType<Date | null, string | null, string | null>
      replaces: FixedOrNone<string>
      by_seat_id: Fixed<string>
      begun_at: Moment
      saved_at: ColumnType<Date, Date | string, Date | string>
    }
  }
  interface Changeable {
    rating_draft: true
  }
}

export interface RatingDraft extends Draft {
  readonly readFrom: string | null
  readonly ratedAt: Instant | null
  readonly replaces: string | null
  readonly bySeatId: string
}

/** Keeps where its author is. False when the id is another's, or is about another person or instrument. */
export async function saveRating(tx: WriteTx, draft: RatingDraft, savedAt: Instant): Promise<boolean> {
  const changing = {
    language: draft.language,
    answers: JSON.stringify(draft.answers),
    withheld: JSON.stringify(draft.withheld),
    read_from: draft.readFrom,
    rated_at: draft.ratedAt === null ? null : isoOf(draft.ratedAt),
    saved_at: isoOf(savedAt),
  }
  const saved = await tx
    .insertInto('rating_draft')
    .values({
      ...changing,
      practice_id: tx.actor.practiceId,
      id: draft.id,
      person_id: draft.personId,
      instrument_id: draft.instrumentId,
      instrument_version: draft.instrumentVersion,
      replaces: draft.replaces,
      by_seat_id: draft.bySeatId,
      begun_at: isoOf(savedAt),
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(changing)
        .where('rating_draft.person_id', '=', draft.personId)
        .where('rating_draft.instrument_id', '=', draft.instrumentId)
        .where('rating_draft.by_seat_id', '=', draft.bySeatId),
    )
    .executeTakeFirst()
  return (saved.numInsertedOrUpdatedRows ?? 0n) > 0n
}
