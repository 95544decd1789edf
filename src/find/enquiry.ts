import { minute, type Instant } from '../kernel/instant.ts'

export const reaches = ['call', 'text', 'email'] as const
export const messages = ['any', 'plain', 'none'] as const
export const enquiryKinds = ['answered', 'invited', 'not-now'] as const

export type Reach = (typeof reaches)[number]
/** What may be left where the writer is reached: anything, only a name and a number, or nothing. */
export type Message = (typeof messages)[number]
export type EnquiryKind = (typeof enquiryKinds)[number]

export interface Enquiry {
  readonly id: string
  readonly listingId: string
  readonly called: string
  readonly reachBy: Reach
  readonly contact: string
  readonly message: Message
  readonly place: string
  readonly language: 'en' | 'es'
  readonly words: string
}

/** A number someone could dial, an address that could be written to; more than that only a call can tell. */
export function canReach(reachBy: Reach, contact: string): boolean {
  if (reachBy === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(contact)
  return /^[+()\d\s.x-]+$/i.test(contact) && contact.replaceAll(/\D/g, '').length >= 7
}

/** Whether what was typed names a way that cannot be reached. Open choices are not wrong yet; they are missing. */
export const isUnreachable = (typed: Readonly<Record<string, string>>): boolean => {
  const reachBy = reaches.find((reach) => reach === typed['reachBy'])
  const contact = typed['contact']?.trim() ?? ''
  return reachBy !== undefined && contact !== '' && !canReach(reachBy, contact)
}

/** Practice settings [PD]: as many as a family on one address may need, far fewer than a machine would send. */
const windowLong = 10 * minute
const mostFromOneAddress = 6
export const mostInAnHour = 120

/** The tries from one address that still count, with this one; nothing when it is one too many. */
export function paced(tries: readonly Instant[], now: Instant): readonly Instant[] | undefined {
  const recent = tries.filter((at) => now - at < windowLong)
  return recent.length < mostFromOneAddress ? [...recent, now] : undefined
}
