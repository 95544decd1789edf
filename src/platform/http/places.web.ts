import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'

/** Where the trail stood when each answer on the screen was read. Beside the answers: an answer that stays alike keeps its object. */
const places = new Map<string, bigint>()

/** An answer that was kept on the device was read nobody knows when. */
export function notePlace(key: QueryKey, place: string | null): void {
  if (place === null) places.delete(hashKey(key))
  else places.set(hashKey(key), BigInt(place))
}

/** The earliest place that something on the screen was read at; nothing, where that is not known of all of it. */
export function earliestOnScreen(queries: QueryClient): bigint | undefined {
  const shown = queries
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ state }) => state.data !== undefined)
  const known = shown.flatMap(({ queryHash }) => places.get(queryHash) ?? [])
  if (known.length === 0 || known.length < shown.length) return undefined
  return known.reduce((least, place) => (place < least ? place : least))
}

/** Calls back once nothing is being read any more, or after a while; answers how not to be called. */
export function whenRead(queries: QueryClient, read: () => void): () => void {
  const cache = queries.getQueryCache()
  let over = false
  const end = () => {
    if (over) return
    over = true
    leave()
    clearTimeout(late)
    read()
  }
  const look = () => {
    if (queries.isFetching() === 0) end()
  }
  const leave = cache.subscribe(look)
  const late = setTimeout(end, 3_000)
  // What the page asks first is asked in the same turn.
  setTimeout(look)
  return () => {
    over = true
    leave()
    clearTimeout(late)
  }
}
