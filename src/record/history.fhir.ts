import { type Row } from './export.ts'
import type {
  AllergyItem,
  HistoryItem,
  MeasurementItem,
  MedicineItem,
  ProblemItem,
  ProcedureItem,
  Value,
  VisitItem,
} from '../intake/referral.ts'
import { ucum, type Coded } from '../intake/terms.ts'
import { coding, hl7, referenceTo, resourceOf, someone, type Resource } from './row.fhir.ts'

interface Said {
  readonly row: Row
  /** The newest statement of a clinician about it is that it is not so. */
  readonly refuted: boolean
}

const conceptOf = ({ codings, text }: Coded) => ({
  coding:
    codings.length > 0
      ? codings.map(({ system, code, display }) => ({
          system: system || undefined,
          code,
          display: display || undefined,
        }))
      : undefined,
  text: text || undefined,
})

const among = (value: string, allowed: readonly string[], otherwise: string): string =>
  allowed.includes(value) ? value : otherwise

const absent = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
}

const statusIn = (system: string, code: string) => ({ coding: [coding(`${hl7}/${system}`, code)] })

const notesOf = (item: HistoryItem) =>
  item.notes.length > 0 ? item.notes.map((text) => ({ text })) : undefined

const problemParts = (item: ProblemItem, { refuted, row }: Said) => ({
  resourceType: 'Condition',
  parts: {
    clinicalStatus: item.clinical === 'unknown' ? undefined : statusIn('condition-clinical', item.clinical),
    verificationStatus:
      refuted || item.verification !== 'unknown'
        ? statusIn('condition-ver-status', refuted ? 'refuted' : item.verification)
        : undefined,
    code: conceptOf(item.coded),
    subject: referenceTo('Patient', row['person_id']),
    onsetDateTime: item.onset ?? undefined,
    abatementDateTime: item.ended ?? undefined,
  },
})

const taken = [
  'active',
  'completed',
  'entered-in-error',
  'intended',
  'stopped',
  'on-hold',
  'unknown',
  'not-taken',
]

const medicineParts = (item: MedicineItem, { refuted, row }: Said) => ({
  resourceType: 'MedicationStatement',
  parts: {
    status: refuted ? 'not-taken' : among(item.status, taken, 'unknown'),
    medicationCodeableConcept: conceptOf(item.coded),
    subject: referenceTo('Patient', row['person_id']),
    effectiveDateTime: item.from ?? undefined,
    reasonCode: item.reasons.length > 0 ? item.reasons.map(conceptOf) : undefined,
    dosage:
      item.dosages.length > 0
        ? item.dosages.map(({ text, amount, asNeeded }) => ({
            text: [text, amount].filter((part) => part !== '').join(', ') || undefined,
            asNeededBoolean: asNeeded,
          }))
        : undefined,
  },
})

const allergyParts = (item: AllergyItem, { refuted, row }: Said) => ({
  resourceType: 'AllergyIntolerance',
  parts: {
    clinicalStatus:
      item.clinical === 'unknown' ? absent : statusIn('allergyintolerance-clinical', item.clinical),
    verificationStatus: statusIn(
      'allergyintolerance-verification',
      refuted ? 'refuted' : among(item.verification, ['confirmed', 'refuted'], 'unconfirmed'),
    ),
    criticality: item.criticality === 'unknown' ? undefined : item.criticality,
    code: conceptOf(item.coded),
    patient: referenceTo('Patient', row['person_id']),
    reaction: item.reactions.length > 0 ? [{ manifestation: item.reactions.map(conceptOf) }] : undefined,
  },
})

function valueOf(value: Value) {
  if (value.is === 'coded') return { valueCodeableConcept: conceptOf(value.coded) }
  if (value.is === 'text') return { valueString: value.text }
  if (value.is === 'yes-no') return { valueBoolean: value.yes }
  const { amount, comparator, unit } = value
  return {
    valueQuantity: {
      value: amount,
      comparator: comparator || undefined,
      ...(unit && { unit, system: ucum, code: unit }),
    },
  }
}

const seen = [
  'registered',
  'preliminary',
  'final',
  'amended',
  'corrected',
  'cancelled',
  'entered-in-error',
  'unknown',
]

const measurementParts = (item: MeasurementItem, { refuted, row }: Said) => ({
  resourceType: 'Observation',
  parts: {
    status: refuted ? 'entered-in-error' : among(item.status, seen, 'unknown'),
    category: item.category ? [statusIn('observation-category', item.category)] : undefined,
    code: conceptOf(item.coded),
    subject: referenceTo('Patient', row['person_id']),
    effectiveDateTime: item.at ?? undefined,
    ...(item.value && valueOf(item.value)),
    component:
      item.parts.length > 0
        ? item.parts.map(({ coded, value }) => ({ code: conceptOf(coded), ...valueOf(value) }))
        : undefined,
  },
})

const done = [
  'preparation',
  'in-progress',
  'not-done',
  'on-hold',
  'stopped',
  'completed',
  'entered-in-error',
  'unknown',
]

const procedureParts = (item: ProcedureItem, { refuted, row }: Said) => ({
  resourceType: 'Procedure',
  parts: {
    status: refuted ? 'entered-in-error' : among(item.status, done, 'unknown'),
    code: conceptOf(item.coded),
    subject: referenceTo('Patient', row['person_id']),
    performedDateTime: item.at ?? undefined,
  },
})

const visitClass = {
  emergency: coding(`${hl7}/v3-ActCode`, 'EMER'),
  inpatient: coding(`${hl7}/v3-ActCode`, 'IMP'),
  other: absent,
}

const visitParts = (item: VisitItem, { refuted, row }: Said) => ({
  resourceType: 'Encounter',
  parts: {
    status: refuted ? 'entered-in-error' : 'unknown',
    class: visitClass[item.setting],
    type: [conceptOf(item.coded)],
    subject: referenceTo('Patient', row['person_id']),
    period: item.at ? { start: item.at } : undefined,
    reasonCode: item.reasons.length > 0 ? item.reasons.map(conceptOf) : undefined,
  },
})

function partsOf(item: HistoryItem, said: Said) {
  switch (item.kind) {
    case 'problem':
      return problemParts(item, said)
    case 'medicine':
      return medicineParts(item, said)
    case 'allergy':
      return allergyParts(item, said)
    case 'measurement':
      return measurementParts(item, said)
    case 'procedure':
      return procedureParts(item, said)
    case 'visit':
      return visitParts(item, said)
  }
}

/** One record as it came with a referral, with what a clinician here said of it. The item stays beside it, word for word. */
function itemOf(said: Said): Resource {
  const item = said.row['item'] as HistoryItem
  const { resourceType, parts } = partsOf(item, said)
  const note = resourceType === 'Encounter' ? {} : { note: notesOf(item) }
  const source = someone(said.row['received_by'])
  const asserted = ['Condition', 'AllergyIntolerance'].includes(resourceType) ? { recorder: source } : {}
  const carries = ['kind', ...('recorder' in asserted ? ['received_by'] : [])]
  return resourceOf(said.row, { resourceType, carries, parts: { ...parts, ...note, ...asserted } })
}

export function historyOf(items: readonly Row[], statements: readonly Row[]): Resource[] {
  const newest = new Map(statements.map(({ item_id, answer }) => [item_id, answer]))
  return items.map((row) => itemOf({ row, refuted: newest.get(row['id']) === 'refuted' }))
}
