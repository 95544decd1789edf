import { ownFormsHere } from '../form/form.queries.ts'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Instrument } from './instrument.ts'
import { fromLibrary } from './library.content.ts'
import { isWorded, withOwnWords, type OwnWording } from './ownWords.ts'
import { packsHere } from './pack.queries.ts'
import { withPack } from './pack.ts'
import type { Language } from './response.ts'

/**
 * Instruments by id, with whatever words this practice may show, and its own forms. What is in neither is not there. To read
 * what was answered, words that were taken back since are words still.
 */
export async function wordedHere(
  tx: PracticeTx,
  ids: readonly string[],
  to: 'ask' | 'read' = 'ask',
): Promise<ReadonlyMap<string, Instrument>> {
  const own = await ownWordings(tx, ids, to)
  const held = await packsHere(tx, ids, to)
  const forms = await ownFormsHere(tx, ids)
  return new Map(
    ids.flatMap((id) => {
      const instrument = fromLibrary(id)
      const found = instrument ? withOwnWords(withPack(instrument, held.get(id)), own) : forms.get(id)
      return found ? [[id, found] as const] : []
    }),
  )
}

/** Could anyone have been asked it in this language: in the project's words, or in what this practice has, or once had? */
export async function wasAskedIn(
  tx: PracticeTx,
  instrument: Instrument,
  language: Language,
): Promise<boolean> {
  if (isWorded(instrument, language)) return true
  const here = (await wordedHere(tx, [instrument.id], 'read')).get(instrument.id)
  return here !== undefined && isWorded(here, language)
}

/** The newest words of each instrument in each language; to ask, taken back or not. */
async function ownWordings(
  tx: PracticeTx,
  ids: readonly string[],
  to: 'ask' | 'read',
): Promise<OwnWording[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('own_wording')
    .select(['instrument_id', 'instrument_version', 'language', 'wording'])
    .distinctOn(['instrument_id', 'language'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('instrument_id', 'in', ids)
    .$if(to === 'read', (of) => of.where('wording', 'is not', null))
    .orderBy('instrument_id')
    .orderBy('language')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    instrumentId: row.instrument_id,
    instrumentVersion: row.instrument_version,
    language: row.language,
    wording: row.wording,
  }))
}

export interface OwnHere extends OwnWording {
  readonly licence: string
  /** Who loaded it, and when. */
  readonly by: string
  readonly at: Instant
}

/** The newest words of everything this practice ever loaded, with whose word it is that it may. */
export async function ownWordingsHere(tx: PracticeTx): Promise<OwnHere[]> {
  const rows = await tx
    .selectFrom('own_wording as own')
    .innerJoin('member', (on) =>
      on.onRef('member.practice_id', '=', 'own.practice_id').onRef('member.id', '=', 'own.added_by'),
    )
    .select(['own.instrument_id', 'own.instrument_version', 'own.language', 'own.wording'])
    .select(['own.licence', 'own.added_at', 'member.name'])
    .distinctOn(['own.instrument_id', 'own.language'])
    .where('own.practice_id', '=', tx.actor.practiceId)
    .orderBy('own.instrument_id')
    .orderBy('own.language')
    .orderBy('own.number', 'desc')
    .execute()
  return rows.map((row) => ({
    instrumentId: row.instrument_id,
    instrumentVersion: row.instrument_version,
    language: row.language,
    wording: row.wording,
    licence: row.licence,
    by: row.name,
    at: row.added_at.getTime(),
  }))
}
