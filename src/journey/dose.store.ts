import type { ColumnType } from 'kysely'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Salt } from '../medication/order.ts'
import type { Decimal, Fixed, FixedOrNone, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Form, Product, Route } from '../protocol/protocol.ts'
import type { Doubt } from './facts.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    dose: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      session_id: Fixed<string>
      order_id: FixedOrNone<string>
      release_id: SaidByDatabase<string | null>
      product: Fixed<Product>
      form: Fixed<Form>
      route: Fixed<Route>
      label_mg: Decimal
      label_salt: Fixed<Salt>
      base_mg: Decimal
      identifiers: Fixed<Identifier[]>
      given_by: Fixed<string>
      given_at: Moment
      deviation: SaidByDatabase<boolean>
      because: SaidByDatabase<string[]>
      doubt: FixedOrNone<Doubt>
      corrects: FixedOrNone<string>
      struck: Fixed<boolean>
      recorded_by: Fixed<string>
      recorded_at: StampedByDatabase
    }
  }
}
/** What the database says of a row and no one else can. */
type SaidByDatabase<T> = ColumnType<T, never, never>

/** What was said aloud and compared with the record, just before. */
export type Identifier = 'name' | 'birth-date'

export interface Amount {
  readonly product: Product
  readonly form: Form
  readonly route: Route
  readonly labelMg: number
  readonly labelSalt: Salt
}

export interface NewDose extends Amount {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly sessionId: string
  readonly orderId: string | null
  readonly baseMg: number
  readonly identifiers: readonly Identifier[]
  readonly givenBy: string
  readonly givenAt: Instant
  readonly doubt: Doubt | null
  readonly corrects: string | null
  readonly struck: boolean
  readonly by: string
}

export interface Judged {
  readonly releaseId: string | null
  readonly deviation: boolean
  readonly because: readonly string[]
}

/** Answers what the database made of it; nothing when the id is taken, or the dose was corrected already. */
export async function addDose(tx: WriteTx, dose: NewDose): Promise<Judged | undefined> {
  const added = await tx
    .insertInto('dose')
    .values({
      practice_id: tx.actor.practiceId,
      id: dose.id,
      person_id: dose.personId,
      course_id: dose.courseId,
      session_id: dose.sessionId,
      order_id: dose.orderId,
      product: dose.product,
      form: dose.form,
      route: dose.route,
      label_mg: dose.labelMg,
      label_salt: dose.labelSalt,
      base_mg: dose.baseMg,
      identifiers: [...dose.identifiers],
      given_by: dose.givenBy,
      given_at: isoOf(dose.givenAt),
      doubt: dose.doubt,
      corrects: dose.corrects,
      struck: dose.struck,
      recorded_by: dose.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['release_id', 'deviation', 'because'])
    .executeTakeFirst()
  return added && { releaseId: added.release_id, deviation: added.deviation, because: added.because }
}
