import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { enquiryRoutes } from '../find/enquiry.routes.ts'
import { findRoutes } from '../find/find.routes.ts'
import { writeRoutes } from '../find/write.routes.ts'
import { fitRoutes } from '../fit/fit.routes.ts'
import { problemStatus } from '../kernel/problem.ts'
import { doorAddress } from '../learn/address.ts'
import type { Drawn } from '../learn/drawn.ts'
import { learnRoutes } from '../learn/learn.routes.ts'
import { readForms } from '../platform/http/form.ts'
import { sendDrawn } from '../platform/http/page.ts'
import { languageOf, problemNoted } from '../platform/http/problems.ts'
import type { Shell } from '../platform/http/serve.ts'

/** The front door: the pages that anyone may open, drawn on the server, and what comes in through them. */
export async function doorRoutes(shell: Shell, drawn: Drawn): Promise<void> {
  enquiryRoutes(shell)
  await shell.app.register(async (app: FastifyInstance) => {
    const door: Shell = { ...shell, app }
    readForms(app)
    app.setErrorHandler((error: FastifyError, request, reply) =>
      sayLost({ shell, drawn, error }, request, reply),
    )
    app.get('/', async (request, reply) => reply.redirect(doorAddress(languageOf(request), '/learn'), 302))
    await learnRoutes(door, drawn)
    await fitRoutes(door, drawn)
    findRoutes(door, drawn)
    writeRoutes(door, drawn)
    app.get('/*', async (request, reply) =>
      isRead(request) ? sayNoSuchPage(drawn, request, reply) : reply.callNotFound(),
    )
  })
}

/** Whether a person asked for a page, and not a program for an answer. */
const isRead = ({ url, headers }: FastifyRequest): boolean =>
  !url.startsWith('/api/') && headers.accept?.includes('text/html') === true

async function sayNoSuchPage(drawn: Drawn, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const language = /^\/(en|es)(\/|$)/.exec(request.url)?.[1] ?? languageOf(request)
  const pages = await drawn().catch(() => undefined)
  if (!pages) return reply.callNotFound()
  const view = { language: language === 'es' ? 'es' : 'en', path: '/learn', kind: 'no-such-page' } as const
  return sendDrawn(request, reply.status(problemStatus['no-such-page']), pages.lost(view))
}

interface Fault {
  readonly shell: Shell
  readonly drawn: Drawn
  readonly error: FastifyError
}

/** A person is reading, so what went wrong is a page. Should even that fail, the house's own answer stands. */
async function sayLost(
  { shell, drawn, error }: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { kind } = await problemNoted(shell, error, request)
  const ours = kind === 'internal' || kind === 'cannot-save'
  const language = request.url.startsWith('/es') ? 'es' : 'en'
  const pages = await drawn().catch(() => undefined)
  if (!pages) throw error
  const view = { language, path: '/learn', kind, ...(ours && { reference: request.id }) } as const
  return sendDrawn(request, reply.status(problemStatus[kind]), pages.lost(view))
}
