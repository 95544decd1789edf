import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Choices } from './document.ts'

type Chosen = Pick<Choices, 'touch' | 'recording'>

declare module '../platform/db/schema.ts' {
  interface Schema {
    consent_place: {
      practice_id: Fixed<string>
      person_id: Fixed<string>
      document_version: ColumnType<string, string, string>
      page: ColumnType<number, number, number>
      choices: ColumnType<Chosen, string, string>
      saved_at: ColumnType<Date, string, string>
    }
  }
  interface Changeable {
    consent_place: true
  }
}

export interface Place {
  readonly personId: string
  readonly documentVersion: string
  readonly page: number
  readonly choices: Chosen
}

/** The newest holds: it is a bookmark, and no fact. */
export async function savePlace(tx: WriteTx, place: Place, savedAt: Instant): Promise<void> {
  const { touch, recording } = place.choices
  const changing = {
    document_version: place.documentVersion,
    page: place.page,
    choices: JSON.stringify({ touch, recording }),
    saved_at: isoOf(savedAt),
  }
  await tx
    .insertInto('consent_place')
    .values({ ...changing, practice_id: tx.actor.practiceId, person_id: place.personId })
    .onConflict((conflict) => conflict.columns(['practice_id', 'person_id']).doUpdateSet(changing))
    .execute()
}
