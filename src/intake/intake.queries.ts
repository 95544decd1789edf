import { sql } from 'kysely'
import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { foldHistory, type History, type KeptItem, type KnownItem, type Statement } from './history.ts'
import { noneTold, type ListSaid } from './list-said.ts'
import { fromClient } from './told-here.ts'
import type { Demographics, Identifier, Partly, Unread } from './referral.ts'

/** Imports into one practice follow one another; the lock ends with the transaction. */
export async function holdImports(tx: PracticeTx): Promise<void> {
  await tx.selectNoFrom((of) => of.fn('hold_imports').as('held')).execute()
}

export interface Match {
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string | null
}

/** The people of this practice who bear one of these names, or whom this very file was about. */
export async function matchesOf(
  tx: PracticeTx,
  identifiers: readonly Identifier[],
  contentHash?: Buffer,
): Promise<Match[]> {
  const named = await personsNamed(tx, identifiers)
  const filed = contentHash ? await personsOfFile(tx, contentHash) : []
  const ids = [...new Set([...named, ...filed])]
  if (ids.length === 0) return []
  return tx
    .selectFrom('person')
    .select([
      'id as personId',
      'given_name as givenName',
      'family_name as familyName',
      'birth_date as birthDate',
    ])
    .where('id', 'in', ids)
    .execute()
}

/** Everyone here whose birthday may be that one: of those, names tell more. */
export async function bornThen(tx: PracticeTx, birthDate: string | null): Promise<Match[]> {
  const all = tx
    .selectFrom('person')
    .select([
      'id as personId',
      'given_name as givenName',
      'family_name as familyName',
      'birth_date as birthDate',
    ])
    .where('practice_id', '=', tx.actor.practiceId)
  if (birthDate === null) return all.execute()
  return all
    .where((of) =>
      of.or([of('birth_date', 'is', null), sql<boolean>`starts_with(birth_date::text, ${birthDate})`]),
    )
    .execute()
}

async function personsNamed(tx: PracticeTx, identifiers: readonly Identifier[]): Promise<string[]> {
  if (identifiers.length === 0) return []
  const rows = await tx
    .selectFrom('person_identifier')
    .select('person_id')
    .where((where) => where.or(identifiers.map(({ system, value }) => where.and({ system, value }))))
    .execute()
  return rows.map((row) => row.person_id)
}

async function personsOfFile(tx: PracticeTx, contentHash: Buffer): Promise<string[]> {
  const rows = await tx
    .selectFrom('referral')
    .select('person_id')
    .where('content_hash', '=', contentHash)
    .execute()
  return rows.map((row) => row.person_id)
}

export const referralOfFile = (tx: PracticeTx, contentHash: Buffer): Promise<{ id: string } | undefined> =>
  tx.selectFrom('referral').select('id').where('content_hash', '=', contentHash).executeTakeFirst()

/** Everything known of a person's history, as it stands now. */
export async function historyOf(tx: PracticeTx, personId: string): Promise<History> {
  return foldHistory(
    await itemsOf(tx, personId),
    await statementsOf(tx, personId),
    await listSaidOf(tx, personId),
  )
}

export interface Folded extends KnownItem {
  readonly referralId: string | null
}

/** The same, item by item, with the referral each came in. */
export async function foldedHistory(tx: PracticeTx, personId: string) {
  const received = await itemsOf(tx, personId)
  const from = new Map(received.map(({ id, referralId }) => [id, referralId]))
  const said = await listSaidOf(tx, personId)
  const { items, answers } = foldHistory(received, await statementsOf(tx, personId), said)
  return {
    answers,
    none: noneTold(said, toldByClientIn(received)),
    items: items.map((known): Folded => ({ ...known, referralId: from.get(known.id) ?? null })),
  }
}

export interface Received extends KeptItem {
  readonly referralId: string | null
  readonly receivedAt: Instant
}

export async function itemsOf(tx: PracticeTx, personId: string): Promise<Received[]> {
  const rows = await tx
    .selectFrom('history_item')
    .select(['id', 'item', 'referral_id', 'received_at'])
    .where('person_id', '=', personId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    item: row.item,
    referralId: row.referral_id,
    receivedAt: row.received_at.getTime(),
  }))
}

/** What came by the client’s own hand, of which kind and when. */
export const toldByClientIn = (items: readonly Received[]) =>
  items
    .filter(({ item }) => item.source.type === fromClient)
    .map(({ item, receivedAt }) => ({ kind: item.kind, at: receivedAt }))

/** In the order in which they came. */
export async function listSaidOf(tx: PracticeTx, personId: string): Promise<ListSaid[]> {
  const rows = await tx
    .selectFrom('list_said')
    .select(['id', 'kind', 'said', 'item_id', 'told_at', 'arrived_at'])
    .where('practice_id', '=', tx.actor.practiceId)
    .where('person_id', '=', personId)
    .orderBy('number')
    .execute()
  return rows.map(({ id, kind, said, item_id: itemId, told_at: told, arrived_at: arrived }) => {
    const toldAt = told.getTime()
    const one = { id, kind, toldAt, cameAt: arrived?.getTime() ?? toldAt }
    return said === 'none' || itemId === null
      ? { ...one, said: 'none', itemId: null }
      : { ...one, said, itemId }
  })
}

/** In the order in which they were made. */
export async function statementsOf(tx: PracticeTx, personId: string): Promise<Statement[]> {
  const rows = await tx
    .selectFrom('history_statement as s')
    .leftJoin('member as m', 'm.id', 's.said_by')
    .select([
      's.id',
      's.item_id',
      's.question',
      's.answer',
      's.on_date',
      's.note',
      's.telling_id',
      's.said_at',
    ])
    .select('m.name')
    .where('s.person_id', '=', personId)
    .orderBy('s.number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    question: row.question,
    answer: row.answer,
    on: row.on_date,
    note: row.note,
    telling: row.telling_id,
    saidBy: row.name ?? '',
    saidAt: row.said_at.getTime(),
  }))
}

export interface KnownReferral {
  readonly id: string
  readonly receivedAt: Instant
  readonly receivedBy: string
  readonly entries: number
  readonly unread: readonly Unread[]
  readonly partly: readonly Partly[]
  readonly demographics: Demographics
}

/** Newest first. */
export async function referralsOf(tx: PracticeTx, personId: string): Promise<KnownReferral[]> {
  const rows = await tx
    .selectFrom('referral as r')
    .leftJoin('member as m', 'm.id', 'r.received_by')
    .select(['r.id', 'r.received_at', 'r.entries', 'r.unread', 'r.partly', 'r.demographics', 'm.name'])
    .where('r.person_id', '=', personId)
    .orderBy('r.received_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  return rows.map(({ received_at: at, name, ...row }) => ({
    ...row,
    receivedAt: at.getTime(),
    receivedBy: name ?? '',
  }))
}

export const identifiersOf = (tx: PracticeTx, personId: string): Promise<Identifier[]> =>
  tx
    .selectFrom('person_identifier')
    .select(['system', 'value', 'type'])
    .where('person_id', '=', personId)
    .orderBy('system')
    .execute()

/** Items of this person, by id: a statement about another person's item is refused. */
export async function knownItems(
  tx: PracticeTx,
  personId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('history_item')
    .select('id')
    .where('person_id', '=', personId)
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}
