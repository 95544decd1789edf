import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import type { Protocol } from './protocol.ts'

/** Published text, held to `ProtocolShape` when it is published; it is given out as it stands. */
const isProtocol = (value: unknown) => typeof value === 'object' && value !== null

/** Every edition of every protocol, the newest of each first. Nothing here is about anyone. */
export const readProtocols = defineEndpoint({
  method: 'GET',
  path: '/api/protocols',
  action: 'protocols.read',
  subject: () => ({ practice: true }),
  input: z.object({}),
  reply: z.object({ editions: z.array(z.custom<Protocol>(isProtocol)) }),
})
