import * as z from 'zod/mini'
import { defineEndpoint } from '../access/endpoint.contract.ts'
import { lines } from '../platform/http/text.contract.ts'
import { severities } from './rule.ts'

const practice = () => ({ practice: true }) as const
const made = z.object({ id: z.uuid() })

export const WantedShape = z.object({
  rule: z.string().check(z.maxLength(20)),
  version: z.int(),
  severity: z.enum(severities),
})

/** What a practice wants of one rule or of several, in writing, by someone who prescribes here. It holds once a second one has signed. */
export const proposeRules = defineEndpoint({
  method: 'POST',
  path: '/api/rules/proposals',
  action: 'rules.propose',
  subject: practice,
  input: z.strictObject({
    id: z.uuid(),
    rules: z.array(WantedShape).check(z.minLength(1), z.maxLength(200)),
    reason: lines(2_000),
    confirmationId: z.uuid(),
  }),
  reply: made,
})

/** The second signature, over the same rules and the same reason. */
export const secondRules = defineEndpoint({
  method: 'POST',
  path: '/api/rules/proposals/:proposalId/second',
  action: 'rules.second',
  subject: practice,
  input: z.strictObject({ proposalId: z.uuid(), id: z.uuid(), confirmationId: z.uuid() }),
  reply: made,
})

/** Taken back by who proposed it, before it holds. */
export const withdrawRules = defineEndpoint({
  method: 'POST',
  path: '/api/rules/proposals/:proposalId/withdrawal',
  action: 'rules.propose',
  subject: practice,
  input: z.strictObject({ proposalId: z.uuid(), id: z.uuid() }),
  reply: made,
})
