import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Choices } from './document.ts'
import type { Signature, Withdrawal } from './state.ts'
import type { StoredSignature } from './verify.ts'

export interface FullSignature extends StoredSignature, Signature {
  readonly choices: Choices
}

/** Newest first. */
export async function signaturesOf(tx: PracticeTx, personId: string): Promise<FullSignature[]> {
  const rows = await tx
    .selectFrom('consent_signature')
    .selectAll()
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .orderBy('signed_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    documentId: row.document_id,
    documentVersion: row.document_version,
    language: row.language,
    shown: row.shown,
    documentHash: row.document_hash,
    choices: row.choices,
    printedName: row.printed_name,
    meaning: row.meaning,
    signedAt: row.signed_at.getTime(),
  }))
}

export async function withdrawalsOf(tx: PracticeTx, personId: string): Promise<Withdrawal[]> {
  const rows = await tx
    .selectFrom('consent_withdrawal')
    .select(['part', 'withdrawn_at'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .orderBy('withdrawn_at', 'desc')
    .execute()
  return rows.map((row) => ({ part: row.part, withdrawnAt: row.withdrawn_at.getTime() }))
}

export interface Opening {
  readonly documentVersion: string
  readonly language: 'en' | 'es'
  readonly openedAt: Instant
}

export async function openingById(
  tx: PracticeTx,
  { personId, openingId }: { personId: string; openingId: string },
): Promise<Opening | undefined> {
  const row = await tx
    .selectFrom('consent_opening')
    .select(['document_version', 'language', 'opened_at'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .where('id', '=', openingId)
    .executeTakeFirst()
  return (
    row && {
      documentVersion: row.document_version,
      language: row.language,
      openedAt: row.opened_at.getTime(),
    }
  )
}
