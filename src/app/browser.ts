import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Problem } from '../kernel/problem.ts'

/** Where the app in the browser takes over: one page for all of them. No word here says what they are about. */
const rooms = ['app', 'me', 'sign-in', 'account', 'join', 'set-up', 'recover', 'demo', 'design', 'tablet']

/** Files at the root of the site, asked for again each time: the theme before the first paint, the offline worker. */
const rootFiles = ['theme.js', 'worker.js']

/** Serves the built app: files named after their content may be kept for ever, the one page and the root files may not. */
export async function browserRoutes(app: FastifyInstance, built: URL): Promise<void> {
  const index = new URL('index.html', built)
  const page = existsSync(index) ? readFileSync(index) : undefined
  if (page)
    await app.register(fastifyStatic, { root: fileURLToPath(built), serve: false, preCompressed: true })
  const whenBuilt = (answer: (request: FastifyRequest, reply: FastifyReply) => unknown) => {
    return async (request: FastifyRequest, reply: FastifyReply) => {
      if (!page) throw new Problem('no-such-page')
      return answer(request, reply)
    }
  }
  const sendAsset = whenBuilt((request, reply) => {
    const { '*': file } = request.params as { '*': string }
    return reply.sendFile(`assets/${file}`, { maxAge: '1y', immutable: true })
  })
  const show = whenBuilt((_, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
  )
  app.get('/assets/*', sendAsset)
  for (const file of rootFiles)
    app.get(
      `/${file}`,
      whenBuilt((_, reply) => reply.sendFile(file, { cacheControl: false })),
    )
  for (const path of rooms.flatMap((room) => [`/${room}`, `/${room}/*`])) app.get(path, show)
}
