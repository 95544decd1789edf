import type { LightMyRequestResponse } from 'fastify'
import { minute } from '../../kernel/instant.ts'
import { Secret } from 'otpauth'
import { codeOfStep, stepAt } from '../../platform/crypto/totp.ts'
import { vaultOf } from '../../platform/crypto/vault.ts'
import { mailOf, type WaitingMail } from '../../platform/mail/mail.ts'
import { addMember, addPerson, type Someone } from './arrange.ts'
import { openBrowser, type Browser } from './browser.ts'
import type { Clinic } from './clinic.ts'
import { giveAuthenticator, givePassword, testPassword, testVaultKey } from './credentials.ts'

export interface Arrival {
  readonly who: Someone
  readonly email: string
}

export interface MemberArrival extends Arrival {
  readonly code: (moment: number) => string
}

/** People who can really sign in, with what they need for it. */
export function arrivalsAt(clinic: Clinic) {
  const { owner, clock, practiceId } = clinic
  const emailOf = async ({ accountId }: Someone): Promise<string> =>
    (await owner.query('select email from account where id = $1', [accountId])).rows[0].email
  const at = (browser: Browser, email: string, password = testPassword): Promise<LightMyRequestResponse> =>
    browser.send('/api/sign-in', { email, password })
  return {
    emailOf,
    at,
    async member(roles: Parameters<typeof addMember>[2] = ['coordinator']): Promise<MemberArrival> {
      const who = await addMember(owner, practiceId, roles)
      await givePassword(owner, who.accountId)
      return { who, email: await emailOf(who), code: await giveAuthenticator(owner, who.accountId) }
    },
    async client(): Promise<Arrival> {
      const who = await addPerson(owner, practiceId)
      await givePassword(owner, who.accountId)
      return { who, email: await emailOf(who) }
    },
    /** A minute later, so that a code is fresh. */
    async signedIn({ email, code }: MemberArrival): Promise<Browser> {
      clock.machineNow += minute
      const browser = openBrowser(clinic)
      await at(browser, email)
      const reply = await browser.send('/api/sign-in/code', { code: code(clock.machineNow) })
      if (reply.statusCode !== 200) throw new Error(reply.body)
      return browser
    },
    async mailsTo(email: string): Promise<{ subject: string; text: string }[]> {
      const { rows } = await owner.query<{ payload: WaitingMail }>(
        `select payload from graphile_worker._private_jobs where payload ->> 'to' = $1 order by id`,
        [email],
      )
      return rows.map(({ payload }) => {
        const { subject, text } = mailOf(payload, vaultOf(testVaultKey))
        return { subject, text }
      })
    },
  }
}

/** The secret of the newest link mailed to someone. */
export const tokenIn = (mails: readonly { text: string }[]): string =>
  /#([\w-]+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? ''

/** What an authenticator app would show for a secret typed in from the screen. */
export const codeFor = (secret: string, moment: number): string =>
  codeOfStep(Buffer.from(Secret.fromBase32(secret).bytes), stepAt(moment))
