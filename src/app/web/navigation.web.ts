import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

const isPlain = (event: MouseEvent) =>
  event.button === 0 &&
  !event.metaKey &&
  !event.ctrlKey &&
  !event.shiftKey &&
  !event.altKey &&
  !event.defaultPrevented

/** The address within this app that a click asks for, if it asks for one. */
function asked(event: MouseEvent): string | undefined {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || !isPlain(event) || link.target || link.hasAttribute('download') || 'full' in link.dataset)
    return
  const to = new URL(link.href)
  if (to.origin !== location.origin || (to.pathname === location.pathname && to.hash)) return
  return to.pathname + to.search + to.hash
}

/** Plain links everywhere; inside the app they change the page without loading it again. */
export function useAppLinks() {
  const [, navigate] = useLocation()
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const to = asked(event)
      if (to === undefined) return
      event.preventDefault()
      navigate(to)
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [navigate])
}

/** A new page is read from its beginning: the focus goes to its main part, the scroll to its top. */
export function useFreshPage() {
  const [path] = useLocation()
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return undefined
    }
    window.scrollTo(0, 0)
    return beginAtMain()
  }, [path])
}

/** A page may come in parts: its code, then what it asked for. Until the person does something, reading begins at its main part. */
function beginAtMain(): () => void {
  const begin = () => document.getElementById('main')?.focus({ preventScroll: true })
  const again = () => {
    if (document.activeElement === null || document.activeElement === document.body) begin()
  }
  const watch = new MutationObserver(again)
  const acting = new AbortController()
  const leave = () => {
    watch.disconnect()
    acting.abort()
  }
  begin()
  watch.observe(document.body, { childList: true, subtree: true })
  for (const act of ['keydown', 'pointerdown'] as const)
    window.addEventListener(act, leave, { signal: acting.signal, capture: true })
  return leave
}
