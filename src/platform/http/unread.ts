import type { FastifyError, FastifyRequest } from 'fastify'
import { house } from '../../kernel/actor.ts'
import type { Call } from '../../kernel/call.ts'
import { isId } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { enter, inPractice, nobody } from '../db/door.ts'
import { ticketOf } from './request.ts'
import type { Shell } from './serve.ts'

/** What the server refuses before any of our routes has read it: too large, cut off, in a form we do not read. */
export function unreadKind({ code, statusCode }: FastifyError): ProblemKind | undefined {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'too-large'
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 'not-of-this-kind'
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return 'not-readable'
  return undefined
}

/** A refusal stands on the trail of whoever asked, as any other does; where nobody is known, on the house's. */
export async function noteUnread(
  shell: Pick<Shell, 'db' | 'guard' | 'machineNow'>,
  request: FastifyRequest,
  kind: ProblemKind,
): Promise<void> {
  const { action } = request.routeOptions.config
  if (!action) return
  const machineNow = shell.machineNow()
  const key = request.headers['idempotency-key']
  const call: Call = {
    action,
    subject: { open: house },
    effect: request.method !== 'GET',
    intentKey: typeof key === 'string' && isId(key) ? key : undefined,
    careNow: machineNow,
    machineNow,
    personId: null,
    relation: 'practice',
  }
  const ticket = ticketIn(request, machineNow)
  if (!ticket) return inPractice(shell.db, nobody, (tx) => shell.guard.noteRefusal(tx, call, kind))
  return enter(shell.db, ticket, (tx) => shell.guard.noteRefusal(tx, call, kind))
}

/** A seat that is no id is one more thing that could not be read. */
function ticketIn(request: FastifyRequest, machineNow: number) {
  try {
    return ticketOf(request, machineNow)
  } catch (refusal) {
    if (refusal instanceof Problem) return undefined
    throw refusal
  }
}
