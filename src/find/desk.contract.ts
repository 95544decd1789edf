import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { ownWords, ProfileShape } from './listing.contract.ts'

const practice = () => ({ practice: true }) as const

/** Whom the practice lists, as anyone may read it, and whether it is shown today. */
export const readListings = defineEndpoint({
  method: 'GET',
  path: '/api/listings',
  action: 'listing.read',
  subject: practice,
  input: z.object({}),
  reply: z.object({
    today: z.iso.date(),
    listings: z.array(
      z.object({
        listingId: z.uuid(),
        profile: ProfileShape,
        withdrawn: z.boolean(),
        /** Not shown where no license look-up holds. */
        verified: z.boolean(),
        changedAt: z.number(),
      }),
    ),
    can: z.object({ publish: z.boolean() }),
  }),
})

export type ListingsRead = z.output<typeof readListings.reply>
export type ListingRead = ListingsRead['listings'][number]

/** A new edition: what the person agreed to show. The one before stays on record. */
export const publishListing = defineEndpoint({
  method: 'POST',
  path: '/api/listings',
  action: 'listing.publish',
  subject: practice,
  input: z.strictObject({
    id: z.uuid(),
    listingId: z.uuid(),
    /** Whoever publishes says that the person agreed to each word. */
    agreed: z.literal(true),
    profile: z.strictObject({
      ...ownWords,
      zip: z.string().check(z.regex(/^\d{5}$/)),
      openings: z.enum(['open', 'waiting-list', 'full']),
    }),
  }),
  reply: z.object({ listingId: z.uuid() }),
})

export const withdrawListing = defineEndpoint({
  method: 'POST',
  path: '/api/listings/:listingId/withdrawal',
  action: 'listing.publish',
  subject: practice,
  input: z.strictObject({ listingId: z.uuid(), id: z.uuid() }),
  reply: z.object({ listingId: z.uuid() }),
})
