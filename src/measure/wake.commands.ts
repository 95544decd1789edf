import type { PracticeTx } from '../platform/db/tx.ts'
import { hanging, printOf } from './hangsOn.content.ts'

/**
 * A server that starts on other content than the one before it, or after a migration, has everyone looked at again: what they
 * are asked, and how their courses stand. Put on the list once, whichever of several servers is first.
 */
export async function wakeForContent(tx: PracticeTx): Promise<void> {
  for (const what of hanging)
    await tx
      .selectNoFrom((of) => of.fn('wake_for_content', [of.val(what), of.val(printOf(what))]).as('woken'))
      .execute()
}
