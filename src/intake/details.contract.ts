import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { canReach } from '../find/enquiry.ts'
import { DetailsShape } from '../person/person.contract.ts'
import { line, lines } from '../platform/http/text.contract.ts'

const name = line(200, 0)
const short = z.nullable(line(200))

/** Who a person is taken to be, whole: a part left out could be read as emptied. */
const DetailsAsked = z.strictObject({
  givenName: name,
  familyName: name,
  calledBy: short,
  birthDate: z.nullable(z.iso.date()),
  gender: z.nullable(z.enum(['female', 'male', 'other', 'unknown'])),
  language: z.enum(['en', 'es']),
  timeZone: line(200),
  email: z.nullable(line(254).check(z.refine((email) => canReach('email', email)))),
  phone: short,
  addressLine: short,
  city: short,
  state: short,
  postalCode: short,
})

/** A name, a birthday, an address is set right; what stood before stays. */
export const correctDetails = defineEndpoint({
  method: 'POST',
  path: '/api/people/:personId/details',
  action: 'details.confirm',
  subject: ({ personId }) => ({ personId }),
  input: z.strictObject({
    personId: z.uuid(),
    id: z.uuid(),
    /** As whoever sets it right saw it: what somebody else changed meanwhile is not written over. */
    was: DetailsShape,
    now: DetailsAsked,
    why: lines(1_000),
    /** That whoever bears this name and may have this birthday is somebody else, as a human has looked; false: nobody has. */
    someoneElse: z.boolean(),
  }),
  reply: z.object({ id: z.uuid() }),
})
