import { coverPage, type Covering } from './lock.web.ts'

/** Covers the page, and draws the sign-in over it. Without a network to fetch that by, the word alone stands there. */
export function cover(covering: Covering): void {
  const host = coverPage(covering.words)
  if (host)
    void import('./Covered.tsx').then(
      ({ drawCover }) => drawCover(host, covering),
      () => undefined,
    )
}
