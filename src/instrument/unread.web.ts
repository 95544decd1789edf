const unread = '[aria-invalid=true], [data-begun] input, input[type=time]:invalid'

/**
 * The first field whose fault is shown, or in which something stands that is no answer yet: the focus goes there, and nothing is sent
 * that would pass it over. False where there is none.
 */
export function focusUnread(form: HTMLElement | null): boolean {
  const field = form?.querySelector<HTMLElement>(unread)
  field?.focus()
  return field instanceof HTMLElement
}
