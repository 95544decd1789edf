import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import type { PassFacts } from './tablet.ts'

export interface OwnTablet {
  /** Becomes the response's. */
  readonly id: string
  readonly instrumentId: string
  readonly personId: string
  readonly seenAt: Instant
  /** It has been sent already. */
  readonly isOver: boolean
}

/** The one form that this tablet was let in for. */
export async function ownTablet(tx: PracticeTx): Promise<OwnTablet | undefined> {
  const row = await tx
    .selectFrom((of) =>
      of
        .fn<{ id: string; instrument_id: string; person_id: string; seen_at: Date; is_over: boolean }>(
          'own_tablet',
          [],
        )
        .as('own'),
    )
    .selectAll()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      instrumentId: row.instrument_id,
      personId: row.person_id,
      seenAt: row.seen_at.getTime(),
      isOver: row.is_over,
    }
  )
}

export interface Pass extends PassFacts {
  readonly id: string
  readonly instrumentId: string
  readonly madeAt: Instant
  readonly by: string
}

/** The newest codes about this person, whatever became of them. */
export async function passesOf(tx: PracticeTx, personId: string): Promise<Pass[]> {
  const rows = await tx
    .selectFrom('tablet_pass as pass')
    .innerJoin('member', (on) =>
      on.onRef('member.practice_id', '=', 'pass.practice_id').onRef('member.id', '=', 'pass.made_by'),
    )
    .select(['pass.id', 'pass.instrument_id', 'pass.made_at', 'pass.expires_at', 'pass.taken_at'])
    .select(['pass.ended_why', 'member.name'])
    .where('pass.practice_id', '=', tx.actor.practiceId)
    .where('pass.person_id', '=', personId)
    .orderBy('pass.made_at', 'desc')
    .limit(5)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    instrumentId: row.instrument_id,
    madeAt: row.made_at.getTime(),
    expiresAt: row.expires_at.getTime(),
    takenAt: row.taken_at?.getTime() ?? null,
    endedWhy: row.ended_why,
    by: row.name,
  }))
}

export async function passHere(
  tx: PracticeTx,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('tablet_pass')
    .select('id')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** The same, when the house takes what the tablet handed in. */
export async function passForHouse(
  tx: PracticeTx,
  id: string,
): Promise<Omit<OwnTablet, 'seenAt'> | undefined> {
  const row = await tx
    .selectFrom('tablet_pass')
    .select(['id', 'instrument_id', 'person_id', 'ended_at'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      instrumentId: row.instrument_id,
      personId: row.person_id,
      isOver: row.ended_at !== null,
    }
  )
}
