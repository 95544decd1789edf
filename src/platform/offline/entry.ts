/** A fact that waits for the network. Its id and its intent key were made with it, so sending it twice is harmless. */
export interface Entry {
  /** Its place in the line; given by the device. */
  readonly order: number
  /** The seat it was written in. Nobody else sees it, and it is never sent as someone else. */
  readonly seatId: string
  /** Facts of one lane (a session, a person) arrive in the order they were written. */
  readonly lane: string
  readonly path: string
  readonly input: object
  readonly intentKey: string
  /** The device's clock when it was written, in milliseconds since 1970. */
  readonly at: number
  /** Why the server would not take it: it waits for a person, not for the network. */
  readonly refusal?: { readonly kind: string; readonly title: string; readonly detail: string }
}

export type Draft = Omit<Entry, 'order' | 'refusal'>

/** What became of one attempt. `stay`: the network, the server or the sign-in is not there; the entry keeps its place. */
export type Fate =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly refusal: NonNullable<Entry['refusal']> }
  | { readonly kind: 'stay'; readonly why: 'offline' | 'server' | 'signed-out' }

/** A refusal that says nothing about the fact itself is no reason to give it up. */
export function fateOf(status: number, said: unknown): Fate {
  if (status >= 200 && status < 300) return { kind: 'taken' }
  const kind = kindIn(said)
  if (status === 401 || kind === 'second-factor-needed') return { kind: 'stay', why: 'signed-out' }
  if (status >= 500 || busy.includes(status)) return { kind: 'stay', why: 'server' }
  return {
    kind: 'refused',
    refusal: { title: '', detail: '', ...(said as object), kind: kind ?? String(status) },
  }
}

const busy = [408, 429]

const kindIn = (said: unknown): string | undefined => (said as { kind?: string } | null)?.kind

export interface Line {
  readonly post: (entry: Entry) => Promise<Fate>
  readonly remove: (order: number) => Promise<void>
  readonly keepRefused: (entry: Entry) => Promise<void>
}

/**
 * Sends what waits, lane by lane in the order written. A lane that meets a closed line stops there, so that its facts
 * never overtake each other; what was refused steps aside and the next goes on.
 */
export async function deliver(entries: readonly Entry[], line: Line): Promise<Fate | undefined> {
  const closed = new Map<string, Fate>()
  for (const entry of entries) {
    if (entry.refusal || closed.has(entry.lane)) continue
    const fate = await line.post(entry)
    if (fate.kind === 'taken') await line.remove(entry.order)
    if (fate.kind === 'refused') await line.keepRefused({ ...entry, refusal: fate.refusal })
    if (fate.kind === 'stay') closed.set(entry.lane, fate)
    if (fate.kind === 'stay' && fate.why === 'offline') return fate
  }
  return closed.values().next().value
}
