import type { Instant } from '../kernel/instant.ts'

/** In the order of clinical.md 3.5. */
export const gateIds = [
  'session',
  'order',
  'findings',
  'today',
  'medicines',
  'clearance',
  'pregnancy',
  'report',
  'consent',
  'suicide',
  'changes',
  'substances',
  'fasting',
  'pressure',
  'standing',
  'ride',
  'people',
  'equipment',
  'rems',
  'asked',
  'closing',
  'interval',
  'talked',
  'count',
] as const
export type GateId = (typeof gateIds)[number]

/** `waiting`: something is not known or not done yet. `stop`: something speaks against it. Unknown is never `met`. */
export type GateState = 'met' | 'waiting' | 'stop'

/** Who can clear it. `time`: nobody need do anything. `nobody`: not today. */
export type Clearer = 'prescriber' | 'therapist' | 'monitor' | 'coordinator' | 'client' | 'time' | 'nobody'

/** Because of what; the words for each code, for staff and for the client, are in the words files. */
export interface Because {
  readonly code: BecauseCode
  /** When it happened. */
  readonly at?: Instant | undefined
  /** Until when it holds, or from when it will. */
  readonly until?: Instant | undefined
  readonly name?: string | undefined
  readonly systolicMmHg?: number | undefined
  readonly diastolicMmHg?: number | undefined
  readonly limitSystolicMmHg?: number | undefined
  readonly limitDiastolicMmHg?: number | undefined
  /** In the words of whoever decided. For staff alone. */
  readonly words?: string | undefined
  /** Rule ids, or places that nobody fills. */
  readonly items?: readonly string[] | undefined
}

export const becauseCodes = [
  'session-ahead',
  'session-dosed',
  'session-not-planned',
  'course-ended',
  'order-signed',
  'order-none',
  'order-over',
  'order-broken',
  'order-second-broken',
  'order-used-up',
  'order-signer-left',
  'order-not-of-protocol',
  'order-needs-reason',
  'order-needs-second',
  'order-weight-unknown',
  'findings-clear',
  'findings-present',
  'findings-unknown',
  'findings-need-override',
  'today-not-asked',
  'today-against',
  'today-unsaid',
  'today-weighs',
  'today-decided',
  'today-well',
  'medicines-not-needed',
  'medicines-not-asked',
  'medicines-taken',
  'medicines-decided',
  'medicines-none',
  'pregnancy-not-needed',
  'pregnancy-none',
  'pregnancy-old',
  'pregnancy-unclear',
  'pregnancy-positive',
  'pregnancy-negative',
  'report-none',
  'report-old',
  'report-concern',
  'report-decided',
  'report-seen',
  'changes-not-asked',
  'changes-none',
  'changes-some',
  'changes-reviewed',
  'substances-not-asked',
  'substances-not-today',
  'substances-unsaid',
  'substances-weighs',
  'substances-decided',
  'substances-noted',
  'substances-none',
  'clearance-valid',
  'clearance-conditions',
  'clearance-none',
  'clearance-expired',
  'clearance-recalled',
  'clearance-broken',
  'clearance-refused',
  'consent-stands',
  'consent-unsigned',
  'consent-paper-only',
  'consent-too-young',
  'consent-expired',
  'consent-withdrawn',
  'consent-broken',
  'suicide-no-thoughts',
  'suicide-decided',
  'suicide-not-asked',
  'suicide-intent',
  'suicide-right-now',
  'suicide-high',
  'suicide-needs-formulation',
  'suicide-needs-decision',
  'pressure-within',
  'pressure-decided',
  'pressure-none',
  'pressure-old',
  'pressure-rest',
  'pressure-over',
  'pressure-needs-decision',
  'pressure-not-today',
  'pressure-decided-against',
  'ride-named',
  'ride-none',
  'people-present',
  'people-missing',
  'asked-yes',
  'asked-not-yet',
  'asked-ride-changed',
  'asked-not-today',
  'asked-not-safe',
  'asked-own-screen',
  'interval-first',
  'interval-long-enough',
  'interval-decided',
  'interval-too-short',
  'interval-too-short-brought',
  'fasting-not-told',
  'fasting-long-enough',
  'fasting-too-short',
  'standing-not-needed',
  'standing-none',
  'standing-old',
  'standing-no-seated',
  'standing-holds',
  'standing-decided',
  'standing-drops',
  'equipment-not-checked',
  'equipment-checked',
  'equipment-missing',
  'rems-not-needed',
  'rems-attested',
  'rems-missing',
  'closing-not-told',
  'closing-late-enough',
  'closing-too-early',
  'talked-not-needed',
  'talked-first',
  'talked-not-yet',
  'talked-not-yet-brought',
  'talked-half',
  'talked-wanted',
  'talked-too-soon',
  'talked-not-home',
  'talked-instead-too-soon',
  'talked-no-more',
  'talked-instead',
  'count-none',
  'count-agrees',
  'count-differs',
  'count-decided',
  'count-out-of-date',
] as const
export type BecauseCode = (typeof becauseCodes)[number]

export interface Gate {
  readonly id: GateId
  readonly state: GateState
  readonly because: Because
  readonly clears: readonly Clearer[]
  /** The row of the clinical reference. */
  readonly rule: string
}

export type Found = Omit<Gate, 'id' | 'rule'>

/** What this protocol, or this client, does not need is met, and on no screen. */
const notNeeded: readonly BecauseCode[] = [
  'standing-not-needed',
  'rems-not-needed',
  'talked-not-needed',
  'medicines-not-needed',
  'pregnancy-not-needed',
]
export const isNeeded = ({ because }: { readonly because: { readonly code: BecauseCode } }): boolean =>
  !notNeeded.includes(because.code)

export const met = (because: Because, ...clears: Clearer[]): Found => ({ state: 'met', because, clears })
export const waiting = (because: Because, ...clears: Clearer[]): Found => ({
  state: 'waiting',
  because,
  clears,
})
export const stop = (because: Because, ...clears: Clearer[]): Found => ({ state: 'stop', because, clears })
