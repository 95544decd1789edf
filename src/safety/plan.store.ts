import { isoOf, type Instant } from '../kernel/instant.ts'
import type {
  Fixed,
  FixedOrNone,
  Moment,
  MomentOrNone,
  Numbered,
  StampedByDatabase,
} from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Doubt } from '../journey/facts.ts'
import type { PlanWords } from './plan.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    safety_plan_change: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      warning_signs: Fixed<string>
      on_my_own: Fixed<string>
      people_and_places: Fixed<string>
      people_to_ask: Fixed<string>
      professionals: Fixed<string>
      surroundings: Fixed<string>
      written_by: Fixed<string>
      written_at: Moment
      arrived_at: MomentOrNone
      doubt: FixedOrNone<Doubt>
      number: Numbered
      recorded_at: StampedByDatabase
    }
  }
}

export interface NewPlanChange extends PlanWords {
  readonly id: string
  readonly personId: string
  readonly writtenBy: string
  readonly writtenAt: Instant
  /** Where it waited on a device: when it came here. */
  readonly arrivedAt: Instant | null
  readonly doubt: Doubt | null
}

export async function addPlanChange(tx: WriteTx, change: NewPlanChange): Promise<void> {
  await tx
    .insertInto('safety_plan_change')
    .values({
      practice_id: tx.actor.practiceId,
      id: change.id,
      person_id: change.personId,
      warning_signs: change.warningSigns,
      on_my_own: change.onMyOwn,
      people_and_places: change.peopleAndPlaces,
      people_to_ask: change.peopleToAsk,
      professionals: change.professionals,
      surroundings: change.surroundings,
      written_by: change.writtenBy,
      written_at: isoOf(change.writtenAt),
      arrived_at: change.arrivedAt === null ? null : isoOf(change.arrivedAt),
      doubt: change.doubt,
    })
    .execute()
}
