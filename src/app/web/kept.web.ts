import { useEffect } from 'react'

/** A part that says where one is, and is small enough to go on from. */
const parts = 'li, fieldset, form, section, article, aside, main'

/**
 * What was pressed may be gone once it has worked: a form in its place, a row that moved. The browser then forgets where
 * one was. The nearest part that is still there takes the focus, so that Tab goes on from it and it is read aloud.
 */
export function useKeptPlace(): void {
  useEffect(() => {
    let trail: Element[] = []
    const note = ({ target }: FocusEvent) => {
      trail = target instanceof Element ? trailOf(target) : []
    }
    const mend = () => {
      const [last, ...around] = trail
      if (!last || last.isConnected || document.activeElement !== document.body) return
      around.some(takesFocus)
    }
    const watch = new MutationObserver(mend)
    document.addEventListener('focusin', note)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', note)
      watch.disconnect()
    }
  }, [])
}

/** The element, and the parts around it from the inside out. */
function trailOf(element: Element): Element[] {
  const around = element.parentElement?.closest(parts)
  return around ? [element, ...trailOf(around)] : [element]
}

function takesFocus(part: Element): boolean {
  if (!(part instanceof HTMLElement) || !part.isConnected) return false
  const isGiven = part.hasAttribute('tabindex')
  if (!isGiven) part.tabIndex = -1
  part.focus({ preventScroll: true })
  if (!isGiven) part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true })
  return document.activeElement === part
}
