import type { Instant } from '../kernel/instant.ts'
import type { Message, Reach } from '../find/enquiry.ts'
import { ms } from '../platform/db/json.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { Told } from './taking-in.ts'

export interface CameBy {
  readonly id: string
  readonly at: Instant
  readonly by: string
  readonly told: Told
  /** What they wrote, where they did. */
  readonly enquiryId: string | null
  readonly wroteAt: Instant | null
  readonly reachBy: Reach | null
  readonly contact: string
  readonly message: Message | null
}

/** How this person came here without a file, newest first. What they wrote stays where they wrote it. */
export function cameBy(tx: PracticeTx, personId: string): Promise<CameBy[]> {
  return tx
    .selectFrom('taken_in as t')
    .innerJoin('member as m', 'm.id', 't.received_by')
    .select(['t.id', ms('t.received_at').as('at'), 'm.name as by', 't.told'])
    .select(['t.enquiry_id as enquiryId', ms('t.wrote_at').as('wroteAt')])
    .select(['t.reach_by as reachBy', 't.contact', 't.message'])
    .where('t.person_id', '=', personId)
    .orderBy('t.received_at', 'desc')
    .orderBy('t.id', 'desc')
    .execute()
}
