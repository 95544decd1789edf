import { isFhir, own, type Fhir } from './values.fhir.ts'

/** Resource types that R4 no longer has or does not have yet. */
const typesOfOthers = new Set([
  'MedicationOrder',
  'DiagnosticOrder',
  'ProcedureRequest',
  'ReferralRequest',
  'EligibilityRequest',
  'BodySite',
  'Sequence',
  'MedicationUsage',
  'InventoryItem',
  'GenomicStudy',
  'Transport',
])

/**
 * True when a resource is shaped as only DSTU2, STU3 or R5 shape it. The same words mean other things there (a
 * `medication` that is a CodeableReference would read as "no medicine"), so such a file is refused whole.
 */
export function isOtherVersion(resource: Fhir): boolean {
  const type = own(resource, 'resourceType')
  if (typeof type !== 'string') return false
  return typesOfOthers.has(type) || (signs[type]?.(resource) ?? false)
}

const signs: Readonly<Record<string, (resource: Fhir) => boolean>> = {
  Condition: (it) => isText(it, 'clinicalStatus') || isText(it, 'verificationStatus'),
  AllergyIntolerance: (it) =>
    isText(it, 'clinicalStatus') || isText(it, 'verificationStatus') || isFhir(own(it, 'type')),
  MedicationRequest: (it) =>
    Object.hasOwn(it, 'medication') ||
    (isFhir(own(it, 'requester')) && Object.hasOwn(own(it, 'requester') as Fhir, 'agent')),
  MedicationStatement: (it) => Object.hasOwn(it, 'medication') || isText(it, 'taken'),
  Encounter: (it) =>
    Array.isArray(own(it, 'class')) || Object.hasOwn(it, 'actualPeriod') || isText(it, 'class'),
  Procedure: (it) =>
    ['occurrenceDateTime', 'occurrencePeriod', 'notPerformed', 'notDone'].some((key) =>
      Object.hasOwn(it, key),
    ),
  Observation: (it) => Object.hasOwn(it, 'comments') || Object.hasOwn(it, 'related'),
}

const isText = (from: Fhir, key: string): boolean => typeof own(from, key) === 'string'
