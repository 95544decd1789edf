import type { MemberRole } from '../kernel/actor.ts'

/** Whether this opens more than was open before: a part that was not held. */
export const widens = (held: readonly MemberRole[], roles: readonly MemberRole[]): boolean =>
  roles.some((role) => !held.includes(role))

/**
 * What an administrator confirms who is alone and takes a part more. The database works out the same text
 * (db/migrations/0251-narrower-hands.sql), so that it is refused there too without this proof.
 */
export const widenText = (memberId: string, roles: readonly MemberRole[]): string =>
  `a part more for oneself ${memberId} ${roles.join(' ')}`
