import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod/v4/core'
import { Problem } from '../../kernel/problem.ts'
import type { Endpoint } from './endpoint.ts'
import { answered, type Frozen, type Run, type Shell } from './serve.ts'

const largestForm = 64 * 1024

/** Forms that work without a script send their fields this way. The last of two fields of one name wins. */
export function readForms(app: FastifyInstance): void {
  const asRead = { parseAs: 'string', bodyLimit: largestForm } as const
  app.addContentTypeParser('application/x-www-form-urlencoded', asRead, async (_: unknown, body: string) =>
    Object.fromEntries(new URLSearchParams(body)),
  )
}

/** What was typed, as text, so that a form that is shown again has lost nothing. */
export const typedIn = (request: FastifyRequest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((request.body ?? {}) as Record<string, unknown>).filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    ),
  )

interface Handed<Input extends z.$ZodType, Reply extends z.$ZodType> {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly run: Run<z.output<Input>, z.input<Reply>>
}

/**
 * An endpoint asked by a form: policy, intent, effect and trail as for any other, but a refusal is handed back, for the
 * page to say in its own place. The form carries its intent in the field `intent`, made when it was opened.
 */
export async function answerForm<Input extends z.$ZodType, Reply extends z.$ZodType>(
  shell: Shell,
  endpoint: Endpoint<Input, Reply>,
  handed: Handed<Input, Reply>,
): Promise<Frozen<z.input<Reply>> | Problem> {
  const { intent } = typedIn(handed.request)
  if (intent !== undefined) handed.request.headers['idempotency-key'] = intent
  try {
    const answer = await answered(shell, endpoint, handed)
    if (!(answer instanceof Problem)) shell.hub.wrote()
    return answer
  } catch (refusal) {
    if (refusal instanceof Problem) return refusal
    throw refusal
  }
}
