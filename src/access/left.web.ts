import { newId } from '../platform/http/ask.web.ts'
import { signOut } from './signin.contract.ts'

const mark = 'throughline-left'
const again = 3_000

/** Written on the device before anything is asked of a network: whoever left is out, even where nobody could be told. */
function noteLeft(): void {
  try {
    localStorage.setItem(mark, 'yes')
  } catch {
    // A browser that keeps nothing: then the request alone has to do.
  }
}

export const hasLeft = (): boolean => localStorage.getItem(mark) !== null

/** Answers whether the server has ended the sign-in, or knew of none. */
async function endSignIn(): Promise<boolean> {
  const reply = await fetch(signOut.path, {
    method: signOut.method,
    keepalive: true,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
    body: '{}',
  }).catch(() => undefined)
  const ended = reply !== undefined && (reply.ok || reply.status === 401)
  if (ended) localStorage.removeItem(mark)
  return ended
}

/** Ends the sign-in on this device, now or as soon as there is a network; until then no page here shows anything. */
export function leaveSignIn(): Promise<boolean> {
  noteLeft()
  return endSignIn()
}

/** Resolves once nobody who left is still signed in here: at once, but for a device that had no network when it was left. */
export async function leftIsOver(): Promise<void> {
  while (hasLeft() && !(await endSignIn())) await networkOr(again)
}

const networkOr = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    addEventListener('online', () => (clearTimeout(timer), resolve()), { once: true })
  })
