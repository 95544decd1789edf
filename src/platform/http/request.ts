import '@fastify/cookie'
import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod/v4/core'
import type { Subject } from '../../kernel/call.ts'
import { isId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/instant.ts'
import { Problem, type FieldFault, type ProblemKind } from '../../kernel/problem.ts'
import type { Ticket } from '../db/entry.ts'

/** The `__Host-` prefix binds the cookie to this origin, over TLS (browsers count localhost as such). */
export const tokenCookie = '__Host-throughline'

export const hashOf = (token: string): Buffer => hash('sha256', token, 'buffer')

/** A tablet's token lives in the memory of its page alone, and comes with each request; no cookie stands beside it. */
export const tabletHeader = 'throughline-tablet'

/** The token from the cookie, and the seat this tab sits in (one login may belong to several practices). */
export function ticketOf(request: FastifyRequest, machineNow: Instant): Ticket | undefined {
  const tablet = request.headers[tabletHeader]
  if (typeof tablet === 'string')
    return {
      tokenHash: hashOf(tablet),
      seatId: undefined,
      machineNow,
      attended: isAttended(request),
      tablet: true,
    }
  const token = request.cookies[tokenCookie]
  if (!token) return undefined
  const { seat } = request.query as { seat?: string }
  const wanted = request.headers['throughline-seat'] ?? seat
  if (wanted !== undefined && !isId(wanted)) throw new Problem('malformed', [{ path: 'seat', fault: 'id' }])
  return { tokenHash: hashOf(token), seatId: wanted, machineNow, attended: isAttended(request) }
}

/** A stream that stays open, or a page that asks again by itself, is not a person at work. */
const isAttended = ({ headers }: FastifyRequest): boolean =>
  headers['throughline-unattended'] === undefined && !headers.accept?.includes('text/event-stream')

/** A write comes from our own pages or it is refused. A caller that is no browser sends neither header. */
export function demandOwnOrigin(request: FastifyRequest, publicOrigin: string): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('other-origin')
  const { origin } = request.headers
  if (origin !== undefined && origin !== publicOrigin) throw new Problem('other-origin')
}

/** What was sent, as sent: the body or the query string, with the path's parameters over it. */
export function sentIn(request: FastifyRequest): Record<string, unknown> {
  const sent: unknown = request.method === 'GET' ? request.query : request.body
  if (sent !== null && sent !== undefined && (typeof sent !== 'object' || Array.isArray(sent)))
    throw new Problem('malformed', [{ path: '', fault: 'object' }])
  const { seat: _, ...asked } = { ...sent, ...(request.params as object) } as Record<string, unknown>
  return asked
}

export function inputOf<Input extends z.$ZodType>(
  shape: Input,
  sent: Record<string, unknown>,
): z.output<Input> {
  const parsed = z.safeParse(shape, sent)
  if (!parsed.success) throw new Problem(kindOf(parsed.error.issues), parsed.error.issues.map(faultOf))
  const lost = wordsLostIn(parsed.data, [])
  if (lost) throw new Problem('words-not-kept', [{ path: lost.join('.'), fault: 'words-not-kept' }])
  return parsed.data
}

/** Where the one thing wrong is a sign in the words, or a line break, that is said in its own words. */
function kindOf(issues: readonly z.$ZodIssue[]): ProblemKind {
  const kinds = new Set(issues.map(ownKindOf))
  const [kind] = kinds
  return kinds.size === 1 && kind ? kind : 'malformed'
}

const ownKindOf = (issue: z.$ZodIssue): ProblemKind | undefined =>
  issue.code === 'custom' ? (issue.params as { kind?: ProblemKind } | undefined)?.kind : undefined

/** Where a text stands that the database could not keep sign for sign: a NUL, or half of a pair (RFC 8259, section 8.2). */
function wordsLostIn(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const lost = wordsLostIn(key, path) ?? wordsLostIn(inner, [...path, key])
    if (lost) return lost
  }
  return undefined
}

/** The subject named by what was sent, whole or not: who may not ask is told so before what is wrong with the rest. */
export function subjectOf<Input extends z.$ZodType>(
  endpoint: { subject: (input: z.output<Input>) => Subject },
  sent: Record<string, unknown>,
): Subject {
  const subject = endpoint.subject(sent as z.output<Input>)
  for (const [path, id] of Object.entries(subject))
    if (id !== true && !isId(id)) throw new Problem('malformed', [{ path, fault: 'id' }])
  return subject
}

const faultOf = (issue: z.$ZodIssue): FieldFault => ({
  path: issue.path.join('.'),
  fault: ownKindOf(issue) ?? issue.code,
})

export function intentKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (!isId(key)) throw new Problem('malformed', [{ path: 'idempotency-key', fault: 'id' }])
  return key
}
