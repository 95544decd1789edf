/** Long enough for a slow line; a send that takes longer is told as one that may have failed, and pressing again is harmless. */
const patience = 30_000

/**
 * Sends from where the words stand: while the network is gone the browser would put a page of its own in their place.
 * What was sent takes the form’s place in the history too, so that the Back button of a shared device shows no words.
 */
function keepWords(form: HTMLFormElement): void {
  const unsent = form.querySelector<HTMLElement>('[data-unsent]')
  const button = form.querySelector('button[type=submit]')
  const busy = (sending: boolean) => button?.setAttribute('aria-busy', String(sending))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (button?.getAttribute('aria-busy') === 'true') return
    if (unsent) unsent.hidden = true
    busy(true)
    void sentTo(form).then((next) => {
      busy(false)
      if (next === 'unsent') return sayUnsent(unsent)
      if (next === 'refused') return form.submit()
      form.reset()
      for (const field of form.querySelectorAll<HTMLInputElement>('input, textarea')) field.value = ''
      window.location.replace(next)
    })
  })
}

/** Where it leads; a refusal is drawn by the server, beside each field, as without a script. */
async function sentTo(form: HTMLFormElement): Promise<string> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  try {
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(form.action, { method: 'POST', body: fields, signal })
    return answer.ok && answer.redirected ? answer.url : 'refused'
  } catch {
    return 'unsent'
  }
}

function sayUnsent(unsent: HTMLElement | null): void {
  if (!unsent) return
  unsent.hidden = false
  unsent.focus()
}

/** A page that came back with something to mend begins there, and not at its first words, which look as if nothing had happened. */
document.querySelector<HTMLElement>('[data-faults]')?.focus()

const form = document.querySelector<HTMLFormElement>('.tl-write-form')
if (form) keepWords(form)
