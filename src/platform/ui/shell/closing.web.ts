import { type RefObject, useEffect } from 'react'

/** A menu made of `details` closes by Escape, and when the focus or a press goes elsewhere. */
export function useClosing(place: RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const menu = place.current
    if (!menu) return undefined
    const isOutside = (target: EventTarget | null) => target instanceof Node && !menu.contains(target)
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.open) return
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
    const onLeave = ({ relatedTarget }: FocusEvent) => {
      if (isOutside(relatedTarget)) menu.open = false
    }
    const onPress = ({ target }: Event) => {
      if (isOutside(target)) menu.open = false
    }
    menu.addEventListener('keydown', onKey)
    menu.addEventListener('focusout', onLeave)
    document.addEventListener('pointerdown', onPress)
    return () => {
      menu.removeEventListener('keydown', onKey)
      menu.removeEventListener('focusout', onLeave)
      document.removeEventListener('pointerdown', onPress)
    }
  }, [place])
}
