import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { markChoiceOf } from './mark.content.ts'
import { withMark, type Mark } from './mark.ts'
import type { Answers, Instrument } from './instrument.ts'
import { score, type Scored, type Unscorable } from './score.ts'

/** The mark that holds for this instrument here; null where the practice chose none, or there is none to choose. */
export async function markHere(tx: PracticeTx, instrumentId: string): Promise<Mark | null> {
  if (!markChoiceOf(instrumentId)) return null
  const row = await tx
    .selectFrom('instrument_mark')
    .select(['value', 'source'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('instrument_id', '=', instrumentId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && row.value !== null ? { value: row.value, source: row.source } : null
}

/** Scored as this practice does, and by which mark. */
export async function scoredHere(
  tx: PracticeTx,
  instrument: Instrument,
  answers: Answers,
): Promise<{ scored: Scored | Unscorable; mark: Mark | null }> {
  const mark = await markHere(tx, instrument.id)
  return { scored: score(instrument, withMark(answers, markChoiceOf(instrument.id), mark)), mark }
}

export interface MarkSet {
  readonly instrumentId: string
  readonly value: number | null
  readonly source: string
  readonly by: string
  readonly at: Instant
}

/** Everything that was ever chosen here, newest first. */
export async function marksSet(tx: PracticeTx): Promise<MarkSet[]> {
  const rows = await tx
    .selectFrom('instrument_mark as mark')
    .innerJoin('member', (on) =>
      on.onRef('member.practice_id', '=', 'mark.practice_id').onRef('member.id', '=', 'mark.set_by'),
    )
    .select(['mark.instrument_id', 'mark.value', 'mark.source', 'mark.set_at', 'member.name'])
    .where('mark.practice_id', '=', tx.actor.practiceId)
    .orderBy('mark.number', 'desc')
    .execute()
  return rows.map((row) => ({
    instrumentId: row.instrument_id,
    value: row.value,
    source: row.source,
    by: row.name,
    at: row.set_at.getTime(),
  }))
}
