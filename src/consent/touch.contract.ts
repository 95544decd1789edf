import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { recordings, touchAnswers, touchWho } from './document.ts'

const ofSession = ({ sessionId }: { sessionId: string }) => ({ sessionId })

/** Taken back: when the client said so, as the clock of care has it. */
const TouchShape = z.object({
  answer: z.enum(touchAnswers),
  who: z.enum(touchWho),
  where: z.array(z.string()),
  takenBackAt: z.nullable(z.number()),
})

/** What touch is all right now, for the people in the room. It only ever narrows while a session goes on. */
export const readTouch = defineEndpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/touch',
  action: 'room.read',
  subject: ofSession,
  input: z.object({ sessionId: z.uuid() }),
  reply: z.object({
    state: z.enum(['unsigned', 'stands', 'withdrawn', 'expired', 'broken']),
    touch: z.object({ hand: TouchShape, shoulder: TouchShape, blanket: TouchShape }),
    recording: z.object({ answer: z.enum(recordings), takenBackAt: z.nullable(z.number()) }),
    rehearsed: z.nullable(z.object({ at: z.number(), withName: z.string() })),
    can: z.object({ narrow: z.boolean() }),
  }),
})

export type TouchNow = output<typeof readTouch.reply>

/** Said aloud or shown in the room: one press, which also waits for a network. There is no way to widen. */
export const narrowTouch = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/narrowings',
  action: 'consent.narrow',
  subject: ofSession,
  input: z.strictObject({
    sessionId: z.uuid(),
    id: z.uuid(),
    part: z.string().check(z.regex(/^(recording|touch(:(hand|shoulder|blanket))?)$/)),
    heardAt: z.iso.datetime({ offset: true }),
  }),
  reply: z.object({ id: z.uuid() }),
})

/** Tried out together beforehand: the stop word, the stop sign, and each touch that is all right. */
export const rehearseTouch = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/agreement/rehearsals',
  action: 'consent.rehearse',
  subject: ({ personId }: { personId: string }) => ({ personId }),
  input: z.strictObject({ personId: z.uuid(), id: z.uuid() }),
  reply: z.object({ id: z.uuid(), rehearsedAt: z.number() }),
})
