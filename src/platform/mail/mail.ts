import type { PracticeTx } from '../db/tx.ts'
import { enqueue } from '../jobs/jobs.ts'

/** What goes out says only that there is something to see after signing in: an inbox is read by others too. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export const mailTask = 'mail'

/** Leaves after the caller's transaction has committed. */
export const queueMail = (tx: PracticeTx, mail: Mail): Promise<void> =>
  enqueue(tx, mailTask, { payload: mail })

export interface Post {
  send(mail: Mail): Promise<void>
  close(): Promise<void>
}

/** `url` is an SMTP address such as `smtps://user:password@host`; `from` has a neutral name on purpose. */
export function openPost(url: string, from: string): Post {
  const transport = import('nodemailer').then(({ createTransport }) => createTransport(url, { from }))
  return {
    async send({ to, subject, text }) {
      const headers = { 'Auto-Submitted': 'auto-generated' }
      await (await transport).sendMail({ to, subject, text, headers })
    },
    close: async () => (await transport).close(),
  }
}
