import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Answers } from './instrument.ts'
import type { Withheld } from './response.ts'

export interface OpenDraft {
  readonly id: string
  readonly instrumentId: string
  readonly instrumentVersion: string
  readonly answers: Answers
  readonly withheld: Withheld
  readonly savedAt: Instant
}

/** What was begun and not sent, newest first. */
export async function openDrafts(tx: PracticeTx, personId: string): Promise<OpenDraft[]> {
  const rows = await tx
    .selectFrom('instrument_draft as draft')
    .select([
      'draft.id',
      'draft.instrument_id',
      'draft.instrument_version',
      'draft.answers',
      'draft.withheld',
    ])
    .select('draft.saved_at')
    .where('draft.practice_id', '=', tx.actor.practiceId)
    .where('draft.person_id', '=', personId)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('instrument_response as sent')
            .select('sent.id')
            .where('sent.practice_id', '=', tx.actor.practiceId)
            .where('sent.person_id', '=', personId)
            .whereRef('sent.instrument_id', '=', 'draft.instrument_id')
            .whereRef('sent.answered_at', '>=', 'draft.begun_at'),
        ),
      ),
    )
    .orderBy('draft.saved_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    instrumentId: row.instrument_id,
    instrumentVersion: row.instrument_version,
    answers: row.answers,
    withheld: row.withheld,
    savedAt: row.saved_at.getTime(),
  }))
}

export interface StoredResponse {
  readonly id: string
  readonly instrumentId: string
  readonly instrumentVersion: string
  readonly language: 'en' | 'es'
  readonly answers: Answers
  readonly withheld: Withheld
  readonly status: 'complete' | 'prorated' | 'incomplete'
  readonly total: number | null
  readonly band: string | null
  readonly flags: readonly string[]
  readonly answeredAt: Instant
}

/** Everything this person answered, oldest first. */
export async function responsesOf(tx: PracticeTx, personId: string): Promise<StoredResponse[]> {
  const rows = await tx
    .selectFrom('instrument_response')
    .select(['id', 'instrument_id', 'instrument_version', 'language', 'answers', 'withheld', 'status'])
    .select(['total', 'band', 'flags', 'answered_at'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .orderBy('answered_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    instrumentId: row.instrument_id,
    instrumentVersion: row.instrument_version,
    language: row.language,
    answers: row.answers,
    withheld: row.withheld,
    status: row.status,
    total: row.total,
    band: row.band,
    flags: row.flags,
    answeredAt: row.answered_at.getTime(),
  }))
}
