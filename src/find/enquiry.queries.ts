import type { PracticeTx } from '../platform/db/tx.ts'
import { sql } from 'kysely'
import type { EnquiryKind } from './enquiry.ts'

/** The name of whom it was written to, as listed when last shown. */
const writtenTo = sql<string>`coalesce((
  select l.profile ->> 'name' from listing l where l.listing_id = enquiry.listing_id order by l.number desc limit 1
), '')`

const standing = sql<EnquiryKind | null>`(
  select e.kind from enquiry_event e where e.enquiry_id = enquiry.id order by e.number desc limit 1
)`

const mostShown = 200

/** Who waits comes first, the longest first; then the rest, the newest first. */
export async function enquiriesHere(tx: PracticeTx) {
  const rows = await tx
    .selectFrom('enquiry')
    .select(['id', 'called', 'language', 'sent_at', writtenTo.as('writtenTo'), standing.as('standing')])
    .orderBy('sent_at', 'desc')
    .limit(mostShown)
    .execute()
  const enquiries = rows.map(({ sent_at, ...row }) => ({ ...row, sentAt: sent_at.getTime() }))
  const waiting = enquiries.filter((enquiry) => enquiry.standing === null).toReversed()
  return [...waiting, ...enquiries.filter((enquiry) => enquiry.standing !== null)]
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
