export interface Door {
  /** The servers that are there now; which of them is asked must make no difference. */
  ports(): readonly number[]
  /** Nothing comes back any more: whoever still asks may give up. */
  readonly isGone?: () => boolean
  readonly token: string
  readonly seatId: string
}

export const headersOf = ({ token, seatId }: Pick<Door, 'token' | 'seatId'>) => ({
  'throughline-seat': seatId,
  cookie: `__Host-throughline=${token}`,
})

/** `undefined` when nobody answered. `turn` says which of the servers is asked. */
export async function post(
  path: string,
  asked: { body: string; key: string; turn: number },
  door: Door,
): Promise<{ status: number; text: string } | undefined> {
  const ports = door.ports()
  const port = ports[asked.turn % ports.length]
  if (port === undefined) return undefined
  try {
    const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      body: asked.body,
      headers: { 'content-type': 'application/json', 'idempotency-key': asked.key, ...headersOf(door) },
      signal: AbortSignal.timeout(10_000),
    })
    return { status: reply.status, text: await reply.text() }
  } catch {
    return undefined
  }
}
