import type { Role } from '../kernel/actor.ts'
import type { Call, Subject } from '../kernel/call.ts'
import { Problem } from '../kernel/problem.ts'
import type { Entry } from '../platform/db/entry.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { can } from './policy.ts'

/**
 * Lets the call through, with the person it is about and how the actor stands to them, or refuses it. A person of
 * another practice is not found, not forbidden. Whoever still owes a factor reaches only what takes them further in.
 */
export async function admit(tx: PracticeTx, call: Call, entry: Entry | undefined): Promise<Call> {
  const about = await aboutOf(tx, call.subject)
  if (!about) throw new Problem('not-found')
  const { roles } = tx.actor
  const held: readonly Role[] = !entry ? roles : owesFactor(entry) ? ['arriving'] : [...roles, 'account']
  if (can(held, call.action, about.relation)) return { ...call, ...about }
  if (entry && can([...roles, 'account'], call.action, about.relation))
    throw new Problem('second-factor-needed')
  throw new Problem('not-allowed')
}

/** A client whose account has no second factor needs none; anyone else who has shown one alone is still arriving. */
export const owesFactor = ({ complete, kind, factors }: Entry): boolean =>
  !complete || ((kind === 'member' || kind === 'guest') && factors < 2)

async function aboutOf(
  tx: PracticeTx,
  subject: Subject,
): Promise<{ personId: string | null; relation: string } | undefined> {
  const named = namedIn(subject)
  if (!named) return { personId: null, relation: 'practice' }
  const found = await tx
    .selectFrom((of) =>
      of
        .fn<{ person_id: string; relation: string }>('relation_to', [of.val(named.kind), of.val(named.id)])
        .as('about'),
    )
    .selectAll()
    .executeTakeFirst()
  return found && { personId: found.person_id, relation: found.relation }
}

function namedIn(subject: Subject): { kind: string; id: string } | undefined {
  if ('personId' in subject) return { kind: 'person', id: subject.personId }
  if ('courseId' in subject) return { kind: 'course', id: subject.courseId }
  if ('sessionId' in subject) return { kind: 'session', id: subject.sessionId }
  return undefined
}
