import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, Json, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Wanted } from './own.ts'

interface Signature {
  document_hash: Fixed<string>
  confirmation_id: Fixed<string>
  signed_by: Fixed<string>
  signed_at: Moment
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    rule_proposal: Signature & {
      practice_id: Fixed<string>
      id: Fixed<string>
      rules: Json<readonly Wanted[]>
      rules_version: Fixed<string>
      reason: Fixed<string>
      /** Said by the database. */
      alone: ColumnType<boolean, never, never>
      number: Numbered
      recorded_at: StampedByDatabase
    }
    rule_proposal_second: Signature & {
      practice_id: Fixed<string>
      id: Fixed<string>
      proposal_id: Fixed<string>
      recorded_at: StampedByDatabase
    }
    rule_proposal_withdrawal: {
      practice_id: Fixed<string>
      id: Fixed<string>
      proposal_id: Fixed<string>
      withdrawn_by: Fixed<string>
      withdrawn_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

/** Who signed what, and when by the care clock. */
export interface SignedRules {
  readonly by: string
  readonly at: Instant
  readonly documentHash: string
  readonly confirmationId: string
}

const signature = ({ by, at, documentHash, confirmationId }: SignedRules) => ({
  document_hash: documentHash,
  confirmation_id: confirmationId,
  signed_by: by,
  signed_at: isoOf(at),
})

interface NewProposal {
  readonly id: string
  readonly rules: readonly Wanted[]
  readonly rulesVersion: string
  readonly reason: string
}

/** False where the id is taken. */
export async function addProposal(tx: WriteTx, proposal: NewProposal, signed: SignedRules): Promise<boolean> {
  const added = await tx
    .insertInto('rule_proposal')
    .values({
      ...signature(signed),
      practice_id: tx.actor.practiceId,
      id: proposal.id,
      rules: JSON.stringify(proposal.rules),
      rules_version: proposal.rulesVersion,
      reason: proposal.reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

interface OfProposal {
  readonly id: string
  readonly proposalId: string
}

export async function addSecond(
  tx: WriteTx,
  { id, proposalId }: OfProposal,
  signed: SignedRules,
): Promise<void> {
  await tx
    .insertInto('rule_proposal_second')
    .values({ ...signature(signed), practice_id: tx.actor.practiceId, id, proposal_id: proposalId })
    .execute()
}

export async function addWithdrawal(
  tx: WriteTx,
  { id, proposalId }: OfProposal,
  { by, at }: Pick<SignedRules, 'by' | 'at'>,
): Promise<void> {
  await tx
    .insertInto('rule_proposal_withdrawal')
    .values({
      practice_id: tx.actor.practiceId,
      id,
      proposal_id: proposalId,
      withdrawn_by: by,
      withdrawn_at: isoOf(at),
    })
    .execute()
}
