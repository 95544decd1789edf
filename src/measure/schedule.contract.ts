import * as z from 'zod/mini'
import type { output } from 'zod/v4/core'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { anchors } from './setting.ts'

const id = z.uuid()
const ofPerson = ({ personId }: { personId: string }) => ({ personId })
const instrumentId = z.string().check(z.maxLength(40))
const whole = z.number().check(z.int())

const lineShape = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  on: z.enum(anchors),
  after: z.union([z.strictObject({ hours: whole }), z.strictObject({ days: whole })]),
  opensHoursBefore: whole,
  closesHoursAfter: whole,
  remindHoursAfter: z.nullable(whole),
  instruments: z.array(instrumentId).check(z.maxLength(60)),
})

/** What this practice asks, and when; and what it could ask. */
export const readSchedule = defineEndpoint({
  method: 'GET',
  path: '/api/asking-schedule',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({
    lines: z.array(z.extend(lineShape, { source: z.nullable(z.object({ en: z.string(), es: z.string() })) })),
    usual: z.boolean(),
    instruments: z.array(
      z.object({
        id: instrumentId,
        name: z.string(),
        items: z.number(),
        /** About how many days back it asks; null where it names no time. */
        recallDays: z.nullable(z.number()),
        languages: z.array(z.enum(['en', 'es'])),
        /** Answered by the client alone, or asked together. */
        alone: z.boolean(),
        validated: z.boolean(),
        /** A form that the practice brought itself. */
        brought: z.boolean(),
      }),
    ),
    /** Named in the schedule, and without words here: not asked. */
    silent: z.array(z.string()),
  }),
})
export type ScheduleNow = output<typeof readSchedule.reply>

export const setSchedule = defineEndpoint({
  method: 'POST',
  path: '/api/asking-schedule',
  action: 'practice.settle',
  subject: () => ({ practice: true }),
  input: z.strictObject({ id, lines: z.array(lineShape).check(z.maxLength(60)) }),
  reply: z.object({ id }),
})

const about = z.strictObject({ personId: id, instrumentId })
const noted = z.object({ noted: z.number() })

export const noteShown = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/asking/shown',
  action: 'instrument.answer',
  subject: ofPerson,
  input: about,
  reply: noted,
})

export const refuseAsking = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/asking/refused',
  action: 'instrument.answer',
  subject: ofPerson,
  input: about,
  reply: noted,
})

export const OccasionShape = z.object({
  key: z.string(),
  instrument: z.string(),
  on: z.enum(anchors),
  targetAt: z.number(),
  closesAt: z.nullable(z.number()),
  state: z.enum(['upcoming', 'open', 'answered', 'refused', 'missed']),
  /** Not for a form alone: someone asks it when they meet. */
  together: z.boolean(),
  late: z.boolean(),
  shown: z.boolean(),
  reminded: z.boolean(),
})
export type OccasionNow = output<typeof OccasionShape>

/** For the team: what was, is and will be asked, and what became of it. */
export const readOccasions = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/occasions',
  action: 'occasion.read',
  subject: ofPerson,
  input: z.object({ personId: id }),
  reply: z.object({
    occasions: z.array(OccasionShape),
  }),
})
