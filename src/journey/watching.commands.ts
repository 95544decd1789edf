import { randomBytes } from 'node:crypto'
import { idFrom } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { protocolOfCourse } from '../protocol/protocol.queries.ts'
import { watchFactsOf } from './watching.queries.ts'
import { addWatch } from './watching.store.ts'
import { fullBecause } from './watching.ts'

interface Dosed {
  readonly personId: string
  readonly courseId: string
  readonly sessionId: string
  readonly careNow: Instant
}

/** With each dose that is written down or corrected, where the protocol has a sparser plan: which of the two holds, and why. */
export async function chooseWatch(tx: WriteTx, dosed: Dosed): Promise<void> {
  const protocol = await protocolOfCourse(tx, dosed.courseId)
  if (!protocol?.vitals.sparser) return
  const facts = await watchFactsOf(tx, dosed)
  if (!facts) return
  const because = fullBecause(facts)
  const plan = because.length === 0 ? 'sparser' : 'full'
  const id = idFrom(dosed.careNow, randomBytes(16))
  await addWatch(tx, { ...dosed, id, plan, because, chosenAt: dosed.careNow })
}
