import type { Person } from '../person/person.ts'
import type { Demographics } from './referral.ts'

/** A person as a referral names them. A birthday that is a year alone stays with the referral until someone knows the day. */
export function newPersonFrom(
  told: Demographics,
  here: { readonly id: string; readonly timeZone: string },
): Person {
  return {
    id: here.id,
    givenName: told.given,
    familyName: told.family,
    calledBy: null,
    birthDate: told.birthDate?.length === 10 ? told.birthDate : null,
    gender: told.gender,
    language: told.language ?? 'en',
    timeZone: here.timeZone,
    email: orNull(told.email),
    phone: orNull(told.phone),
    addressLine: orNull(told.addressLine),
    city: orNull(told.city),
    state: orNull(told.state),
    postalCode: orNull(told.postalCode),
  }
}

const orNull = (said: string): string | null => (said === '' ? null : said)
