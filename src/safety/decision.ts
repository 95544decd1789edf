import { canonical } from '../kernel/canonical.ts'

/** A prescriber's written decision to go on after a check that was not clear (clinical.md 0.2, override). */
export interface Decision {
  readonly personId: string
  readonly checkId: string
  readonly reason: string
  readonly riskBenefit: string
  readonly mitigation: string
  /** ISO 8601 */
  readonly expiresAt: string
}

/** What is signed: these words about this check, until then. */
export const decisionText = ({
  personId,
  checkId,
  reason,
  riskBenefit,
  mitigation,
  expiresAt,
}: Decision): string =>
  canonical({
    document: 'decision-after-check',
    version: '1',
    personId,
    checkId,
    reason,
    riskBenefit,
    mitigation,
    expiresAt,
  })
