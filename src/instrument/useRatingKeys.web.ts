import { type RefObject, useEffect, useEffectEvent } from 'react'

export interface Pressed {
  /** The place of the item the focus is in; nothing while it is in none. */
  readonly place: number | undefined
  readonly key: string
  /** A minus was pressed before it. */
  readonly minus: boolean
}

/** One key answers the item one is in; only while the focus is in this form, and not while someone is writing. */
export function useRatingKeys(form: RefObject<HTMLElement | null>, onKey: (pressed: Pressed) => boolean) {
  const told = useEffectEvent(onKey)
  useEffect(() => {
    const within = form.current
    if (!within) return
    let minus = false
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (isBusy(event) || target.closest(writing)) return
      const isMinus = event.key === '-' || event.key === '−'
      if (!isMinus && told({ place: placeOf(target), key: event.key.toLowerCase(), minus }))
        event.preventDefault()
      minus = isMinus
    }
    within.addEventListener('keydown', press)
    return () => within.removeEventListener('keydown', press)
  }, [form])
}

const writing = 'input:not([type=radio], [type=checkbox]), textarea, select'

const isBusy = ({ ctrlKey, metaKey, altKey, repeat }: KeyboardEvent) => ctrlKey || metaKey || altKey || repeat

function placeOf(target: HTMLElement): number | undefined {
  const at = target.closest<HTMLElement>('[data-place]')?.dataset['place']
  return at === undefined ? undefined : Number(at)
}

/** The first thing in an item that can be pressed takes the focus; past the last one, what comes after the list does. */
export function focusPlace(form: HTMLElement | null, place: number): void {
  const item = form?.querySelector<HTMLElement>(`[data-place="${place}"]`)
  const next =
    item?.querySelector<HTMLElement>('input:checked') ?? item?.querySelector<HTMLElement>('input, button')
  if (next) next.focus()
  else
    form?.querySelector<HTMLElement>('[data-after] textarea, [data-after] input, [data-save] button')?.focus()
}
