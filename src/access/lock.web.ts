import { newId } from '../platform/http/ask.web.ts'
import { restNow } from '../platform/http/attended.web.ts'
import type { Language } from '../platform/i18n/language.ts'
import { forgetKept } from '../platform/offline/device.ts'
import { forgetTyped } from '../platform/ui/typedKept.web.ts'
import { leaveSignIn } from './left.web.ts'
import { rest } from './signin.contract.ts'

const tell = (endpoint: { path: string; method: string }): void =>
  void fetch(endpoint.path, {
    method: endpoint.method,
    keepalive: true,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
    body: '{}',
  }).catch(() => undefined)

/** Ends the sign-in while the page is already being left: whoever opens it again is at the door. */
export const lockBehind = (): void => void leaveSignIn()

const state: { leaving: boolean; lift: (() => void) | undefined; over: boolean } = {
  leaving: false,
  lift: undefined,
  over: false,
}

/** Someone signs out of their own accord: what then finds nobody signed in is no reason to cover anything. */
export const goingOut = (leaving: boolean): void => void (state.leaving = leaving)

export const isCovered = (): boolean => state.lift !== undefined

export interface Covering {
  readonly language: Language
  /** `away`: nobody touched it. `ended`: the sign-in is over, and whoever is here may never have left. */
  readonly why: 'away' | 'ended'
  /** Staff are told what of theirs waits here, and have the first steps of an emergency at hand. */
  readonly staff: boolean
  readonly choose: (language: Language) => void
  /** Said at once, before anything else is loaded. */
  readonly words: string
  /** What stands on the page is asked for anew. */
  readonly onBack: () => void
}

/**
 * Takes the page out of the document, whole, and keeps it in memory: nothing of it can be seen, found or read aloud, and
 * everything typed is still there when it comes back. Answers where to draw what is shown instead; nothing when it is
 * covered already. The sign-in is idle from here on, so that loading the page again brings nothing back.
 */
export function coverPage(words: string): HTMLElement | undefined {
  const page = document.getElementById('root')
  if (state.leaving || isCovered() || !page) return undefined
  restNow()
  tell(rest)
  const focused = document.activeElement
  if (focused instanceof HTMLElement) focused.blur()
  const [scroll, modals] = [window.scrollY, [...page.querySelectorAll<HTMLDialogElement>('dialog:modal')]]
  const beside = [...document.body.children].filter(
    (one): one is HTMLElement =>
      one instanceof HTMLElement && one !== page && one.tagName !== 'SCRIPT' && !one.hidden,
  )
  const host = document.createElement('div')
  host.id = 'cover'
  host.textContent = words
  page.replaceWith(host)
  for (const one of beside) one.hidden = true
  state.lift = () => {
    host.replaceWith(page)
    for (const one of beside) one.hidden = false
    for (const modal of modals) reopen(modal)
    window.scrollTo(0, scroll)
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
  return host
}

/** A modal that left the document is open and no longer modal. */
function reopen(modal: HTMLDialogElement): void {
  modal.removeAttribute('open')
  modal.showModal()
}

/** Brings the page back as it was. */
export function liftCover(): void {
  state.lift?.()
  state.lift = undefined
}

/** A page that is being loaded is loaded once; that it never came is known by then, and asking again helps. */
const loadTakes = 10_000

/**
 * Loaded anew, so that nothing of the page that waited is left for whoever is here now. Several reasons for it may come at
 * once, as when another tab signs in and is heard of twice: a load that has begun is not broken off for the same load again.
 */
export function startOver(): void {
  if (state.over) return
  state.over = true
  setTimeout(() => (state.over = false), loadTakes)
  sessionStorage.removeItem('throughline.seat')
  forgetTyped()
  void forgetKept()
    .catch(() => undefined)
    .then(() => window.location.replace('/sign-in'))
}
