import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { keepAuthenticator, newRecoveryCodes, provenAuthenticator } from './authenticator.commands.ts'
import { keepPassword } from './factor.commands.ts'
import { keepPasskey, madePasskey, type Made, type Means } from './passkey.commands.ts'

export type Second =
  | { readonly sealed: string; readonly code: string }
  | { readonly made: Made; readonly name: string }

/** What someone chose who sets up how they sign in: a password, a second step, or a passkey that is both. */
export interface Chosen {
  readonly password: string | null
  readonly second: Second | null
}

interface Newcomer extends Chosen {
  readonly accountId: string
  readonly email: string
  /** Works in a practice: always two factors. */
  readonly staff: boolean
  /** What the second step was offered for. */
  readonly about: string
}

/** Keeps what was chosen. Answers the recovery codes, to be shown this once; none where there is no second step. */
export async function settle(
  tx: WriteTx,
  newcomer: Newcomer,
  { means, now }: { means: Means; now: Instant },
): Promise<string[]> {
  demandEnough(newcomer)
  const { accountId, email, staff, password, second } = newcomer
  if (password !== null) await keepPassword(tx, { accountId, email, password, staff }, now)
  if (second === null) return []
  await keepSecond(tx, { ...newcomer, second }, { means, now })
  return newRecoveryCodes(tx, accountId, now)
}

function demandEnough({ staff, password, second }: Newcomer): void {
  const passkey = second !== null && 'made' in second
  if (password === null && !passkey) throw new Problem('malformed', [{ path: 'password', fault: 'missing' }])
  if (staff && second === null) throw new Problem('malformed', [{ path: 'second', fault: 'missing' }])
}

async function keepSecond(
  tx: WriteTx,
  { accountId, second, about }: Newcomer & { second: Second },
  { means, now }: { means: Means; now: Instant },
): Promise<void> {
  if ('made' in second) {
    const made = await madePasskey({ made: second.made, means, about }, now)
    const kept = made && (await keepPasskey(tx, { ...made, accountId, name: second.name }, now))
    if (!kept) throw new Problem('malformed', [{ path: 'second', fault: 'not-recognised' }])
    return
  }
  const proven = provenAuthenticator(means, { ...second, about }, now)
  if (!proven) throw new Problem('malformed', [{ path: 'code', fault: 'not-recognised' }])
  await keepAuthenticator(tx, { accountId, ...proven }, { means, now })
}
