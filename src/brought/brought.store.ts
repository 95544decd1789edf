import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Salt } from '../medication/order.ts'
import type { DecimalOrNone, Fixed, FixedOrNone, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Product } from '../protocol/protocol.ts'
import { baseMgKnown, type BroughtRoute, type BroughtSaid, type Source, type Tolerated } from './brought.ts'

interface OfCourse {
  practice_id: Fixed<string>
  id: Fixed<string>
  person_id: Fixed<string>
  course_id: Fixed<string>
  recorded_at: StampedByDatabase
}

declare module '../platform/db/schema.ts' {
  interface Schema {
    journey_brought: OfCourse & {
      given_on: Fixed<string>
      /** Both worked out by the database from the date, whatever comes. */
      earliest_at: Moment
      latest_at: Moment
      product: FixedOrNone<Product>
      route: FixedOrNone<BroughtRoute>
      label_mg: DecimalOrNone
      label_salt: FixedOrNone<Salt>
      base_mg: DecimalOrNone
      given_where: FixedOrNone<string>
      tolerated: FixedOrNone<Tolerated>
      how_it_went: FixedOrNone<string>
      source: Fixed<Source>
      source_words: FixedOrNone<string>
      brought_by: Fixed<string>
      brought_at: Moment
    }
    journey_brought_back: OfCourse & {
      brought_id: Fixed<string>
      reason: Fixed<string>
      taken_back_by: Fixed<string>
      taken_back_at: Moment
    }
  }
}

interface Written {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly by: string
  readonly at: Instant
}

/** False where that id is another's. */
export async function addBrought(tx: WriteTx, said: BroughtSaid & Written): Promise<boolean> {
  const at = isoOf(said.at)
  const row = await tx
    .insertInto('journey_brought')
    .values({
      practice_id: tx.actor.practiceId,
      id: said.id,
      person_id: said.personId,
      course_id: said.courseId,
      given_on: said.givenOn,
      earliest_at: at,
      latest_at: at,
      product: said.product,
      route: said.route,
      label_mg: said.labelMg,
      label_salt: said.labelSalt,
      base_mg: baseMgKnown(said),
      given_where: said.givenWhere,
      tolerated: said.tolerated,
      how_it_went: said.howItWent,
      source: said.source,
      source_words: said.sourceWords,
      brought_by: said.by,
      brought_at: at,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False where it was taken back already. */
export async function addTakenBack(
  tx: WriteTx,
  back: Written & { readonly broughtId: string; readonly reason: string },
): Promise<boolean> {
  const row = await tx
    .insertInto('journey_brought_back')
    .values({
      practice_id: tx.actor.practiceId,
      id: back.id,
      person_id: back.personId,
      course_id: back.courseId,
      brought_id: back.broughtId,
      reason: back.reason,
      taken_back_by: back.by,
      taken_back_at: isoOf(back.at),
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
