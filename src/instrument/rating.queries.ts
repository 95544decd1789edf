import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Answers, Language, Withheld } from './response.ts'

export interface OpenRating {
  readonly id: string
  readonly instrumentId: string
  readonly instrumentVersion: string
  readonly language: Language
  readonly answers: Answers
  readonly withheld: Withheld
  readonly readFrom: string | null
  readonly ratedAt: Instant | null
  readonly replaces: string | null
  readonly savedAt: Instant
}

/** What the one who asks now has begun about this person and not saved, newest first. A colleague's is not theirs to finish. */
export async function openRatings(tx: PracticeTx, personId: string): Promise<OpenRating[]> {
  const { practiceId, seatId } = tx.actor
  if (!seatId) return []
  const rows = await tx
    .selectFrom('rating_draft as draft')
    .selectAll('draft')
    .where('draft.practice_id', '=', practiceId)
    .where('draft.person_id', '=', personId)
    .where('draft.by_seat_id', '=', seatId)
    .where(
      sql<boolean>`not exists (select from instrument_response r where r.practice_id = draft.practice_id and r.id = draft.id)`,
    )
    .orderBy('draft.saved_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    instrumentId: row.instrument_id,
    instrumentVersion: row.instrument_version,
    language: row.language,
    answers: row.answers,
    withheld: row.withheld,
    readFrom: row.read_from,
    ratedAt: row.rated_at?.getTime() ?? null,
    replaces: row.replaces,
    savedAt: row.saved_at.getTime(),
  }))
}

interface Corrected {
  readonly personId: string
  readonly instrumentId: string
  readonly id: string
}

/**
 * What a correction stands in the place of: the newest correction of what it names, so that there is one line of them. Only
 * what a member wrote down is corrected by one; what the client said themself stays as they said it.
 */
export async function correctable(
  tx: PracticeTx,
  { personId, instrumentId, id }: Corrected,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom(
      sql<{ id: string }>`(
        with recursive line as (
          select r.id, 0 as step from instrument_response r where r.practice_id = ${tx.actor.practiceId}::uuid
            and r.id = ${id}::uuid and r.person_id = ${personId}::uuid and r.instrument_id = ${instrumentId}
            and r.given in ('together', 'rated')
          union all
          select r.id, line.step + 1 from instrument_response r join line on r.replaces = line.id
            where r.practice_id = ${tx.actor.practiceId}::uuid
        ) select id from line order by step desc limit 1)`.as('newest'),
    )
    .select('newest.id')
    .executeTakeFirst()
  return row?.id
}
