import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { seatOfTab } from '../http/ask.web.ts'
import { earliestOnScreen, whenRead } from '../http/places.web.ts'
import { followEntering, timesEntered } from '../http/attended.web.ts'

/** What a screen follows: everything about one person, everything in the practice, or a session from within its room. */
export type Followed =
  | { readonly personId: string }
  | { readonly practice: true }
  | { readonly sessionId: string }

function pathOf(followed: Followed): string {
  if ('sessionId' in followed) return `/api/live/rooms/${followed.sessionId}`
  return 'personId' in followed ? `/api/live/people/${followed.personId}` : '/api/live/practice'
}

/**
 * Asks everything on the screen again when something changed. The line is opened once what is on the screen has been read, and
 * takes up from there, so that nothing falls in between. The browser reconnects by itself and says where it lost the line;
 * after a gap, and when the line cannot be had, all is asked again as well. A browser gives a line up for good that is
 * refused, so it is opened anew when someone has signed in again.
 */
export function useLive(followed: Followed | undefined): void {
  const queries = useQueryClient()
  const path = followed && pathOf(followed)
  const entered = useSyncExternalStore(followEntering, timesEntered)
  useEffect(() => {
    if (!path) return undefined
    let close = () => {}
    const wait = whenRead(queries, () => {
      close = follow(path, queries)
    })
    return () => {
      wait()
      close()
    }
  }, [path, queries, entered])
}

function follow(path: string, queries: QueryClient): () => void {
  const place = earliestOnScreen(queries)
  const source = new EventSource(addressOf(path, { seat: seatOfTab(), place }))
  let waiting: ReturnType<typeof setTimeout> | undefined
  const refresh = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      void queries.invalidateQueries()
    }, 30)
  }
  // A line that was never had, as on a page opened without a network, knows no place to take up from.
  let lost = place === undefined
  source.addEventListener('error', () => {
    // Just lost: a screen learns by asking that it is out of hearing. Refused: whoever may no longer follow learns why.
    if (!lost || source.readyState === EventSource.CLOSED) refresh()
    lost = true
  })
  source.addEventListener('open', () => {
    if (lost) refresh()
    lost = false
  })
  source.addEventListener('changed', refresh)
  source.addEventListener('reload', refresh)
  return () => {
    clearTimeout(waiting)
    source.close()
  }
}

function addressOf(
  path: string,
  { seat, place }: { seat: string | null; place: bigint | undefined },
): string {
  const asked = new URLSearchParams()
  if (seat) asked.set('seat', seat)
  if (place !== undefined) asked.set('place', String(place))
  return asked.size > 0 ? `${path}?${asked}` : path
}
