import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'

/** A person's whole record, as FHIR R4. */
export const readRecord = defineEndpoint({
  method: 'GET',
  path: '/api/people/:personId/record',
  action: 'record.export',
  subject: ({ personId }) => ({ personId }),
  input: z.object({ personId: z.uuid() }),
  reply: z.object({
    resourceType: z.literal('Bundle'),
    type: z.literal('collection'),
    timestamp: z.iso.datetime(),
    entry: z.array(
      z.object({
        fullUrl: z.string(),
        resource: z.looseObject({ resourceType: z.string(), id: z.string() }),
      }),
    ),
  }),
})
