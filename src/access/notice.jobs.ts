import type { TaskList } from 'graphile-worker'
import type { PracticeTx } from '../platform/db/tx.ts'
import { mailNoticeTask, type NoticeJob } from './notice.ts'
import { mailNotice } from './notice.commands.ts'

/** Addresses are known to the house alone, so a practice asks it to write. */
export const noticeTasks = (
  inHouse: (work: (tx: PracticeTx) => Promise<void>) => Promise<void>,
): TaskList => ({
  [mailNoticeTask]: (payload) => inHouse((tx) => mailNotice(tx, payload as NoticeJob)),
})
