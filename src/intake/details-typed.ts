import type { Instant } from '../kernel/instant.ts'
import { canReach } from '../find/enquiry.ts'
import { detailParts, isBirthDate, type DetailPart, type Details } from '../person/details.ts'

/** As it stands in the fields: the birthday in three of them, all else as text. */
export interface TypedDetails {
  /** What stood there when the fields were filled. */
  readonly was: Details
  readonly text: Readonly<Record<DetailPart, string>>
  readonly born: { readonly year: string; readonly month: string; readonly day: string }
  readonly why: string
  readonly someoneElse: boolean
}

export function typedFrom(was: Details): TypedDetails {
  const [year = '', month = '', day = ''] = (was.birthDate ?? '').split('-')
  const text = Object.fromEntries(detailParts.map((part) => [part, was[part] ?? '']))
  return {
    was,
    text: text as Record<DetailPart, string>,
    born: { year, month, day: day.replace(/^0/, '') },
    why: '',
    someoneElse: false,
  }
}

const isEmpty = ({ year, month, day }: TypedDetails['born']) => `${year}${month}${day}`.trim() === ''

const bornTyped = (born: TypedDetails['born']): string | null =>
  isEmpty(born) ? null : [born.year.trim(), born.month, born.day.trim().padStart(2, '0')].join('-')

/** As it was typed, or nothing where nothing was. */
export const orNone = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const oneOf = <One extends string>(all: readonly One[], text: string): One | undefined =>
  all.find((one) => one === text)

/** What would stand then. An empty field is nobody’s knowledge, not an empty name. */
export const detailsTyped = ({ was, text, born }: TypedDetails): Details => ({
  givenName: text.givenName.trim(),
  familyName: text.familyName.trim(),
  calledBy: orNone(text.calledBy),
  birthDate: bornTyped(born),
  gender: oneOf(['female', 'male', 'other', 'unknown'] as const, text.gender) ?? null,
  language: oneOf(['en', 'es'] as const, text.language) ?? was.language,
  timeZone: text.timeZone,
  phone: orNone(text.phone),
  email: orNone(text.email)?.toLowerCase() ?? null,
  addressLine: orNone(text.addressLine),
  city: orNone(text.city),
  state: orNone(text.state),
  postalCode: orNone(text.postalCode),
})

export type Wrong = 'name' | 'born' | 'email' | 'why' | 'nothing'

/** Why it cannot be kept yet. What was unknown may stay so; what was known is not emptied into a day that is none. */
export function wrongIn(typed: TypedDetails, changed: number, careNow: Instant): Wrong[] {
  const now = detailsTyped(typed)
  const faults: Record<Wrong, boolean> = {
    name: `${now.givenName}${now.familyName}` === '',
    born: now.birthDate !== null && !isBirthDate(now.birthDate, careNow),
    email: now.email !== null && !canReach('email', now.email),
    why: typed.why.trim() === '',
    nothing: changed === 0,
  }
  return (Object.keys(faults) as Wrong[]).filter((fault) => faults[fault])
}
