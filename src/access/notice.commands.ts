import type { Vault } from '../platform/crypto/vault.ts'
import { queueMail, queueSealed } from '../platform/mail/mail.ts'
import type { PracticeTx } from '../platform/db/tx.ts'
import { writing, type WriteTx } from '../platform/db/write.ts'
import { contactOf } from './credential.queries.ts'
import type { Address } from './member.queries.ts'
import type { LinkMail, Notice, NoticeJob, Warning } from './notice.ts'
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

/** The same to an address of the practice's, which may be a desk's and no one's sign-in. */
export async function noticeAt(tx: WriteTx, { email, language }: Address, notice: Warning): Promise<void> {
  const said = words[language]
  const { subject, text } = said[notice]
  await queueMail(tx, { to: email, subject, text: letter([said.hello, text, said.bye]) })
}

/** The job: calls someone who works here to their own screen. Nothing in it says why. */
export async function mailNotice(
  reading: PracticeTx,
  { accountId, notice, practiceId }: NoticeJob,
): Promise<void> {
  const tx = writing(reading)
  const account = await contactOf(tx, accountId)
  if (!account) return
  const said = words[account.language]
  const { subject, text } = said[notice]
  const mail = { to: account.email, subject, text: letter([said.hello, text, said.bye]) }
  await queueMail(tx, mail, practiceId)
}

export interface LinkTo {
  readonly email: string
  readonly language: 'en' | 'es'
  readonly kind: LinkMail
  /** The secret stays behind the `#`, which no server and no log ever sees. */
  readonly link: string
}

/** How a link reaches its reader. */
export interface LinkWay {
  /** Seals it while it waits to be mailed. */
  readonly vault: Vault
  /** Where no mail leaves: handed to whoever made it, once, and kept nowhere. */
  readonly byHand?: ((link: string) => void) | undefined
}

export async function sendLink(
  tx: WriteTx,
  { email, language, kind, link }: LinkTo,
  { vault, byHand }: LinkWay,
): Promise<void> {
  if (byHand) return byHand(link)
  const said = words[language]
  const { subject, text } = said[kind]
  await queueSealed(tx, { to: email, subject, text: letter([said.hello, text, link, said.bye]) }, vault)
}
