import { newId } from '../platform/http/ask.web.ts'
import { signOut } from './signin.contract.ts'

/** Ends the sign-in while the page is already being left: whoever opens it again is at the door. */
export function lockBehind(): void {
  void fetch(signOut.path, {
    method: signOut.method,
    keepalive: true,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
    body: '{}',
  }).catch(() => undefined)
}
