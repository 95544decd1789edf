import type { Instant } from '../kernel/instant.ts'
import type { Selectable } from 'kysely'
import type { Schema } from '../platform/db/schema.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { choicesOf, type Choices, type StopSignal } from './document.ts'
import { stopSignalOf } from '../preparation/preparation.queries.ts'
import type { Sealable } from '../access/signed.ts'
import type { Signature, Withdrawal } from './state.ts'
import type { StoredSignature } from './verify.ts'

export interface FullSignature extends StoredSignature, Signature, Sealable {
  /** As they are asked now; what was signed, to the letter, is in `shown`. */
  readonly chosen: Choices
}

/** Newest first. */
export async function signaturesOf(tx: PracticeTx, personId: string): Promise<FullSignature[]> {
  const rows = await signaturesQuery(tx)
    .where('person_id', '=', personId)
    .orderBy('signed_at', 'desc')
    .execute()
  return rows.map(signatureOf)
}

/** Everybody's in this practice. */
export const signaturesHere = async (tx: PracticeTx): Promise<(StoredSignature & Sealable)[]> =>
  (await signaturesQuery(tx).execute()).map(storedIn)

const signaturesQuery = (tx: PracticeTx) =>
  tx.selectFrom('consent_signature').selectAll().where('practice_id', '=', tx.actor.practiceId)

type Row = Selectable<Schema['consent_signature']>

const signatureOf = (row: Row): FullSignature => ({ ...storedIn(row), chosen: choicesOf(row.choices) })

const storedIn = (row: Row): StoredSignature & Sealable => ({
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
  practiceId: row.practice_id,
  signedBy: row.signed_by,
  confirmationId: row.confirmation_id,
  factor: row.factor,
  seal: row.seal,
})

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

export interface Rehearsed {
  readonly at: Instant
  readonly withName: string
}

/** When what was signed was last tried out together, and with whom. */
export async function rehearsalOf(tx: PracticeTx, signatureId: string): Promise<Rehearsed | null> {
  const row = await tx
    .selectFrom('consent_rehearsal as r')
    .leftJoin('member as m', (on) =>
      on.onRef('m.practice_id', '=', 'r.practice_id').onRef('m.id', '=', 'r.rehearsed_with'),
    )
    .select(['r.rehearsed_at', 'm.name'])
    .where('r.practice_id', '=', tx.actor.practiceId)
    .where('r.signature_id', '=', signatureId)
    .orderBy('r.rehearsed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { at: row.rehearsed_at.getTime(), withName: row.name ?? '' } : null
}

/** The words for stopping that were agreed on in the course under way, and which course that is. */
export async function stopInCourse(
  tx: PracticeTx,
  personId: string,
): Promise<{ courseId: string; stop: StopSignal | null } | null> {
  const course = await tx
    .selectFrom('course')
    .select('id')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('begun_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return course ? { courseId: course.id, stop: await stopSignalOf(tx, course.id) } : null
}
