import { randomUUID } from 'node:crypto'
import type { Someone } from './arrange.ts'
import type { Clinic } from './clinic.ts'

interface Handed {
  readonly personId: string
  readonly instrumentId: string
  readonly by: Someone
}

/** A member makes a code, as they would; the code is told once. */
export async function codeFor({ ask }: Clinic, { personId, instrumentId, by }: Handed) {
  const body = { id: randomUUID(), instrumentId }
  const reply = await ask(by, `/api/people/${personId}/tablet`, { body })
  return reply.json() as { id: string; code: string; expiresAt: number }
}

/** A tablet that has taken its code: its token. */
export async function openTablet(clinic: Clinic, handed: Handed): Promise<string> {
  const { code } = await codeFor(clinic, handed)
  const reply = await clinic.ask(undefined, '/api/tablet/open', { body: { code } })
  return (reply.json() as { token: string }).token
}
