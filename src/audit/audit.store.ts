import type { Generated } from 'kysely'
import type { Call, Subject } from '../kernel/call.ts'
import type { ProblemKind } from '../kernel/problem.ts'
import type { FixedOrNone, Fixed, Json, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    audit_event: {
      practice_id: Fixed<string>
      id: Generated<string>
      xid: StampedByDatabase
      at: StampedByDatabase
      account_id: FixedOrNone<string>
      seat_id: FixedOrNone<string>
      roles: Fixed<string>
      action: Fixed<string>
      subject_kind: Fixed<string>
      subject_id: FixedOrNone<string>
      person_id: FixedOrNone<string>
      intent_key: FixedOrNone<string>
      effect: Fixed<boolean>
      outcome: Fixed<string>
      why: FixedOrNone<string>
    }
    intent: {
      practice_id: Fixed<string>
      key: Fixed<string>
      content_hash: Fixed<Buffer>
      answer: Json<unknown>
      answered_at: StampedByDatabase
    }
  }
}

export type AuditOutcome = 'done' | 'repeated' | ProblemKind

export async function addEvent(tx: WriteTx, call: Call, outcome: AuditOutcome): Promise<void> {
  const { actor } = tx
  const [kind, id] = subjectOf(call.subject)
  await tx
    .insertInto('audit_event')
    .values({
      practice_id: actor.practiceId,
      account_id: actor.accountId,
      seat_id: actor.seatId,
      roles: actor.roles.join(' ') + (actor.accountId === null && actor.name ? `:${actor.name}` : ''),
      action: call.action,
      subject_kind: kind,
      subject_id: id,
      person_id: call.personId,
      intent_key: call.intentKey ?? null,
      effect: call.effect,
      outcome,
      why: null,
    })
    .execute()
}

function subjectOf(subject: Subject): [kind: string, id: string | null] {
  if ('personId' in subject) return ['person', subject.personId]
  if ('courseId' in subject) return ['course', subject.courseId]
  if ('sessionId' in subject) return ['session', subject.sessionId]
  if ('open' in subject) return ['open', null]
  return ['account' in subject ? 'account' : 'practice', null]
}
