import { entries, forgetKept } from '../platform/offline/device.ts'

const keptThrough = 'tl-theme'
/** The app's own files; no answer about anyone is ever in there. */
const appFiles = /^throughline-app-/

/** Whatever this browser holds of anyone: storage, what screens kept, caches of data. How light it is may stay. */
export async function wipeDevice(): Promise<void> {
  sessionStorage.clear()
  const theme = localStorage.getItem(keptThrough)
  localStorage.clear()
  if (theme !== null) localStorage.setItem(keptThrough, theme)
  await forgetKept().catch(() => undefined)
  for (const name of await namesOfCaches()) if (!appFiles.test(name)) await caches.delete(name)
}

const namesOfCaches = (): Promise<string[]> => ('caches' in window ? caches.keys() : Promise.resolve([]))

/** Something a member wrote on this device has not been sent: it is the only record that it happened, and is not handed on. */
export const holdsUnsent = async (): Promise<boolean> => (await entries().catch(() => [])).length > 0

/** A page made anew: nothing of the last one is in its memory, and going back does not bring it. */
export const startAnew = (): void => window.location.replace('/tablet')
