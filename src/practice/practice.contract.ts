import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'

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
      /** The zone this one's days are lived in: a client's own, for others the practice's. */
      timeZone: z.string(),
    }),
    careNow: z.number(),
    /** How far the clock of care is ahead of the machine's; 0 but in a demo. */
    careAheadMs: z.number(),
    /** The actions of the policy that are open here. */
    can: z.array(z.string()),
  }),
})

export const moveCareClock = defineEndpoint({
  method: 'POST',
  path: '/api/care-clock',
  action: 'care-clock.move',
  subject: practice,
  input: z.strictObject({ days: z.int().check(z.minimum(1), z.maximum(90)) }),
  reply: z.object({ daysAhead: z.number() }),
})

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
const spoken = z.strictObject({ en: line, es: line })

const HelpShape = {
  hours: spoken,
  afterHours: spoken,
  concernName: line,
  concernRole: spoken,
  concernPhone: line,
  boardName: line,
  boardPhone: line,
  boardSite: z.nullable(line),
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
