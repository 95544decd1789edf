import type { Actor } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/instant.ts'

/** Who holds this token, in which seat, and when: what `enter` finds at the door. */
export interface Entry {
  readonly actor: Actor
  readonly kind: 'member' | 'client' | 'guest' | null
  readonly loginId: string
  readonly factors: 1 | 2
  readonly language: 'en' | 'es'
  readonly demo: boolean
  readonly seenAt: Instant
  readonly careNow: Instant
}

export interface Ticket {
  readonly tokenHash: Buffer
  readonly seatId: string | undefined
  readonly machineNow: Instant
}
