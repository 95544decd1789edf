import { useCallback } from 'react'
import { isoOf } from '../kernel/instant.ts'
import { useHere } from './HereProvider.tsx'

/** What time care goes by on this device: its own clock, and in a demo the days that were let pass. */
export function useCareClock(): () => string {
  const { careAheadMs } = useHere()
  return useCallback(() => isoOf(Date.now() + careAheadMs), [careAheadMs])
}
