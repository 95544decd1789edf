import { isoOf, type Instant } from '../kernel/instant.ts'
import type { Fixed, Json, Moment, Numbered, StampedByDatabase } from '../platform/db/schema.ts'
import type { ColumnType } from 'kysely'
import type { WriteTx } from '../platform/db/write.ts'
import type { Enquiry, EnquiryStanding, Message, Reach } from './enquiry.ts'
import type { Profile } from './listing.contract.ts'

declare module '../platform/db/schema.ts' {
  interface Schema {
    listing: {
      practice_id: Fixed<string>
      id: Fixed<string>
      listing_id: Fixed<string>
      profile: Json<Profile>
      withdrawn: ColumnType<boolean, boolean | undefined, never>
      number: Numbered
      recorded_at: StampedByDatabase
    }
    enquiry: {
      practice_id: Fixed<string>
      id: Fixed<string>
      listing_id: Fixed<string>
      called: Fixed<string>
      reach_by: Fixed<Reach>
      contact: Fixed<string>
      message: Fixed<Message>
      place: Fixed<string>
      language: Fixed<'en' | 'es'>
      words: Fixed<string>
      sent_at: Moment
      recorded_at: StampedByDatabase
    }
    enquiry_event: {
      practice_id: Fixed<string>
      id: Fixed<string>
      enquiry_id: Fixed<string>
      kind: Fixed<EnquiryStanding>
      member_id: Fixed<string>
      note: Fixed<string>
      happened_at: Moment
      number: Numbered
      recorded_at: StampedByDatabase
    }
  }
}

export interface Edition {
  readonly id: string
  readonly listingId: string
  readonly profile: Profile
  /** The last word on someone who is no longer shown. */
  readonly withdrawn?: boolean
}

export async function addEdition(tx: WriteTx, edition: Edition): Promise<void> {
  await tx
    .insertInto('listing')
    .values({
      practice_id: tx.actor.practiceId,
      id: edition.id,
      listing_id: edition.listingId,
      profile: JSON.stringify(edition.profile),
      withdrawn: edition.withdrawn ?? false,
    })
    .execute()
}

export async function addEnquiry(tx: WriteTx, enquiry: Enquiry, sentAt: Instant): Promise<void> {
  await tx
    .insertInto('enquiry')
    .values({
      practice_id: tx.actor.practiceId,
      id: enquiry.id,
      listing_id: enquiry.listingId,
      called: enquiry.called,
      reach_by: enquiry.reachBy,
      contact: enquiry.contact,
      message: enquiry.message,
      place: enquiry.place,
      language: enquiry.language,
      words: enquiry.words,
      sent_at: isoOf(sentAt),
    })
    .execute()
}

export interface NewEvent {
  readonly id: string
  readonly enquiryId: string
  readonly kind: EnquiryStanding
  readonly note: string
  readonly memberId: string
  readonly at: Instant
}

export async function addEvent(tx: WriteTx, event: NewEvent): Promise<void> {
  await tx
    .insertInto('enquiry_event')
    .values({
      practice_id: tx.actor.practiceId,
      id: event.id,
      enquiry_id: event.enquiryId,
      kind: event.kind,
      member_id: event.memberId,
      note: event.note,
      happened_at: isoOf(event.at),
    })
    .execute()
}
