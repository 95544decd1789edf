import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { canReach } from '../find/enquiry.ts'
import { line } from '../platform/http/text.contract.ts'

/** Someone comes into care without a referral file: from what they wrote to the practice, or by hand. */
export const takeIn = defineEndpoint({
  method: 'POST',
  path: '/api/people/taken-in',
  action: 'person.create',
  subject: () => ({ practice: true }),
  input: z.strictObject({
    id: z.uuid(),
    enquiryId: z.nullable(z.uuid()),
    told: z.strictObject({
      givenName: line(200),
      familyName: line(200),
      calledBy: z.nullable(line(200)),
      birthDate: z.iso.date(),
      language: z.enum(['en', 'es']),
      phone: line(120, 0),
      email: line(120, 0).check(z.refine((email) => email === '' || canReach('email', email))),
    }),
    /** Where someone here may be meant: who it is, or that they are new, as a human has decided; null: nobody has. */
    who: z.nullable(z.union([z.literal('new'), z.uuid()])),
  }),
  reply: z.object({ personId: z.uuid(), outcome: z.enum(['created', 'matched']) }),
})
