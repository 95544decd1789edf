import type { Signature, Withdrawal } from '../consent/state.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Order } from '../medication/order.ts'
import type { Protocol } from '../protocol/protocol.ts'
import type { Raised } from '../rule/own.ts'
import type { SuicideFacts } from '../safety/suicide.ts'
import type { DayNeeds, DayRules } from './dayRules.ts'
import type { DayTold } from './dayTold.ts'
import type { Phase } from './session.ts'

/** Everything the gates of one session are worked out from. Lists are in the order in which they were recorded. */
export interface GateFacts {
  /** The practice's: "today" is its day. */
  readonly timeZone: string
  readonly birthDate: string | null
  readonly protocol: Protocol
  readonly session: {
    readonly id: string
    readonly phase: Phase
    readonly dosedAt: Instant | null
    readonly courseEndsAt: Instant | null
  }
  readonly orders: readonly Order[]
  readonly findings: Findings
  readonly clearance: ClearanceFact
  readonly signatures: readonly (Signature & Pick<SealedFact, 'seal'>)[]
  readonly withdrawals: readonly Withdrawal[]
  /** Consents on paper: since when one that nobody ended is here, and when the last one was taken back. Neither opens a gate. */
  readonly paper?: { readonly standsSince: Instant | null; readonly withdrawnAt: Instant | null }
  /** For how long a first consent rests, where the practice has decided that itself. */
  readonly consentWaitHours?: number | null
  readonly suicide: SuicideFacts
  readonly pressures: readonly Pressure[]
  readonly decisions: readonly DayDecision[]
  readonly rides: readonly Ride[]
  readonly presence: readonly Presence[]
  readonly asked: readonly AskedAlone[]
  readonly told: readonly DayTold[]
  /** Medicines taken, or perhaps taken, that may let the blood pressure drop on standing. */
  readonly dropping: readonly string[]
  readonly needs: DayNeeds
  /** What the table of rules says of the questions and the evidence of the day. */
  readonly dayRules: DayRules
  /** The last dose of this person in any other session, or elsewhere as far as it was brought in. */
  readonly lastDoseAt: Instant | null
  /** The last dose given here in another session, and when they went home from it: null where nobody has said. */
  readonly lastHere: { readonly at: Instant; readonly homeAt: Instant | null } | null
  /** Of those that were brought in, the last moment at which one can have been. */
  readonly lastBroughtAt?: Instant | null
}

/** What the eligibility rules say now, with the overrides that are live. */
export interface Findings {
  readonly verdict: 'clear' | 'caution' | 'override' | 'hold' | 'block'
  /** The rules that stand open, gravest first. */
  readonly open: readonly string[]
  /** Every rule that the practice had made graver by then. */
  readonly raised?: readonly Raised[]
}

/** A signature as it is counted: by which seal, and whether it is whole. */
export interface SealedFact {
  readonly id: string
  readonly seal?: string | null
  readonly broken: boolean
}

export interface ClearanceFact {
  readonly standing:
    | 'none'
    | 'clear'
    | 'clear-with-conditions'
    | 'not-now'
    | 'no'
    | 'expired'
    | 'recalled'
    | 'broken'
  /** The newest one itself. */
  readonly signature?: SealedFact | null
  readonly by: string | null
  /** In the prescriber's words, where it was cleared on conditions. */
  readonly conditions: string | null
  readonly decidedAt: Instant | null
  readonly validUntil: Instant | null
}

/** A blood pressure of this session as it stands, corrections minded. `doubtful`: the device's clock was wrong. */
export interface Pressure {
  readonly id: string
  readonly systolicMmHg: number
  readonly diastolicMmHg: number
  readonly takenAt: Instant
  readonly doubtful: boolean
}

/** What a prescriber can decide about in writing, for the day. */
export const decidedGates = [
  'pressure',
  'interval',
  'standing',
  'count',
  'today',
  'medicines',
  'report',
  'substances',
] as const
export type DecidedGate = (typeof decidedGates)[number]

export interface DayDecision {
  readonly gate: DecidedGate
  readonly proceed: boolean
  readonly decidedAt: Instant
  readonly expiresAt: Instant
  readonly byName: string
  /** Whether who decided still prescribes here. */
  readonly prescribes: boolean
}

/** Without a name, a ride that fell through. */
export interface Ride {
  readonly id: string
  readonly name: string | null
  readonly phone: string | null
  readonly namedAt: Instant
}

export interface Presence {
  readonly memberId: string
  readonly name: string
  readonly state: 'here' | 'reachable' | 'away'
  /** None when the member no longer works here. */
  readonly roles: readonly string[]
  readonly notedAt: Instant
}

export interface AskedAlone {
  readonly wantsToday: boolean
  readonly safeHome: boolean | null
  readonly rideId: string | null
  readonly onOwnScreen: boolean
  readonly askedAt: Instant
}
