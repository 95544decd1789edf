import { sql, type ColumnType } from 'kysely'
import type { Fixed, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Seal } from './seal.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    audit_seal: {
      practice_id: Fixed<string>
      position: Fixed<string>
      event_id: Fixed<string>
      hash: Fixed<Buffer>
      sealed_at: StampedByDatabase
    }
    audit_horizon: { sealed_below: ColumnType<string, never, string> }
  }
  interface Changeable {
    audit_horizon: true
  }
}

/** In lists, so that the statement is the same however many there are. */
export async function addSeals(tx: WriteTx, practiceId: string, seals: readonly Seal[]): Promise<void> {
  const listed = sql`select ${practiceId}::uuid, position, event_id, decode(hash, 'hex')
    from unnest(${seals.map(({ position }) => position)}::bigint[], ${seals.map(({ eventId }) => eventId)}::bigint[],
      ${seals.map(({ hash }) => hash)}::text[]) as made (position, event_id, hash)`
  await tx
    .insertInto('audit_seal')
    .columns(['practice_id', 'position', 'event_id', 'hash'])
    .expression(listed)
    .execute()
}

export async function moveHorizon(tx: WriteTx, sealedBelow: string): Promise<void> {
  await tx
    .updateTable('audit_horizon')
    .set({ sealed_below: sql<string>`${sealedBelow}::xid8` })
    .execute()
}
