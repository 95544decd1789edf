import { instant, type Instant } from '../kernel/instant.ts'
import { noLongerHeld, type RecordRows, type Row } from './export.ts'
import {
  coding,
  numberOf,
  referenceTo,
  resourceOf,
  someone,
  textOf,
  ucum,
  type Resource,
} from './row.fhir.ts'

const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm'
const snomed = 'http://snomed.info/sct'

const medicines: Readonly<Record<string, object>> = {
  racemic: coding(rxnorm, '6130', 'ketamine'),
  esketamine: coding(rxnorm, '2119365', 'esketamine'),
}
const routes: Readonly<Record<string, object>> = {
  sublingual: coding(snomed, '37839007', 'Sublingual route'),
  im: coding(snomed, '78421000', 'Intramuscular route'),
  iv: coding(snomed, '47625008', 'Intravenous route'),
  intranasal: coding(snomed, '46713006', 'Nasal route'),
  sc: coding(snomed, '34206005', 'Subcutaneous route'),
  oral: coding(snomed, '26643006', 'Oral route'),
  rectal: coding(snomed, '37161004', 'Rectal route'),
}

const medicine = (row: Row) => ({
  coding: [medicines[String(row['product'])]].filter((known) => known !== undefined),
  text: [textOf(row, 'product'), textOf(row, 'form')].filter((part) => part !== undefined).join(', '),
})
const route = (row: Row) => ({
  coding: [routes[String(row['route'])]].filter((known) => known !== undefined),
  text: textOf(row, 'route'),
})

/** As the label says it; the milligrams of base stand beside it, in words. */
const amount = (row: Row) => ({ value: numberOf(row, 'label_mg'), unit: 'mg', system: ucum, code: 'mg' })
const inWords = (row: Row): string =>
  `${String(row['label_mg'])} mg (${String(row['label_salt'])}), ${String(row['base_mg'])} mg of base`

/** How long an infusion runs. */
const runs = (row: Row) =>
  typeof row['over_minutes'] === 'number'
    ? { repeat: { duration: row['over_minutes'], durationUnit: 'min' } }
    : undefined

interface Orders {
  readonly rows: RecordRows
  readonly at: Instant
}

const names = (rows: readonly Row[] | undefined, column: string, id: unknown): boolean =>
  (rows ?? []).some((row) => row[column] === id)

/** Stopped, replaced or run out is over; one that still waits for a second prescriber cannot be acted on. */
function orderStatus(row: Row, { rows, at }: Orders): string {
  const { id } = row
  if (names(rows['dose_order_stop'], 'order_id', id) || names(rows['dose_order'], 'supersedes', id))
    return 'stopped'
  if (row['range'] === 'second' && !names(rows['dose_order_second'], 'order_id', id)) return 'on-hold'
  return instant(String(row['valid_until'])) > at ? 'active' : 'stopped'
}

export const ordersOf = (orders: Orders): Resource[] =>
  (orders.rows['dose_order'] ?? []).map((row) =>
    resourceOf(row, {
      resourceType: 'MedicationRequest',
      carries: [
        'product',
        'form',
        'route',
        'label_mg',
        'over_minutes',
        'doses',
        'valid_until',
        'signed_by',
        'signed_at',
        'supersedes',
      ],
      parts: {
        status: orderStatus(row, orders),
        intent: 'order',
        medicationCodeableConcept: medicine(row),
        subject: referenceTo('Patient', row['person_id']),
        authoredOn: textOf(row, 'signed_at'),
        requester: someone(row['signed_by']),
        priorPrescription: referenceTo('MedicationRequest', row['supersedes']),
        dosageInstruction: [
          {
            text: inWords(row),
            timing: runs(row),
            route: route(row),
            doseAndRate: [{ doseQuantity: amount(row) }],
          },
        ],
        dispenseRequest: {
          validityPeriod: { end: textOf(row, 'valid_until') },
          quantity: { value: numberOf(row, 'doses'), unit: 'doses' },
        },
      },
    }),
  )

export function dosesOf(rows: readonly Row[]): Resource[] {
  const gone = noLongerHeld(rows)
  return rows.map((row) =>
    resourceOf(row, {
      resourceType: 'MedicationAdministration',
      carries: [
        'session_id',
        'order_id',
        'product',
        'form',
        'route',
        'label_mg',
        'given_by',
        'given_at',
        'doubt',
      ],
      parts: {
        status: gone.has(row['id']) ? 'entered-in-error' : 'completed',
        medicationCodeableConcept: medicine(row),
        subject: referenceTo('Patient', row['person_id']),
        context: referenceTo('Encounter', row['session_id']),
        effectiveDateTime: textOf(row, 'given_at'),
        performer: [{ actor: someone(row['given_by']) }],
        request: referenceTo('MedicationRequest', row['order_id']),
        note: textOf(row, 'doubt') ? [{ text: textOf(row, 'doubt') }] : undefined,
        dosage: { text: inWords(row), route: route(row), dose: amount(row) },
      },
    }),
  )
}

const unknown = { text: 'not known' }

/** As far as it is known: an amount whose salt nobody knows has no base beside it. */
function broughtDosage(row: Row) {
  const known = typeof row['label_mg'] === 'number' || textOf(row, 'label_mg') !== undefined
  const salt = textOf(row, 'label_salt')
  return {
    text: !known ? unknown.text : salt ? inWords(row) : `${String(row['label_mg'])} mg (salt not known)`,
    route: textOf(row, 'route') ? route(row) : undefined,
    doseAndRate: known ? [{ doseQuantity: amount(row) }] : undefined,
  }
}

/** A journey elsewhere is a statement about a medicine, and never an administration: nobody here gave it. */
export function broughtOf(rows: readonly Row[], gone: ReadonlySet<unknown>): Resource[] {
  return rows.map((row) =>
    resourceOf(row, {
      resourceType: 'MedicationStatement',
      carries: ['product', 'route', 'label_mg', 'given_on', 'brought_by', 'brought_at', 'how_it_went'],
      parts: {
        status: gone.has(row['id']) ? 'entered-in-error' : 'completed',
        category: { text: 'Brought in: it took place elsewhere, before or beside the care here' },
        medicationCodeableConcept: textOf(row, 'product') ? medicine(row) : unknown,
        subject: referenceTo('Patient', row['person_id']),
        effectiveDateTime: textOf(row, 'given_on'),
        dateAsserted: textOf(row, 'brought_at'),
        informationSource: someone(row['brought_by']),
        note: textOf(row, 'how_it_went') ? [{ text: textOf(row, 'how_it_went') }] : undefined,
        dosage: [broughtDosage(row)],
      },
    }),
  )
}
