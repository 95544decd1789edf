import type { Factor } from '../access/confirmation.ts'
import { sealIn } from '../access/signed.content.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { PaperEnd, PaperLanguage, PaperSaid, SignedAs } from './paper.ts'

interface OfPaper {
  practice_id: Fixed<string>
  id: Fixed<string>
  person_id: Fixed<string>
  recorded_at: StampedByDatabase
}

interface AttestedRow {
  document_hash: Fixed<string>
  attested_by: Fixed<string>
  attested_at: Moment
  confirmation_id: Fixed<string>
  factor: Fixed<Factor>
  seal: Fixed<string>
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    paper_consent: OfPaper &
      AttestedRow & {
        form_name: Fixed<string>
        form_version: FixedOrNone<string>
        signed_on: Fixed<string>
        signer_name: Fixed<string>
        signed_as: Fixed<SignedAs>
        language: Fixed<PaperLanguage>
        kept_where: Fixed<string>
      }
    paper_consent_second: OfPaper & AttestedRow & { paper_id: Fixed<string> }
    paper_consent_end: OfPaper & {
      paper_id: Fixed<string>
      how: Fixed<PaperEnd>
      reason: FixedOrNone<string>
      ended_by: Fixed<string>
      ended_at: Moment
    }
  }
}

export interface Attestation {
  readonly id: string
  readonly personId: string
  readonly documentHash: string
  readonly confirmationId: string
  readonly factor: Factor
  readonly by: string
  readonly at: Instant
}

const attested = (tx: WriteTx, { id, personId, by, at, ...signed }: Attestation) => ({
  practice_id: tx.actor.practiceId,
  id,
  person_id: personId,
  document_hash: signed.documentHash,
  attested_by: by,
  attested_at: isoOf(at),
  confirmation_id: signed.confirmationId,
  factor: signed.factor,
  seal: sealIn(tx, {
    id,
    personId,
    practiceId: tx.actor.practiceId,
    signedAt: at,
    signedBy: by,
    ...signed,
  }),
})

/** False where that id is another's. */
export async function addPaper(tx: WriteTx, said: PaperSaid, signed: Attestation): Promise<boolean> {
  const row = await tx
    .insertInto('paper_consent')
    .values({
      ...attested(tx, signed),
      form_name: said.formName,
      form_version: said.formVersion,
      signed_on: said.signedOn,
      signer_name: said.signerName,
      signed_as: said.signedAs,
      language: said.language,
      kept_where: said.keptWhere,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False where somebody was the second already. */
export async function addPaperSecond(tx: WriteTx, paperId: string, signed: Attestation): Promise<boolean> {
  const row = await tx
    .insertInto('paper_consent_second')
    .values({ ...attested(tx, signed), paper_id: paperId })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

interface Ended {
  readonly id: string
  readonly personId: string
  readonly paperId: string
  readonly how: PaperEnd
  readonly reason: string | null
  readonly by: string
  readonly at: Instant
}

export async function addPaperEnd(tx: WriteTx, ended: Ended): Promise<void> {
  await tx
    .insertInto('paper_consent_end')
    .values({
      practice_id: tx.actor.practiceId,
      id: ended.id,
      person_id: ended.personId,
      paper_id: ended.paperId,
      how: ended.how,
      reason: ended.reason,
      ended_by: ended.by,
      ended_at: isoOf(ended.at),
    })
    .execute()
}
