interface Invented {
  readonly key: string
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string
  readonly gender: 'female' | 'male'
  readonly language: 'en' | 'es'
  readonly email: string
  readonly address: string
  readonly phone: string
}

interface Coded {
  readonly system: string
  readonly code: string
  readonly display: string
}

const snomed = 'http://snomed.info/sct'
const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm'

const depression: Coded = { system: snomed, code: '370143000', display: 'Major depressive disorder' }
const sertraline: Coded = { system: rxnorm, code: '312941', display: 'Sertraline 50 MG Oral Tablet' }

const invented = {
  tag: [
    {
      system: 'https://throughline.example/tags',
      code: 'invented',
      display: 'Invented for the demonstration',
    },
  ],
}

/** A letter of referral as another clinic's system would send it, about an invented person. */
export function referralOf(person: Invented): string {
  const subject = { reference: `Patient/${person.key}` }
  const resources = [
    patientOf(person),
    {
      resourceType: 'Condition',
      id: `${person.key}-problem`,
      meta: invented,
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      verificationStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
      },
      code: { coding: [depression], text: depression.display },
      subject,
      onsetDateTime: '2019-04-01',
    },
    {
      resourceType: 'MedicationRequest',
      id: `${person.key}-medicine`,
      meta: invented,
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: { coding: [sertraline], text: sertraline.display },
      subject,
      authoredOn: '2025-09-12',
    },
  ]
  const entry = resources.map((resource) => ({
    fullUrl: `https://clinic.example/fhir/${resource.resourceType}/${resource.id}`,
    resource,
  }))
  return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })
}

const patientOf = (person: Invented) => ({
  resourceType: 'Patient',
  id: person.key,
  meta: invented,
  identifier: [
    {
      system: 'https://clinic.example/mrn',
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
      value: `DEMO-${person.key}`,
    },
  ],
  name: [{ use: 'official', family: person.familyName, given: [person.givenName] }],
  gender: person.gender,
  birthDate: person.birthDate,
  telecom: [
    { system: 'phone', value: person.phone, use: 'mobile' },
    { system: 'email', value: person.email },
  ],
  address: [{ line: [person.address], city: 'Los Angeles', state: 'CA', postalCode: '90026', country: 'US' }],
  communication: [
    { language: { coding: [{ system: 'urn:ietf:bcp:47', code: person.language }] }, preferred: true },
  ],
})
