import type { Instant } from '../kernel/instant.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { sql } from 'kysely'
import type { EnquiryStanding } from './enquiry.ts'

/** The name of whom it was written to, as listed when last shown. */
const writtenTo = sql<string>`coalesce((
  select l.profile ->> 'name' from listing l where l.listing_id = enquiry.listing_id order by l.number desc limit 1
), '')`

const standing = sql<EnquiryStanding | null>`(
  select e.kind from enquiry_event e where e.enquiry_id = enquiry.id order by e.number desc limit 1
)`

const mostShown = 200

/** Who waits comes first, the longest first; then the rest, the newest first. */
export async function enquiriesHere(tx: PracticeTx) {
  const rows = await tx
    .selectFrom('enquiry')
    .select(['id', 'called', 'language', 'sent_at', writtenTo.as('writtenTo'), standing.as('standing')])
    // However many came since, whoever waits longest is never the one that falls off the list.
    .orderBy(sql`case when ${standing} is null then sent_at end`, (order) => order.asc().nullsLast())
    .orderBy('sent_at', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(({ sent_at, ...row }) => ({ ...row, sentAt: sent_at.getTime() }))
}

/** Into whose record this led; undefined while its writer was not taken in. */
export async function takenInAs(tx: PracticeTx, enquiryId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('taken_in')
    .select('person_id')
    .where('enquiry_id', '=', enquiryId)
    .executeTakeFirst()
  return row?.person_id
}

const oldest = sql<number | null>`round(extract(epoch from min(sent_at)) * 1000)::float8`

/** How many wait for an answer, and since when the longest: of all there are, not of those a list shows. */
export async function waitingEnquiries(
  tx: PracticeTx,
): Promise<{ waiting: number; oldestAt: Instant | null }> {
  return tx
    .selectFrom('enquiry')
    .select([sql<number>`count(*)::int`.as('waiting'), oldest.as('oldestAt')])
    .where(
      sql<boolean>`not exists (select from enquiry_event e
        where e.practice_id = enquiry.practice_id and e.enquiry_id = enquiry.id)`,
    )
    .executeTakeFirstOrThrow()
}

export async function enquiryById(tx: PracticeTx, enquiryId: string) {
  const row = await tx
    .selectFrom('enquiry')
    .select([
      'id',
      'listing_id as listingId',
      'called',
      'reach_by as reachBy',
      'contact',
      'message',
      'place',
      'language',
      'words',
      'sent_at',
      writtenTo.as('writtenTo'),
    ])
    .where('id', '=', enquiryId)
    .executeTakeFirst()
  if (!row) return undefined
  const { sent_at, ...enquiry } = row
  return { ...enquiry, sentAt: sent_at.getTime() }
}

export async function eventsOf(tx: PracticeTx, enquiryId: string) {
  const rows = await tx
    .selectFrom('enquiry_event')
    .innerJoin('member', 'member.id', 'enquiry_event.member_id')
    .select(['enquiry_event.id', 'kind', 'note', 'member.name as by', 'happened_at'])
    .where('enquiry_id', '=', enquiryId)
    .orderBy('enquiry_event.number')
    .execute()
  return rows.map(({ happened_at, ...event }) => ({ ...event, at: happened_at.getTime() }))
}
