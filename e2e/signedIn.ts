import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Someone } from '../src/app/testing/arrange.ts'
import type { Stage } from './stage.ts'

export interface Dress {
  readonly language: 'en' | 'es'
  readonly theme: 'light' | 'low'
  readonly width: number
}

export const phone: Dress = { language: 'en', theme: 'light', width: 390 }

/** A browser in which someone has just signed in, for tests about what comes after. */
export async function signedIn(stage: Stage, who: Someone, { language, theme, width }: Dress): Promise<Page> {
  const token = randomBytes(24).toString('base64url')
  await stage.owner.query(
    `insert into login (id, account_id, token_hash, factors, device, started_at, seen_at, ends_at)
     values ($1, $2, $3, 2, 'a browser', now(), now(), now() + interval '12 hours')`,
    [randomUUID(), who.accountId, createHash('sha256').update(token).digest()],
  )
  const player = await stage.enter({ viewport: { width, height: 900 } })
  player.seatId = who.seatId
  const url = stage.base.replace('http:', 'https:')
  const cookie = { name: '__Host-throughline', value: token, url, secure: true, httpOnly: true }
  await player.context.addCookies([cookie])
  await player.page.addInitScript(
    ([spoken, light]) => {
      localStorage.setItem('tl-language', spoken!)
      localStorage.setItem('tl-theme', light!)
    },
    [language, theme],
  )
  return player.page
}
