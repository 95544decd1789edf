import { isoOf, type Instant } from '../kernel/instant.ts'
import type {
  Fixed,
  FixedOrNone,
  Moment,
  MomentOrNone,
  StampedByDatabase,
  WorkedOutByDatabase,
} from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Doubt } from '../journey/facts.ts'
import type { RiskLevel, SuicideAnswer } from './suicide.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    suicide_check: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: FixedOrNone<string>
      session_id: FixedOrNone<string>
      answer: Fixed<SuicideAnswer>
      asked_by: Fixed<string>
      asked_at: Moment
      arrived_at: MomentOrNone
      doubt: FixedOrNone<Doubt>
      counts_at: WorkedOutByDatabase
      recorded_at: StampedByDatabase
    }
    safety_plan: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      warning_signs: Fixed<string>
      on_my_own: Fixed<string>
      people_and_places: Fixed<string>
      people_to_ask: Fixed<string>
      professionals: Fixed<string>
      surroundings: Fixed<string>
      made_with: Fixed<string>
      made_at: Moment
      recorded_at: StampedByDatabase
    }
    risk_formulation: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      level: Fixed<RiskLevel>
      speaks_for: Fixed<string>
      protects: Fixed<string>
      could_change: Fixed<string>
      next_steps: Fixed<string>
      document_hash: Fixed<string>
      confirmation_id: Fixed<string>
      made_by: Fixed<string>
      made_at: Moment
      recorded_at: StampedByDatabase
    }
    suicide_override: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      check_id: Fixed<string>
      reason: Fixed<string>
      risk_benefit: Fixed<string>
      mitigation: Fixed<string>
      expires_at: Moment
      document_hash: Fixed<string>
      confirmation_id: Fixed<string>
      decided_by: Fixed<string>
      decided_at: Moment
      recorded_at: StampedByDatabase
    }
  }
}

export interface NewCheck {
  readonly id: string
  readonly personId: string
  readonly sessionId: string | null
  readonly answer: SuicideAnswer
  readonly askedBy: string
  readonly askedAt: Instant
  /** Where it waited on a device: when it came here. */
  readonly arrivedAt: Instant | null
  readonly doubt: Doubt | null
}

export async function addSuicideCheck(tx: WriteTx, check: NewCheck): Promise<void> {
  await tx
    .insertInto('suicide_check')
    .values((of) => ({
      practice_id: tx.actor.practiceId,
      id: check.id,
      person_id: check.personId,
      course_id: of
        .selectFrom('course')
        .select('course.id')
        .where('course.person_id', '=', check.personId)
        .where('course.ended_at', 'is', null)
        .orderBy('course.begun_at', 'desc')
        .limit(1),
      session_id: check.sessionId,
      answer: check.answer,
      asked_by: check.askedBy,
      asked_at: isoOf(check.askedAt),
      arrived_at: check.arrivedAt === null ? null : isoOf(check.arrivedAt),
      doubt: check.doubt,
    }))
    .execute()
}

export interface NewPlan {
  readonly id: string
  readonly personId: string
  readonly warningSigns: string
  readonly onMyOwn: string
  readonly peopleAndPlaces: string
  readonly peopleToAsk: string
  readonly professionals: string
  readonly surroundings: string
  readonly madeWith: string
  readonly madeAt: Instant
}

export async function addPlan(tx: WriteTx, plan: NewPlan): Promise<void> {
  await tx
    .insertInto('safety_plan')
    .values({
      practice_id: tx.actor.practiceId,
      id: plan.id,
      person_id: plan.personId,
      warning_signs: plan.warningSigns,
      on_my_own: plan.onMyOwn,
      people_and_places: plan.peopleAndPlaces,
      people_to_ask: plan.peopleToAsk,
      professionals: plan.professionals,
      surroundings: plan.surroundings,
      made_with: plan.madeWith,
      made_at: isoOf(plan.madeAt),
    })
    .execute()
}

export interface NewOverride {
  readonly id: string
  readonly personId: string
  readonly checkId: string
  readonly reason: string
  readonly riskBenefit: string
  readonly mitigation: string
  readonly expiresAt: string
  readonly documentHash: string
  readonly confirmationId: string
  readonly decidedBy: string
  readonly decidedAt: Instant
}

export async function addOverride(tx: WriteTx, override: NewOverride): Promise<void> {
  await tx
    .insertInto('suicide_override')
    .values({
      practice_id: tx.actor.practiceId,
      id: override.id,
      person_id: override.personId,
      check_id: override.checkId,
      reason: override.reason,
      risk_benefit: override.riskBenefit,
      mitigation: override.mitigation,
      expires_at: override.expiresAt,
      document_hash: override.documentHash,
      confirmation_id: override.confirmationId,
      decided_by: override.decidedBy,
      decided_at: isoOf(override.decidedAt),
    })
    .execute()
}

export interface NewFormulation {
  readonly id: string
  readonly personId: string
  readonly level: RiskLevel
  readonly speaksFor: string
  readonly protects: string
  readonly couldChange: string
  readonly nextSteps: string
  readonly documentHash: string
  readonly confirmationId: string
  readonly madeBy: string
  readonly madeAt: Instant
}

export async function addFormulation(tx: WriteTx, formulation: NewFormulation): Promise<void> {
  await tx
    .insertInto('risk_formulation')
    .values({
      practice_id: tx.actor.practiceId,
      id: formulation.id,
      person_id: formulation.personId,
      level: formulation.level,
      speaks_for: formulation.speaksFor,
      protects: formulation.protects,
      could_change: formulation.couldChange,
      next_steps: formulation.nextSteps,
      document_hash: formulation.documentHash,
      confirmation_id: formulation.confirmationId,
      made_by: formulation.madeBy,
      made_at: isoOf(formulation.madeAt),
    })
    .execute()
}
