import { sql } from 'kysely'
import type { Factor } from '../access/confirmation.ts'
import { sealIn } from '../access/signed.content.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { digest } from '../platform/crypto/digest.ts'
import type {
  Fixed,
  FixedOrNone,
  Json,
  Moment,
  MomentOrNone,
  Numbered,
  StampedByDatabase,
} from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Decision, OverrideWish, SeenFinding, Wish } from './clearance.ts'

interface Signature {
  document_hash: Fixed<Buffer>
  confirmation_id: Fixed<string>
  factor: Fixed<Factor>
  seal: FixedOrNone<string>
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    clearance: Signature & {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      decision: Fixed<Decision>
      reason: Fixed<string>
      conditions: FixedOrNone<string>
      valid_until: MomentOrNone
      acknowledged: Fixed<readonly string[]>
      findings: Json<readonly SeenFinding[]>
      rules_version: Fixed<string>
      decided_by: Fixed<string>
      decided_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
    finding_override: Signature & {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      rule: Fixed<string>
      reason: Fixed<string>
      risk_and_benefit: Fixed<string>
      mitigation: Fixed<string>
      seen: Json<readonly string[]>
      expires_at: Moment
      written_by: Fixed<string>
      written_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
    clearance_recall: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      clearance_id: Fixed<string>
      rules: Fixed<readonly string[]>
      recalled_at: Moment
      recorded_at: StampedByDatabase
    }
    promised_call: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      member_id: Fixed<string>
      due_by: Moment
      promised_by: Fixed<string>
      promised_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
  }
}

/** Who signed what, and how they proved that it was them. */
export interface Signing {
  readonly id: string
  readonly personId: string
  readonly by: string
  readonly at: Instant
  readonly document: string
  readonly confirmationId: string
  readonly factor: Factor
}

const signature = (tx: WriteTx, signing: Signing) => {
  const documentHash = digest(signing.document)
  return {
    document_hash: documentHash,
    confirmation_id: signing.confirmationId,
    factor: signing.factor,
    seal: sealIn(tx, {
      ...signing,
      documentHash: documentHash.toString('hex'),
      practiceId: tx.actor.practiceId,
      signedAt: signing.at,
      signedBy: signing.by,
    }),
  }
}

export async function addClearance(
  tx: WriteTx,
  decided: { readonly wish: Wish; readonly findings: readonly SeenFinding[]; readonly rulesVersion: string },
  signing: Signing,
): Promise<void> {
  const { wish } = decided
  await tx
    .insertInto('clearance')
    .values({
      ...signature(tx, signing),
      practice_id: tx.actor.practiceId,
      id: signing.id,
      person_id: signing.personId,
      decision: wish.decision,
      reason: wish.reason,
      conditions: wish.conditions,
      valid_until: wish.validUntil === null ? null : isoOf(wish.validUntil),
      acknowledged: wish.acknowledged,
      findings: JSON.stringify(decided.findings),
      rules_version: decided.rulesVersion,
      decided_by: signing.by,
      decided_at: isoOf(signing.at),
    })
    .execute()
}

export async function addOverride(
  tx: WriteTx,
  { wish, seen }: { readonly wish: OverrideWish; readonly seen: readonly string[] },
  signing: Signing,
): Promise<void> {
  await tx
    .insertInto('finding_override')
    .values({
      ...signature(tx, signing),
      practice_id: tx.actor.practiceId,
      id: signing.id,
      person_id: signing.personId,
      rule: wish.rule,
      reason: wish.reason,
      risk_and_benefit: wish.riskAndBenefit,
      mitigation: wish.mitigation,
      seen: JSON.stringify(seen),
      expires_at: isoOf(wish.expiresAt),
      written_by: signing.by,
      written_at: isoOf(signing.at),
    })
    .execute()
}

interface NewRecall {
  readonly id: string
  readonly personId: string
  readonly clearanceId: string
  readonly rules: readonly string[]
  readonly at: Instant
}

/** A clearance is recalled once: by someone who works here, or by what its client tells now. */
export async function addRecall(tx: WriteTx, recall: NewRecall): Promise<void> {
  if (tx.actor.personId !== null) return addOwnRecall(tx, recall)
  await tx
    .insertInto('clearance_recall')
    .values({
      practice_id: tx.actor.practiceId,
      id: recall.id,
      person_id: recall.personId,
      clearance_id: recall.clearanceId,
      rules: recall.rules,
      recalled_at: isoOf(recall.at),
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'clearance_id']).doNothing())
    .execute()
}

async function addOwnRecall(tx: WriteTx, { id, clearanceId, rules, at }: NewRecall): Promise<void> {
  const when = isoOf(at)
  await tx
    .selectNoFrom(
      sql<boolean>`recall_by_telling(${id}::uuid, ${clearanceId}::uuid, ${rules}::text[], ${when}::timestamptz)`.as(
        'recalled',
      ),
    )
    .execute()
}

export async function addPromisedCall(
  tx: WriteTx,
  call: {
    readonly id: string
    readonly personId: string
    readonly memberId: string
    readonly dueBy: Instant
    readonly by: string
    readonly at: Instant
  },
): Promise<void> {
  await tx
    .insertInto('promised_call')
    .values({
      practice_id: tx.actor.practiceId,
      id: call.id,
      person_id: call.personId,
      member_id: call.memberId,
      due_by: isoOf(call.dueBy),
      promised_by: call.by,
      promised_at: isoOf(call.at),
    })
    .execute()
}
