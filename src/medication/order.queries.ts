import { sql } from 'kysely'
import type { Factor } from '../access/confirmation.ts'
import { isWholeIn } from '../access/signed.content.ts'
import type { Stored } from '../access/signed.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { orderSpelled, secondSpelled } from './document.ts'
import type { Order, OrderWritten, RangeTier, Salt } from './order.ts'
import { calledName } from '../person/person.ts'
import type { Form, Product, Protocol, Route } from '../protocol/protocol.ts'

/** Every order of a course, newest first, each with what became of it. */
export async function ordersOf(tx: PracticeTx, courseId: string): Promise<Order[]> {
  const rows = await ordersQuery(tx).where('o.course_id', '=', courseId).execute()
  return rows.map((row) => orderOf(tx, row))
}

/** Every order of this practice, and whose it is. */
export async function ordersHere(tx: PracticeTx): Promise<{ personId: string; order: Order }[]> {
  const rows = await ordersQuery(tx).where('o.practice_id', '=', tx.actor.practiceId).execute()
  return rows.map((row) => ({ personId: row.person_id, order: orderOf(tx, row) }))
}

export interface CourseHead {
  readonly personId: string
  readonly name: string
  readonly birthDate: string | null
  readonly protocol: Protocol
}

/** Whose course this is, as staff must see it beside an order, and the edition it stands on. */
export async function courseHead(tx: PracticeTx, courseId: string): Promise<CourseHead | undefined> {
  const row = await tx
    .selectFrom('course')
    .innerJoin('person', 'person.id', 'course.person_id')
    .innerJoin('protocol_edition as edition', (on) =>
      on
        .onRef('edition.id', '=', 'course.protocol_id')
        .onRef('edition.version', '=', 'course.protocol_version'),
    )
    .select(['person.id', 'given_name', 'family_name', 'called_by', 'birth_date', 'edition.document'])
    .where('course.id', '=', courseId)
    .executeTakeFirst()
  if (!row) return undefined
  const called = calledName({ calledBy: row.called_by, givenName: row.given_name })
  return {
    personId: row.id,
    name: `${called} ${row.family_name}`,
    birthDate: row.birth_date,
    protocol: row.document,
  }
}

/** One statement; `gates.queries.ts` asks it for a session too. */
const ordersQuery = (tx: PracticeTx) =>
  tx
    .selectFrom('dose_order as o')
    .innerJoin('member as signer', 'signer.id', 'o.signed_by')
    .leftJoin('dose_order_second as second', 'second.order_id', 'o.id')
    .leftJoin('member as other', 'other.id', 'second.signed_by')
    .leftJoin('dose_order_stop as stop', 'stop.order_id', 'o.id')
    .leftJoin('dose_order as next', 'next.supersedes', 'o.id')
    .selectAll('o')
    .select([
      'signer.name as signer_name',
      prescribes('signer').as('signer_prescribes'),
      'second.id as second_id',
      'second.person_id as second_person',
      'second.document_hash as second_hash',
      'second.confirmation_id as second_confirmation',
      'second.factor as second_factor',
      'second.seal as second_seal',
      'second.signed_by as second_by',
      'second.signed_at as second_at',
      'other.name as second_name',
      prescribes('other').as('second_prescribes'),
      'stop.stopped_at',
      'next.signed_at as superseded_at',
      sql<number>`(select count(*)::int from doses_standing(o.practice_id, o.person_id) d where d.order_id = o.id)`.as(
        'doses_given',
      ),
    ])
    .orderBy('o.signed_at', 'desc')
    .orderBy('o.id', 'desc')

const prescribes = (member: string) =>
  sql<boolean>`(${sql.ref(`${member}.disabled_at`)} is null and 'prescriber' = any(${sql.ref(`${member}.roles`)}))`

interface OrderRow {
  readonly id: string
  readonly practice_id: string
  readonly person_id: string
  readonly course_id: string
  readonly document_hash: string
  readonly confirmation_id: string
  readonly factor: Factor | null
  readonly seal: string | null
  readonly product: Product
  readonly form: Form
  readonly route: Route
  readonly label_mg: string
  readonly label_salt: Salt
  readonly base_mg: string
  readonly weight_kg: string | null
  readonly over_minutes: number | null
  readonly doses: number
  readonly doses_given: number
  readonly valid_until: Date
  readonly range: RangeTier
  readonly range_reason: string | null
  readonly supersedes: string | null
  readonly signed_by: string
  readonly signer_name: string
  readonly signer_prescribes: boolean
  readonly signed_at: Date
  readonly second_id: string | null
  readonly second_person: string | null
  readonly second_hash: string | null
  readonly second_confirmation: string | null
  readonly second_factor: Factor | null
  readonly second_seal: string | null
  readonly second_by: string | null
  readonly second_name: string | null
  readonly second_prescribes: boolean | null
  readonly second_at: Date | null
  readonly stopped_at: Date | null
  readonly superseded_at: Date | null
}

/** Which signatures stand behind an order, as a release names them: verified, and by which seal. */
const orderOf = (tx: PracticeTx, row: OrderRow): Order => {
  const written = writtenIn(row)
  return {
    ...written,
    id: row.id,
    broken: !isWholeIn(tx, signatureIn(row), orderSpelled(row.course_id, written)),
    seal: row.seal,
    baseMg: Number(row.base_mg),
    dosesGiven: row.doses_given,
    range: row.range,
    signedBy: row.signed_by,
    signedByName: row.signer_name,
    signerPrescribes: row.signer_prescribes,
    signedAt: row.signed_at.getTime(),
    second: secondOf(tx, row),
    stoppedAt: row.stopped_at?.getTime() ?? null,
    supersededAt: row.superseded_at?.getTime() ?? null,
  }
}

const signatureIn = (row: OrderRow): Stored => ({
  id: row.id,
  practiceId: row.practice_id,
  personId: row.person_id,
  documentHash: row.document_hash,
  signedAt: row.signed_at.getTime(),
  signedBy: row.signed_by,
  confirmationId: row.confirmation_id,
  factor: row.factor,
  seal: row.seal,
})

const writtenIn = (row: OrderRow): OrderWritten => ({
  product: row.product,
  form: row.form,
  route: row.route,
  labelMg: Number(row.label_mg),
  labelSalt: row.label_salt,
  weightKg: row.weight_kg === null ? null : Number(row.weight_kg),
  overMinutes: row.over_minutes,
  doses: row.doses,
  validUntil: row.valid_until.getTime(),
  rangeReason: row.range_reason,
  supersedes: row.supersedes,
})

function secondOf(tx: PracticeTx, row: OrderRow): Order['second'] {
  if (row.second_by === null || row.second_at === null) return null
  const signature: Stored = {
    id: row.second_id ?? '',
    practiceId: row.practice_id,
    personId: row.second_person ?? '',
    documentHash: row.second_hash ?? '',
    signedAt: row.second_at.getTime(),
    signedBy: row.second_by,
    confirmationId: row.second_confirmation ?? '',
    factor: row.second_factor,
    seal: row.second_seal,
  }
  return {
    id: signature.id,
    broken: !isWholeIn(tx, signature, secondSpelled(row.id)),
    seal: row.second_seal,
    by: row.second_by,
    byName: row.second_name ?? '',
    prescribes: row.second_prescribes ?? false,
    at: row.second_at.getTime(),
  }
}
