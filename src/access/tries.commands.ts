import type { Instant } from '../kernel/instant.ts'
import { Problem } from '../kernel/problem.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { enqueue } from '../platform/jobs/jobs.ts'
import { writing, type WriteTx } from '../platform/db/write.ts'
import { afterWrong, openAgainAt, perAccount, perAddress } from './backoff.ts'
import { endTries, keepWrong, letGoOfForgotten, takeTries } from './tries.store.ts'

export interface Guess {
  /** Whose secret is tried, and, where it matters, from which known device. */
  readonly account: string
  readonly address: string
  readonly now: Instant
}

/**
 * Looks at a guess, unless it comes too soon after wrong ones. A wrong one is counted against the account and the address,
 * so the caller must answer with a returned Problem, never throw: throwing would forget the count.
 */
export async function tried<Found>(
  tx: WriteTx,
  guess: Guess,
  look: () => Promise<Found | undefined>,
): Promise<Found | Problem> {
  const address = await takeTries(tx, `address ${guess.address}`, guess.now)
  const account = await takeTries(tx, `account ${guess.account}`, guess.now)
  const open = Math.max(openAgainAt(account, perAccount), openAgainAt(address, perAddress))
  if (open > guess.now) return tooSoon(open - guess.now)
  const found = await look()
  if (found !== undefined) {
    await endTries(tx, `account ${guess.account}`, guess.now)
    return found
  }
  await keepWrong(tx, `account ${guess.account}`, afterWrong(account, guess.now, perAccount))
  await keepWrong(tx, `address ${guess.address}`, afterWrong(address, guess.now, perAddress))
  return new Problem('not-recognised')
}

/** Counts an asking that is neither right nor wrong, and tells whether it may go on: mails are not sent without end. */
export async function mayAsk(tx: WriteTx, guess: Guess): Promise<boolean> {
  const asked = await tried(tx, guess, async () => undefined)
  return asked instanceof Problem && asked.kind === 'not-recognised'
}

export const tooSoon = (wait: number): Problem =>
  new Problem('too-many', [{ path: 'seconds', fault: String(Math.ceil(wait / 1000)) }])

export const forgetTriesTask = 'forget-tries'

/** When a house opens: the first time at once, every later one by the job itself. */
export const startForgetting = (tx: PracticeTx): Promise<void> =>
  enqueue(tx, forgetTriesTask, { payload: {}, key: forgetTriesTask })

export const forgetTries = (tx: PracticeTx): Promise<void> => letGoOfForgotten(writing(tx))
