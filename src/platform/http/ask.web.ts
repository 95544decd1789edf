import type { $ZodType, input, output } from 'zod/v4/core'
import { idFrom } from '../../kernel/id.ts'
import type { FieldFault, ProblemKind } from '../../kernel/problem.ts'
import { isAttended, noteTold, unattendedHeader } from './attended.web.ts'
import { placeHeader, type Endpoint } from './endpoint.ts'

/** What a screen gets instead of an answer: the server's own words, or `offline` when nothing came back at all. */
export interface AskProblem {
  readonly kind: ProblemKind | 'offline'
  readonly title: string
  readonly detail: string
  readonly fields: readonly FieldFault[]
  readonly requestId?: string
}

export class AskRefused extends Error {
  readonly problem: AskProblem

  constructor(problem: AskProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

export const newId = (): string => idFrom(Date.now(), crypto.getRandomValues(new Uint8Array(16)))

const seatKey = 'throughline.seat'

/** Which seat this tab sits in; one login may have several. Wiped when leaving quickly. */
export const seatOfTab = (): string | null => sessionStorage.getItem(seatKey)
export function takeSeat(seatId: string): void {
  sessionStorage.setItem(seatKey, seatId)
  for (const listener of seated) listener()
}

const seated = new Set<() => void>()

/** Told whenever someone has sat down in this tab. */
export function followSeat(listener: () => void): () => void {
  seated.add(listener)
  return () => void seated.delete(listener)
}

/** An answer, and where the trail stood when it was read. */
export interface Answered<Reply> {
  readonly answer: Reply
  readonly place: string | null
}

/**
 * Asks the server one thing, typed by its contract. `intentKey` belongs to what the person decided, so a screen makes
 * it once per decision and gives the same one on every retry.
 */
export const ask = async <Input extends $ZodType, Reply extends $ZodType>(
  endpoint: Endpoint<Input, Reply>,
  asked: input<Input>,
  intentKey?: string,
): Promise<output<Reply>> => (await askPlaced(endpoint, asked, intentKey)).answer

export async function askPlaced<Input extends $ZodType, Reply extends $ZodType>(
  endpoint: Endpoint<Input, Reply>,
  asked: input<Input>,
  intentKey?: string,
): Promise<Answered<output<Reply>>> {
  const { url, body } = addressOf(endpoint, asked as Record<string, unknown>)
  const seat = seatOfTab()
  const [attended, askedAt] = [isAttended(), Date.now()]
  const reply = await fetch(url, {
    method: endpoint.method,
    credentials: 'same-origin',
    headers: {
      'throughline-language': document.documentElement.lang,
      ...unattendedHeader(attended),
      ...(seat && { 'throughline-seat': seat }),
      ...(body && { 'content-type': 'application/json' }),
      ...(intentKey && { 'idempotency-key': intentKey }),
    },
    ...(body && { body }),
  }).catch(() => undefined)
  if (!reply) throw new AskRefused({ kind: 'offline', title: '', detail: '', fields: [] })
  if (attended && reply.status !== 401) noteTold(askedAt)
  const said: unknown = await reply.json().catch(() => ({}))
  if (!reply.ok) throw new AskRefused(problemIn(said))
  return { answer: said as output<Reply>, place: reply.headers.get(placeHeader) }
}

function addressOf(endpoint: { method: string; path: string }, asked: Record<string, unknown>) {
  const rest = { ...asked }
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const part = encodeURIComponent(String(rest[name]))
    delete rest[name]
    return part
  })
  if (endpoint.method !== 'GET') return { url: path, body: JSON.stringify(rest) }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value))
  return { url: query.size > 0 ? `${path}?${query}` : path, body: undefined }
}

function problemIn(said: unknown): AskProblem {
  const { kind = 'internal', title = '', detail = '', fields = [], requestId } = said as Partial<AskProblem>
  return { kind, title, detail, fields, ...(requestId && { requestId }) }
}
