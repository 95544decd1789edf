import type { Factor } from '../access/confirmation.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Json, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Choices } from './document.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    consent_opening: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      document_id: Fixed<string>
      document_version: Fixed<string>
      language: Fixed<'en' | 'es'>
      opened_at: Moment
      recorded_at: StampedByDatabase
    }
    consent_signature: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: FixedOrNone<string>
      opening_id: Fixed<string>
      document_id: Fixed<string>
      document_version: Fixed<string>
      language: Fixed<'en' | 'es'>
      shown: Fixed<string>
      document_hash: Fixed<string>
      choices: Json<Choices>
      printed_name: Fixed<string>
      meaning: Fixed<string>
      signed_at: Moment
      signed_by: Fixed<string>
      confirmation_id: Fixed<string>
      factor: FixedOrNone<Factor>
      seal: FixedOrNone<string>
      recorded_at: StampedByDatabase
    }
    consent_withdrawal: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      signature_id: Fixed<string>
      part: Fixed<string>
      withdrawn_at: Moment
      withdrawn_by: Fixed<string>
      recorded_at: StampedByDatabase
    }
    consent_rehearsal: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      signature_id: Fixed<string>
      rehearsed_with: Fixed<string>
      rehearsed_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

interface Opening {
  readonly id: string
  readonly personId: string
  readonly documentId: string
  readonly documentVersion: string
  readonly language: 'en' | 'es'
  readonly openedAt: Instant
}

export async function addOpening(tx: WriteTx, opening: Opening): Promise<void> {
  await tx
    .insertInto('consent_opening')
    .values({
      practice_id: tx.actor.practiceId,
      id: opening.id,
      person_id: opening.personId,
      document_id: opening.documentId,
      document_version: opening.documentVersion,
      language: opening.language,
      opened_at: isoOf(opening.openedAt),
    })
    .execute()
}

export interface NewSignature {
  readonly id: string
  readonly personId: string
  readonly openingId: string
  readonly documentId: string
  readonly documentVersion: string
  readonly language: 'en' | 'es'
  readonly shown: string
  readonly documentHash: string
  readonly choices: Choices
  readonly printedName: string
  readonly meaning: string
  readonly signedAt: Instant
  readonly signedBy: string
  readonly confirmationId: string
  readonly factor: Factor
  readonly seal: string
}

export async function addSignature(tx: WriteTx, signature: NewSignature): Promise<void> {
  await tx
    .insertInto('consent_signature')
    .values((of) => ({
      practice_id: tx.actor.practiceId,
      id: signature.id,
      person_id: signature.personId,
      course_id: of
        .selectFrom('course')
        .select('course.id')
        .where('course.person_id', '=', signature.personId)
        .where('course.ended_at', 'is', null)
        .orderBy('course.begun_at', 'desc')
        .limit(1),
      opening_id: signature.openingId,
      document_id: signature.documentId,
      document_version: signature.documentVersion,
      language: signature.language,
      shown: signature.shown,
      document_hash: signature.documentHash,
      choices: JSON.stringify(signature.choices),
      printed_name: signature.printedName,
      meaning: signature.meaning,
      signed_at: isoOf(signature.signedAt),
      signed_by: signature.signedBy,
      confirmation_id: signature.confirmationId,
      factor: signature.factor,
      seal: signature.seal,
    }))
    .execute()
}

interface NewWithdrawal {
  readonly id: string
  readonly personId: string
  readonly signatureId: string
  readonly part: string
  readonly withdrawnAt: Instant
  readonly withdrawnBy: string
}

export async function addWithdrawal(tx: WriteTx, withdrawal: NewWithdrawal): Promise<void> {
  await tx
    .insertInto('consent_withdrawal')
    .values({
      practice_id: tx.actor.practiceId,
      id: withdrawal.id,
      person_id: withdrawal.personId,
      signature_id: withdrawal.signatureId,
      part: withdrawal.part,
      withdrawn_at: isoOf(withdrawal.withdrawnAt),
      withdrawn_by: withdrawal.withdrawnBy,
    })
    .execute()
}

interface NewRehearsal {
  readonly id: string
  readonly personId: string
  readonly signatureId: string
  readonly rehearsedWith: string
  readonly rehearsedAt: Instant
}

export async function addRehearsal(tx: WriteTx, rehearsal: NewRehearsal): Promise<void> {
  await tx
    .insertInto('consent_rehearsal')
    .values({
      practice_id: tx.actor.practiceId,
      id: rehearsal.id,
      person_id: rehearsal.personId,
      signature_id: rehearsal.signatureId,
      rehearsed_with: rehearsal.rehearsedWith,
      rehearsed_at: isoOf(rehearsal.rehearsedAt),
    })
    .execute()
}
