import { sql } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Answers } from './instrument.ts'
import { arrivedLater } from '../safety/saidAt.ts'
import type { FinishedBy } from './finished.ts'
import type { Given, Withheld } from './response.ts'
import type { Scores } from './counting.ts'
import type { Mark } from './mark.ts'
import type { Status } from './score.ts'

export interface OpenDraft {
  readonly id: string
  readonly instrumentId: string
  readonly instrumentVersion: string
  readonly language: 'en' | 'es'
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
    .select(['draft.saved_at', 'draft.language'])
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
            // Under its own name; or later, by whatever clock it was finished. A device that runs slow finishes before it began.
            .where((which) =>
              which.or([
                which('sent.id', '=', which.ref('draft.id')),
                which('sent.answered_at', '>=', which.ref('draft.begun_at')),
              ]),
            ),
        ),
      ),
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
    savedAt: row.saved_at.getTime(),
  }))
}

interface Addressed {
  readonly id: string
  readonly personId: string
  readonly instrumentId: string
}

/** What another device of the same person kept of this form; held still while the two are put together. */
export const draftKept = (tx: PracticeTx, { id, personId, instrumentId }: Addressed) =>
  tx
    .selectFrom('instrument_draft')
    .select(['answers', 'withheld', 'language', 'begun_at as begunAt'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('instrument_id', '=', instrumentId)
    .forUpdate()
    .executeTakeFirst()

/** What was sent under this id, by this person. */
export const answersUnder = (tx: PracticeTx, { id, personId, instrumentId }: Addressed) =>
  tx
    .selectFrom('instrument_response')
    .select(['answers', 'withheld'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('instrument_id', '=', instrumentId)
    .executeTakeFirst()

interface LastAsked {
  readonly personId: string
  readonly instrumentId: string
  readonly since: Instant
}

/** What this person answered the last time they were asked the same, where that is not too long ago. */
export async function lastAnswers(
  tx: PracticeTx,
  { personId, instrumentId, since }: LastAsked,
): Promise<Answers | null> {
  const row = await tx
    .selectFrom('instrument_response')
    .select('answers')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .where('instrument_id', '=', instrumentId)
    .where('answered_at', '>', sql<Date>`${isoOf(since)}::timestamptz`)
    .where(({ not, exists, selectFrom, ref }) =>
      not(
        exists(
          selectFrom('instrument_response as later')
            .select('later.id')
            .where('later.practice_id', '=', tx.actor.practiceId)
            .where('later.replaces', '=', ref('instrument_response.id')),
        ),
      ),
    )
    .orderBy('answered_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.answers ?? null
}

/** Since when this person has been asked it, of what is not answered yet; null where that is not known. Its own clock says so. */
export async function askedFrom(
  tx: PracticeTx,
  { personId, instrumentId }: { readonly personId: string; readonly instrumentId: string },
): Promise<Instant | null> {
  const { at } = await tx
    .selectFrom('asking_log as asked')
    // Written down when a server came to it, which may be long after it was asked: then its day tells.
    .select(sql<Date | null>`min(least(asked.at, asked.target_at))`.as('at'))
    .where('asked.practice_id', '=', tx.actor.practiceId)
    .where('asked.person_id', '=', personId)
    .where('asked.instrument_id', '=', instrumentId)
    .where('asked.what', '=', 'intended')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('asking_log as served')
            .select('served.id')
            .whereRef('served.practice_id', '=', 'asked.practice_id')
            .whereRef('served.person_id', '=', 'asked.person_id')
            .whereRef('served.key', '=', 'asked.key')
            // The same occasion, though its moment shifted by less than a day.
            .where(sql<boolean>`abs(extract(epoch from served.target_at - asked.target_at)) < 86400`)
            .where('served.what', '=', 'answered'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return at === null ? null : at.getTime()
}

export interface StoredResponse {
  readonly id: string
  readonly instrumentId: string
  readonly instrumentVersion: string
  readonly language: 'en' | 'es'
  readonly answers: Answers
  readonly withheld: Withheld
  readonly status: Status
  readonly scores: Scores
  readonly total: number | null
  readonly band: string | null
  readonly flags: readonly string[]
  readonly answeredAt: Instant
  /** When it came, where it waited so long on a device that both moments tell something. */
  readonly arrivedAt: Instant | null
  readonly clock: FinishedBy
  readonly given: Given
  /** Who wrote it down; the client's own name is not told to themself. */
  readonly by: string | null
  readonly readFrom: string | null
  /** The practice's own mark that it was scored by. */
  readonly mark: Mark | null
  readonly replaces: string | null
  /** What stands in its place. */
  readonly replacedBy: string | null
}

/** Everything this person answered, oldest first, with what was corrected since. */
export async function responsesOf(tx: PracticeTx, personId: string): Promise<StoredResponse[]> {
  const rows = await tx
    .selectFrom('instrument_response as r')
    .leftJoin('member', (on) =>
      on.onRef('member.practice_id', '=', 'r.practice_id').onRef('member.id', '=', 'r.answered_by'),
    )
    .select(['r.id', 'r.instrument_id', 'r.instrument_version', 'r.language', 'r.answers', 'r.withheld'])
    .select([
      'r.status',
      'r.scores',
      'r.total',
      'r.band',
      'r.flags',
      'r.answered_at',
      'r.given',
      'r.replaces',
    ])
    .select(['r.read_from', 'r.mark', 'member.name as by', 'r.clock'])
    .select(careTime.as('arrived_at'))
    .select((of) =>
      of
        .selectFrom('instrument_response as later')
        .select('later.id')
        .whereRef('later.practice_id', '=', 'r.practice_id')
        .whereRef('later.replaces', '=', 'r.id')
        .orderBy('later.recorded_at', 'desc')
        .limit(1)
        .as('replaced_by'),
    )
    .where('r.practice_id', '=', tx.actor.practiceId)
    .where('r.person_id', '=', personId)
    .orderBy('r.answered_at')
    .orderBy('r.id')
    .execute()
  return rows.map(storedOf)
}

const careTime = sql<Date>`care_at(r.practice_id, r.recorded_at)`

interface ResponseRow {
  readonly id: string
  readonly instrument_id: string
  readonly instrument_version: string
  readonly language: 'en' | 'es'
  readonly answers: Answers
  readonly withheld: Withheld
  readonly status: Status
  readonly scores: Scores
  readonly total: number | null
  readonly band: string | null
  readonly flags: readonly string[]
  readonly answered_at: Date
  readonly given: Given
  readonly clock: FinishedBy
  readonly arrived_at: Date
  readonly by: string | null
  readonly read_from: string | null
  readonly mark: Mark | null
  readonly replaces: string | null
  readonly replaced_by: string | null
}

const storedOf = (row: ResponseRow): StoredResponse => ({
  id: row.id,
  instrumentId: row.instrument_id,
  instrumentVersion: row.instrument_version,
  language: row.language,
  answers: row.answers,
  withheld: row.withheld,
  status: row.status,
  scores: row.scores,
  total: row.total,
  band: row.band,
  flags: row.flags,
  answeredAt: row.answered_at.getTime(),
  arrivedAt:
    row.clock === 'device' ? arrivedLater(row.answered_at.getTime(), row.arrived_at.getTime()) : null,
  clock: row.clock,
  given: row.given,
  by: row.given === 'together' || row.given === 'rated' ? row.by : null,
  readFrom: row.read_from,
  mark: row.mark,
  replaces: row.replaces,
  replacedBy: row.replaced_by,
})
