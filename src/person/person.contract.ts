import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'

/** Who a person is taken to be, and how they are reached. */
export const DetailsShape = z.object({
  givenName: z.string(),
  familyName: z.string(),
  calledBy: z.nullable(z.string()),
  birthDate: z.nullable(z.iso.date()),
  gender: z.nullable(z.enum(['female', 'male', 'other', 'unknown'])),
  language: z.enum(['en', 'es']),
  timeZone: z.string(),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  addressLine: z.nullable(z.string()),
  city: z.nullable(z.string()),
  state: z.nullable(z.string()),
  postalCode: z.nullable(z.string()),
})

export const PersonShape = z.extend(DetailsShape, { id: z.uuid() })

export const readPerson = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId',
  action: 'person.read',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    person: PersonShape,
    team: z.array(z.object({ memberId: z.uuid(), name: z.string(), roles: z.array(z.string()) })),
  }),
})

const place = { personId: z.uuid(), memberId: z.uuid() }

/** What was waiting and went to somebody by this. */
const handed = z.nullable(z.object({ count: z.number(), to: z.string() }))

export const assign = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/team',
  action: 'care-team.change',
  subject: ({ personId }) => ({ personId }),
  input: z.strictObject({ ...place, id: z.uuid() }),
  reply: z.object({ memberId: z.uuid(), handed }),
})

export const unassign = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/team/:memberId/end',
  action: 'care-team.change',
  subject: ({ personId }) => ({ personId }),
  input: z.strictObject(place),
  reply: z.object({ memberId: z.uuid(), handed }),
})
