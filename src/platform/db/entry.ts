import type { Actor } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/instant.ts'

/** Who holds this token, in which seat, and when: what `enter` finds at the door. */
export interface Entry {
  readonly actor: Actor
  readonly kind: 'member' | 'client' | 'guest' | null
  readonly loginId: string
  readonly factors: 1 | 2
  /** False while a second factor is still owed. */
  readonly complete: boolean
  readonly language: 'en' | 'es'
  readonly demo: boolean
  readonly seenAt: Instant
  readonly careNow: Instant
}

export interface Ticket {
  readonly tokenHash: Buffer
  readonly seatId: string | undefined
  readonly machineNow: Instant
  /** Whether a person was there to ask; a page left open asks by itself, and that keeps no one signed in. */
  readonly attended: boolean
}
