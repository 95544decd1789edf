import { hour, minute, type Instant } from '../kernel/instant.ts'

export const reaches = ['call', 'text', 'email'] as const
export const messages = ['any', 'plain', 'none'] as const
/** What someone at the desk can say came of it. */
export const enquiryKinds = ['answered', 'invited', 'not-now'] as const
/** Or that its writer is in care now, which is so once they were taken in. */
export const enquiryStandings = [...enquiryKinds, 'taken-in'] as const

export type Reach = (typeof reaches)[number]
/** What may be left where the writer is reached: anything, only a name and a number, or nothing. */
export type Message = (typeof messages)[number]
export type EnquiryKind = (typeof enquiryKinds)[number]
export type EnquiryStanding = (typeof enquiryStandings)[number]

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

/** One sending, as it counts: when, and under which intent, since the same one sent again is no further try. */
export interface Sending {
  readonly at: Instant
  readonly intent: string
}

/** Practice settings [PD]: as many as a family on one network may need, far fewer than a machine would send. */
const usually = { most: 6, within: 10 * minute }
/** While more write to one practice than ever do, each network once an hour: nobody new is shut out by those who came before. */
const whileCrowded = { most: 1, within: hour }
const crowdedFrom = 120

/** Whether more have written to the practice within the hour than people do. */
export const isCrowded = (lately: number): boolean => lately >= crowdedFrom

/** The sendings of one network that still count, with this one; nothing when it is one too many. */
export function paced(
  sendings: readonly Sending[],
  now: Sending,
  crowded: boolean,
): readonly Sending[] | undefined {
  const { most, within } = crowded ? whileCrowded : usually
  const counted = sendings.filter(({ at }) => now.at - at < hour)
  if (counted.some(({ intent }) => intent === now.intent)) return counted
  return counted.filter(({ at }) => now.at - at < within).length < most ? [...counted, now] : undefined
}
