import { sql, type Generated } from 'kysely'
import type { Actor } from '../kernel/actor.ts'
import type { Call, Subject } from '../kernel/call.ts'
import type { ProblemKind } from '../kernel/problem.ts'
import type { FixedOrNone, Fixed, Json, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Intent } from './intent.store.ts'

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
      roles: rolesOf(actor),
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

/** What a write ends with, in one trip: the answer its intent got, kept for a retry, and its row in the trail. */
export async function finishWrite(tx: WriteTx, call: Call, { intent, answer }: Finished): Promise<void> {
  const { actor } = tx
  const [kind, id] = subjectOf(call.subject)
  await tx
    .selectNoFrom([
      sql`finish_write(${actor.practiceId}, ${intent.key}, ${intent.contentHash}, ${JSON.stringify(answer ?? null)},
        ${actor.accountId}, ${actor.seatId}, ${rolesOf(actor)}, ${call.action}, ${kind}, ${id}, ${call.personId},
        ${call.effect})`.as('finished'),
    ])
    .execute()
}

interface Finished {
  readonly intent: Intent
  readonly answer: unknown
}

const rolesOf = ({ roles, accountId, name }: Actor): string =>
  roles.join(' ') + (accountId === null && name ? `:${name}` : '')

function subjectOf(subject: Subject): [kind: string, id: string | null] {
  if ('personId' in subject) return ['person', subject.personId]
  if ('courseId' in subject) return ['course', subject.courseId]
  if ('sessionId' in subject) return ['session', subject.sessionId]
  if ('open' in subject) return ['open', null]
  return ['account' in subject ? 'account' : 'practice', null]
}
