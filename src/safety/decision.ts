import { canonical } from '../kernel/canonical.ts'
import type { RiskLevel } from './suicide.ts'

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

/** What a licensed clinician makes of somebody's risk, and why. */
export interface Judgement {
  readonly personId: string
  readonly level: RiskLevel
  readonly speaksFor: string
  readonly protects: string
  readonly couldChange: string
  readonly nextSteps: string
}

/** What is signed: these words, and the level they lead to. */
export const judgementText = ({
  personId,
  level,
  speaksFor,
  protects,
  couldChange,
  nextSteps,
}: Judgement): string =>
  canonical({
    document: 'risk-formulation',
    version: '1',
    personId,
    level,
    speaksFor,
    protects,
    couldChange,
    nextSteps,
  })
