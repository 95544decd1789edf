import { canReach } from '../find/enquiry.ts'
import type { Instant } from '../kernel/instant.ts'
import { isBirthDate } from '../person/details.ts'
import type { Told } from './taking-in.ts'

/** As it stands in the fields. */
export interface Typed {
  readonly givenName: string
  readonly familyName: string
  readonly calledBy: string
  readonly year: string
  readonly month: string
  readonly day: string
  readonly language: 'en' | 'es' | undefined
  readonly phone: string
  readonly email: string
}

export const noneTyped: Typed = {
  givenName: '',
  familyName: '',
  calledBy: '',
  year: '',
  month: '',
  day: '',
  language: undefined,
  phone: '',
  email: '',
}

/** What somebody wrote of themself, in the fields. What they asked to be called stays, whatever their papers say. */
export const typedFrom = ({ givenName, language, phone, email }: Told): Typed => ({
  ...noneTyped,
  givenName,
  calledBy: givenName,
  language,
  phone,
  email,
})

export type Lacking = 'givenName' | 'familyName' | 'born' | 'language' | 'email'

/** Nothing but what is needed: how they are reached may not be known yet. */
export function lackingIn(typed: Typed, careNow: Instant): Lacking[] {
  return [
    ...(['givenName', 'familyName'] as const).filter((name) => typed[name].trim() === ''),
    ...(isBirthDate(bornTyped(typed), careNow) ? [] : (['born'] as const)),
    ...(typed.language ? [] : (['language'] as const)),
    ...(typed.email.trim() === '' || canReach('email', typed.email.trim()) ? [] : (['email'] as const)),
  ]
}

const bornTyped = ({ year, month, day }: Typed): string =>
  [year.trim(), month, day.trim().padStart(2, '0')].join('-')

/** Of fields in which nothing is lacking. */
export function toldIn(typed: Typed): Told {
  if (typed.language === undefined) throw new Error('asked before everything was filled in')
  const calledBy = typed.calledBy.trim()
  return {
    givenName: typed.givenName.trim(),
    familyName: typed.familyName.trim(),
    calledBy: calledBy === '' || calledBy === typed.givenName.trim() ? null : calledBy,
    birthDate: bornTyped(typed),
    language: typed.language,
    phone: typed.phone.trim(),
    email: typed.email.trim().toLowerCase(),
  }
}
