import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { line } from '../platform/http/text.contract.ts'

const practice = () => ({ practice: true }) as const

/** What every page needs to know first: where one is, who one is there, what time care goes by, and what may be opened. */
export const here = defineEndpoint({
  method: 'GET',
  path: '/api/here',
  action: 'practice.read',
  subject: practice,
  input: z.object({}),
  reply: z.object({
    practice: z.object({
      name: z.string(),
      phone: z.nullable(z.string()),
      timeZone: z.string(),
      demo: z.boolean(),
    }),
    me: z.object({
      name: z.string(),
      roles: z.array(z.string()),
      personId: z.nullable(z.uuid()),
      courseId: z.nullable(z.uuid()),
      /** The seat one sits in here: a tab that was opened without one takes it. */
      seatId: z.nullable(z.uuid()),
      /** The zone this one's days are lived in: a client's own, for others the practice's. */
      timeZone: z.string(),
    }),
    careNow: z.number(),
    /** How far the clock of care is ahead of the machine's; 0 but in a demo. */
    careAheadMs: z.number(),
    /** The actions of the policy that are open here. */
    can: z.array(z.string()),
    /** Whether a mail can leave this server. Where it cannot, a page that would send one says so. */
    mailLeaves: z.boolean(),
  }),
})

export const moveCareClock = defineEndpoint({
  method: 'POST',
  path: '/api/care-clock',
  action: 'care-clock.move',
  subject: practice,
  input: z.strictObject({ minutes: z.int().check(z.minimum(1), z.maximum(90 * 24 * 60)) }),
  reply: z.object({ minutesAhead: z.number() }),
})

const said = line(200)
const spoken = z.strictObject({ en: said, es: said })

const HelpShape = {
  hours: spoken,
  afterHours: spoken,
  concernName: said,
  concernRole: spoken,
  concernPhone: said,
  boardName: said,
  boardPhone: said,
  boardSite: z.nullable(said),
}

export const readHelp = defineEndpoint({
  method: 'GET',
  path: '/api/help',
  action: 'practice.read',
  subject: practice,
  input: z.object({}),
  reply: z.object({ phone: z.nullable(z.string()), help: z.nullable(z.object(HelpShape)) }),
})

export const setHelp = defineEndpoint({
  method: 'POST',
  path: '/api/help',
  action: 'practice.settle',
  subject: practice,
  input: z.strictObject({ id: z.uuid(), ...HelpShape }),
  reply: z.object({ id: z.uuid() }),
})

/** For how long after the last touch a session room may stay signed in, in minutes: the practice's own, or else ours (PD). */
export const readRoomStay = defineEndpoint({
  method: 'GET',
  path: '/api/room-stay',
  action: 'practice.settle',
  subject: practice,
  input: z.object({}),
  reply: z.object({ minutes: z.number(), own: z.boolean() }),
})

export const setRoomStay = defineEndpoint({
  method: 'POST',
  path: '/api/room-stay',
  action: 'practice.settle',
  subject: practice,
  input: z.strictObject({ id: z.uuid(), minutes: z.int().check(z.minimum(30), z.maximum(720)) }),
  reply: z.object({ id: z.uuid() }),
})

/** For how long a journey takes up its room and its people, in minutes: the practice's own, or else ours (PD) with its rule. */
export const readJourneyLength = defineEndpoint({
  method: 'GET',
  path: '/api/journey-length',
  action: 'practice.settle',
  subject: practice,
  input: z.object({}),
  reply: z.object({ minutes: z.number(), own: z.boolean(), rule: z.string() }),
})

export const setJourneyLength = defineEndpoint({
  method: 'POST',
  path: '/api/journey-length',
  action: 'practice.settle',
  subject: practice,
  input: z.strictObject({ id: z.uuid(), minutes: z.int().check(z.minimum(60), z.maximum(720)) }),
  reply: z.object({ id: z.uuid() }),
})

/** Who works here, for whoever puts a team together. */
export const readMembers = defineEndpoint({
  method: 'GET',
  path: '/api/members',
  action: 'members.read',
  subject: practice,
  input: z.object({}),
  reply: z.object({
    members: z.array(z.object({ memberId: z.uuid(), name: z.string(), roles: z.array(z.string()) })),
  }),
})
