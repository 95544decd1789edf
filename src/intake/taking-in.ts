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
