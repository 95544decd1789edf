import type { Generated } from 'kysely'
import type { Actor } from '../kernel/actor.ts'
import { namedIn, type Call, type Subject } from '../kernel/call.ts'
import type { ProblemKind } from '../kernel/problem.ts'
import type { FixedOrNone, Fixed, Json, StampedByDatabase, StampedOrNone } from '../platform/db/schema.ts'
import { sayWithCommit } from '../platform/db/fixed.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Intent } from './intent.store.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    audit_event: {
      practice_id: Fixed<string>
      id: Generated<string>
      xid: StampedByDatabase
      at: StampedByDatabase
      account_id: StampedOrNone<string>
      seat_id: StampedOrNone<string>
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

export type AuditOutcome = 'done' | 'repeated' | 'failed' | ProblemKind

const event = `insert into audit_event (practice_id, roles, action, subject_kind, subject_id,
  person_id, effect, why, intent_key, outcome) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

/** It travels with whatever is asked next, or with the commit, which fails if it fails. */
export const addEvent = (tx: WriteTx, call: Call, outcome: AuditOutcome): Promise<void> =>
  sayWithCommit(tx, event, [...eventOf(tx.actor, call), call.intentKey ?? null, outcome])

const intentAndEvent = `with kept as (
    insert into intent (practice_id, key, content_hash, answer) values ($1, $9, decode($10, 'hex'), $11))
  insert into audit_event (practice_id, roles, action, subject_kind, subject_id,
    person_id, effect, why, intent_key, outcome) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'done')`

/** What a write ends with, in one statement: the answer its intent got, kept for a retry, and its row in the trail. */
export const finishWrite = (tx: WriteTx, call: Call, { intent, answer }: Finished): Promise<void> =>
  sayWithCommit(tx, intentAndEvent, [
    ...eventOf(tx.actor, call),
    intent.key,
    intent.contentHash,
    JSON.stringify(answer ?? null),
  ])

/** Who it was, when, and in which transaction are said by the database, from the transaction's own settings. */
function eventOf(actor: Actor, call: Call): unknown[] {
  const [kind, id] = subjectOf(call.subject)
  return [
    actor.practiceId,
    rolesOf(actor),
    call.action,
    kind,
    id,
    call.personId,
    call.effect,
    call.why ?? null,
  ]
}

/** False when the seat this is written in has ended meanwhile. Held until the transaction does, so that an end waits. */
export async function holdSeat(tx: WriteTx): Promise<boolean> {
  const { held } = await tx
    .selectNoFrom((of) => of.fn<boolean>('hold_seat', []).as('held'))
    .executeTakeFirstOrThrow()
  return held
}

interface Finished {
  readonly intent: Intent
  readonly answer: unknown
}

const rolesOf = ({ roles, accountId, name }: Actor): string =>
  roles.join(' ') + (accountId === null && name ? `:${name}` : '')

function subjectOf(subject: Subject): [kind: string, id: string | null] {
  const named = namedIn(subject)
  if (named) return [named.kind, named.id]
  if ('open' in subject) return ['open', null]
  return ['account' in subject ? 'account' : 'practice', null]
}
