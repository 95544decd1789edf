import { useLayoutEffect } from 'react'

const state = { rooms: 0 }
const listeners = new Set<() => void>()

const change = (by: number) => {
  state.rooms += by
  for (const listener of listeners) listener()
}

/** A session room under way is open here: it is neither warned about nor covered while nobody touches it. */
export const isHeld = (): boolean => state.rooms > 0

export function followHold(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Said by the room's own page. The server holds the same line, for that session alone. */
export function useRoomHold(underWay: boolean): void {
  useLayoutEffect(() => {
    if (!underWay) return undefined
    change(1)
    return () => change(-1)
  }, [underWay])
}
