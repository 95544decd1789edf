import { useCallback, useSyncExternalStore } from 'react'

const kept = new Map<string, unknown>()
const listeners = new Set<() => void>()

function change(about: string, typed: unknown) {
  if (typed === undefined) kept.delete(about)
  else kept.set(about, typed)
  for (const listener of listeners) listener()
}

const follow = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * What is typed and not yet taken: it outlives a closed dialog, a refusal, a proof that it is you and a walk to another page,
 * until it is forgotten. In this page's memory alone, so that nothing of it is on a device once the page is left; `about`
 * names whose it is, because one page may be passed from seat to seat.
 */
export function useTyped<Typed>(about: string, empty: Typed) {
  const typed = useSyncExternalStore(follow, () => kept.get(about) as Typed | undefined) ?? empty
  const type = useCallback((next: Typed) => change(about, next), [about])
  const forget = useCallback(() => change(about, undefined), [about])
  return [typed, type, forget] as const
}
