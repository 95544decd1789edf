import { setTimeout as sleep } from 'node:timers/promises'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ctrl-C arrives twice where a terminal and a parent both pass it on; only one that comes later means impatience. */
const sameKeypressMs = 1_500

/**
 * Settles when this process is told to stop: by a signal, or because whoever started it is gone. Answers the fault
 * when it is stopping because of one.
 */
export function toldToStop(): Promise<unknown> {
  return new Promise((settle) => {
    process.once('disconnect', () => settle(undefined))
    process.once('uncaughtException', settle)
    process.once('unhandledRejection', settle)
    for (const signal of signals) process.on(signal, () => settle(undefined))
  })
}

/** From the second time on nobody waits any longer. */
export async function leaveAtOnceWhenToldAgain() {
  await sleep(sameKeypressMs)
  for (const signal of signals) process.on(signal, () => process.exit(130))
}
