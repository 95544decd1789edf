import { expect } from 'vitest'
import { en as doorEn } from '../../src/access/words.join.en.ts'
import { es as doorEs } from '../../src/access/words.join.es.ts'
import { en as wayEn } from '../../src/access/words.way.en.ts'
import { es as wayEs } from '../../src/access/words.way.es.ts'
import { referralOf } from '../../src/app/seed/referral.ts'
import { en as findEn } from '../../src/find/words.en.ts'
import { es as findEs } from '../../src/find/words.es.ts'
import { en as intakeEn } from '../../src/intake/words.en.ts'
import { es as intakeEs } from '../../src/intake/words.es.ts'
import { en as practiceEn } from '../../src/practice/words.en.ts'
import { es as practiceEs } from '../../src/practice/words.es.ts'
import { inTongue, stored, until, type Found, type Walk } from './walk.ts'

const find = { en: findEn, es: findEs }
const intake = { en: intakeEn, es: intakeEs }
const practice = { en: practiceEn, es: practiceEs }
const join = { en: doorEn, es: doorEs }
const way = { en: wayEn, es: wayEs }

export const password = 'slow river under an old bridge'

/** The coordinator finds what the visitor wrote, and notes that they were invited. */
export async function readsTheEnquiry(walk: Walk): Promise<void> {
  const { hands } = walk.coordinator
  const { page } = hands
  const { desk } = inTongue(walk, find)
  await hands.press(inTongue(walk, practice).places.enquiries)
  await hands.press(walk.who.givenName, page.getByRole('table'))
  await page.getByText(desk.messages.plain).waitFor()
  await walk.look(walk.coordinator, 'enquiry')
  await hands.press(desk.mark.invited)
  await page.locator('.tl-desk-events').getByText(desk.kinds.invited).waitFor()
}

/** A letter of referral comes as a file: read in the browser first, then taken in. */
export async function takesInTheReferral(walk: Walk, found: Found, text = letterAbout(walk)): Promise<void> {
  const { hands } = walk.coordinator
  const { page } = hands
  const words = inTongue(walk, intake)
  await hands.press(inTongue(walk, practice).places.referrals)
  await hands.upload(words.page.file, { name: 'referral.json', text })
  await page.getByText(words.match.newWords).waitFor()
  await walk.look(walk.coordinator, 'referral')
  await hands.press(words.page.takeIn)
  await page.getByText(words.done.created).waitFor()
  await hands.press(words.done.open)
  await page.getByRole('heading', { level: 1, name: words.history.title }).waitFor()
  found.personId = /people\/([^/]+)/.exec(page.url())![1]!
  const items = await stored(walk, 'select id from history_item where person_id = $1', [found.personId])
  expect(items.length).toBeGreaterThan(1)
}

const lives = {
  en: { address: '52 Marigold Terrace', phone: '555-0171' },
  es: { address: '9 Cypress Landing', phone: '555-0172' },
}

/** A small bundle of our own. */
const letterAbout = ({ who, language }: Walk): string =>
  referralOf({ ...who, ...lives[language], key: who.number, gender: 'female', language })

/** The link leaves by mail, to the address the referral gave. */
export async function invites(walk: Walk): Promise<void> {
  const { hands } = walk.coordinator
  const { invite } = inTongue(walk, intake)
  await hands.write(invite.email, walk.who.email)
  await hands.press(invite.send)
  await hands.page.getByText(walk.who.email).first().waitFor()
  await until('the invitation was mailed', async () => (await mailTo(walk)).length === 1)
}

const mailTo = (walk: Walk) =>
  stored<{ subject: string; body: string }>(
    walk,
    'select subject, body from demo_mail where sent_to = $1 order by caught_at',
    [walk.who.email],
  )

/** The client opens the link from their mail, sets up how they sign in, and is there. */
export async function joins(walk: Walk, found: Found): Promise<object[]> {
  const { hands, player } = walk.client
  const [mail] = await mailTo(walk)
  expect(`${mail!.subject} ${mail!.body}`).not.toMatch(/ketamin|therap|terap|health|salud/i)
  await hands.page.goto(/https?:\S+/.exec(mail!.body)![0])
  const words = inTongue(walk, join).join
  await hands.page.getByRole('heading', { level: 1, name: words.title }).waitFor()
  player.seatId = found.personId
  const { password: labels } = inTongue(walk, way)
  await hands.write(labels.label, password)
  await walk.look(walk.client, 'join')
  await hands.press(words.go)
  await hands.page.waitForURL(/\/me$/)
  await hands.page.getByRole('heading', { level: 1 }).waitFor()
  return stored(walk, 'select a.email from seat s join account a on a.id = s.account_id where s.id = $1', [
    found.personId,
  ])
}
