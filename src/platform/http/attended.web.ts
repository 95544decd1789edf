/**
 * Whether a person is here. The server ends a sign-in that nobody has used for long, so a request says whether someone was
 * there to ask: a page that is left open asks by itself when something changes, and that keeps no one signed in. All tabs
 * of a browser share one sign-in, and so the moment at which the server last heard of anyone; nothing else is kept.
 */
const key = 'tl-told'
/** Whatever a touch sets off is asked within this. */
const touchLasts = 10_000
/** A touch is told within a minute; one that was not, because the device slept, is no sign of anyone any more. */
const touchFades = 120_000

const state = { touchedAt: Date.now(), toldAt: 0, resting: false, entered: 0 }
const listeners = new Set<() => void>()

function kept(): number {
  try {
    return Number(localStorage.getItem(key)) || 0
  } catch {
    return 0
  }
}

/** When the server last heard of a person, from any tab. */
export const toldAt = (): number => Math.max(state.toldAt, kept())

/** Someone has touched this page just now, and the server does not know it yet. */
export const isUntold = (): boolean =>
  !state.resting && state.touchedAt > toldAt() && Date.now() - state.touchedAt < touchFades

export const isAttended = (): boolean =>
  !state.resting && (isUntold() || Date.now() - state.touchedAt < touchLasts)

/** What a request says of itself when nobody was there to ask. */
export const unattendedHeader = (attended: boolean): Record<string, string> =>
  attended ? {} : { 'throughline-unattended': '1' }

export function noteTold(at: number): void {
  state.toldAt = Math.max(state.toldAt, at)
  try {
    localStorage.setItem(key, String(toldAt()))
  } catch {
    // Then this tab goes by its own clock alone.
  }
}

/** From now on no touch counts: nobody is known to be here until someone has signed in. */
export const restNow = (): void => void (state.resting = true)

/** Someone has just signed in, here or in another tab. Streams that were closed for want of it are opened again. */
export function welcomeBack(): void {
  state.resting = false
  state.touchedAt = Date.now()
  state.entered += 1
  noteTold(state.touchedAt)
  for (const listener of listeners) listener()
}

export const timesEntered = (): number => state.entered

export function followEntering(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const

/** A pointer that lies still is moved by nobody, whatever moves under it. */
const isStill = (event: Event): boolean =>
  event.type === 'pointermove' && !(event as PointerEvent).movementX && !(event as PointerEvent).movementY

const onTouch = (event: Event) => {
  if (event.isTrusted && !isStill(event)) state.touchedAt = Date.now()
}

/** Called once, when the app starts. */
export function watchTouches(): void {
  for (const touch of touches) addEventListener(touch, onTouch, { capture: true, passive: true })
}

function followKey(wanted: string, listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === wanted) listener()
  }
  addEventListener('storage', onStorage)
  return () => removeEventListener('storage', onStorage)
}

/** Told when another tab has been heard of. */
export const followTold = (listener: () => void): (() => void) => followKey(key, listener)

const outKey = 'tl-out'

/** Someone has signed out here: the other tabs of this browser find out at once what they may still show. */
export function noteOut(): void {
  try {
    localStorage.setItem(outKey, String(Date.now()))
  } catch {
    // They find out with what they ask next.
  }
}

export const followOut = (listener: () => void): (() => void) => followKey(outKey, listener)
