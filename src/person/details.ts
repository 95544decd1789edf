import { day, instant, isoOf, type Instant } from '../kernel/instant.ts'
import type { Person } from './person.ts'

/** Who a person is taken to be, and how they are reached. */
export type Details = Omit<Person, 'id'>

/** In the order in which they are told. */
export const detailParts = [
  'givenName',
  'familyName',
  'calledBy',
  'birthDate',
  'gender',
  'language',
  'timeZone',
  'phone',
  'email',
  'addressLine',
  'city',
  'state',
  'postalCode',
] as const satisfies readonly (keyof Details)[]
export type DetailPart = (typeof detailParts)[number]

/** How a person is called and reached. Who they are taken to be is no part of it. */
export const reachParts = [
  'calledBy',
  'phone',
  'email',
  'addressLine',
  'city',
  'state',
  'postalCode',
  'timeZone',
] as const satisfies readonly DetailPart[]
export type Reach = Pick<Details, (typeof reachParts)[number]>

export const reachOf = (details: Details): Reach => partsOf(details, reachParts) as Reach

/** What is not the same in the two, in the order in which it is told. */
export const changedParts = (before: Details, after: Details): DetailPart[] =>
  detailParts.filter((part) => before[part] !== after[part])

/** Of these details, those parts. */
export const partsOf = (details: Details, parts: readonly DetailPart[]): Partial<Details> =>
  Object.fromEntries(parts.map((part) => [part, details[part]]))

export const detailsOf = (person: Person): Details => partsOf(person, detailParts) as Details

/** What tells one person from another: a change of these is looked at for namesakes. */
export const saysWho = (parts: readonly DetailPart[]): boolean =>
  parts.some((part) => part === 'givenName' || part === 'familyName' || part === 'birthDate')

const longestLife = 125 * 366 * day

/** A day on the calendar on which someone who is alive now may have been born. */
export function isBirthDate(born: string, careNow: Instant): boolean {
  const at = instant(`${born}T12:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(born) || Number.isNaN(at)) return false
  return isoOf(at).startsWith(born) && at < careNow + day && at > careNow - longestLife
}
