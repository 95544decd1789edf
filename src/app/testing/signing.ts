import { randomUUID } from 'node:crypto'
import { instant } from '../../kernel/instant.ts'
import { clearanceDocument } from '../../clearance/signing.ts'
import { orderText } from '../../medication/document.ts'
import type { OrderWritten } from '../../medication/order.ts'
import type { Decision } from '../../clearance/clearance.ts'
import { digest } from '../../platform/crypto/digest.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * What the owner of a database puts there as signed before there were seals: its hash is of what it says. With a seal it can only be
 * made by signing, because a database has no key.
 */
export function orderRow(row: Row): Row {
  const written = {
    product: row['product'],
    form: row['form'],
    route: row['route'],
    labelMg: Number(row['label_mg']),
    labelSalt: row['label_salt'],
    weightKg: row['weight_kg'] === null || row['weight_kg'] === undefined ? null : Number(row['weight_kg']),
    overMinutes: row['over_minutes'] ?? null,
    doses: row['doses'],
    validUntil: instant(String(row['valid_until'])),
    rangeReason: row['range_reason'] ?? null,
    supersedes: row['supersedes'] ?? null,
  } as OrderWritten
  return { ...row, document_hash: hex(orderText(String(row['course_id']), written, 'unsealed')) }
}

export function clearanceRow(personId: string, row: Row): Row {
  const id = String(row['id'] ?? randomUUID())
  const findings = JSON.parse(String(row['findings'])) as { rule: string; because: string[] }[]
  const seen = findings.map(({ rule, because }) => ({ rule, because }))
  const until = row['valid_until']
  const wish = {
    decision: row['decision'] as Decision,
    reason: String(row['reason']),
    conditions: (row['conditions'] ?? null) as string | null,
    validUntil: until === null || until === undefined ? null : instant(String(until)),
    acknowledged: row['acknowledged'] as string[],
  }
  const text = clearanceDocument({ id, personId, language: 'en', seen }, wish, 1)
  return { ...row, id, document_hash: digest(text) }
}

const hex = (text: string): string => digest(text).toString('hex')

/** In SQL, each signature of the person `$2`, as the server names it once it has looked at it with the key. */
export const allSigned = `(select coalesce(jsonb_agg(jsonb_build_object('id', id, 'seal', seal)), '[]') from (
  select id, seal from dose_order where person_id = $2 union all select id, seal from dose_order_second where person_id = $2
  union all select id, seal from clearance where person_id = $2
  union all select id, seal from consent_signature where person_id = $2) signed)`

/** What an evaluation has to name as met, because no function of the database finds it. */
export const foundByCode = JSON.stringify(
  ['findings', 'standing', 'medicines', 'pregnancy'].map((id) => ({ id, state: 'met' })),
)
