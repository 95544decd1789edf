import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod/v4/core'
import type { Actor } from '../../kernel/actor.ts'
import type { Call } from '../../kernel/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import type { PracticeTx } from '../db/tx.ts'
import { admitStream, stillAdmitted, type Shell } from '../http/serve.ts'
import type { Change, Place } from './trail.ts'

const recheckEveryMs = 30_000
const beatEveryMs = 15_000
/** After one of these, whoever follows anything in that practice is asked again whether they may. */
const changesWhoMay = /^(account|login|member|care-team|guest|seat)\./

interface Following {
  /** Picks the changes a call may hear of. */
  readonly about: (call: Call, actor: Actor) => (change: Change) => boolean
  /** Done again and again, in the name of whoever follows, for as long as they do and may. */
  readonly whileOpen?: (tx: PracticeTx, call: Call) => Promise<void>
}

interface Stream {
  readonly shell: Shell
  readonly whileOpen: Following['whileOpen']
  readonly call: Call
  readonly actor: Actor
  readonly request: FastifyRequest
  readonly out: ServerResponse
}

/**
 * Server-sent events: each says that something changed, and nothing about what; the screen then asks anew.
 * `Last-Event-ID` takes up where the browser lost the line, and `?place=` where what the screen shows was read.
 */
export function serveLive<Input extends z.$ZodType>(
  shell: Shell,
  endpoint: Endpoint<Input, z.$ZodType>,
  { about, whileOpen }: Following,
): void {
  const open = new Set<ServerResponse>()
  shell.app.addHook('preClose', async () => {
    for (const out of open) out.end()
  })
  shell.app.get(endpoint.path, { config: { action: endpoint.action } }, async (request, reply) => {
    const { call, actor } = await admitStream(shell, endpoint, { request, reply })
    const out = opened(reply)
    open.add(out)
    out.on('close', () => open.delete(out))
    await follow({ shell, whileOpen, call, actor, request, out }, about(call, actor))
  })
}

function opened(reply: FastifyReply): ServerResponse {
  reply.hijack()
  const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
  reply.raw.writeHead(200, headers as Record<string, string>)
  return reply.raw
}

async function follow(stream: Stream, concerns: (change: Change) => boolean): Promise<void> {
  const { shell, out } = stream
  const tell = (upTo: Place, what: 'changed' | 'reload') =>
    void out.write(`id: ${upTo}\nevent: ${what}\ndata: {}\n\n`)
  out.write('retry: 1000\n\n')
  const leave = shell.hub.follow((changes, upTo) => {
    if (changes.some((change) => asksAgain(stream.actor, change))) void recheck(stream)
    if (changes.some(concerns)) tell(upTo, 'changed')
  })
  const beat = setInterval(() => out.write(': here\n\n'), beatEveryMs)
  const again = setInterval(() => void recheck(stream), recheckEveryMs)
  out.on('close', () => {
    leave()
    clearInterval(beat)
    clearInterval(again)
  })
  if (stream.whileOpen) void recheck(stream)
  const missed = await missedBy(stream)
  if (missed === 'too-long-ago') tell(0n, 'reload')
  else if (missed?.changes.some(concerns)) tell(missed.upTo, 'changed')
}

/** Since the last event that came through or, on a line that is new, since what is on the screen was read. */
async function missedBy({ shell, request }: Stream) {
  const last = request.headers['last-event-id'] ?? (request.query as { place?: string }).place
  if (typeof last !== 'string' || !/^[0-9]{1,20}$/.test(last)) return undefined
  return (await shell.hub.since(BigInt(last))) ?? ('too-long-ago' as const)
}

const asksAgain = (actor: Actor, { practiceId, action }: Change): boolean =>
  changesWhoMay.test(action) && (practiceId === actor.practiceId || /^0{8}-/.test(practiceId))

/** Ends the stream of whoever may no longer follow it; when that cannot be found out, too. */
async function recheck({ shell, call, request, out, whileOpen }: Stream): Promise<void> {
  const now = { ...call, machineNow: shell.machineNow() }
  const may = await stillAdmitted(shell, now, { request, work: whileOpen }).catch(() => false)
  if (!may) out.end()
}
