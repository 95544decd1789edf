import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { saidWhole } from './correction.contract.ts'
import { departureFields, ways } from './departure.ts'
import { lines } from '../platform/http/text.contract.ts'

const ofSession = ({ sessionId }: { sessionId: string }) => ({ sessionId })
const moment = z.iso.datetime({ offset: true })
const words = z._default(z.nullable(lines(2000)), null)

const told = {
  calledBy: words,
  wentTo: words,
  wentWith: words,
  handedOver: words,
  said: words,
  toldWhom: words,
  advised: words,
}

/**
 * A person left other than by discharge. Always taken down: only how, and when, must be known. What is left empty is not
 * known, and is never read as "no".
 */
export const recordDeparture = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/departures',
  action: 'departure.record',
  subject: ofSession,
  input: saidWhole(
    ['calledAt', ...departureFields, 'inWriting', 'reached', 'callbackBy'],
    z.strictObject({
      sessionId: z.uuid(),
      id: z.uuid(),
      way: z.enum(ways),
      leftAt: moment,
      calledAt: z._default(z.nullable(moment), null),
      ...told,
      inWriting: z._default(z.nullable(z.boolean()), null),
      /** Whether they have been reached since they left; null where nobody knows yet. */
      reached: z._default(z.nullable(z.boolean()), null),
      /** Who makes the safety call; otherwise whoever looks after this person. */
      callbackBy: z._default(z.nullable(z.uuid()), null),
      corrects: z._default(z.nullable(z.uuid()), null),
      struck: z._default(z.boolean(), false),
    }),
  ),
  reply: z.object({ id: z.uuid(), doubt: z.nullable(z.enum(['ahead', 'late'])) }),
})

/** Somebody tried to reach them. */
export const recordContact = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/departures/contacts',
  action: 'departure.record',
  subject: ofSession,
  input: z.strictObject({
    sessionId: z.uuid(),
    id: z.uuid(),
    reached: z.boolean(),
    words,
    triedAt: moment,
  }),
  reply: z.object({ id: z.uuid(), doubt: z.nullable(z.enum(['ahead', 'late'])) }),
})

const line = z.nullable(z.string())

export const DepartureShape = z.object({
  id: z.uuid(),
  way: z.enum(ways),
  leftAt: z.number(),
  calledAt: z.nullable(z.number()),
  calledBy: line,
  wentTo: line,
  wentWith: line,
  handedOver: line,
  said: line,
  toldWhom: line,
  advised: line,
  inWriting: z.nullable(z.boolean()),
  callbackName: line,
  byName: z.string(),
  recordedAt: z.number(),
  corrects: z.nullable(z.uuid()),
  struck: z.boolean(),
})

export const ContactShape = z.object({
  id: z.uuid(),
  reached: z.boolean(),
  words: line,
  triedAt: z.number(),
  byName: z.string(),
})
