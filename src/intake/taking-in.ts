import { day, instant, isoOf, type Instant } from '../kernel/instant.ts'
import type { Person } from '../person/person.ts'

/** What the desk takes down of someone who comes without a file. An address nobody has asked for yet is left open. */
export interface Told {
  readonly givenName: string
  readonly familyName: string
  readonly calledBy: string | null
  readonly birthDate: string
  readonly language: 'en' | 'es'
  readonly phone: string
  readonly email: string
}

export const noneTold: Told = {
  givenName: '',
  familyName: '',
  calledBy: null,
  birthDate: '',
  language: 'en',
  phone: '',
  email: '',
}

const longestLife = 125 * 366 * day

/** A day on the calendar on which someone who is alive now may have been born. */
export function isBirthDate(born: string, careNow: Instant): boolean {
  const at = instant(`${born}T12:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(born) || Number.isNaN(at)) return false
  return isoOf(at).startsWith(born) && at < careNow + day && at > careNow - longestLife
}

interface Written {
  readonly called: string
  readonly reachBy: 'call' | 'text' | 'email'
  readonly contact: string
  readonly language: 'en' | 'es'
}

/** As far as the enquiry gave it: what to call them, how they are reached, in which language. Nothing is guessed. */
export const toldBy = ({ called, reachBy, contact, language }: Written): Told => ({
  ...noneTold,
  givenName: called,
  language,
  ...(reachBy === 'email' ? { email: contact } : { phone: contact }),
})

export const personTold = (told: Told, here: { readonly id: string; readonly timeZone: string }): Person => ({
  id: here.id,
  givenName: told.givenName,
  familyName: told.familyName,
  calledBy: told.calledBy === told.givenName ? null : told.calledBy,
  birthDate: told.birthDate,
  gender: null,
  language: told.language,
  timeZone: here.timeZone,
  email: told.email === '' ? null : told.email,
  phone: told.phone === '' ? null : told.phone,
  addressLine: null,
  city: null,
  state: null,
  postalCode: null,
})
