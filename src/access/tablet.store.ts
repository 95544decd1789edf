import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    tablet_pass: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      instrument_id: Fixed<string>
      code_mark: Fixed<Buffer>
      made_by: Fixed<string>
      made_at: Moment
      expires_at: Moment
      taken_at: FixedOrNone<Date>
      seen_at: FixedOrNone<Date>
      ended_at: FixedOrNone<Date>
      ended_why: FixedOrNone<'sent' | 'left' | 'withdrawn'>
      recorded_at: StampedByDatabase
    }
  }
}

export interface NewPass {
  readonly id: string
  readonly personId: string
  readonly instrumentId: string
  readonly codeMark: Buffer
  readonly madeBy: string
  readonly madeAt: Instant
  readonly expiresAt: Instant
}

export async function addPass(tx: WriteTx, pass: NewPass): Promise<void> {
  await tx
    .insertInto('tablet_pass')
    .values({
      practice_id: tx.actor.practiceId,
      id: pass.id,
      person_id: pass.personId,
      instrument_id: pass.instrumentId,
      code_mark: pass.codeMark,
      made_by: pass.madeBy,
      made_at: isoOf(pass.madeAt),
      expires_at: isoOf(pass.expiresAt),
    })
    .execute()
}

interface Taking {
  readonly codeMark: Buffer
  readonly tokenHash: Buffer
  /** Of whoever is signed in to this browser: they are so no longer. */
  readonly held: Buffer | null
  readonly at: Instant
}

/** Once, by one tablet. Nothing: there is no such code, or it was taken, withdrawn, or is over. */
export const takePass = (tx: WriteTx, { codeMark, tokenHash, held, at }: Taking) =>
  tx
    .selectFrom((of) =>
      of
        .fn<{ pass_id: string; practice_id: string }>('take_tablet', [
          of.val(codeMark),
          of.val(tokenHash),
          of.val(held),
          of.val(isoOf(at)),
        ])
        .as('taken'),
    )
    .selectAll()
    .executeTakeFirst()

/** True the first time. */
export async function endPass(
  tx: WriteTx,
  { id, why, at }: { readonly id: string; readonly why: 'sent' | 'left' | 'withdrawn'; readonly at: Instant },
): Promise<boolean> {
  const row = await tx
    .selectNoFrom((of) =>
      of.fn<boolean>('end_tablet', [of.val(id), of.val(why), of.val(isoOf(at))]).as('ended'),
    )
    .executeTakeFirstOrThrow()
  return row.ended
}
