import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Language } from './response.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    pack_acceptance: {
      practice_id: Fixed<string>
      id: Fixed<string>
      instrument_id: Fixed<string>
      edition: Fixed<string>
      language: Fixed<Language>
      words: Fixed<string>
      accepted: Fixed<boolean>
      number: Numbered
      decided_by: Fixed<string>
      decided_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

export interface NewPackDecision {
  readonly id: string
  readonly instrumentId: string
  readonly edition: string
  readonly language: Language
  /** The condition as it was read; where it is taken back, why. */
  readonly words: string
  readonly accepted: boolean
  readonly decidedBy: string
  readonly decidedAt: Instant
}

export async function addPackDecision(tx: WriteTx, decision: NewPackDecision): Promise<void> {
  await tx
    .insertInto('pack_acceptance')
    .values({
      practice_id: tx.actor.practiceId,
      id: decision.id,
      instrument_id: decision.instrumentId,
      edition: decision.edition,
      language: decision.language,
      words: decision.words,
      accepted: decision.accepted,
      decided_by: decision.decidedBy,
      decided_at: isoOf(decision.decidedAt),
    })
    .execute()
}
