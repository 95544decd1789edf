import { useEffect, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Answer } from './instrument.ts'

/** How long what is written or placed may rest before it counts. */
const settlesMs = 350

/** Keeps at once what has not come to rest, wherever on the page it stands. */
const restless = new Set<() => void>()

/** Kept when the writer pauses, and when they go on: a letter more is not a message more, and the first figure of a number is not the number. */
export function useSettled(written: Answer, now: Answer, onAnswer: (value: Answer) => void): void {
  const last = useRef(onAnswer)
  useLayoutEffect(() => {
    last.current = onAnswer
  }, [onAnswer])
  useEffect(() => {
    if (written === now) return
    const settle = setTimeout(() => last.current(written), settlesMs)
    return () => clearTimeout(settle)
  }, [written, now])
  const unsaid = useRef(() => {})
  useLayoutEffect(() => {
    unsaid.current = () => {
      if (written !== now) last.current(written)
    }
  })
  useEffect(() => {
    const keep = () => unsaid.current()
    restless.add(keep)
    // Back is pressed on the device: nothing is left first, and the page goes at once.
    addEventListener('pagehide', keep)
    return () => {
      restless.delete(keep)
      removeEventListener('pagehide', keep)
      keep()
    }
  }, [])
}

/**
 * Done with everything that was typed, the last of it too: that is kept first, and what is then drawn is what it is done with. Not done
 * where keeping it leads elsewhere: an answer about death comes before whatever was pressed.
 */
export function useSettledFirst<Args extends unknown[]>(then: (...args: Args) => void) {
  const last = useRef<typeof then>(undefined)
  useLayoutEffect(() => {
    last.current = then
    return () => {
      last.current = undefined
    }
  })
  return (...args: Args): void => {
    // One by one: each answer is added to what the one before it left.
    for (const keep of restless) flushSync(keep)
    last.current?.(...args)
  }
}
