import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, AskRefused, newId } from '../platform/http/ask.web.ts'
import type { Saved } from '../platform/ui/SavedLine.tsx'
import { useOutbox, type Outbox } from '../platform/offline/useOutbox.web.ts'
import { keepNoteDraft } from './note.contract.ts'

export interface Typed {
  readonly words: string
  readonly sessionId: string | null
  readonly corrects: string | null
}

const pauseMs = 600
const isDraft = ({ path }: Outbox['waiting'][number]): boolean => path.endsWith('/notes/draft')

/** A draft that waits on this device is newer than what the server has. */
export const waitingDraft = ({ waiting }: Outbox): Typed | undefined =>
  waiting.filter(isDraft).at(-1)?.input as Typed | undefined

export const useNoteLane = (courseId: string): Outbox => useOutbox(`notes ${courseId}`)

/**
 * Keeps what is typed at each pause, and when the page is left: with the server, which seals it; and only while the
 * network is away, on this device (docs/decisions/0081). One at a time, so that an older draft never comes after a newer one.
 */
export function useNoteDraft(courseId: string, outbox: Outbox) {
  const [saved, say] = useState<Saved>({ state: 'nothing' })
  const next = useRef<Typed | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const line = useRef(Promise.resolve())
  const box = useRef(outbox)
  useEffect(() => {
    box.current = outbox
  }, [outbox])

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    const typed = next.current
    next.current = undefined
    if (typed)
      line.current = line.current.then(async () => say(await keptDraft(courseId, typed, box.current)))
    return line.current
  }, [courseId])

  const keep = (typed: Typed) => {
    next.current = typed
    say({ state: 'saving' })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), pauseMs)
  }
  /** Before the note itself is written: nothing of its draft may come after it. */
  const settle = async () => {
    clearTimeout(timer.current)
    next.current = undefined
    await line.current
    for (const { order } of box.current.waiting.filter(isDraft)) await box.current.dismiss(order)
    say({ state: 'nothing' })
  }
  useEffect(() => {
    const leave = () => void flush()
    addEventListener('visibilitychange', leave)
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('visibilitychange', leave)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [flush])
  return { saved, keep, settle }
}

async function keptDraft(courseId: string, typed: Typed, outbox: Outbox): Promise<Saved> {
  const older = outbox.waiting.filter(isDraft)
  if (older.length === 0) {
    try {
      await ask(keepNoteDraft, { courseId, ...typed }, newId())
      return { state: 'saved', at: Date.now() }
    } catch (cause) {
      if (!(cause instanceof AskRefused) || cause.problem.kind !== 'offline') return { state: 'failed' }
    }
  }
  for (const { order } of older) await outbox.dismiss(order)
  await outbox.put(keepNoteDraft, { courseId, ...typed })
  return { state: 'kept', at: Date.now() }
}
