import type { ListKind, TakenBackWay } from '../intake/list-said.ts'
import type { Doubt } from '../journey/facts.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import type {
  Fixed,
  FixedOrNone,
  Moment,
  MomentOrNone,
  Numbered,
  StampedByDatabase,
} from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Said } from './telling.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    telling: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      question: Fixed<string>
      edition: Fixed<string>
      language: Fixed<'en' | 'es'>
      answer: Fixed<string>
      on_date: FixedOrNone<string>
      words: Fixed<string>
      told_by: Fixed<string>
      told_at: Moment
      arrived_at: MomentOrNone
      doubt: FixedOrNone<Doubt>
      number: Numbered
      recorded_at: StampedByDatabase
    }
    telling_done: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      told_by: Fixed<string>
      done_at: Moment
      arrived_at: MomentOrNone
      doubt: FixedOrNone<Doubt>
      number: Numbered
      recorded_at: StampedByDatabase
    }
    list_said: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      kind: Fixed<ListKind>
      said: Fixed<'none' | TakenBackWay>
      item_id: FixedOrNone<string>
      words: Fixed<string>
      told_by: Fixed<string>
      told_at: Moment
      arrived_at: MomentOrNone
      doubt: FixedOrNone<Doubt>
      number: Numbered
      recorded_at: StampedByDatabase
    }
  }
}

/** Whose hand, and both moments of what may have waited on a device. */
export interface ByHand {
  readonly personId: string
  readonly by: string
  readonly at: Instant
  readonly arrivedAt: Instant | null
  readonly doubt: Doubt | null
}

const byHand = (tx: WriteTx, { personId, by, arrivedAt, doubt }: ByHand) => ({
  practice_id: tx.actor.practiceId,
  person_id: personId,
  told_by: by,
  arrived_at: arrivedAt === null ? null : isoOf(arrivedAt),
  doubt,
})

export async function addTellings(
  tx: WriteTx,
  {
    said,
    ...of
  }: {
    readonly edition: string
    readonly language: 'en' | 'es'
    readonly said: readonly (Said & { readonly id: string })[]
  },
  hand: ByHand,
): Promise<void> {
  await tx
    .insertInto('telling')
    .values(
      said.map(({ on, ...one }) => ({
        ...byHand(tx, hand),
        ...of,
        ...one,
        on_date: on,
        told_at: isoOf(hand.at),
      })),
    )
    .execute()
}

export async function addTellingDone(tx: WriteTx, id: string, hand: ByHand): Promise<void> {
  await tx
    .insertInto('telling_done')
    .values({ ...byHand(tx, hand), id, done_at: isoOf(hand.at) })
    .execute()
}

export async function addListSaid(
  tx: WriteTx,
  said: {
    readonly id: string
    readonly kind: ListKind
    readonly said: 'none' | TakenBackWay
    readonly itemId: string | null
    readonly words: string
  },
  hand: ByHand,
): Promise<void> {
  const { itemId, ...one } = said
  await tx
    .insertInto('list_said')
    .values({ ...byHand(tx, hand), ...one, item_id: itemId, told_at: isoOf(hand.at) })
    .execute()
}
