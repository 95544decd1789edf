import { sql, type ColumnType, type RawBuilder } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Json, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Answers, Draft, Language, Response, Withheld } from './response.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    instrument_draft: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      instrument_id: Fixed<string>
      instrument_version: Fixed<string>
      language: Language
      answers: ColumnType<Answers, string, string>
      withheld: ColumnType<Withheld, string, string>
      begun_at: Moment
      saved_at: ColumnType<Date, Date | string, Date | string>
    }
    instrument_response: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: FixedOrNone<string>
      instrument_id: Fixed<string>
      instrument_version: Fixed<string>
      language: Fixed<Language>
      answers: Json<Answers>
      withheld: Json<Withheld>
      status: Fixed<'complete' | 'prorated' | 'incomplete'>
      scores: Json<Readonly<Record<string, number | null>>>
      total: FixedOrNone<number>
      band: FixedOrNone<string>
      flags: Fixed<readonly string[]>
      answered_at: Moment
      answered_by: FixedOrNone<string>
      recorded_at: StampedByDatabase
    }
  }
  interface Changeable {
    instrument_draft: true
  }
}

/** Keeps where someone is. False when the id belongs to another draft, or to another person's. */
export async function saveDraft(tx: WriteTx, draft: Draft, savedAt: Instant): Promise<boolean> {
  const changing = {
    language: draft.language,
    answers: JSON.stringify(draft.answers),
    withheld: JSON.stringify(draft.withheld),
    saved_at: isoOf(savedAt),
  }
  const saved = await tx
    .insertInto('instrument_draft')
    .values({
      ...changing,
      practice_id: tx.actor.practiceId,
      id: draft.id,
      person_id: draft.personId,
      instrument_id: draft.instrumentId,
      instrument_version: draft.instrumentVersion,
      begun_at: isoOf(savedAt),
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(changing)
        .where('instrument_draft.person_id', '=', draft.personId)
        .where('instrument_draft.instrument_id', '=', draft.instrumentId),
    )
    .executeTakeFirst()
  return (saved.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What stood before this response: the lowest total, and the newest answers. */
export interface Before {
  readonly best: number | null
  readonly last: Answers | null
}

/** One statement, for this is written while someone waits: it adds, and says what stood before. Nothing: the id is taken. */
export async function addResponse(tx: WriteTx, response: Response): Promise<Before | undefined> {
  const { scored } = response
  return tx
    .insertInto('instrument_response')
    .values((of) => ({
      practice_id: tx.actor.practiceId,
      id: response.id,
      person_id: response.personId,
      course_id: of
        .selectFrom('course')
        .select('course.id')
        .where('course.practice_id', '=', tx.actor.practiceId)
        .where('course.person_id', '=', response.personId)
        .where('course.ended_at', 'is', null)
        .orderBy('course.begun_at', 'desc')
        .limit(1),
      instrument_id: response.instrumentId,
      instrument_version: response.instrumentVersion,
      language: response.language,
      answers: JSON.stringify(response.answers),
      withheld: JSON.stringify(response.withheld),
      status: scored.status,
      scores: JSON.stringify(scored.scores),
      total: response.total,
      band: scored.band,
      flags: scored.flags,
      answered_at: isoOf(response.answeredAt),
      answered_by: tx.actor.seatId,
    }))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning([
      earlier<number | null>(sql`min(total)`, response).as('best'),
      earlier<Answers | null>(sql`(array_agg(answers order by answered_at desc))[1]`, response).as('last'),
    ])
    .executeTakeFirst()
}

/** Seen from within the insert, the row that it adds is not there yet. */
const earlier = <T>(what: RawBuilder<unknown>, { personId, instrumentId }: Response) =>
  sql<T>`(select ${what} from instrument_response before where before.practice_id = instrument_response.practice_id
    and before.person_id = ${personId} and before.instrument_id = ${instrumentId})`
