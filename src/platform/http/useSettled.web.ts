import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'

/**
 * Whether what is known was asked for on coming here, and is not what an earlier look left behind. Where a page offers
 * something to press, an old picture would change under the finger. Without a network, what is known has to do.
 */
export function useSettled({
  isStale,
  isFetchedAfterMount,
  failureCount,
}: Pick<UseQueryResult, 'isStale' | 'isFetchedAfterMount' | 'failureCount'>): boolean {
  const [wasFresh] = useState(!isStale)
  const [hasFailed, fail] = useState(false)
  if (failureCount > 0 && !hasFailed) fail(true)
  return wasFresh || isFetchedAfterMount || hasFailed
}
