import { isoOf, type Instant } from '../kernel/instant.ts'
import type { DecidedGate } from './gateFacts.ts'

export interface DecisionWritten {
  readonly gate: DecidedGate
  readonly proceed: boolean
  readonly reason: string
  readonly riskBenefit: string
  readonly mitigation: string
  readonly expiresAt: Instant
}

/** What is signed, letter by letter: the screen and the server each write it out, and their hashes must agree. */
export const decisionText = (sessionId: string, written: DecisionWritten): string =>
  JSON.stringify([
    'day-decision',
    1,
    sessionId,
    written.gate,
    written.proceed,
    written.reason,
    written.riskBenefit,
    written.mitigation,
    isoOf(written.expiresAt),
  ])

export const dischargeText = (
  sessionId: string,
  { reason, open }: { readonly reason: string; readonly open: readonly string[] },
): string => JSON.stringify(['discharge-despite', 1, sessionId, reason, open])
