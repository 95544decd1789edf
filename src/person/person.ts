/** A person in care, as the practice knows them. "Client" in copy, Patient in FHIR. */
export interface Person {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly calledBy: string | null
  /** A calendar day, YYYY-MM-DD. */
  readonly birthDate: string | null
  readonly gender: 'female' | 'male' | 'other' | 'unknown' | null
  readonly language: 'en' | 'es'
  readonly timeZone: string
  readonly email: string | null
  readonly phone: string | null
  readonly addressLine: string | null
  readonly city: string | null
  readonly state: string | null
  readonly postalCode: string | null
}

/** What the person likes to be called, or their given name. */
export const calledName = (person: Pick<Person, 'calledBy' | 'givenName'>): string =>
  person.calledBy || person.givenName
