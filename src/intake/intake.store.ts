import { canonical } from '../kernel/canonical.ts'
import { isoOf, type Instant } from '../kernel/instant.ts'
import { digest } from '../platform/crypto/digest.ts'
import type { Fixed, FixedOrNone, Json, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { WriteTx } from '../platform/db/write.ts'
import type { Said } from './history.ts'
import type {
  Demographics,
  HistoryItem,
  Identifier,
  ItemKind,
  Partly,
  ReferralReading,
  Unread,
} from './referral.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    referral: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      content_hash: Fixed<Buffer>
      entries: Fixed<number>
      unread: Json<readonly Unread[]>
      partly: Json<readonly Partly[]>
      demographics: Json<Demographics>
      received_by: Fixed<string>
      received_at: Moment
      recorded_at: StampedByDatabase
    }
    person_identifier: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      system: Fixed<string>
      value: Fixed<string>
      type: Fixed<string>
      referral_id: Fixed<string>
      recorded_at: StampedByDatabase
    }
    history_item: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      referral_id: FixedOrNone<string>
      kind: Fixed<ItemKind>
      item: Json<HistoryItem>
      fingerprint: Fixed<Buffer>
      received_by: Fixed<string>
      received_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
    history_statement: {
      practice_id: Fixed<string>
      id: Fixed<string>
      person_id: Fixed<string>
      item_id: FixedOrNone<string>
      question: FixedOrNone<string>
      answer: Fixed<string>
      on_date: FixedOrNone<string>
      note: Fixed<string>
      telling_id: FixedOrNone<string>
      said_by: Fixed<string>
      said_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
  }
}

/** Whose record is written to, and by whom, when. */
export interface Writing {
  readonly personId: string
  readonly by: string
  readonly at: Instant
}

export async function addReferral(
  tx: WriteTx,
  referral: { readonly id: string; readonly contentHash: Buffer; readonly reading: ReferralReading },
  { personId, by, at }: Writing,
): Promise<void> {
  const { reading } = referral
  await tx
    .insertInto('referral')
    .values({
      practice_id: tx.actor.practiceId,
      id: referral.id,
      person_id: personId,
      content_hash: referral.contentHash,
      entries: reading.entries,
      unread: JSON.stringify(reading.unread),
      partly: JSON.stringify(reading.partly),
      demographics: JSON.stringify(reading.person),
      received_by: by,
      received_at: isoOf(at),
    })
    .execute()
}

/** A name that is already known stays where it is: the person was matched by it. */
export async function addIdentifiers(
  tx: WriteTx,
  from: { readonly referralId: string; readonly personId: string },
  named: readonly (Identifier & { readonly id: string })[],
): Promise<void> {
  if (named.length === 0) return
  await tx
    .insertInto('person_identifier')
    .values(
      named.map(({ id, system, value, type }) => ({
        practice_id: tx.actor.practiceId,
        id,
        person_id: from.personId,
        system,
        value,
        type,
        referral_id: from.referralId,
      })),
    )
    .onConflict((conflict) => conflict.columns(['practice_id', 'system', 'value']).doNothing())
    .execute()
}

export interface NewItem {
  readonly id: string
  readonly referralId: string | null
  readonly item: HistoryItem
}

const most = 500

/** Adds what is not here yet; answers the ids of what was added. */
export async function addItems(
  tx: WriteTx,
  items: readonly NewItem[],
  writing: Writing,
): Promise<Set<string>> {
  const added = new Set<string>()
  for (let from = 0; from < items.length; from += most) {
    const rows = await tx
      .insertInto('history_item')
      .values(items.slice(from, from + most).map((item) => itemRow(tx, item, writing)))
      .onConflict((conflict) => conflict.columns(['practice_id', 'person_id', 'fingerprint']).doNothing())
      .returning('id')
      .execute()
    for (const { id } of rows) added.add(id)
  }
  return added
}

const itemRow = (tx: WriteTx, { id, referralId, item }: NewItem, { personId, by, at }: Writing) => ({
  practice_id: tx.actor.practiceId,
  id,
  person_id: personId,
  referral_id: referralId,
  kind: item.kind,
  item: JSON.stringify(item),
  fingerprint: digest(fingerprintText(item)),
  received_by: by,
  received_at: isoOf(at),
})

/** What it says and what the sender calls it; not where in the file it stood. */
const fingerprintText = ({ source, ...content }: HistoryItem): string =>
  canonical({ ...content, source: [source.type, source.id] })

export interface NewStatement extends Said {
  readonly id: string
  readonly itemId: string | null
  readonly question: string | null
  readonly telling?: string | null
}

export async function addStatement(
  tx: WriteTx,
  said: NewStatement,
  { personId, by, at }: Writing,
): Promise<void> {
  await tx
    .insertInto('history_statement')
    .values({
      practice_id: tx.actor.practiceId,
      id: said.id,
      person_id: personId,
      item_id: said.itemId,
      question: said.question,
      answer: said.answer,
      on_date: said.on,
      note: said.note,
      telling_id: said.telling ?? null,
      said_by: by,
      said_at: isoOf(at),
    })
    .execute()
}
