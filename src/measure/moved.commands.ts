import type { PracticeTx } from '../platform/db/tx.ts'

const atOnce = 500

/**
 * What was answered and given since the last time: each person's schedule and points are put on the list of jobs, once.
 * Answers whether there may be more.
 */
export async function gatherMoved(tx: PracticeTx): Promise<boolean> {
  const { taken } = await tx
    .selectNoFrom((of) => of.fn<number>('gather_moved', [of.val(atOnce)]).as('taken'))
    .executeTakeFirstOrThrow()
  return taken === atOnce
}
