import { useEffect, useRef } from 'react'
import type { Answer } from './instrument.ts'

/** How long what is written or placed may rest before it counts. */
export const settlesMs = 350

/**
 * Kept when the writer pauses, and when they go on: a letter more is not a message more, and the first figure of a number is not the number.
 * Gives what keeps it at once.
 */
export function useSettled(written: Answer, now: Answer, onAnswer: (value: Answer) => void): () => void {
  const last = useRef(onAnswer)
  useEffect(() => {
    last.current = onAnswer
  }, [onAnswer])
  const keep = () => {
    if (written !== now) last.current(written)
  }
  useEffect(() => {
    if (written === now) return
    const settle = setTimeout(() => last.current(written), settlesMs)
    return () => clearTimeout(settle)
  }, [written, now])
  const unsaid = useRef(() => {})
  useEffect(() => {
    unsaid.current = keep
  })
  // Back is pressed on the device: nothing is left first, and the page goes at once.
  useEffect(() => {
    const leave = () => unsaid.current()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return keep
}
