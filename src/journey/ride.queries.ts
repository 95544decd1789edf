import type { PracticeTx } from '../platform/db/tx.ts'

export interface RideNamed {
  readonly id: string
  readonly name: string
  readonly phone: string
}

/** Who takes the client home after this session, by the newest word about it; null where nobody is named, or it fell through. */
export async function rideOf(tx: PracticeTx, sessionId: string): Promise<RideNamed | null> {
  const row = await tx
    .selectFrom('ride_home')
    .select(['id', 'name', 'phone'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('session_id', '=', sessionId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.name && row.phone ? { id: row.id, name: row.name, phone: row.phone } : null
}
