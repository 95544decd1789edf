const kept = new Map<string, unknown>()
const listeners = new Set<() => void>()

export const keptTyped = (about: string): unknown => kept.get(about)

export function keepTyped(about: string, typed: unknown): void {
  if (typed === undefined) kept.delete(about)
  else kept.set(about, typed)
  if (kept.size > 0) addEventListener('beforeunload', askFirst)
  else removeEventListener('beforeunload', askFirst)
  for (const listener of listeners) listener()
}

/** Loading the page anew, or closing it, would lose it: the browser asks first (docs/decisions/0512). */
const askFirst = (event: BeforeUnloadEvent) => event.preventDefault()

export const followTyped = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whoever leaves is asked nothing, and leaves nothing. */
export function forgetTyped(): void {
  for (const about of kept.keys()) keepTyped(about, undefined)
}
