import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { house } from '../kernel/actor.ts'
import type { Answers, Instrument } from './instrument.ts'
import { looksLikeAnswers, withholdings } from './response.ts'

const id = z.uuid()
const ofPerson = ({ personId }: { personId: string }) => ({ personId })
const instrumentId = z.string().check(z.maxLength(40))

/** For whoever may hand the tablet over: which forms it can carry, and what became of the last codes. */
export const readTablet = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/tablet',
  action: 'tablet.hand',
  subject: ofPerson,
  input: z.object({ personId: id }),
  reply: z.object({
    instruments: z.array(z.object({ id: instrumentId, name: z.string(), due: z.boolean() })),
    passes: z.array(
      z.object({
        id,
        name: z.string(),
        state: z.enum(['waiting', 'open', 'sent', 'left', 'withdrawn', 'expired']),
        madeAt: z.number(),
        expiresAt: z.number(),
        by: z.string(),
      }),
    ),
    machineNow: z.number(),
  }),
})
export type TabletNow = output<typeof readTablet.reply>

export const makeCode = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/tablet',
  action: 'tablet.hand',
  subject: ofPerson,
  input: z.strictObject({ personId: id, id, instrumentId }),
  /** The code is told here and nowhere else. */
  reply: z.object({ id, code: z.string(), expiresAt: z.number() }),
})

export const withdrawCode = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/tablet/:passId/withdraw',
  action: 'tablet.hand',
  subject: ofPerson,
  input: z.strictObject({ personId: id, passId: id }),
  reply: z.object({ withdrawn: z.boolean() }),
})

/** Without any sign-in: the code is all there is. */
export const openTablet = defineEndpoint({
  method: 'POST',
  path: '/api/tablet/open',
  action: 'tablet.open',
  subject: () => ({ open: house }),
  input: z.strictObject({ code: z.string().check(z.maxLength(40)) }),
  reply: z.object({ token: z.string() }),
})

const ofTablet = () => ({ practice: true as const })

/** Whether it may still be here. Asked by itself, and keeps nothing open. */
export const stayTablet = defineEndpoint({
  method: 'GET',
  path: '/api/tablet',
  action: 'tablet.answer',
  subject: ofTablet,
  input: z.object({}),
  reply: z.object({ here: z.literal(true) }),
})

/** The one form, with its words; no name, no score, no answer of before. */
export const readTabletForm = defineEndpoint({
  method: 'GET',
  path: '/api/tablet/form',
  action: 'tablet.answer',
  subject: ofTablet,
  input: z.object({}),
  reply: z.object({
    instrument: z.custom<Instrument>((value) => typeof value === 'object' && value !== null),
    /** Whether someone reads now, so that nothing is promised that is not so. */
    reading: z.object({
      declared: z.boolean(),
      openNow: z.boolean(),
      readFrom: z.number(),
      dueAt: z.number(),
    }),
    timeZone: z.string(),
  }),
})

export type TabletForm = output<typeof readTabletForm.reply>

const given = {
  /** The one that was on the screen; where none is named, the one that is asked now. */
  instrumentVersion: z.optional(z.string().check(z.maxLength(10))),
  language: z.enum(['en', 'es']),
  answers: z.custom<Answers>(looksLikeAnswers),
  withheld: z.record(z.string().check(z.maxLength(40)), z.enum(withholdings)),
}
const taken = z.object({
  /** A person was told of an answer; who, is not said here. */
  told: z.boolean(),
  /** It stands on their list, for it is no worse than before; no one was called. */
  listed: z.boolean(),
})

export type Taken = output<typeof taken>

/** Whose it is, and which form, the code has said: a request that names either is refused. */
export const keepTabletDraft = defineEndpoint({
  method: 'POST',
  path: '/api/tablet/draft',
  action: 'tablet.answer',
  subject: ofTablet,
  input: z.strictObject(given),
  reply: taken,
})

export const sendTablet = defineEndpoint({
  method: 'POST',
  path: '/api/tablet/answers',
  action: 'tablet.answer',
  subject: ofTablet,
  input: z.strictObject({ ...given, finishedAt: z.optional(z.number()) }),
  reply: taken,
})

export const leaveTablet = defineEndpoint({
  method: 'POST',
  path: '/api/tablet/leave',
  action: 'tablet.answer',
  subject: ofTablet,
  input: z.strictObject({}),
  reply: z.object({ left: z.boolean() }),
})
