import type { When } from '../intake/when.ts'
import type { Coding } from '../intake/terms.ts'
import type { Stage } from './rule.ts'

/** What is known about one person at one moment. The published shape is docs/facts.schema.json. */
export interface Facts {
  readonly stage: Stage
  /** An IANA zone or an offset such as `-08:00`: what "today" means. */
  readonly timeZone: string
  readonly birthDate: When | null
  readonly answers: readonly Answer[]
  readonly records: readonly RecordFact[]
  readonly medicines: readonly MedicineFact[]
  readonly readings: readonly Reading[]
  readonly evidence: readonly EvidenceFact[]
  readonly changes: readonly Change[]
  readonly doses: readonly When[]
  readonly consents: readonly Consent[]
  readonly people: readonly Present[]
  readonly overrides: readonly Override[]
}

export interface Answer {
  readonly id: string
  readonly question: string
  /** One of the question’s own, or `declined`, or `cannot-be-known`; for a date `on` or `never`. */
  readonly answer: string
  readonly on: When | null
  readonly saidAt: When
  readonly saidBy: string
}
export type Standing = 'confirmed' | 'to-be-confirmed' | 'refuted' | 'cannot-be-known'
export interface RecordFact {
  readonly id: string
  readonly text: string
  readonly codings: readonly Coding[]
  readonly standing: Standing
  /** Suspected or provisional records are not certain. */
  readonly certain: boolean
  readonly ended: boolean
  readonly when: When | null
}
export interface MedicineFact {
  readonly id: string
  readonly text: string
  readonly codings: readonly Coding[]
  readonly taking: 'yes' | 'no' | 'unknown'
  readonly lastTakenAt: When | null
  readonly when: When | null
  /** A clinician knows what this is and that no row is about it. */
  readonly confirmed: boolean
}
export interface Reading {
  readonly id: string
  readonly measure: string
  readonly value: number
  readonly unit: string
  readonly at: When
}
export interface EvidenceFact {
  readonly id: string
  readonly evidence: string
  readonly at: When
}
export interface Change {
  readonly id: string
  readonly change: string
  readonly at: When
}
export interface Consent {
  readonly id: string
  readonly element: string
  readonly choice: 'agreed' | 'declined' | 'withdrawn'
  readonly at: When
  /** Signed under the effect of a dose: it does not count. */
  readonly altered: boolean
}
export interface Present {
  readonly id: string
  readonly role: string
  readonly state: 'here' | 'reachable' | 'away'
  readonly at: When
}
export interface Override {
  readonly id: string
  readonly rule: string
  readonly reason: string
  readonly riskAndBenefit: string
  readonly mitigation: string
  readonly writtenAt: When
  readonly expiresAt: When
  readonly signedBy: string
}
