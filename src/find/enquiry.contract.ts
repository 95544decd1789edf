import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { canReach, enquiryKinds, enquiryStandings, messages, reaches } from './enquiry.ts'
import { line, lines } from '../platform/http/text.contract.ts'

/** A form on a page: `practiceId` says to whom it goes, and the listing must be one of theirs. */
export const sendEnquiry = defineEndpoint({
  method: 'POST',
  path: '/find/:listingId/write',
  action: 'enquiry.send',
  subject: ({ practiceId }) => ({ open: practiceId }),
  input: z
    .object({
      practiceId: z.uuid(),
      listingId: z.uuid(),
      id: z.uuid(),
      called: line(80),
      reachBy: z.enum(reaches),
      contact: line(120),
      message: z.enum(messages),
      place: z._default(line(80, 0), ''),
      language: z.enum(['en', 'es']),
      words: z._default(lines(3000, 0), ''),
    })
    .check(z.refine(({ reachBy, contact }) => canReach(reachBy, contact), { path: ['contact'] })),
  reply: z.object({ id: z.uuid() }),
})

const EnquiryShape = z.object({
  id: z.uuid(),
  listingId: z.uuid(),
  writtenTo: z.string(),
  called: z.string(),
  reachBy: z.enum(reaches),
  contact: z.string(),
  message: z.enum(messages),
  place: z.string(),
  language: z.enum(['en', 'es']),
  words: z.string(),
  sentAt: z.number(),
})

const EventShape = z.object({
  id: z.uuid(),
  kind: z.enum(enquiryStandings),
  note: z.string(),
  by: z.string(),
  at: z.number(),
})

/** In the list one sees who waits and for how long; what they wrote is opened one at a time. */
export const listEnquiries = defineEndpoint({
  method: 'GET',
  path: '/api/enquiries',
  action: 'enquiry.read',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    enquiries: z.array(
      z.object({
        id: z.uuid(),
        called: z.string(),
        writtenTo: z.string(),
        language: z.enum(['en', 'es']),
        sentAt: z.number(),
        standing: z.nullable(z.enum(enquiryStandings)),
      }),
    ),
  }),
})

export const readEnquiry = defineEndpoint({
  method: 'GET',
  path: '/api/enquiries/:enquiryId',
  action: 'enquiry.read',
  subject: () => ({ practice: true }),
  input: z.object({ enquiryId: z.uuid() }),
  reply: z.object({
    enquiry: EnquiryShape,
    events: z.array(EventShape),
    /** Whose record this led to. */
    takenInAs: z.nullable(z.uuid()),
    can: z.object({ takeIn: z.boolean() }),
  }),
})

export const noteEnquiry = defineEndpoint({
  method: 'POST',
  path: '/api/enquiries/:enquiryId/events',
  action: 'enquiry.answer',
  subject: () => ({ practice: true }),
  input: z.strictObject({
    enquiryId: z.uuid(),
    id: z.uuid(),
    kind: z.enum(enquiryKinds),
    note: z._default(lines(1000, 0), ''),
  }),
  reply: z.object({ kind: z.enum(enquiryKinds) }),
})
