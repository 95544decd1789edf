/** Small bundles of our own for the tests of intake; every person in them is invented. */
type Json = Record<string, unknown>

export const snomedOf = (code: string, display = '') => ({
  coding: [{ system: 'http://snomed.info/sct', code, display }],
  text: display || code,
})
export const loincOf = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] })

export const patient = (more: Json = {}): Json => ({
  resourceType: 'Patient',
  id: 'pat',
  identifier: [{ system: 'https://clinic.example/mrn', value: 'EX-77' }],
  name: [{ family: 'Example', given: ['Robin'] }],
  gender: 'female',
  birthDate: '1980-02-29',
  ...more,
})

const theirs = { subject: { reference: 'Patient/pat' } }

export const condition = (more: Json = {}): Json => ({
  resourceType: 'Condition',
  id: 'con',
  ...theirs,
  clinicalStatus: { coding: [{ code: 'active' }] },
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: snomedOf('230690007', 'Stroke'),
  onsetDateTime: '2019-02-15',
  ...more,
})

export const observation = (more: Json = {}): Json => ({
  resourceType: 'Observation',
  id: 'obs',
  status: 'final',
  ...theirs,
  code: loincOf('8867-4'),
  effectiveDateTime: '2026-11-01T08:00:00-08:00',
  valueQuantity: { value: 64, code: '/min' },
  ...more,
})

const pressure = (code: string, value: unknown, unit: string) => ({
  code: loincOf(code),
  valueQuantity: { value, unit, code: unit },
})

export const bloodPressure = (systolic: unknown, diastolic: unknown, unit = 'mm[Hg]'): Json => ({
  ...observation({
    code: loincOf('85354-9'),
    component: [pressure('8480-6', systolic, unit), pressure('8462-4', diastolic, unit)],
  }),
  valueQuantity: undefined,
})

export const medication = (more: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  id: 'med',
  status: 'active',
  intent: 'order',
  ...theirs,
  medicationCodeableConcept: {
    coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '2598', display: 'clonazepam' }],
  },
  authoredOn: '2020-01-02',
  ...more,
})

export const bundleOf = (...resources: unknown[]): Json => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
})

export const textOf = (bundle: unknown): string => JSON.stringify(bundle)
