import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { canReach } from '../find/enquiry.ts'
import { line } from '../platform/http/text.contract.ts'

const short = z.nullable(line(200))
const person = ({ personId }: { personId: string }) => ({ personId })
const told = z.nullable(z.string())

const ReachShape = z.object({
  calledBy: told,
  phone: told,
  email: told,
  addressLine: told,
  city: told,
  state: told,
  postalCode: told,
  timeZone: z.string(),
})

/** How the practice calls and reaches the client, for the client. */
export const readReach = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/reach',
  action: 'reach.read-own',
  subject: person,
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    /** As on the chart; set right by the practice alone. */
    name: z.string(),
    reach: ReachShape,
  }),
})

/** It is the client’s own to say, and needs no reason. What stood before stays. */
export const changeReach = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/reach',
  action: 'reach.change-own',
  subject: person,
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    /** As they saw it: what the practice changed meanwhile is not written over. */
    was: ReachShape,
    now: z.strictObject({
      calledBy: short,
      phone: short,
      email: z.nullable(line(254).check(z.refine((email) => canReach('email', email)))),
      addressLine: short,
      city: short,
      state: short,
      postalCode: short,
      timeZone: line(200),
    }),
  }),
  reply: z.object({ id: z.uuid() }),
})
