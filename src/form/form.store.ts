import { sql } from 'kysely'
import type { Instrument } from '../instrument/instrument.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { DangerAnswers } from './form.ts'
import type { Language } from './questionnaire.ts'
import type { ColumnType } from 'kysely'

declare module '../platform/db/schema.ts' {
  interface Schema {
    own_form: {
      practice_id: Fixed<string>
      id: Fixed<string>
      form_id: Fixed<string>
      version: FixedOrNone<number>
      language: FixedOrNone<Language>
      original: FixedOrNone<string>
      definition: ColumnType<Instrument | null, string | null, never>
      danger: ColumnType<readonly DangerAnswers[], string, never>
      licence: Fixed<string>
      number: Numbered
      added_by: Fixed<string>
      added_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

/** One import of a form at a time, so that two of them do not make the same version. */
export const holdForm = (tx: WriteTx, formId: string) =>
  tx
    .selectNoFrom(
      sql`pg_advisory_xact_lock(hashtextextended(${`${tx.actor.practiceId} ${formId}`}, 0))`.as('held'),
    )
    .execute()

export interface NewOwnForm {
  readonly id: string
  readonly formId: string
  /** Nothing where the form is taken back. */
  readonly kept: {
    readonly version: number
    readonly language: Language
    readonly original: string
    readonly definition: Instrument
  } | null
  readonly danger: readonly DangerAnswers[]
  readonly licence: string
  readonly addedBy: string
  readonly addedAt: Instant
}

export async function addOwnForm(tx: WriteTx, form: NewOwnForm): Promise<void> {
  const { kept } = form
  await tx
    .insertInto('own_form')
    .values({
      practice_id: tx.actor.practiceId,
      id: form.id,
      form_id: form.formId,
      version: kept?.version ?? null,
      language: kept?.language ?? null,
      original: kept?.original ?? null,
      definition: kept ? JSON.stringify(kept.definition) : null,
      danger: JSON.stringify(form.danger),
      licence: form.licence,
      added_by: form.addedBy,
      added_at: isoOf(form.addedAt),
    })
    .execute()
}
