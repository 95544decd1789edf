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

/** PostgreSQL takes at most 65,535 parameters a statement; four a seal stay far below with this many. */
const batch = 5_000

export async function addSeals(tx: WriteTx, practiceId: string, seals: readonly Seal[]): Promise<void> {
  for (let from = 0; from < seals.length; from += batch)
    await tx
      .insertInto('audit_seal')
      .values(
        seals.slice(from, from + batch).map(({ position, eventId, hash }) => ({
          practice_id: practiceId,
          position: String(position),
          event_id: eventId,
          hash: Buffer.from(hash, 'hex'),
        })),
      )
      .execute()
}

export async function moveHorizon(tx: WriteTx, sealedBelow: string): Promise<void> {
  await tx
    .updateTable('audit_horizon')
    .set({ sealed_below: sql<string>`${sealedBelow}::xid8` })
    .execute()
}
