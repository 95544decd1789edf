import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { FormShape, ProductShape, RouteShape } from '../protocol/protocol.contract.ts'
import { saidWhole } from './correction.contract.ts'

/**
 * A dose that was given. Always taken down; whether a live release stood behind it is the database's to say. The amount is
 * the one that was given, in the label's own units: the order's, or another.
 */
export const recordDose = defineEndpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/doses',
  action: 'dose.record',
  subject: ({ sessionId }) => ({ sessionId }),
  input: saidWhole(
    ['orderId', 'identifiers'],
    z.strictObject({
      sessionId: z.uuid(),
      id: z.uuid(),
      orderId: z._default(z.nullable(z.uuid()), null),
      product: ProductShape,
      form: FormShape,
      route: RouteShape,
      labelMg: z.number().check(z.gt(0), z.lte(5000), z.multipleOf(0.01)),
      labelSalt: z.enum(['base', 'hydrochloride']),
      /** What the client said aloud, just before, and was compared with the record. */
      identifiers: z._default(z.array(z.enum(['name', 'birth-date'])), []),
      givenAt: z.iso.datetime({ offset: true }),
      corrects: z._default(z.nullable(z.uuid()), null),
      struck: z._default(z.boolean(), false),
    }),
  ),
  reply: z.object({
    id: z.uuid(),
    deviation: z.boolean(),
    because: z.array(z.string()),
    doubt: z.nullable(z.enum(['ahead', 'late'])),
  }),
})
