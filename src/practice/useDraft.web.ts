import { useCallback, useMemo, useState } from 'react'
import { forgetSitting, keepSitting, keptSitting } from '../platform/offline/device.ts'
import { useHere } from './HereProvider.tsx'

export interface Draft<Typed> {
  readonly said: Typed
  readonly say: (next: Typed) => void
  /** It is kept where it belongs now, or not wanted any more. */
  readonly forget: () => void
  /** It was begun before this page came. */
  readonly begun: boolean
  /** This browser keeps it until then; some keep nothing. */
  readonly waits: boolean
}

const nameOf = (seatId: string | null, about: string) => `words ${seatId ?? ''} ${about}`

/**
 * A client's own words while they are being written: in this tab, under the seat they were written in, through another page,
 * Back and a reload, with or without a network. Keeping them where they belong, signing out, leaving quickly and closing the
 * tab forget them (decision 330).
 */
export function useDraft<Typed extends object>(about: string, begin: Typed): Draft<Typed> {
  const { me } = useHere()
  const name = nameOf(me.seatId, about)
  const [{ said, begun, waits }, set] = useState(() => {
    const found = keptSitting(name)
    return isAlike(found, begin)
      ? { said: { ...begin, ...found }, begun: true, waits: true }
      : { said: begin, begun: false, waits: true }
  })
  const say = useCallback(
    (next: Typed) => {
      const kept = keepAs(name, next, begin)
      set((now) => ({ ...now, said: next, waits: kept }))
    },
    [name, begin],
  )
  const forget = useCallback(() => {
    forgetSitting(name)
    set({ said: begin, begun: false, waits: true })
  }, [name, begin])
  return { said, say, forget, begun, waits }
}

/** Whether something of it waits here: then its place is found open. */
export function useBegun(about: string): boolean {
  const { me } = useHere()
  const [begun] = useState(() => keptSitting(nameOf(me.seatId, about)) !== undefined)
  return begun
}

/** What was begun on other pages and waits here, for a page that says so. */
export function useDraftsHere() {
  const { seatId } = useHere().me
  return useMemo(
    () => ({
      find: <Typed extends object>(about: string, begin: Typed): Typed | undefined => {
        const found = keptSitting(nameOf(seatId, about))
        return isAlike(found, begin) ? { ...begin, ...found } : undefined
      },
      forget: (about: string) => forgetSitting(nameOf(seatId, about)),
    }),
    [seatId],
  )
}

/** The words that wait here, where they say something else than what is kept already: an answer may be on the page before its own reply. */
export function useBegunBeside(about: string, kept: string | undefined): boolean {
  const { me } = useHere()
  const [begun] = useState(() => {
    const found = keptSitting(nameOf(me.seatId, about))
    return isAlike(found, { words: '' }) && found.words?.trim() !== kept
  })
  return begun
}

/** What says no more than it began with is no draft. Answers whether the browser took it. */
function keepAs(name: string, next: object, begin: object): boolean {
  try {
    if (JSON.stringify(next) === JSON.stringify(begin)) forgetSitting(name)
    else keepSitting(name, next)
    return true
  } catch {
    // It is full, or keeps nothing at all: the words are on the page, and the page says that they are nowhere else.
    return false
  }
}

/** A newer version of the app may find what an older one left. */
function isAlike<Typed extends object>(found: unknown, begin: Typed): found is Partial<Typed> {
  if (typeof found !== 'object' || found === null) return false
  const kept = found as Record<string, unknown>
  return Object.entries(begin).every(
    ([key, value]) => value === undefined || value === null || typeof kept[key] === typeof value,
  )
}
