import { isId } from '../kernel/id.ts'
import type { MemberRole } from '../kernel/actor.ts'
import type { PracticeTx } from '../platform/db/tx.ts'

export interface MemberSeat {
  readonly id: string
  readonly name: string
  readonly roles: readonly MemberRole[]
  readonly accountId: string | null
}

/** A member who works here now, by id or by the whole name; nobody when a name is borne by two. */
export async function memberCalled(tx: PracticeTx, called: string): Promise<MemberSeat | undefined> {
  const found = await tx
    .selectFrom('member as m')
    .leftJoin('seat as s', (join) => join.onRef('s.id', '=', 'm.id').on('s.until', 'is', null))
    .select(['m.id', 'm.name', 'm.roles', 's.account_id as accountId'])
    .where('m.disabled_at', 'is', null)
    .where(isId(called) ? 'm.id' : 'm.name', '=', called)
    .execute()
  return found.length === 1 ? found[0] : undefined
}
