import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { Problem, problemStatus, type FieldFault, type ProblemKind } from '../../kernel/problem.ts'
import { en } from '../i18n/problem.en.ts'
import { es } from '../i18n/problem.es.ts'

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

export function answerProblems(
  app: FastifyInstance,
  report: (error: unknown, requestId: string) => void,
): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { kind, fields } = problemOf(error)
    if (kind === 'internal' || kind === 'cannot-save') report(error, request.id)
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

export function problemOf(error: FastifyError): { kind: ProblemKind; fields: readonly FieldFault[] } {
  if (error instanceof Problem) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { kind: 'too-large', fields: [] }
  if (error.statusCode !== undefined && error.statusCode < 500) return { kind: 'malformed', fields: [] }
  return { kind: isDatabaseDown(error) ? 'cannot-save' : 'internal', fields: [] }
}

/** Class 08 and 57P: the connection is gone or the server is going down. Nothing was saved that was not answered. */
const isDatabaseDown = ({ code }: { code?: string }): boolean =>
  code !== undefined && (/^(08|57P)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT'].includes(code))
