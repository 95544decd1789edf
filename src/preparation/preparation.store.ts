import type { Audience } from '../integration/integration.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    preparation_reader: Kept & { audience: Fixed<Audience>; chosen_at: Moment }
    intention: Kept & { words: Fixed<string>; said_at: Moment }
    belief: Kept & { words: Fixed<string>; said_at: Moment }
    belief_rating: Kept & { belief_id: Fixed<string>; rating: Fixed<number>; rated_at: Moment }
    comfort: Kept & { helps: Fixed<string>; hinders: Fixed<string>; said_at: Moment }
    stop_signal: Kept & { word: Fixed<string>; gesture: Fixed<string>; said_at: Moment }
  }
}

interface Kept {
  practice_id: Fixed<string>
  id: Fixed<string>
  person_id: Fixed<string>
  course_id: Fixed<string>
  number: Numbered
  recorded_at: StampedByDatabase
}

/** What every fact of preparation has. */
export interface Said {
  readonly id: string
  readonly personId: string
  readonly courseId: string
  readonly at: Instant
}

const keyOf = (tx: WriteTx, { id, personId, courseId }: Said) => ({
  practice_id: tx.actor.practiceId,
  id,
  person_id: personId,
  course_id: courseId,
})

export async function addIntention(tx: WriteTx, said: Said & { readonly words: string }): Promise<void> {
  const values = { ...keyOf(tx, said), words: said.words, said_at: isoOf(said.at) }
  await tx.insertInto('intention').values(values).execute()
}

export async function addBelief(tx: WriteTx, said: Said & { readonly words: string }): Promise<void> {
  const values = { ...keyOf(tx, said), words: said.words, said_at: isoOf(said.at) }
  await tx.insertInto('belief').values(values).execute()
}

export async function addRating(
  tx: WriteTx,
  said: Said & { readonly beliefId: string; readonly rating: number },
): Promise<void> {
  const { beliefId, rating, at } = said
  const values = { ...keyOf(tx, said), belief_id: beliefId, rating, rated_at: isoOf(at) }
  await tx.insertInto('belief_rating').values(values).execute()
}

export async function addComfort(
  tx: WriteTx,
  said: Said & { readonly helps: string; readonly hinders: string },
): Promise<void> {
  const { helps, hinders, at } = said
  await tx
    .insertInto('comfort')
    .values({ ...keyOf(tx, said), helps, hinders, said_at: isoOf(at) })
    .execute()
}

export async function addStopSignal(
  tx: WriteTx,
  said: Said & { readonly word: string; readonly gesture: string },
): Promise<void> {
  const { word, gesture, at } = said
  await tx
    .insertInto('stop_signal')
    .values({ ...keyOf(tx, said), word, gesture, said_at: isoOf(at) })
    .execute()
}

export async function addReader(tx: WriteTx, chosen: Said & { readonly audience: Audience }): Promise<void> {
  const values = { ...keyOf(tx, chosen), audience: chosen.audience, chosen_at: isoOf(chosen.at) }
  await tx.insertInto('preparation_reader').values(values).execute()
}
