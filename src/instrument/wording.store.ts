import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Wording } from './instrument.ts'
import type { Language } from './response.ts'
import type { OwnWording } from './ownWords.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    own_wording: {
      practice_id: Fixed<string>
      id: Fixed<string>
      instrument_id: Fixed<string>
      instrument_version: Fixed<string>
      language: Fixed<Language>
      wording: ColumnType<Wording | null, string | null, never>
      licence: Fixed<string>
      number: Numbered
      added_by: Fixed<string>
      added_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

export interface NewOwnWording extends OwnWording {
  readonly id: string
  readonly licence: string
  readonly addedBy: string
  readonly addedAt: Instant
}

/** The newest holds; one without words takes the others back. */
export async function addOwnWording(tx: WriteTx, own: NewOwnWording): Promise<void> {
  await tx
    .insertInto('own_wording')
    .values({
      practice_id: tx.actor.practiceId,
      id: own.id,
      instrument_id: own.instrumentId,
      instrument_version: own.instrumentVersion,
      language: own.language,
      wording: own.wording === null ? null : JSON.stringify(own.wording),
      licence: own.licence,
      added_by: own.addedBy,
      added_at: isoOf(own.addedAt),
    })
    .execute()
}
