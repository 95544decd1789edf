import { setTimeout as rest } from 'node:timers/promises'

/** Serialization failure and deadlock: the database undid one transaction whole, so that another could go on. */
const undone: readonly unknown[] = ['40001', '40P01']

export const isUndone = (cause: unknown): boolean =>
  undone.includes((cause as { code?: unknown } | null)?.code)

const tries = 4
const firstRestMs = 15

/**
 * Does a transaction anew when the database has undone it for another's sake, a few times, each after a longer rest. The
 * whole of it: who asks is looked up again, the intent's key is locked again, and nothing of the lost try is left. So
 * `transaction` must have no effect outside the database that a second run would double.
 */
export async function anew<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await transaction()
    } catch (cause) {
      if (tried === tries || !isUndone(cause)) throw cause
    }
    await rest(firstRestMs * 2 ** tried * (0.5 + Math.random()))
  }
}
