import { lastMedicineOf } from '../consent/medicine.queries.ts'
import { instruments } from '../instrument/instrument.content.ts'
import type { Instrument } from '../instrument/instrument.ts'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { dueNow, followed, type Due, type DueFacts } from './due.ts'

export interface DueInstrument extends Due {
  readonly instrument: Instrument
}

/** What this person is asked now. */
export async function dueInstruments(
  tx: PracticeTx,
  personId: string,
  careNow: Instant,
): Promise<DueInstrument[]> {
  const facts = await dueFactsOf(tx, personId)
  return followed.flatMap((id) => {
    const instrument = instruments[id]
    const due = dueNow({ ...facts, answeredAt: facts.answered.get(id) ?? [] }, careNow)
    return instrument && due ? [{ ...due, instrument }] : []
  })
}

type Facts = Omit<DueFacts, 'answeredAt'> & { readonly answered: ReadonlyMap<string, Instant[]> }

async function dueFactsOf(tx: PracticeTx, personId: string): Promise<Facts> {
  const { practiceId } = tx.actor
  const course = await tx
    .selectFrom('course')
    .select('begun_at')
    .where('practice_id', '=', practiceId)
    .where('person_id', '=', personId)
    .orderBy('begun_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { lastDoseAt } = await lastMedicineOf(tx, personId)
  const rows = await tx
    .selectFrom('instrument_response')
    .select(['instrument_id', 'answered_at'])
    .where('practice_id', '=', practiceId)
    .where('person_id', '=', personId)
    .execute()
  const answered = new Map<string, Instant[]>()
  for (const { instrument_id: id, answered_at: at } of rows)
    answered.set(id, [...(answered.get(id) ?? []), at.getTime()])
  return { begunAt: course?.begun_at.getTime() ?? null, lastDoseAt, answered }
}
