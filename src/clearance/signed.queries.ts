import type { Selectable } from 'kysely'
import { isWholeIn } from '../access/signed.content.ts'
import type { Stored } from '../access/signed.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { clearanceSpelled, overrideSpelled } from './signing.ts'

type ClearanceRow = Selectable<Schema['clearance']>
type OverrideRow = Selectable<Schema['finding_override']>

/** A clearance that says what was signed, by whom, for whom and when. */
export function isClearanceWhole(tx: PracticeTx, row: ClearanceRow): boolean {
  const seen = row.findings.map(({ rule, because }) => ({ rule, because }))
  const wish = {
    decision: row.decision,
    reason: row.reason,
    conditions: row.conditions,
    validUntil: row.valid_until?.getTime() ?? null,
    acknowledged: row.acknowledged,
  }
  const signature = storedIn(row, { by: row.decided_by, at: row.decided_at })
  return isWholeIn(tx, signature, clearanceSpelled({ personId: row.person_id, id: row.id, seen }, wish))
}

export function isOverrideWhole(tx: PracticeTx, row: OverrideRow): boolean {
  const seen = [{ rule: row.rule, because: row.seen }]
  const wish = {
    rule: row.rule,
    reason: row.reason,
    riskAndBenefit: row.risk_and_benefit,
    mitigation: row.mitigation,
    expiresAt: row.expires_at.getTime(),
  }
  const signature = storedIn(row, { by: row.written_by, at: row.written_at })
  return isWholeIn(tx, signature, overrideSpelled({ personId: row.person_id, id: row.id, seen }, wish))
}

/** Every clearance and every written decision of this practice. */
export async function clearancesHere(tx: PracticeTx) {
  const here = tx.actor.practiceId
  const clearances = await tx.selectFrom('clearance').selectAll().where('practice_id', '=', here).execute()
  const overrides = await tx
    .selectFrom('finding_override')
    .selectAll()
    .where('practice_id', '=', here)
    .execute()
  return [
    ...clearances.map((row) => ({
      kind: 'clearance' as const,
      id: row.id,
      personId: row.person_id,
      isBroken: !isClearanceWhole(tx, row),
    })),
    ...overrides.map((row) => ({
      kind: 'override' as const,
      id: row.id,
      personId: row.person_id,
      isBroken: !isOverrideWhole(tx, row),
    })),
  ]
}

type Signed = Pick<
  ClearanceRow,
  'id' | 'practice_id' | 'person_id' | 'document_hash' | 'confirmation_id' | 'factor' | 'seal'
>

const storedIn = (row: Signed, { by, at }: { readonly by: string; readonly at: Date }): Stored => ({
  id: row.id,
  practiceId: row.practice_id,
  personId: row.person_id,
  documentHash: row.document_hash.toString('hex'),
  signedAt: at.getTime(),
  signedBy: by,
  confirmationId: row.confirmation_id,
  factor: row.factor,
  seal: row.seal,
})
