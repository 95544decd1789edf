import { useCallback, useEffect, useRef, useState } from 'react'

/** After a press that could not be: the focus goes to the first field of the form that is wrong, once it says why. */
export function useWrongFirst() {
  const form = useRef<HTMLFormElement>(null)
  const [times, count] = useState(0)
  useEffect(() => {
    if (times > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [times])
  const find = useCallback(() => count((before) => before + 1), [])
  return { form, find, tried: times > 0 }
}
