import { house } from '../../kernel/actor.ts'
import { day } from '../../kernel/instant.ts'
import type { Vault } from '../crypto/vault.ts'
import type { PracticeTx } from '../db/tx.ts'
import { enqueue } from '../jobs/jobs.ts'

/** What goes out says only that there is something to see after signing in: an inbox is read by others too. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** A mail on the list of jobs, until it leaves. Whose it is decides who is told that it has not. */
export interface WaitingMail extends Omit<Mail, 'text'> {
  readonly practiceId: string
  readonly text?: string
  /** The text, where it holds a secret: the list is in every copy of the database, and the vault's key is not. */
  readonly sealed?: string
}

export const mailTask = 'mail'

/** Mail that has waited longer tells of what is long over, and its links are dead: it is struck off. */
export const mailKeeps = 7 * day

/** Leaves after the caller's transaction has committed. */
export const queueMail = (tx: PracticeTx, mail: Mail, practiceId = practiceOf(tx)): Promise<void> =>
  enqueue(tx, mailTask, { payload: { ...mail, practiceId } satisfies WaitingMail })

/** The same for one with a secret in it, such as a link that lets someone in. */
export function queueSealed(tx: PracticeTx, { to, subject, text }: Mail, vault: Vault): Promise<void> {
  const sealed = vault.seal(Buffer.from(text), sealedFor(to)).toString('base64')
  const practiceId = practiceOf(tx)
  return enqueue(tx, mailTask, { payload: { to, subject, sealed, practiceId } satisfies WaitingMail })
}

const practiceOf = ({ actor }: PracticeTx): string => actor.practiceId || house

const sealedFor = (to: string): string => `mail ${to}`

/** As it leaves. Throws where it was sealed with another key. */
export function mailOf({ to, subject, text = '', sealed }: WaitingMail, vault: Vault): Mail {
  if (sealed === undefined) return { to, subject, text }
  return { to, subject, text: vault.open(Buffer.from(sealed, 'base64'), sealedFor(to)).toString() }
}

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
