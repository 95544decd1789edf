import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import type { Salt } from '../medication/order.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Form, Product, Route } from '../protocol/protocol.ts'
import type { Raised } from '../rule/own.ts'

export interface DosePlace {
  readonly courseId: string
  /** The order that was named, where it is one of this course. */
  readonly orderId: string | null
  /** Who answers for this order, or for the medicine of this person, and works here. */
  readonly prescriberId: string | undefined
  /** Whether what would be corrected is there. */
  readonly corrected: boolean
}

/** Where a dose belongs, in one question. */
export async function dosePlace(
  tx: PracticeTx,
  asked: { sessionId: string; orderId: string | null; corrects: string | null },
): Promise<DosePlace | undefined> {
  const row = await tx
    .selectFrom('journey_session as s')
    .leftJoin('dose_order as o', (on) =>
      on.onRef('o.course_id', '=', 's.course_id').on('o.id', '=', asked.orderId),
    )
    .leftJoin('dose as d', (on) => on.onRef('d.session_id', '=', 's.id').on('d.id', '=', asked.corrects))
    .select(['s.course_id', 'o.id as order_id', 'd.id as corrected', prescriber.as('prescriber_id')])
    .where('s.id', '=', asked.sessionId)
    .executeTakeFirst()
  return (
    row && {
      courseId: row.course_id,
      orderId: row.order_id,
      prescriberId: row.prescriber_id ?? undefined,
      corrected: row.corrected !== null,
    }
  )
}

const prescriber = sql<string | null>`(
  select m.id from member m
  left join care_team t on t.practice_id = m.practice_id and t.member_id = m.id and t.person_id = s.person_id and t.until is null
  where m.practice_id = s.practice_id and m.disabled_at is null and 'prescriber' = any(m.roles)
    and (m.id = o.signed_by or t.id is not null)
  order by m.id = o.signed_by desc nulls last, t.since limit 1)`

export interface DoseGiven {
  readonly id: string
  readonly product: Product
  readonly form: Form
  readonly route: Route
  readonly labelMg: number
  readonly labelSalt: Salt
  readonly baseMg: number
  readonly givenAt: Instant
  readonly givenByName: string
  readonly deviation: boolean
  readonly because: readonly string[]
  readonly orderId: string | null
  /** What its release was judged by: the edition of the rules, and those that the practice had raised. Null without a release. */
  readonly judgedBy: { readonly version: string; readonly raised: readonly Raised[] } | null
}

/** The doses of a session as they stand, first to last. */
export async function dosesOf(tx: PracticeTx, sessionId: string): Promise<DoseGiven[]> {
  const rows = await tx
    .selectFrom('dose as d')
    .leftJoin('member as m', 'm.id', 'd.given_by')
    .leftJoin('dose as later', 'later.corrects', 'd.id')
    .leftJoin('release as r', 'r.id', 'd.release_id')
    .leftJoin('gate_evaluation as e', 'e.id', 'r.evaluation_id')
    .selectAll('d')
    .select(['m.name', 'e.rules_version', 'e.raised'])
    .where('d.session_id', '=', sessionId)
    .where('d.struck', '=', false)
    .where('later.id', 'is', null)
    .orderBy('d.given_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    product: row.product,
    form: row.form,
    route: row.route,
    labelMg: Number(row.label_mg),
    labelSalt: row.label_salt,
    baseMg: Number(row.base_mg),
    givenAt: row.given_at.getTime(),
    givenByName: row.name ?? '',
    deviation: row.deviation,
    because: row.because,
    orderId: row.order_id,
    judgedBy: row.rules_version === null ? null : { version: row.rules_version, raised: row.raised ?? [] },
  }))
}
