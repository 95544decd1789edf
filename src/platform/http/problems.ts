import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ConnectionError, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, problemStatus, type FieldFault, type ProblemKind } from '../../kernel/problem.ts'
import { isDatabaseDown } from '../db/refused.ts'
import { en } from '../i18n/problem.en.ts'
import { es } from '../i18n/problem.es.ts'
import { armourHeaders } from './armour.ts'
import type { Shell } from './serve.ts'
import { noteUnread, unreadKind } from './unread.ts'

const words = { en, es }

export const languageOf = (request: FastifyRequest): 'en' | 'es' =>
  /^es\b/i.test(String(request.headers['throughline-language'] ?? request.headers['accept-language'] ?? ''))
    ? 'es'
    : 'en'

/** RFC 9457: what happened, and what to do next, in the reader's language. Nothing about health. */
export function problemBody(kind: ProblemKind, language: 'en' | 'es', fields: readonly FieldFault[] = []) {
  const { title, next } = words[language][kind]
  return {
    type: `urn:throughline:problem:${kind}`,
    kind,
    status: problemStatus[kind],
    title,
    detail: next,
    fields,
  }
}

type Noting = Pick<Shell, 'db' | 'guard' | 'machineNow' | 'report'>

export function answerProblems(app: FastifyInstance, shell: Noting): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const { kind, fields } = await problemNoted(shell, error, request)
    return reply
      .status(problemStatus[kind])
      .type('application/problem+json')
      .header('cache-control', 'no-store')
      .send({ ...problemBody(kind, languageOf(request), fields), requestId: request.id })
  })
  app.setNotFoundHandler((request, reply) =>
    reply
      .status(404)
      .type('application/problem+json')
      .send(problemBody('no-such-page', languageOf(request))),
  )
}

interface Told {
  readonly kind: ProblemKind
  readonly fields: readonly FieldFault[]
}

/** What is told of it, once what must be noted is noted: a fault where its mender looks, what was not even read on the trail. */
export async function problemNoted(
  shell: Noting,
  error: FastifyError,
  request: FastifyRequest,
): Promise<Told> {
  const told = problemOf(error)
  if (told.kind === 'internal' || told.kind === 'cannot-save') shell.report(error, request.id)
  if (error instanceof Problem || unreadKind(error) === undefined) return told
  try {
    await noteUnread(shell, request, told.kind)
    return told
  } catch (cause) {
    shell.report(cause, request.id)
    return problemOf(cause as FastifyError)
  }
}

/** Before any route is found: an address that cannot be read, or headers that are none. */
export function answerUnroutable(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .headers(armourHeaders)
    .status(404)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send({ ...problemBody('no-such-page', languageOf(request)), requestId: request.id })
}

/** What is no HTTP, or never came to an end: nobody's language is known, so it is answered in both. */
export function answerNoRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const kind: ProblemKind = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'too-slow' : 'not-readable'
  const { title, next: detail } = es[kind]
  const body = JSON.stringify({ ...problemBody(kind, 'en'), es: { title, detail } })
  const status = problemStatus[kind]
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
        `Content-Type: application/problem+json\r\nConnection: close\r\n\r\n${body}`,
    )
  socket.destroy(error)
}

export function problemOf(error: FastifyError): Told {
  if (error instanceof Problem) return error
  const unread = unreadKind(error)
  if (unread) return { kind: unread, fields: [] }
  return { kind: isDatabaseDown(error) ? 'cannot-save' : 'internal', fields: [] }
}
