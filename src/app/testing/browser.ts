import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import type { Clinic } from './clinic.ts'

export interface Sent {
  readonly method?: 'GET' | 'POST'
  readonly address?: string
  readonly seatId?: string
}

/** A browser without a screen: it keeps the cookies it is given, and sends them. */
export function openBrowser({ app }: Pick<Clinic, 'app'>, address = '192.0.2.1') {
  const cookies = new Map<string, string>()
  return {
    cookies,
    /** The token it holds, as a test would give it to `ask`. */
    token: (): string => cookies.get('__Host-throughline') ?? '',
    async send(url: string, body?: object, sent: Sent = {}): Promise<LightMyRequestResponse> {
      const { method = body ? 'POST' : 'GET' } = sent
      const reply = await app.inject({
        method,
        url,
        remoteAddress: sent.address ?? address,
        ...(body && { payload: body }),
        headers: {
          'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
          ...(sent.seatId && { 'throughline-seat': sent.seatId }),
        },
      })
      for (const { name, value } of reply.cookies) {
        if (value) cookies.set(name, value)
        else cookies.delete(name)
      }
      return reply
    },
  }
}

export type Browser = ReturnType<typeof openBrowser>
