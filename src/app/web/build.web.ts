/** Whether the server has another build than the one this page came from. Unknown, as without a network, is no. */
export async function isReplaced(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  const now = await fetch('/app', { cache: 'no-store' })
    .then((reply) => (reply.ok ? reply.text() : undefined))
    .catch(() => undefined)
  return own !== null && now !== undefined && !now.includes(new URL(own.src).pathname)
}

/** Whether the server answers at all: a device may think it has a network, and have none. */
export const isReachable = (): Promise<boolean> =>
  fetch('/app', { cache: 'no-store' }).then(
    () => true,
    () => false,
  )

const loadedAnew = 'throughline-loaded-anew'

/** Once a minute at most: a page that fails each time is not loaded round and round. */
export function mayLoadAnew(): boolean {
  const last = Number(sessionStorage.getItem(loadedAnew) ?? 0)
  const now = Date.now()
  if (now - last < 60_000) return false
  sessionStorage.setItem(loadedAnew, String(now))
  return true
}
