import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { seatOfTab } from '../http/ask.web.ts'

/** What a screen follows: everything about one person, or everything in the practice. */
export type Followed = { readonly personId: string } | { readonly practice: true }

const pathOf = (followed: Followed): string =>
  'personId' in followed ? `/api/live/people/${followed.personId}` : '/api/live/practice'

/**
 * Asks everything on the screen again when something changed. The browser reconnects by itself and says where it
 * lost the line; after a gap, and when the line cannot be had, all is asked again as well.
 */
export function useLive(followed: Followed | undefined): void {
  const queries = useQueryClient()
  const path = followed && pathOf(followed)
  useEffect(() => {
    if (!path) return undefined
    const seat = seatOfTab()
    const source = new EventSource(seat ? `${path}?seat=${seat}` : path)
    let waiting: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined
        void queries.invalidateQueries()
      }, 30)
    }
    source.addEventListener('changed', refresh)
    source.addEventListener('reload', refresh)
    return () => {
      clearTimeout(waiting)
      source.close()
    }
  }, [path, queries])
}
