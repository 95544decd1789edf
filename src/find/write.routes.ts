import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { networkOf } from '../access/device.ts'
import { isId } from '../kernel/id.ts'
import { Problem, problemStatus } from '../kernel/problem.ts'
import { doorAddress } from '../learn/address.ts'
import type { Drawn } from '../learn/drawn.ts'
import { languages, type Language } from '../learn/learn.content.ts'
import { answerForm, typedIn } from '../platform/http/form.ts'
import { lookAsVisitor } from '../platform/http/look.ts'
import { sendDrawn } from '../platform/http/page.ts'
import type { Shell } from '../platform/http/serve.ts'
import { helpOf, practiceHere } from '../practice/practice.queries.ts'
import { isCrowded, isUnreachable, paced, type Sending } from './enquiry.ts'
import * as contract from './enquiry.contract.ts'
import { sendEnquiry } from './enquiry.commands.ts'
import { enquiriesLately, shownListing, type Shown } from './find.queries.ts'
import { enquiryFaults, type Desk, type EnquiryView } from './view.ts'

/** Writing to a practice: a form that needs no script, keeps what was typed, and is sent once however often it is sent. */
export function writeRoutes(shell: Shell, drawn: Drawn): void {
  const pace = pacer()
  for (const language of languages) {
    const address = doorAddress(language, '/find/:listingId')
    shell.app.get(`${address}/write`, async (request, reply) => {
      const blank = await blankForm(shell, language, request)
      return sendForm(request, reply, (await drawn()).write(blank))
    })
    shell.app.post(
      `${address}/write`,
      { config: { action: contract.sendEnquiry.action } },
      async (request, reply) => {
        const refused = await handIn(shell, pace, { request, reply })
        const blank = await blankForm(shell, language, request)
        if (!refused) return reply.redirect(doorAddress(language, `/find/${blank.listing.id}/sent`), 303)
        void reply.status(problemStatus[refused.kind])
        return sendForm(request, reply, (await drawn()).write(shownAgain(blank, typedIn(request), refused)))
      },
    )
    shell.app.get(`${address}/sent`, async (request, reply) => {
      const { listing, desk, path } = await blankForm(shell, language, request)
      const view = { language, path: path.replace(/write$/, 'sent'), listing, desk }
      return sendDrawn(request, reply, (await drawn()).sent(view))
    })
  }
}

/** A page with a form tells its own origin where it is from, and nobody else: without that the browser sends none. */
function sendForm(request: FastifyRequest, reply: FastifyReply, html: string): FastifyReply {
  return sendDrawn(request, reply.header('referrer-policy', 'same-origin'), html)
}

type Pace = (network: string, sending: Sending, crowded: boolean) => boolean

/** What was typed wrongly does not count as a try. */
async function handIn(
  shell: Shell,
  pace: Pace,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<Problem | undefined> {
  const run = async (...[tx, enquiry, asked]: Parameters<typeof sendEnquiry>) => {
    const crowded = isCrowded(await enquiriesLately(tx))
    const sending = { at: asked.machineNow, intent: asked.intentKey ?? '' }
    if (!pace(networkOf(request.ip), sending, crowded)) throw tooMany(crowded)
    return sendEnquiry(tx, enquiry, asked)
  }
  const handed = { request, reply, run }
  const answer = await answerForm(shell, contract.sendEnquiry, handed).catch((fault: unknown) => {
    shell.report(fault, request.id)
    return new Problem('internal')
  })
  return answer instanceof Problem ? answer : undefined
}

const tooMany = (crowded: boolean) =>
  new Problem('too-many', crowded ? [{ path: 'practice', fault: 'crowded' }] : [])

async function blankForm(shell: Shell, language: Language, request: FastifyRequest): Promise<EnquiryView> {
  const { listingId } = request.params as { listingId: string }
  const listing = isId(listingId) && (await lookAsVisitor(shell, (tx) => shownListing(tx, listingId)))
  if (!listing) throw new Problem('not-found')
  return {
    language,
    path: `/find/${listingId}/write`,
    listing,
    desk: await deskIn(shell, listing, language),
    intent: randomUUID(),
    id: randomUUID(),
    typed: { language },
    faults: [],
  }
}

const deskIn = (shell: Shell, { practiceId }: Shown, language: Language): Promise<Desk> =>
  lookAsVisitor(
    shell,
    async (tx) => {
      const { name, phone } = await practiceHere(tx)
      const help = await helpOf(tx)
      return { practiceId, practice: name, phone, hours: help?.hours[language] ?? null }
    },
    practiceId,
  )

/** The same form with everything that was typed, the same intent, and what is wrong beside each field. */
function shownAgain(blank: EnquiryView, typed: EnquiryView['typed'], refused: Problem): EnquiryView {
  const paths = new Set(refused.fields.map(({ path }) => path))
  if (refused.kind === 'malformed' && isUnreachable(typed)) paths.add('contact')
  const faults = enquiryFaults.filter((field) => paths.has(field))
  const { intent = blank.intent, id = blank.id } = typed
  const again = {
    ...blank,
    typed,
    intent: isId(intent) ? intent : blank.intent,
    id: isId(id) ? id : blank.id,
  }
  if (faults.length > 0) return { ...again, faults }
  if (refused.kind !== 'too-many') return { ...again, refused: 'other' }
  return { ...again, refused: paths.has('practice') ? 'crowded' : 'too-many' }
}

const mostNetworks = 5_000

/** In this process's memory only: which networks have just sent something. Of too many, the one that sent longest ago goes. */
function pacer(): Pace {
  const sendings = new Map<string, readonly Sending[]>()
  return (network, sending, crowded) => {
    const recent = paced(sendings.get(network) ?? [], sending, crowded)
    if (!recent) return false
    sendings.delete(network)
    sendings.set(network, recent)
    if (sendings.size > mostNetworks) sendings.delete(sendings.keys().next().value ?? '')
    return true
  }
}
