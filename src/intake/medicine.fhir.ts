import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import type { Dosage, MedicineItem, Source, UnreadReason } from './referral.ts'
import type { Coded } from './terms.ts'
import {
  codedOf,
  conceptsOf,
  listOf,
  notesOf,
  own,
  pointedAt,
  referenceOf,
  timeOf,
  wordsOf,
  type Fhir,
  type Look,
} from './values.fhir.ts'

/** A MedicationRequest or MedicationStatement. What it says of the dose stays as it was said. */
export function readMedicine(
  resource: Fhir,
  source: Source,
  look: Look,
): Outcome<MedicineItem, UnreadReason> {
  const status = wordsOf(resource, 'status')
  if (status === 'entered-in-error') return refuse('entered-in-error')
  if (own(resource, 'doNotPerform') === true) return refuse('do-not-give')
  if (status === 'not-taken') return refuse('not-done')
  const coded = medicationOf(resource, look)
  if (typeof coded === 'string') return refuse(coded)
  return accept({
    kind: 'medicine',
    source,
    coded,
    notes: notesOf(resource, look),
    status,
    intent: wordsOf(resource, 'intent') || 'statement',
    from: timeOf(resource, ['effectivePeriod', 'effectiveDateTime', 'authoredOn', 'dateAsserted'], look),
    dosages: dosagesOf(resource, look),
    reasons: [...conceptsOf(resource, 'reasonCode', look), ...pointedAt(resource, 'reasonReference', look)],
  })
}

function medicationOf(resource: Fhir, look: Look): Coded | UnreadReason {
  const here = codedOf(own(resource, 'medicationCodeableConcept'), look, 'medicationCodeableConcept')
  if (here) return here
  const reference = referenceOf(resource, 'medicationReference')
  if (reference === '') return 'no-code'
  const medication = look.resolve(reference)
  if (!medication) return 'points-elsewhere'
  return codedOf(own(medication, 'code'), look, 'medicationReference') ?? 'no-code'
}

function dosagesOf(resource: Fhir, look: Look): Dosage[] {
  const stated = [...listOf(resource, 'dosageInstruction'), ...listOf(resource, 'dosage')]
  return stated.map((dosage) => dosageOf(dosage, look))
}

function dosageOf(dosage: unknown, look: Look): Dosage {
  const repeat = own(own(dosage, 'timing'), 'repeat')
  return {
    text: wordsOf(dosage, 'text', look) || wordsOf(dosage, 'patientInstruction', look),
    amount: amountOf(own(listOf(dosage, 'doseAndRate')[0], 'doseQuantity')),
    times: numberOf(repeat, 'frequency'),
    every: numberOf(repeat, 'period'),
    everyUnit: wordsOf(repeat, 'periodUnit'),
    asNeeded: own(dosage, 'asNeededBoolean') === true || own(dosage, 'asNeededCodeableConcept') !== undefined,
  }
}

const numberOf = (from: unknown, key: string): number | null => {
  const found = own(from, key)
  return typeof found === 'number' && Number.isFinite(found) ? found : null
}

function amountOf(quantity: unknown): string {
  const value = numberOf(quantity, 'value')
  return value === null ? '' : `${value} ${wordsOf(quantity, 'unit') || wordsOf(quantity, 'code')}`.trim()
}
