import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { messages, reaches } from '../find/enquiry.ts'
import { standings } from './history.ts'
import { CountsShape, ItemShape, PartlyShape, UnreadShape } from './item.contract.ts'
import { listKinds, takenBackWays } from './list-said.ts'
import { referralLimits } from './referral.ts'
import { measurables } from './taken-here.ts'
import { toldKinds } from './told-here.ts'
import { detailParts } from '../person/details.ts'
import { line as oneLine, lines } from '../platform/http/text.contract.ts'

const practice = () => ({ practice: true }) as const
const person = ({ personId }: { personId: string }) => ({ personId })
const line = z.string().check(z.maxLength(2_000))

/** Takes a referral over. The file goes as text, unread by the browser's own JSON, so that its hash is the sender's. */
export const importReferral = defineEndpoint({
  method: 'POST',
  path: '/api/referrals',
  action: 'referral.import',
  subject: practice,
  input: z.strictObject({
    referral: z.string().check(z.minLength(1)),
    /** Where someone here may be meant: who it is, or that they are new, as a human has decided; null: nobody has. */
    who: z._default(z.nullable(z.union([z.literal('new'), z.uuid()])), null),
  }),
  reply: z.object({
    personId: z.uuid(),
    outcome: z.enum(['created', 'matched']),
    imported: CountsShape,
    already: CountsShape,
    unread: z.array(UnreadShape),
    partly: z.array(PartlyShape),
  }),
  // Text of the largest size, every character of it escaped.
  largest: 2 * referralLimits.characters + 2 ** 16,
})

/** Whom a referral would be about, before it is taken over. Names travel in the body, never in an address. */
export const recognise = defineEndpoint({
  method: 'POST',
  path: '/api/referrals/recognise',
  action: 'referral.import',
  subject: practice,
  input: z.strictObject({
    identifiers: z.array(z.strictObject({ system: line, value: line, type: line })).check(z.maxLength(100)),
    givenName: line,
    familyName: line,
    otherNames: z.array(line).check(z.maxLength(20)),
    birthDate: z.nullable(line),
  }),
  reply: z.object({
    match: z.enum(['new', 'known', 'two-people', 'someone-else', 'perhaps']),
    person: z.nullable(z.object({ id: z.uuid(), givenName: z.string(), familyName: z.string() })),
    differs: z.array(z.enum(['family-name', 'birth-date'])),
    /** Who may be meant, where no number says so. */
    perhaps: z.array(
      z.object({
        id: z.uuid(),
        givenName: z.string(),
        familyName: z.string(),
        birthDate: z.nullable(z.string()),
      }),
    ),
  }),
})

const StatementShape = z.object({
  answer: z.string(),
  on: z.nullable(z.string()),
  note: z.string(),
  saidBy: z.string(),
  saidAt: z.number(),
})

/** Everything that came, each with how it stands. */
export const readHistory = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/history',
  action: 'history.read',
  subject: person,
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        item: ItemShape,
        standing: z.enum(['to-be-confirmed', ...standings]),
        statement: z.nullable(StatementShape),
        /** What the client said of it since they told it. */
        back: z.nullable(z.object({ way: z.enum(takenBackWays), at: z.number() })),
        referralId: z.nullable(z.uuid()),
      }),
    ),
    /** Lists of which the client says that there is nothing on them. It confirms nothing by itself. */
    none: z.array(z.object({ kind: z.enum(listKinds), at: z.number() })),
    referrals: z.array(
      z.object({
        id: z.uuid(),
        receivedAt: z.number(),
        receivedBy: z.string(),
        entries: z.number(),
        unread: z.array(UnreadShape),
        partly: z.array(PartlyShape),
      }),
    ),
    identifiers: z.array(z.object({ system: z.string(), type: z.string(), ending: z.string() })),
    /** How they came without a file; the way to what they wrote is given to whoever may read it. */
    cameBy: z.array(
      z.object({
        id: z.uuid(),
        at: z.number(),
        by: z.string(),
        told: z.object({ name: z.string(), birthDate: z.string(), phone: z.string(), email: z.string() }),
        wrote: z.nullable(
          z.object({
            at: z.number(),
            enquiryId: z.nullable(z.uuid()),
            reachBy: z.enum(reaches),
            contact: z.string(),
            message: z.enum(messages),
          }),
        ),
      }),
    ),
    details: z.object({
      confirmed: z.boolean(),
      by: z.string(),
      at: z.nullable(z.number()),
      /** What was set right, newest first, with what stood there before. */
      corrections: z.array(
        z.object({
          id: z.uuid(),
          at: z.number(),
          /** Nobody: the person said it themself, and owes no reason. */
          by: z.nullable(z.string()),
          why: z.nullable(z.string()),
          changed: z.array(
            z.object({ part: z.enum(detailParts), was: z.nullable(z.string()), now: z.nullable(z.string()) }),
          ),
        }),
      ),
    }),
    can: z.object({ confirm: z.boolean(), confirmDetails: z.boolean(), invite: z.boolean() }),
  }),
})

const date = z.nullable(z.string().check(z.maxLength(10)))
const note = lines(2_000, 0)

/** A clinician says of items: so, not so, or nobody can know. */
export const confirmHistory = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/history/confirmations',
  action: 'history.confirm',
  subject: person,
  input: z.strictObject({
    personId: z.uuid(),
    statements: z
      .array(z.strictObject({ id: z.uuid(), itemId: z.uuid(), answer: z.enum(standings), on: date, note }))
      .check(z.minLength(1), z.maxLength(500)),
  }),
  reply: z.object({ stated: z.number() }),
})

/** The person's details were checked with them, or with a document. */
export const confirmDetails = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/details/confirmation',
  action: 'details.confirm',
  subject: person,
  input: z.strictObject({ personId: z.uuid(), id: z.uuid() }),
  reply: z.object({ id: z.uuid() }),
})

/** A blood pressure measured here, before the decision. */
export const recordTold = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/told',
  action: 'history.confirm',
  subject: person,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    kind: z.enum(toldKinds),
    words: oneLine(200),
    dosage: oneLine(200, 0),
    from: z.nullable(z.string().check(z.maxLength(10))),
  }),
  reply: z.object({ id: z.uuid() }),
})

export const recordMeasured = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/measured',
  action: 'history.confirm',
  subject: person,
  input: z.strictObject({
    personId: z.uuid(),
    on: z.nullable(z.string().check(z.maxLength(10))),
    taken: z
      .array(
        z.strictObject({
          id: z.uuid(),
          measure: z.enum(measurables),
          value: z.number(),
          title: oneLine(80),
        }),
      )
      .check(z.minLength(1), z.maxLength(12)),
  }),
  reply: z.object({ measured: z.number() }),
})

export const recordPressure = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/pressures',
  action: 'history.confirm',
  subject: person,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    systolicMmHg: z.int().check(z.minimum(40), z.maximum(300)),
    diastolicMmHg: z.int().check(z.minimum(20), z.maximum(200)),
    takenAt: z.iso.datetime({ offset: true }),
  }),
  reply: z.object({ id: z.uuid() }),
})
