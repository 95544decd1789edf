import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, Json, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { OwnSigned } from './own.ts'
import type { Protocol } from './protocol.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    own_protocol: {
      practice_id: Fixed<string>
      id: Fixed<string>
      line_id: Fixed<string>
      edition: Fixed<number>
      protocol_id: Fixed<string>
      from_version: Fixed<string>
      version: Fixed<string>
      document: Json<Protocol>
      reason: Fixed<string>
      document_hash: Fixed<string>
      confirmation_id: Fixed<string>
      signed_by: Fixed<string>
      signed_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
    own_protocol_end: {
      practice_id: Fixed<string>
      id: Fixed<string>
      line_id: Fixed<string>
      reason: Fixed<string>
      document_hash: Fixed<string>
      confirmation_id: Fixed<string>
      signed_by: Fixed<string>
      signed_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

export interface Hand {
  readonly documentHash: string
  readonly confirmationId: string
  readonly signedBy: string
  readonly signedAt: Instant
}

const signed = ({ documentHash, confirmationId, signedBy, signedAt }: Hand) => ({
  document_hash: documentHash,
  confirmation_id: confirmationId,
  signed_by: signedBy,
  signed_at: isoOf(signedAt),
})

/** Whether it was added: not where somebody else signed this edition of it meanwhile. */
export async function addOwnEdition(tx: WriteTx, own: OwnSigned & Hand): Promise<boolean> {
  const added = await tx
    .insertInto('own_protocol')
    .values({
      practice_id: tx.actor.practiceId,
      id: own.id,
      line_id: own.lineId,
      edition: own.edition,
      protocol_id: own.protocol.id,
      from_version: own.fromVersion,
      version: own.protocol.version,
      document: JSON.stringify(own.protocol),
      reason: own.reason,
      ...signed(own),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Whether it ended now, and not before. */
export async function endOwnLine(
  tx: WriteTx,
  end: Pick<OwnSigned, 'id' | 'lineId' | 'reason'> & Hand,
): Promise<boolean> {
  const added = await tx
    .insertInto('own_protocol_end')
    .values({
      practice_id: tx.actor.practiceId,
      id: end.id,
      line_id: end.lineId,
      reason: end.reason,
      ...signed(end),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}
