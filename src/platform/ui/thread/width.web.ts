import { type RefCallback, useCallback, useState } from 'react'

/**
 * How wide an element is, in pixels of a 16 px root: a reader with 200 % text has half the room, and the picture's words
 * grow with theirs. 0 until it is known.
 */
export function useWidth<Element extends HTMLElement>(): readonly [RefCallback<Element>, number] {
  const [width, setWidth] = useState(0)
  const frame = useCallback((element: Element | null) => {
    if (!element) return undefined
    const measure = () => {
      const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
      setWidth(Math.floor((element.clientWidth / root) * 16))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [frame, width]
}
