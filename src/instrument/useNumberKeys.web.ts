import { useEffect, useRef } from 'react'
import type { Answer, Item } from './instrument.ts'
import { offeredBy, toggled } from './kinds.ts'

/** The number of an option answers it, unless someone is writing or holds another key down. */
export function useNumberKeys(item: Item, now: Answer, onAnswer: (item: Item, value: Answer) => void) {
  const answer = useRef((_key: string): boolean => false)
  useEffect(() => {
    answer.current = (key) => {
      const chosen = item.range ? undefined : offeredBy(item, undefined).find((each) => each.key === key)
      if (!chosen) return false
      onAnswer(item, item.ticks ? toggled(item, now, String(chosen.answer)) : chosen.answer)
      return true
    }
  }, [item, now, onAnswer])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const busy = event.ctrlKey || event.metaKey || event.altKey || event.repeat
      const writing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
      if (busy || writing || !/^\d$/.test(event.key)) return
      if (answer.current(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
