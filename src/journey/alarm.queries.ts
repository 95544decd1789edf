import { instant, type Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { LimitName } from '../protocol/protocol.ts'
import { alarmsIn, beforeDose, raisedIn, seenOf } from './alarm.ts'
import { standing } from './facts.ts'
import { roomOf } from './room.queries.ts'

/** An emergency that stands in a room, for someone who is not in it. */
export type Emergency = { readonly seen: Seen | null } & (
  | {
      readonly why: 'limit'
      readonly limit: LimitName
      readonly value: number
      /** From where on it is one, as the course's protocol has it. */
      readonly at: number
      readonly since: Instant
    }
  | { readonly why: 'not-answering' | 'symptom'; readonly since: Instant }
)

/** Who said in the room that they had seen it. */
interface Seen {
  readonly byName: string
  readonly at: Instant
}

/** One that was measured in this session and does not stand any more. */
export interface Past {
  readonly limit: LimitName
  readonly value: number
  readonly at: number
  readonly since: Instant
}

/** What a live room shows as an emergency at this moment, and what it was before. The stop signal is seen to in the room itself. */
export async function emergenciesOf(
  tx: PracticeTx,
  sessionId: string,
  careNow: Instant,
): Promise<{ standing: Emergency[]; past: Past[] }> {
  const room = await roomOf(tx, sessionId)
  if (!room) return { standing: [], past: [] }
  const readings = standing(room.readings)
  const [dose] = room.doses
  const limits = room.plan?.limits
  const before = beforeDose({ readings, doseAt: dose && instant(dose.givenAt) })
  const taps = standing(room.events)
  const alarms = alarmsIn({ readings, taps, limits, before, now: careNow })
  const past = raisedIn({ readings, limits, before })
    .filter(
      ({ limit, at }) =>
        !alarms.some((one) => one.why === 'limit' && one.limit === limit && one.since <= instant(at)),
    )
    .map(({ limit, value, from, at }) => ({ limit, value, at: from, since: instant(at) }))
  const here = alarms.flatMap((alarm): Emergency[] => {
    const { since } = alarm
    const tap = seenOf(taps, since)
    const seen = tap ? { byName: tap.byName, at: instant(tap.occurredAt) } : null
    if (alarm.why === 'stop-word') return []
    if (alarm.why !== 'limit') return [{ why: alarm.why, since, seen }]
    const { limit, value } = alarm
    return [{ why: 'limit', limit, value, at: limits?.[limit].urgent ?? value, since, seen }]
  })
  return { standing: here, past }
}
