import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Choices } from './document.ts'

export interface SavedPlace {
  readonly page: number
  readonly choices: Pick<Choices, 'touch' | 'recording'>
}

/** Where this person stopped, in this version of the text and since they last signed; theirs alone to see. */
export async function placeOf(
  tx: PracticeTx,
  about: { readonly personId: string; readonly documentVersion: string; readonly since: Instant | null },
): Promise<SavedPlace | null> {
  const row = await tx
    .selectFrom('consent_place')
    .select(['page', 'choices', 'saved_at'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', about.personId)
    .where('document_version', '=', about.documentVersion)
    .executeTakeFirst()
  if (!row || (about.since !== null && row.saved_at.getTime() <= about.since)) return null
  return { page: row.page, choices: row.choices }
}
