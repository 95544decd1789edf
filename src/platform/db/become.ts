import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { PracticeTx } from './tx.ts'

/**
 * From here on this transaction acts for someone it has just come to know: whoever signs in or takes up an invitation
 * begins as nobody. What follows, the audit row too, is theirs. Only `access` may (dependency-cruiser: `only-access-becomes`).
 */
export async function become(
  tx: PracticeTx,
  who: Partial<
    Pick<Actor, 'accountId' | 'practiceId' | 'seatId' | 'roles' | 'name' | 'personId' | 'courseId'>
  >,
): Promise<void> {
  const actor = { ...tx.actor, ...who }
  await tx
    .selectNoFrom([
      sql`set_config('app.account_id', ${actor.accountId ?? ''}, true)`.as('account'),
      sql`set_config('app.practice_id', ${actor.practiceId}, true)`.as('practice'),
      sql`set_config('app.seat_id', ${actor.seatId ?? ''}, true)`.as('seat'),
      sql`set_config('app.person_id', ${actor.personId ?? ''}, true)`.as('person'),
      sql`set_config('app.course_id', ${actor.courseId ?? ''}, true)`.as('course'),
      sql`set_config('app.tablet_id', '', true)`.as('tablet'),
    ])
    .execute()
  Object.assign(tx, { actor })
}
