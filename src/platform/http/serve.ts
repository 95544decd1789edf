import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/v4/core'
import { house, type Actor } from '../../kernel/actor.ts'
import { namedIn, type Call } from '../../kernel/call.ts'
import type { Instant } from '../../kernel/instant.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Db } from '../db/db.ts'
import { enter, inPractice, nobody } from '../db/door.ts'
import type { Entry } from '../db/entry.ts'
import type { PracticeTx } from '../db/tx.ts'
import type { Hub } from '../live/hub.ts'
import { placeHeader, type Endpoint } from './endpoint.ts'
import { fitsTo } from './fits.ts'
import { isDatabaseDown, refusalIn } from '../db/refused.ts'
import { demandOwnOrigin, inputOf, intentKeyOf, sentIn, subjectOf, ticketOf } from './request.ts'

/** Answers who may, and writes down what was done and what was refused. Given by the slices `access` and `audit`. */
export interface Guard {
  /** Finds the person and the relation, and lets the call through or throws a Problem. */
  readonly admit: (tx: PracticeTx, call: Call, entry: Entry | undefined) => Promise<Call>
  readonly noteRead: (tx: PracticeTx, call: Call) => Promise<void>
  readonly noteRefusal: (tx: PracticeTx, call: Call, kind: ProblemKind) => Promise<void>
  /** Something broke on the way; the effect is undone. */
  readonly noteFailure: (tx: PracticeTx, call: Call) => Promise<void>
}

export interface Shell {
  readonly app: FastifyInstance
  readonly db: Db
  readonly guard: Guard
  readonly hub: Pick<Hub, 'wrote' | 'follow' | 'since' | 'place'>
  readonly machineNow: () => Instant
  readonly publicOrigin: () => string
  /** Whether a mail can leave this server, or be caught by its demo. */
  readonly mailLeaves: boolean
  /** Where a fault goes that no one was meant to see. */
  readonly report: (error: unknown, requestId: string) => void
}

/** What a slice is called with besides its input. `headers` lets sign-in set its cookie. */
export interface Asked extends Call {
  readonly entry: Entry | undefined
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** What a handler may answer: the reply's shape, whose lists and records need not be changeable. */
export type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

/** A Problem that is thrown undoes everything; one that is returned is told just the same, and keeps what was written. */
export type Run<Input, Reply> = (
  tx: PracticeTx,
  input: Input,
  asked: Asked,
) => Promise<Frozen<Reply> | Problem>

export function serve<Input extends z.$ZodType, Reply extends z.$ZodType>(
  shell: Shell,
  endpoint: Endpoint<Input, Reply>,
  run: Run<z.output<Input>, z.input<Reply>>,
): void {
  // What was written is told in one order, at once or when it is asked again: a kept answer comes back in another.
  const fits = endpoint.method === 'GET' ? fitsTo(endpoint.reply) : undefined
  shell.app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { action: endpoint.action },
    ...(endpoint.largest && { bodyLimit: endpoint.largest }),
    handler: async (request, reply) => {
      const from = shell.hub.place()
      const answer = await answered(shell, endpoint, { request, reply, run })
      if (answer instanceof Problem) throw answer
      if (endpoint.method === 'GET') void reply.header(placeHeader, String(from))
      if (endpoint.method === 'POST') shell.hub.wrote()
      void reply.header('cache-control', 'no-store')
      return fits?.(answer) ? answer : z.parse(endpoint.reply, answer)
    },
  })
}

