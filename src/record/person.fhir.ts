import type { Row, RecordRows } from './export.ts'
import { coding, hl7, loincSystem, referenceTo, resourceOf, textOf, type Resource } from './row.fhir.ts'

const named = (row: Row) => [
  { use: 'official', family: textOf(row, 'family_name'), given: [textOf(row, 'given_name')] },
  ...(textOf(row, 'called_by') ? [{ use: 'usual', text: textOf(row, 'called_by') }] : []),
]

const reached = (row: Row) =>
  (['phone', 'email'] as const).flatMap((system) => {
    const value = textOf(row, system)
    return value === undefined ? [] : [{ system, value }]
  })

function livesAt(row: Row) {
  const [line, city, state, postalCode] = ['address_line', 'city', 'state', 'postal_code'].map((name) =>
    textOf(row, name),
  )
  if (!line && !city && !state && !postalCode) return undefined
  return [{ use: 'home', line: line ? [line] : undefined, city, state, postalCode }]
}

const known = (identifiers: readonly Row[]) =>
  identifiers.map((row) => ({
    system: textOf(row, 'system'),
    value: textOf(row, 'value'),
    type: textOf(row, 'type') ? { text: textOf(row, 'type') } : undefined,
  }))

const inPatient = [
  'given_name',
  'family_name',
  'called_by',
  'birth_date',
  'gender',
  'language',
  'email',
  'phone',
  'address_line',
  'city',
  'state',
  'postal_code',
]

export const patientsOf = (rows: RecordRows): Resource[] =>
  (rows['person'] ?? []).map((row) => {
    const identifiers = known(rows['person_identifier'] ?? [])
    const telecom = reached(row)
    return resourceOf(row, {
      resourceType: 'Patient',
      carries: inPatient,
      parts: {
        identifier: identifiers.length > 0 ? identifiers : undefined,
        name: named(row),
        telecom: telecom.length > 0 ? telecom : undefined,
        gender: textOf(row, 'gender'),
        birthDate: textOf(row, 'birth_date'),
        address: livesAt(row),
        communication: [
          { language: { coding: [coding('urn:ietf:bcp:47', String(row['language']))] }, preferred: true },
        ],
      },
    })
  })

/** Taken back whole, or replaced by a later signature, it no longer holds. */
function isOver(row: Row, rows: RecordRows): boolean {
  const withdrawn = (rows['consent_withdrawal'] ?? []).some(
    ({ signature_id, part }) => signature_id === row['id'] && part === 'all',
  )
  const newest = (rows['consent_signature'] ?? []).findLast(
    ({ document_id }) => document_id === row['document_id'],
  )
  return withdrawn || newest !== row
}

/** The whole document as it was shown stands in an extension, so that its hash can be checked. */
export const consentsOf = (rows: RecordRows): Resource[] =>
  (rows['consent_signature'] ?? []).map((row) =>
    resourceOf(row, {
      resourceType: 'Consent',
      carries: ['signed_at', 'language'],
      parts: {
        status: isOver(row, rows) ? 'inactive' : 'active',
        language: textOf(row, 'language'),
        scope: { coding: [coding(`${hl7}/consentscope`, 'treatment')] },
        category: [{ coding: [coding(loincSystem, '59284-0', 'Consent Document')] }],
        patient: referenceTo('Patient', row['person_id']),
        dateTime: textOf(row, 'signed_at'),
        performer: [referenceTo('Patient', row['signed_by'])],
        policyRule: { text: `${String(row['document_id'])}, version ${String(row['document_version'])}` },
      },
    }),
  )

const phases: Readonly<Record<string, string>> = {
  planned: 'planned',
  'under-way': 'in-progress',
  recovering: 'in-progress',
  closed: 'finished',
  cancelled: 'cancelled',
}

/** When it was planned is told as such: R4 has a period for what took place, and none for what was meant to. */
export const sessionsOf = (rows: readonly Row[]): Resource[] =>
  rows.map((row) =>
    resourceOf(row, {
      resourceType: 'Encounter',
      carries: [],
      parts: {
        status: phases[String(row['phase'])] ?? 'unknown',
        class: coding(`${hl7}/v3-ActCode`, 'AMB', 'ambulatory'),
        subject: referenceTo('Patient', row['person_id']),
      },
    }),
  )
