import type { Instrument } from '../instrument/instrument.ts'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { DangerAnswers } from './form.ts'
import type { KeptForm } from './kept.ts'
import type { Language } from './questionnaire.ts'

/** The name a practice's own form goes by among the instruments. */
export const isOwnForm = (id: string): boolean => id.startsWith('own-')

/** The newest of every form that this practice has and has not taken back; of these, or of all. */
export async function ownFormsHere(
  tx: PracticeTx,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, Instrument>> {
  const wanted = ids?.filter(isOwnForm)
  if (wanted?.length === 0) return new Map()
  const rows = await tx
    .selectFrom('own_form')
    .select(['form_id', 'definition'])
    .distinctOn('form_id')
    .where('practice_id', '=', tx.actor.practiceId)
    .$if(wanted !== undefined, (of) => of.where('form_id', 'in', wanted ?? []))
    .orderBy('form_id')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.flatMap(({ form_id: id, definition }) => (definition ? [[id, definition]] : [])))
}

/** One form as it was in this version; where none is named, as it is now or last was. */
export async function ownFormAt(
  tx: PracticeTx,
  id: string,
  version?: string,
): Promise<Instrument | undefined> {
  if (!isOwnForm(id)) return undefined
  const row = await tx
    .selectFrom('own_form')
    .select('definition')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('form_id', '=', id)
    .where('definition', 'is not', null)
    .$if(version !== undefined, (of) => of.where('version', '=', Number(version)))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.definition ?? undefined
}

/** Since when a form is asked no more; null while it is. */
export async function takenBackAt(tx: PracticeTx, id: string): Promise<Instant | null> {
  if (!isOwnForm(id)) return null
  const newest = await tx
    .selectFrom('own_form')
    .select(['added_at', 'version'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('form_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.version === null ? newest.added_at.getTime() : null
}

/** Every version of these forms, with the file as it came. */
export async function ownFormFiles(tx: PracticeTx, ids: readonly string[]): Promise<KeptForm[]> {
  const wanted = [...new Set(ids.filter(isOwnForm))]
  if (wanted.length === 0) return []
  const rows = await tx
    .selectFrom('own_form')
    .select(['form_id', 'version', 'definition', 'original'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('form_id', 'in', wanted)
    .orderBy('form_id')
    .orderBy('version')
    .execute()
  return rows.flatMap(({ form_id: formId, version, definition, original }) =>
    version !== null && definition && original !== null ? [{ formId, version, definition, original }] : [],
  )
}

export interface OwnFormRow {
  readonly formId: string
  readonly version: number | null
  readonly language: Language | null
  readonly definition: Instrument | null
  readonly danger: readonly DangerAnswers[]
  readonly licence: string
  readonly by: string
  readonly at: Instant
}

/** Everything this practice ever brought or took back, oldest first. */
export async function ownFormRows(tx: PracticeTx): Promise<OwnFormRow[]> {
  const rows = await tx
    .selectFrom('own_form as own')
    .innerJoin('member', (on) =>
      on.onRef('member.practice_id', '=', 'own.practice_id').onRef('member.id', '=', 'own.added_by'),
    )
    .select(['own.form_id', 'own.version', 'own.language', 'own.definition', 'own.danger', 'own.licence'])
    .select(['own.added_at', 'member.name'])
    .where('own.practice_id', '=', tx.actor.practiceId)
    .orderBy('own.number')
    .execute()
  return rows.map((row) => ({
    formId: row.form_id,
    version: row.version,
    language: row.language,
    definition: row.definition,
    danger: row.danger,
    licence: row.licence,
    by: row.name,
    at: row.added_at.getTime(),
  }))
}

/** What stands now under this name, to be compared with what comes. */
export const newestOwnForm = (tx: PracticeTx, formId: string) =>
  tx
    .selectFrom('own_form')
    .select(['original', 'version', 'danger', 'language', 'licence', 'definition'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('form_id', '=', formId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function lastVersionOf(tx: PracticeTx, formId: string): Promise<number> {
  const row = await tx
    .selectFrom('own_form')
    .select((of) => of.fn.max('version').as('last'))
    .where('practice_id', '=', tx.actor.practiceId)
    .where('form_id', '=', formId)
    .executeTakeFirst()
  return row?.last ?? 0
}
