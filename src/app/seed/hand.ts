import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Instant } from '../../kernel/instant.ts'

/** Someone at work in the product, asking as their browser would. */
export interface Hand {
  readonly seatId: string
  ask<Answer>(path: string, body?: object): Promise<Answer>
  /** Proves that it is them, for this document alone; answers the confirmation that a signature spends. */
  sign(document: string): Promise<string>
}

export interface Rehearsal {
  readonly app: FastifyInstance
  /** The machine's clock as the rehearsal's server sees it: signing needs a fresh code each half minute. */
  readonly clock: { now: Instant }
}

interface Code {
  readonly code: string
  readonly from: number
}

const cookieOf = (headers: Record<string, unknown>): string | undefined =>
  [headers['set-cookie']]
    .flat()
    .map((set) => /^(__Host-throughline=[^;]+)/.exec(String(set))?.[1])
    .find(Boolean)

/** Signs in with the password and, for members, the code that the demo's own authenticator shows. */
export async function handOf(
  rehearsal: Rehearsal,
  person: { accountId: string; seatId: string; email: string; password: string; member: boolean },
): Promise<Hand> {
  let cookie = ''
  const ask = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const reply = await rehearsal.app.inject({
      method: body ? 'POST' : 'GET',
      url: path,
      headers: {
        cookie,
        'throughline-seat': person.seatId,
        ...(body && { 'idempotency-key': randomUUID() }),
      },
      ...(body && { payload: body }),
    })
    cookie = cookieOf(reply.headers) ?? cookie
    if (reply.statusCode !== 200)
      throw new Error(`${body ? 'POST' : 'GET'} ${path}: ${reply.statusCode} ${reply.body}`)
    return reply.json<Answer>()
  }
  const code = async (): Promise<string> => {
    const next = await ask<Code>(`/api/demo/people/${person.accountId}/code`)
    rehearsal.clock.now = Math.max(rehearsal.clock.now, next.from)
    return next.code
  }
  await ask('/api/sign-in', { email: person.email, password: person.password })
  if (person.member) await ask('/api/sign-in/code', { code: await code() })
  return {
    seatId: person.seatId,
    ask,
    async sign(document) {
      const documentHash = createHash('sha256').update(document).digest('hex')
      const proof = { password: person.password, ...(person.member && { code: await code() }) }
      const { confirmationId } = await ask<{ confirmationId: string }>('/api/account/confirm', {
        documentHash,
        proof,
      })
      return confirmationId
    },
  }
}
