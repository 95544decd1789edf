import { accept, refuse, type Outcome } from '../kernel/outcome.ts'
import { diastolic, doubtAbout, systolic, unitNamed } from './plausible.ts'
import type { MeasurementItem, Part, Source, UnreadReason, Value } from './referral.ts'
import { carries, loinc, type Coded } from './terms.ts'
import {
  codedOf,
  isFhir,
  listOf,
  notesOf,
  own,
  statusOf,
  timeOf,
  wordsOf,
  type Fhir,
  type Look,
} from './values.fhir.ts'

type Doubtful = Extract<UnreadReason, 'no-value' | 'value-not-read' | 'unit-unknown' | 'impossible-value'>

export function readObservation(
  resource: Fhir,
  source: Source,
  look: Look,
): Outcome<MeasurementItem, UnreadReason> {
  const status = wordsOf(resource, 'status')
  if (status === 'entered-in-error') return refuse('entered-in-error')
  if (status === 'cancelled') return refuse('not-done')
  const coded = codedOf(own(resource, 'code'), look, 'code')
  if (!coded) return refuse('no-code')
  if (isUndated(resource, look)) return refuse('in-the-future')
  const value = valueOf(resource, coded, look)
  const parts = partsOf(resource, look)
  if (typeof value === 'string' && (parts.length === 0 || value !== 'no-value'))
    return refuse(partDoubt(resource, value))
  if (isUpsideDown(parts)) return refuse('impossible-value')
  return accept({
    kind: 'measurement',
    source,
    coded,
    notes: notesOf(resource, look),
    category: statusOf(listOf(resource, 'category').map((category) => ({ category }))[0], 'category'),
    status,
    at: timeOf(resource, moments, look),
    value: typeof value === 'string' ? null : value,
    parts,
  })
}

const moments = ['effectiveDateTime', 'effectiveInstant', 'effectivePeriod'] as const

/** A measurement that claims to be from a day not yet here is no evidence of anything. */
function isUndated(resource: Fhir, look: Look): boolean {
  let ahead = false
  const note = (_where: string, why: string) => {
    ahead ||= why === 'date-in-the-future'
  }
  timeOf(resource, moments, { ...look, note })
  return ahead
}

/** Of a panel none of whose parts could be read, the reason of its first part says more than "no value". */
function partDoubt(resource: Fhir, value: Doubtful): Doubtful {
  const [first] = listOf(resource, 'component')
  if (value !== 'no-value' || !isFhir(first)) return value
  const coded = codedOf(own(first, 'code'), silent, 'component')
  const part = coded ? valueOf(first, coded, silent) : 'no-value'
  return typeof part === 'string' ? part : value
}

const silent: Look = { careNow: 0, note: () => undefined, resolve: () => undefined }

function partsOf(resource: Fhir, look: Look): Part[] {
  return listOf(resource, 'component').flatMap((component, place) => {
    const where = `component[${place}]`
    const coded = codedOf(own(component, 'code'), look, where)
    const value = coded && isFhir(component) ? valueOf(component, coded, look) : 'no-value'
    if (coded && typeof value !== 'string') return [{ coded, value }]
    look.note(where, typeof value === 'string' && value !== 'no-value' ? value : 'value-not-read')
    return []
  })
}

/** A systolic pressure that is not above the diastolic was typed the wrong way round, and we cannot know which is right. */
function isUpsideDown(parts: readonly Part[]): boolean {
  const amountOf = (code: string) => {
    const value = parts.find(({ coded }) => carries(coded, loinc, code))?.value
    return value?.is === 'quantity' ? value.amount : null
  }
  const [high, low] = [amountOf(systolic), amountOf(diastolic)]
  return high !== null && low !== null && high <= low
}

function valueOf(from: Fhir, coded: Coded, look: Look): Value | Doubtful {
  if (Object.hasOwn(from, 'valueQuantity')) return quantityOf(own(from, 'valueQuantity'), coded, look)
  const concept = codedOf(own(from, 'valueCodeableConcept'), look, 'valueCodeableConcept')
  if (concept) return { is: 'coded', coded: concept }
  const text = wordsOf(from, 'valueString', look) || wordsOf(from, 'valueDateTime')
  if (text !== '') return { is: 'text', text }
  return plainValue(from)
}

function plainValue(from: Fhir): Value | Doubtful {
  const yes = own(from, 'valueBoolean')
  if (typeof yes === 'boolean') return { is: 'yes-no', yes }
  const amount = own(from, 'valueInteger')
  if (typeof amount === 'number' && Number.isFinite(amount))
    return { is: 'quantity', amount, comparator: '', unit: '' }
  return Object.keys(from).some((key) => key.startsWith('value')) ? 'value-not-read' : 'no-value'
}

function quantityOf(quantity: unknown, coded: Coded, look: Look): Value | Doubtful {
  const amount = own(quantity, 'value')
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return 'no-value'
  const unit = unitNamed(wordsOf(quantity, 'code') || wordsOf(quantity, 'unit'))
  const doubt = doubtAbout(coded, amount, unit)
  if (doubt) return doubt
  if (unit === '') look.note('valueQuantity', 'no-unit')
  return { is: 'quantity', amount, comparator: wordsOf(quantity, 'comparator'), unit }
}
