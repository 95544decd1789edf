import type { Factor } from '../access/confirmation.ts'
import { sealIn } from '../access/signed.content.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type {
  Decimal,
  DecimalOrNone,
  Fixed,
  FixedOrNone,
  Moment,
  StampedByDatabase,
} from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Form, Product, Route } from '../protocol/protocol.ts'
import type { OrderWritten, RangeTier, Salt } from './order.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    dose_order: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      product: Fixed<Product>
      form: Fixed<Form>
      route: Fixed<Route>
      label_mg: Decimal
      label_salt: Fixed<Salt>
      base_mg: Decimal
      weight_kg: DecimalOrNone
      over_minutes: FixedOrNone<number>
      doses: Fixed<number>
      valid_until: Moment
      range: Fixed<RangeTier>
      range_reason: FixedOrNone<string>
      supersedes: FixedOrNone<string>
      document_hash: Fixed<string>
      confirmation_id: Fixed<string>
      factor: FixedOrNone<Factor>
      seal: FixedOrNone<string>
      signed_by: Fixed<string>
      signed_at: Moment
      recorded_at: StampedByDatabase
    }
    dose_order_second: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      order_id: Fixed<string>
      document_hash: Fixed<string>
      confirmation_id: Fixed<string>
      factor: FixedOrNone<Factor>
      seal: FixedOrNone<string>
      signed_by: Fixed<string>
      signed_at: Moment
      recorded_at: StampedByDatabase
    }
    dose_order_stop: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      order_id: Fixed<string>
      reason: Fixed<string>
      stopped_by: Fixed<string>
      stopped_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

export interface SignedBy {
  readonly confirmationId: string
  readonly documentHash: string
  readonly factor: Factor
  readonly memberId: string
  readonly at: Instant
}

export interface NewOrder extends OrderWritten {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly baseMg: number
  readonly range: RangeTier
}

/** False when the id is taken. */
export async function addOrder(tx: WriteTx, order: NewOrder, signed: SignedBy): Promise<boolean> {
  const added = await tx
    .insertInto('dose_order')
    .values({
      practice_id: tx.actor.practiceId,
      id: order.id,
      person_id: order.personId,
      course_id: order.courseId,
      product: order.product,
      form: order.form,
      route: order.route,
      label_mg: order.labelMg,
      label_salt: order.labelSalt,
      base_mg: order.baseMg,
      weight_kg: order.weightKg,
      over_minutes: order.overMinutes,
      doses: order.doses,
      valid_until: isoOf(order.validUntil),
      range: order.range,
      range_reason: order.rangeReason,
      supersedes: order.supersedes,
      ...signature(tx, order, signed),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** With its seal: over whose it is, of what, when, by whom and by which proof. */
const signature = (
  tx: WriteTx,
  { id, personId }: { readonly id: string; readonly personId: string },
  signed: SignedBy,
) => ({
  document_hash: signed.documentHash,
  confirmation_id: signed.confirmationId,
  factor: signed.factor,
  seal: sealIn(tx, {
    ...signed,
    id,
    personId,
    practiceId: tx.actor.practiceId,
    signedAt: signed.at,
    signedBy: signed.memberId,
  }),
  signed_by: signed.memberId,
  signed_at: isoOf(signed.at),
})

interface AboutOrder {
  readonly id: string
  readonly personId: string
  readonly orderId: string
}

export async function addSecondSignature(tx: WriteTx, about: AboutOrder, signed: SignedBy): Promise<boolean> {
  const added = await tx
    .insertInto('dose_order_second')
    .values({
      practice_id: tx.actor.practiceId,
      id: about.id,
      person_id: about.personId,
      order_id: about.orderId,
      ...signature(tx, about, signed),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export async function addOrderStop(
  tx: WriteTx,
  about: AboutOrder & { readonly reason: string },
  stopped: { readonly memberId: string; readonly at: Instant },
): Promise<boolean> {
  const added = await tx
    .insertInto('dose_order_stop')
    .values({
      practice_id: tx.actor.practiceId,
      id: about.id,
      person_id: about.personId,
      order_id: about.orderId,
      reason: about.reason,
      stopped_by: stopped.memberId,
      stopped_at: isoOf(stopped.at),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
