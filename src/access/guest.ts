import { canonical } from '../kernel/canonical.ts'
import { day, type Instant } from '../kernel/instant.ts'

/** How long a client lets a guest take part: until the course ends, or for so many days of it. */
export const lastings = ['course', '30', '90'] as const
export type Lasting = (typeof lastings)[number]

/** The last moment of a permission; null where the end of the course is its end. */
export const endOf = (lasts: Lasting, from: Instant): Instant | null =>
  lasts === 'course' ? null : from + Number(lasts) * day

/** What a guest will see, and what nobody can open to them; the screen has a sentence for each. */
export const guestSees = ['thread', 'words', 'before', 'measures', 'room', 'agreement', 'contact'] as const
export const guestNever = ['private', 'orders', 'safety', 'others', 'record'] as const

export interface Permission {
  readonly personId: string
  readonly courseId: string
  readonly name: string
  readonly email: string
  readonly lasts: Lasting
  readonly language: 'en' | 'es'
}

/** What a client agrees to, word for word as data: hashed by the screen that shows it and by the server alike. */
export const permissionShown = ({ personId, courseId, name, email, lasts, language }: Permission): string =>
  canonical({
    document: 'guest-permission',
    version: '1',
    personId,
    courseId,
    name,
    email,
    lasts,
    language,
    sees: guestSees,
    never: guestNever,
  })

/** By the client, by the guest, or by the practice. */
export type GuestEnd = 'taken-back' | 'left' | 'ended-here'

/** What the list of a licensing board said. */
export const licenseFindings = ['valid', 'not-valid', 'not-found'] as const
export type LicenseFinding = (typeof licenseFindings)[number]

export interface GuestFacts {
  readonly until: Instant | null
  readonly courseEndsAt: Instant | null
  readonly linkExpiresAt: Instant | null
  readonly joinedAt: Instant | null
  readonly ended: { readonly how: GuestEnd; readonly at: Instant } | null
}

export type GuestState = 'invited' | 'link-old' | 'here' | 'over' | GuestEnd

/** Until when it can last at most. */
const lastMoment = ({ until, courseEndsAt }: GuestFacts): Instant =>
  Math.min(until ?? Infinity, courseEndsAt ?? Infinity)

/** Whether the permission holds now. `guest_grant_stands` says the same in SQL, and the door asks that one. */
export const stands = (facts: GuestFacts, careNow: Instant): boolean =>
  facts.ended === null && lastMoment(facts) > careNow

/** Links are timed by the machine's clock, permissions by the clock of care. */
export function guestState(
  facts: GuestFacts,
  { careNow, machineNow }: { careNow: Instant; machineNow: Instant },
): GuestState {
  if (facts.ended) return facts.ended.how
  if (!stands(facts, careNow)) return 'over'
  if (facts.joinedAt !== null) return 'here'
  return facts.linkExpiresAt !== null && facts.linkExpiresAt > machineNow ? 'invited' : 'link-old'
}
