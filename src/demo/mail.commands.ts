import type { PracticeTx } from '../platform/db/tx.ts'
import { writing } from '../platform/db/write.ts'
import type { Mail } from '../platform/mail/mail.ts'
import { addMail } from './mail.store.ts'

/** What the demo's catcher caught. No request asked for it, so it has no intent and no audit row. */
export const keepDemoMail = (tx: PracticeTx, mail: Mail): Promise<void> => addMail(writing(tx), mail)
