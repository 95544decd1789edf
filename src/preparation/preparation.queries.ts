import type { Audience } from '../integration/integration.ts'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { ratedBeliefs, readBy, type Rating, type RatedBelief } from './preparation.ts'

export interface Intention {
  readonly id: string
  readonly words: string
  readonly saidAt: Instant
}

export interface Prepared {
  /** Newest first. What the client keeps from a reader is not among it: the database holds it back. */
  readonly intentions: readonly Intention[]
  readonly beliefs: readonly RatedBelief[]
  readonly comfort: { readonly helps: string; readonly hinders: string } | null
  readonly stop: { readonly word: string; readonly gesture: string } | null
  readonly audience: Audience
}

export async function preparationOf(tx: PracticeTx, courseId: string): Promise<Prepared> {
  return {
    intentions: await intentionsOf(tx, courseId),
    beliefs: await beliefsOf(tx, courseId),
    comfort: await comfortOf(tx, courseId),
    stop: await stopSignalOf(tx, courseId),
    audience: await audienceOf(tx, courseId),
  }
}

/** Newest first: the first one holds. */
export async function intentionsOf(tx: PracticeTx, courseId: string): Promise<Intention[]> {
  const rows = await tx
    .selectFrom('intention')
    .select(['id', 'words', 'said_at'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('course_id', '=', courseId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ id, words, said_at: saidAt }) => ({ id, words, saidAt: saidAt.getTime() }))
}

export async function beliefsOf(tx: PracticeTx, courseId: string): Promise<RatedBelief[]> {
  const { practiceId } = tx.actor
  const beliefs = await tx
    .selectFrom('belief')
    .select(['id', 'words', 'said_at'])
    .where('practice_id', '=', practiceId)
    .where('course_id', '=', courseId)
    .orderBy('number')
    .execute()
  const ratings = await tx
    .selectFrom('belief_rating')
    .select(['id', 'belief_id', 'rating', 'rated_at'])
    .where('practice_id', '=', practiceId)
    .where('course_id', '=', courseId)
    .orderBy('number')
    .execute()
  return ratedBeliefs(
    beliefs.map(({ id, words, said_at: saidAt }) => ({ id, words, saidAt: saidAt.getTime() })),
    ratings.map((row): Rating => ({
      id: row.id,
      beliefId: row.belief_id,
      rating: row.rating,
      ratedAt: row.rated_at.getTime(),
    })),
  )
}

const comfortOf = async (tx: PracticeTx, courseId: string) =>
  (await tx
    .selectFrom('comfort')
    .select(['helps', 'hinders'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('course_id', '=', courseId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

/** Read by everyone in the room, whatever was chosen for the rest. */
export const stopSignalOf = async (tx: PracticeTx, courseId: string) =>
  (await tx
    .selectFrom('stop_signal')
    .select(['word', 'gesture'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('course_id', '=', courseId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

export async function audienceOf(tx: PracticeTx, courseId: string): Promise<Audience> {
  const chosen = await tx
    .selectFrom('preparation_reader')
    .select('audience')
    .where('practice_id', '=', tx.actor.practiceId)
    .where('course_id', '=', courseId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return readBy(chosen?.audience)
}
