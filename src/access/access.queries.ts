import type { Role } from '../kernel/actor.ts'
import { namedIn, type Call, type Subject } from '../kernel/call.ts'
import { Problem } from '../kernel/problem.ts'
import type { Entry, Room } from '../platform/db/entry.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { can, isKeptInRoom } from './policy.ts'

/**
 * Lets the call through, with the person it is about and how the actor stands to them, or refuses it. A person of
 * another practice is not found, not forbidden. Whoever still owes a factor reaches only what takes them further in.
 */
export async function admit(tx: PracticeTx, call: Call, entry: Entry | undefined): Promise<Call> {
  if (entry) demandPlace(call, entry)
  const about = demandAbout(call, entry)
  const { roles } = tx.actor
  if (can(rolesHeld(roles, entry), call.action, about.relation)) return { ...call, ...about }
  if (entry && entry.kind !== 'tablet' && can([...roles, 'account'], call.action, about.relation))
    throw new Problem('second-factor-needed')
  if (entry?.kind === 'departed') throw new Problem('seat-ended')
  throw new Problem('not-allowed')
}

/** Whoever has come in is someone with an account as well; a tablet is not: it is let in for one form. */
function rolesHeld(roles: readonly Role[], entry: Entry | undefined): readonly Role[] {
  if (!entry || entry.kind === 'tablet') return roles
  return owesFactor(entry) ? ['arriving'] : [...roles, 'account']
}

function demandPlace(call: Call, { kind, room }: Entry): void {
  if (kind === null && !isOpenToAnyone(call.subject)) throw new Problem('seat-ended')
  if (room && !isAboutRoom(call, room)) throw new Problem('not-signed-in')
}

/** Signed in, but no longer sitting where this was asked from: only one's own account is left. */
const isOpenToAnyone = (subject: Subject): boolean => 'account' in subject || 'open' in subject

/** An idle sign-in that holds a session room reaches that session, its course and its person there, and nothing else. */
const isAboutRoom = ({ action, subject }: Call, room: Room): boolean =>
  isKeptInRoom(action) &&
  Object.entries(subject).every(([name, id]) => id === true || id === room[name as keyof Room])

/** A client whose account has no second factor needs none; anyone else who has shown one alone is still arriving. */
export const owesFactor = ({ complete, kind, factors }: Entry): boolean =>
  !complete || ((kind === 'member' || kind === 'guest') && factors < 2)

/** The person it leads to, as the door has found them, or nobody in particular. */
function demandAbout({ subject }: Call, entry: Entry | undefined): Pick<Call, 'personId' | 'relation'> {
  if (!namedIn(subject)) return { personId: null, relation: 'practice' }
  if (!entry?.about) throw new Problem('not-found')
  return entry.about
}
