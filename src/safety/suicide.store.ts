import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, FixedOrNone, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { SuicideAnswer } from './suicide.ts'

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
