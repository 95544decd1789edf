import type { ColumnType } from 'kysely'
import { day, hour, isoOf, type Instant } from '../kernel/instant.ts'
import type { ChangeBasis } from '../measure/change.ts'
import type { Fixed, FixedOrNone, Json, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import { sayFor } from '../platform/db/fixed.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { knownFor } from '../safety/ladder.ts'
import type { FinishedBy } from './finished.ts'
import type { Mark } from './mark.ts'
import type { Status } from './score.ts'
import type { Answers, Draft, Given, Language, Response, Withheld } from './response.ts'

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
      status: Fixed<Status>
      scores: Json<Readonly<Record<string, number | null>>>
      total: FixedOrNone<number>
      band: FixedOrNone<string>
      flags: Fixed<readonly string[]>
      answered_at: Moment
      answered_by: FixedOrNone<string>
      clock: Fixed<FinishedBy>
      given: Fixed<Given>
      replaces: FixedOrNone<string>
      read_from: FixedOrNone<string>
      mark: ColumnType<Mark | null, string | null, never>
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

/** What was answered shortly before a course began belongs to its beginning; what is older belongs to none that is open. */
const shortlyBefore = 14 * day

/** What stood before this response: the best total, and the newest answers that are not too old to be known. */
export interface Before {
  readonly best: number | null
  readonly last: Answers | null
  /** The same of everything that had come by now, whenever it was answered. */
  readonly knownBest: number | null
  readonly knownLast: Answers | null
}

/** The columns of a response, each with what stands for its value: the number of a place, unless it is worked out. */
const columns = {
  practice_id: '$1',
  id: '$2',
  person_id: '$3',
  course_id: `(select c.id from course c where c.practice_id = $1 and c.person_id = $3 and c.ended_at is null
    and c.begun_at <= $13::timestamptz + $20::interval order by c.begun_at desc limit 1)`,
  instrument_id: '$4',
  instrument_version: '$5',
  language: '$6',
  answers: '$7',
  withheld: '$8',
  status: '$9',
  scores: '$10',
  total: '$11',
  band: '$12',
  answered_at: '$13',
  flags: '$14',
  answered_by: '$15',
  clock: '$16',
  given: '$17',
  replaces: '$18',
  read_from: '$19',
  mark: '$21',
} as const

/** Seen from within the insert, the row that it adds is not there yet. */
const addition = `insert into instrument_response (${Object.keys(columns).join(', ')})
  values (${Object.values(columns).join(', ')}) on conflict (id) do nothing
  returning stood_before($3, $4, $13, $18, $22::interval, $23) as before`

/** One statement, for this is written while someone waits: it adds, and says what stood before. Nothing: the id is taken. */
export async function addResponse(
  tx: WriteTx,
  response: Response,
  betterIs: ChangeBasis['betterIs'] = 'lower',
): Promise<Before | undefined> {
  const { scored } = response
  const added = await sayFor<{ before: Before }>(tx, addition, [
    tx.actor.practiceId,
    response.id,
    response.personId,
    response.instrumentId,
    response.instrumentVersion,
    response.language,
    JSON.stringify(response.answers),
    JSON.stringify(response.withheld),
    scored.status,
    JSON.stringify(scored.scores),
    response.total,
    scored.band,
    isoOf(response.answeredAt),
    scored.flags,
    tx.actor.seatId,
    response.clock,
    response.given,
    response.replaces,
    response.readFrom,
    `${shortlyBefore / hour} hours`,
    response.mark && JSON.stringify(response.mark),
    `${knownFor / hour} hours`,
    betterIs === 'higher',
  ])
  return added?.before
}
