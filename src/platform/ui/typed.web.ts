import { useCallback, useSyncExternalStore } from 'react'
import { followTyped, keepTyped, keptTyped } from './typedKept.web.ts'

/**
 * What is typed and not yet taken: it outlives a closed dialog, a refusal, a proof that it is you and a walk to another page,
 * until it is forgotten. In this page's memory alone, so that nothing of it is on a device once the page is left; before that the
 * browser asks. `about` names whose it is, because one page may be passed from seat to seat.
 */
export function useTyped<Typed>(about: string, empty: Typed) {
  const typed = useSyncExternalStore(followTyped, () => keptTyped(about) as Typed | undefined) ?? empty
  const blank = JSON.stringify(empty)
  const type = useCallback(
    (next: Typed) => keepTyped(about, JSON.stringify(next) === blank ? undefined : next),
    [about, blank],
  )
  const forget = useCallback(() => keepTyped(about, undefined), [about])
  return [typed, type, forget] as const
}
