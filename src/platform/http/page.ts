import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pagePolicy, type PagePolicy } from './armour.ts'
import { Problem } from '../../kernel/problem.ts'

interface Kept {
  readonly html: string
  readonly packed: Buffer
  readonly tag: string
}

const keep = (html: string): Kept => ({
  html,
  packed: gzipSync(html),
  tag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
})

interface ShownPages {
  readonly routes: readonly string[]
  /** How each is drawn, by its address. */
  readonly draws: ReadonlyMap<string, () => Promise<string>>
  /** What the browser is to refuse on these pages beyond what it refuses on all. */
  readonly policy?: PagePolicy
}

/**
 * Pages that are the same for everyone: each drawn once, kept packed, and asked for again only when it has changed.
 * They are no one's record, so the policy is not asked and nothing is written down; each route is on the reviewed list.
 */
export function showPages({ app }: { app: FastifyInstance }, { routes, draws, policy }: ShownPages): void {
  const kept = new Map<string, Promise<Kept>>()
  const pageAt = (path: string): Promise<Kept> | undefined => {
    const draw = draws.get(path)
    if (draw && !kept.has(path))
      kept.set(
        path,
        forgetFailure(draw().then(keep), () => kept.delete(path)),
      )
    return kept.get(path)
  }
  for (const route of routes)
    app.get(route, async (request, reply) => {
      const page = await pageAt(request.url.split('?')[0] ?? '')
      if (!page) throw new Problem('no-such-page')
      void reply.header('etag', page.tag).header('cache-control', 'no-cache')
      if (policy) void reply.header('content-security-policy', pagePolicy(policy))
      if (request.headers['if-none-match'] === page.tag) return reply.status(304).send()
      return sendPage(request, reply, page)
    })
}

const forgetFailure = async <T>(made: Promise<T>, forget: () => void): Promise<T> =>
  made.catch((fault: unknown) => {
    forget()
    throw fault
  })

/** A page made for this one request; kept by no cache but the one behind the Back button. */
export function sendDrawn(request: FastifyRequest, reply: FastifyReply, html: string): FastifyReply {
  void reply.header('cache-control', 'private, no-cache')
  return sendPage(request, reply, keep(html))
}

function sendPage(request: FastifyRequest, reply: FastifyReply, { html, packed }: Kept): FastifyReply {
  void reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding')
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(html)
  return reply.header('content-encoding', 'gzip').send(packed)
}
