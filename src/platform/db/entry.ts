import type { Actor } from '../../kernel/actor.ts'
import type { Earlier } from '../../kernel/call.ts'
import type { Instant } from '../../kernel/instant.ts'

/** Who holds this token, in which seat, and when: what `arrive` finds at the door. */
export interface Entry {
  readonly actor: Actor
  /** `departed`: a client whose place here has ended; they hand in what they had answered, and read nothing. */
  readonly kind: 'member' | 'client' | 'guest' | 'tablet' | 'departed' | null
  readonly loginId: string
  readonly factors: 1 | 2
  /** False while a second factor is still owed. */
  readonly complete: boolean
  readonly language: 'en' | 'es'
  readonly demo: boolean
  readonly seenAt: Instant
  readonly careNow: Instant
  /** The one the ticket names, and how the actor stands to them. Nothing: there is no such person here, for them. */
  readonly about: { readonly personId: string; readonly relation: string } | undefined
  readonly earlier: Earlier | undefined
  /** The sign-in is idle, and this is the one session room that it still holds: nothing else is open to it. */
  readonly room?: Room
}

export interface Room {
  readonly sessionId: string
  readonly personId: string
  readonly courseId: string
}

export interface Ticket {
  /** The token is a tablet's: it opens one form, and no sign-in is looked for. */
  readonly tablet?: boolean
  readonly tokenHash: Buffer
  readonly seatId: string | undefined
  readonly machineNow: Instant
  /** Whether a person was there to ask; a page left open asks by itself, and that keeps no one signed in. */
  readonly attended: boolean
  /** Who it is about, and the intent it carries: looked up on the way in. */
  readonly about?: { readonly kind: 'person' | 'course' | 'session'; readonly id: string } | undefined
  readonly intentKey?: string | undefined
}