/** Lets a stream in as any other request, audit row and all, and answers the call it was let in for. */
export async function admitStream<Input extends z.$ZodType>(
  shell: Shell,
  endpoint: Endpoint<Input, z.$ZodType>,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<{ call: Call; actor: Actor }> {
  const admitted: { call?: Call; actor?: Actor } = {}
  const run = async (tx: PracticeTx, _: unknown, call: Asked) =>
    void Object.assign(admitted, { call, actor: tx.actor })
  await answered(shell, endpoint, { request, reply, run: run as Run<unknown, unknown> })
  return admitted as { call: Call; actor: Actor }
}

interface Again {
  readonly request: FastifyRequest
  /** Done for them, if they may. */
  readonly work?: ((tx: PracticeTx, call: Call) => Promise<void>) | undefined
}

/** Whether a stream that was let in would be let in now; leaves no trace. */
export const stillAdmitted = (shell: Shell, call: Call, { request, work }: Again): Promise<boolean> =>
  opened(shell, { request, call: { ...call, intentKey: undefined } }, async (tx, entry) => {
    const admitted = await shell.guard.admit(tx, call, entry)
    await work?.(tx, admitted)
  }).then(
    () => true,
    (refusal: unknown) => {
      if (refusal instanceof Problem) return false
      throw refusal
    },
  )

interface Round<Input, Reply> {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly run: Run<Input, Reply>
}

/**
 * The effect, what it answered and its audit row commit together, before a byte leaves. A refusal undoes its
 * transaction, so its audit row is written in one of its own.
 */
export async function answered<Input extends z.$ZodType, Reply extends z.$ZodType>(
  shell: Shell,
  endpoint: Endpoint<Input, Reply>,
  round: Round<z.output<Input>, z.input<Reply>>,
): Promise<Frozen<z.input<Reply>> | Problem> {
  let actor: Actor = nobody
  let call = unread(endpoint, shell.machineNow())
  try {
    const sent = demandOurOwn(shell, endpoint, round.request)
    call = { ...call, subject: subjectOf(endpoint, sent), intentKey: intentKeyOf(round.request) }
    return await opened(shell, { request: round.request, call }, async (tx, entry, careNow) => {
      actor = tx.actor
      call = await shell.guard.admit(tx, { ...call, careNow, earlier: entry?.earlier }, entry)
      const input = inputOf(endpoint.input, sent)
      const answer = await round.run(tx, input, {
        ...call,
        entry,
        request: round.request,
        reply: round.reply,
      })
      if (answer instanceof Problem) await shell.guard.noteRefusal(tx, call, answer.kind)
      else if (!call.effect) await shell.guard.noteRead(tx, call)
      return answer
    })
  } catch (cause) {
    const refusal = refusalIn(cause)
    if (refusal instanceof Problem) {
      if (refusal.cause) shell.report(refusal.cause, round.request.id)
      await inPractice(shell.db, actor, (tx) => shell.guard.noteRefusal(tx, call, refusal.kind))
    } else await noteFailure(shell, { actor, call, request: round.request, cause })
    throw refusal
  }
}

/**
 * What broke was asked all the same: that stands on the trail. A database that is gone can note nothing, and that this
 * could not be noted never hides what broke.
 */
async function noteFailure(
  shell: Shell,
  { actor, call, request, cause }: { actor: Actor; call: Call; request: FastifyRequest; cause: unknown },
): Promise<void> {
  if (isDatabaseDown(cause)) return
  await inPractice(shell.db, actor, (tx) => shell.guard.noteFailure(tx, call)).catch((second: unknown) =>
    shell.report(second, request.id),
  )
}

/** What is open to anyone is done as a visitor of that practice; everything else by whoever holds the token. */
async function opened<T>(
  shell: Shell,
  { request, call: { subject, intentKey } }: { request: FastifyRequest; call: Call },
  work: (tx: PracticeTx, entry: Entry | undefined, careNow: Instant) => Promise<T>,
): Promise<T> {
  if ('open' in subject) {
    const visitor: Actor = { ...nobody, practiceId: subject.open }
    return inPractice(shell.db, visitor, (tx, careNow) => work(tx, undefined, careNow))
  }
  const ticket = ticketOf(request, shell.machineNow())
  if (!ticket) throw new Problem('not-signed-in')
  return enter(shell.db, { ...ticket, about: namedIn(subject), intentKey }, (tx, entry) => {
    if (!entry) throw new Problem('not-signed-in')
    return work(tx, entry, entry.careNow)
  })
}

function demandOurOwn(shell: Shell, { method }: { method: string }, request: FastifyRequest) {
  if (method === 'POST') demandOwnOrigin(request, shell.publicOrigin())
  return sentIn(request)
}

const unread = (endpoint: { action: string; method: string }, machineNow: Instant): Call => ({
  action: endpoint.action,
  subject: { open: house },
  effect: endpoint.method === 'POST',
  intentKey: undefined,
  careNow: machineNow,
  machineNow,
  personId: null,
  relation: 'practice',
})
