import { queueMail } from '../platform/mail/mail.ts'
import type { WriteTx } from '../platform/db/write.ts'
import { contactOf } from './credential.queries.ts'
import type { LinkMail, Notice } from './notice.ts'
import { en } from './words.mail.en.ts'
import { es } from './words.mail.es.ts'

const words = { en, es }

const letter = (parts: readonly string[]): string => parts.join('\n\n')

/** Tells the holder of an account what became of their sign-in. It leaves when what it tells of is committed. */
export async function noticeTo(tx: WriteTx, accountId: string, notice: Notice): Promise<void> {
  const account = await contactOf(tx, accountId)
  if (!account) return
  const said = words[account.language]
  const { subject, text } = said[notice]
  await queueMail(tx, { to: account.email, subject, text: letter([said.hello, text, said.callUs]) })
}

export interface LinkTo {
  readonly email: string
  readonly language: 'en' | 'es'
  readonly kind: LinkMail
  /** The secret stays behind the `#`, which no server and no log ever sees. */
  readonly link: string
}

export async function sendLink(tx: WriteTx, { email, language, kind, link }: LinkTo): Promise<void> {
  const said = words[language]
  const { subject, text } = said[kind]
  await queueMail(tx, { to: email, subject, text: letter([said.hello, text, link, said.bye]) })
}
