import { useEffect } from 'react'

const quietAfterMs = 1_500

/** Fetched once the first page stands, so that it weighs nothing at the start and still opens without a network. */
export function useAtHand(pages: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    const quiet = setTimeout(() => {
      for (const load of pages) void load().catch(() => undefined)
    }, quietAfterMs)
    return () => clearTimeout(quiet)
  }, [pages])
}
