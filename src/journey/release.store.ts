import { isoOf, type Instant } from '../kernel/instant.ts'
import type { ColumnType } from 'kysely'
import type { Fixed, FixedOrNone, Json, Moment, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Raised } from '../rule/own.ts'
import type { Gate, GateId } from './gate.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    course_facts: {
      practice_id: string
      person_id: string
      course_id: string
      version: string
    }
    gate_evaluation: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      session_id: Fixed<string>
      facts_version: ColumnType<string, string, never>
      verdict: Fixed<'clear' | 'hold'>
      findings: Json<readonly Gate[]>
      verified: Json<readonly Verified[]>
      /** By which edition of the rules, and which of them the practice had raised; null before that was kept. */
      rules_version: FixedOrNone<string>
      raised: Json<readonly Raised[] | null>
      evaluated_by: Fixed<string>
      evaluated_at: Moment
      recorded_at: StampedByDatabase
    }
    release: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      course_id: Fixed<string>
      session_id: Fixed<string>
      order_id: Fixed<string>
      evaluation_id: Fixed<string>
      released_by: Fixed<string>
      released_at: StampedByDatabase
      expires_at: StampedByDatabase
      recorded_at: StampedByDatabase
    }
    /** Written by the database itself, when a gate opens under a release. */
    release_end: {
      practice_id: ColumnType<string, never, never>
      id: ColumnType<string, never, never>
      release_id: ColumnType<string, never, never>
      person_id: ColumnType<string, never, never>
      course_id: ColumnType<string, never, never>
      session_id: ColumnType<string, never, never>
      gates: ColumnType<readonly GateId[], never, never>
      ended_at: StampedByDatabase
      recorded_at: StampedByDatabase
    }
  }
}

/** A signature that was found whole, by its seal. */
export interface Verified {
  readonly id: string
  readonly seal: string | null
}

export interface NewEvaluation {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly sessionId: string
  readonly factsVersion: string
  readonly gates: readonly Gate[]
  readonly verified: readonly Verified[]
  readonly rulesVersion: string
  readonly raised: readonly Raised[]
  readonly verdict: 'clear' | 'hold'
  readonly by: string
  readonly at: Instant
}

export async function addEvaluation(tx: WriteTx, evaluation: NewEvaluation): Promise<void> {
  await tx
    .insertInto('gate_evaluation')
    .values({
      practice_id: tx.actor.practiceId,
      id: evaluation.id,
      person_id: evaluation.personId,
      course_id: evaluation.courseId,
      session_id: evaluation.sessionId,
      facts_version: evaluation.factsVersion,
      verdict: evaluation.verdict,
      findings: JSON.stringify(evaluation.gates),
      verified: JSON.stringify(evaluation.verified),
      rules_version: evaluation.rulesVersion,
      raised: JSON.stringify(evaluation.raised),
      evaluated_by: evaluation.by,
      evaluated_at: isoOf(evaluation.at),
    })
    .execute()
}

export interface NewRelease {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly sessionId: string
  readonly orderId: string
  readonly evaluationId: string
  readonly by: string
}

/** Answers when it ends. The database sets both moments, and derives every gate again before it lets this commit. */
export async function addRelease(tx: WriteTx, release: NewRelease): Promise<Instant | undefined> {
  const added = await tx
    .insertInto('release')
    .values({
      practice_id: tx.actor.practiceId,
      id: release.id,
      person_id: release.personId,
      course_id: release.courseId,
      session_id: release.sessionId,
      order_id: release.orderId,
      evaluation_id: release.evaluationId,
      released_by: release.by,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('expires_at')
    .executeTakeFirst()
  return added?.expires_at.getTime()
}
