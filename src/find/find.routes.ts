import type { FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '../kernel/id.ts'
import { isoOf } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import { doorAddress } from '../learn/address.ts'
import type { Drawn } from '../learn/drawn.ts'
import { languages, type Language } from '../learn/learn.content.ts'
import { lookAsVisitor } from '../platform/http/look.ts'
import { sendDrawn } from '../platform/http/page.ts'
import type { Shell } from '../platform/http/serve.ts'
import { askedFrom, type Asked } from './asked.ts'
import { gazetteer } from './find.content.ts'
import { shownListing, shownListings } from './find.queries.ts'
import { findPlace, type Found } from './place.ts'
import { search, type Here, type Results } from './search.ts'
import type { FindView } from './view.ts'

/** Looking for someone. A place is sent in the body of the form, used once, and stands in no address and no log. */
export function findRoutes(shell: Shell, drawn: Drawn): void {
  for (const language of languages) {
    const address = doorAddress(language, '/find')
    const show = async (request: FastifyRequest, reply: FastifyReply) => {
      const asked = askedFrom(
        (request.method === 'GET' ? request.query : request.body) as Record<string, unknown>,
      )
      const view = await lookedFor(shell, language, asked)
      return sendDrawn(request, reply, (await drawn()).find(view))
    }
    shell.app.get(address, show)
    shell.app.post(address, show)
    shell.app.get(`${address}/:listingId`, async (request, reply) => {
      const { listingId } = request.params as { listingId: string }
      const listing = isId(listingId) && (await lookAsVisitor(shell, (tx) => shownListing(tx, listingId)))
      if (!listing) throw new Problem('not-found')
      const view = { language, path: `/find/${listingId}`, listing, today: todayOf(shell) }
      return sendDrawn(request, reply, (await drawn()).listing(view))
    })
  }
}

const todayOf = ({ machineNow }: Pick<Shell, 'machineNow'>) => isoOf(machineNow()).slice(0, 10)

async function lookedFor(shell: Shell, language: Language, asked: Asked): Promise<FindView> {
  const found = findPlace(await gazetteer(), asked.near)
  const here = hereOf(found)
  const today = todayOf(shell)
  const results = here && (await resultsFrom(shell, { here, today }, asked))
  return { language, path: '/find', asked, found, today, ...(results && { results }) }
}

const resultsFrom = async (
  shell: Shell,
  from: { here: Here; today: string },
  asked: Asked,
): Promise<Results> => search(await lookAsVisitor(shell, shownListings), from, asked)

function hereOf(found: Found): Here | undefined {
  if (found.kind === 'one') return { point: found.place, state: found.place.state }
  return found.kind === 'state' ? { state: found.state } : undefined
}
