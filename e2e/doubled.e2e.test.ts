import { createHash, randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addCourse,
  addMember,
  addPerson,
  addPractice,
  assign,
  type Someone,
} from '../src/app/testing/arrange.ts'
import { addListings } from '../src/app/testing/listings.ts'
import { signedIn, type Dress } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

/** A small old phone whose owner asked for letters twice as large. */
const small = { width: 360, height: 640 }
const dresses: Dress[] = [
  { language: 'en', theme: 'light', width: small.width },
  { language: 'es', theme: 'low', width: small.width },
]
const shots = process.env['DOUBLED_SHOTS']

let stage: Stage
let practiceId: string
let listing: string
let therapist: Someone
let client: Someone

beforeAll(async () => {
  stage = await openStage({ letters: 32 })
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  listing = (await addListings(stage.owner, practiceId, Date.now()))[0]!
  therapist = await addMember(stage.owner, practiceId, ['therapist', 'coordinator'])
  await stage.owner.query(`update member set name = 'Maya Invented' where id = $1`, [therapist.seatId])
  await stage.rehearse()
})
afterAll(() => stage.close())

/** How far the page runs off sideways, and what runs off or is cut; nothing, if all is well. */
const runsOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    const beyond = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const { right, left, width, height } = element.getBoundingClientRect()
      const words = [...element.childNodes].some(
        ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim(),
      )
      const heard = element.closest('.tl-sr, .tl-skip, thead, .tl-label, svg, [hidden]') !== null
      return words && !heard && width > 1 && height > 1 && (right > wide + 1 || left < -1)
    })
    const spill = document.documentElement.scrollWidth - wide
    return [
      ...(spill > 0 ? [`${spill} px sideways`] : []),
      ...beyond.map((element) => `${element.className}: ${element.textContent?.slice(0, 60)}`),
    ]
  })

let place = 0
async function fits(page: Page, name: string): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  if (shots)
    await page.screenshot({
      path: `${shots}/${String((place += 1)).padStart(2, '0')}-${name.replaceAll('/', '_')}.png`,
    })
  return (await runsOff(page)).map((found) => `${name}: ${found}`)
}

async function enter({ language, theme }: Dress) {
  const { page } = await stage.enter({ viewport: small })
  await page.addInitScript(
    ([spoken, light]) => {
      localStorage.setItem('tl-language', spoken!)
      localStorage.setItem('tl-theme', light!)
    },
    [language, theme] as const,
  )
  return page
}

async function enterAs(who: Someone, dress: Dress) {
  const page = await signedIn(stage, who, dress)
  await page.setViewportSize(small)
  return page
}

async function invited(language: 'en' | 'es'): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const { seatId } = await addPerson(stage.owner, practiceId, 'Marisol')
  const { rows } = await stage.owner.query('select id from member where practice_id = $1', [practiceId])
  await stage.owner.query(
    `insert into invitation (practice_id, id, kind, token_hash, email, language, person_id, made_by, made_at, expires_at)
     values ($1, gen_random_uuid(), 'client', $2, 'marisol.somebody@people.example', $3, $4, $5, now(), now() + interval '7 days')`,
    [practiceId, createHash('sha256').update(token).digest(), language, seatId, rows[0].id],
  )
  return `/join#${token}`
}

describe.each(dresses)('with letters twice as large, in $language $theme, nothing runs off', (dress) => {
  // Each their own: a place in a form or a consent is kept, and a form stays in the language it was begun in.
  beforeAll(async () => {
    client = await addPerson(stage.owner, practiceId, 'Ana')
    await assign(stage.owner, { member: therapist, personId: client.seatId })
    await addCourse(stage.owner, practiceId, client.seatId)
  })

  test('the open pages', async () => {
    const off: string[] = []
    const page = await enter(dress)
    const front = dress.language === 'es' ? '/es' : ''
    for (const path of [
      '/learn',
      '/learn/risks',
      '/learn/cost',
      '/learn/day',
      '/fit',
      '/find',
      `/find/${listing}/write`,
    ]) {
      await page.goto(front + path)
      off.push(...(await fits(page, front + path)))
    }
    await page.goto(`${front}/find`)
    await page.locator('#near').fill('Los Angeles')
    await page.locator('.tl-search button[type=submit]').click()
    await page.locator('.tl-hits').waitFor()
    off.push(...(await fits(page, `${front}/find?found`)))
    expect(off).toEqual([])
    await page.context().close()
  })

  test('the door', async () => {
    const off: string[] = []
    const page = await enter(dress)
    for (const [path, ready] of [
      ['/demo', '.tl-demo-person'],
      ['/sign-in', 'input'],
      [await invited(dress.language), 'input'],
    ] as const) {
      await page.goto(path)
      await page.locator(ready).first().waitFor()
      off.push(...(await fits(page, path.replace(/#.*/, ''))))
    }
    expect(off).toEqual([])
    await page.context().close()
  })

  test('the client’s own pages', async () => {
    const off: string[] = []
    const page = await enterAs(client, dress)
    for (const [path, ready] of [
      ['/me', '.tl-home'],
      ['/me/help', 'a[href^="tel:+"], a[href^="tel:1"]'],
      ['/me/help/concern', 'h1'],
      ['/me/thread', 'h1'],
      ['/me/before', '.tl-before section'],
      ['/me/words/new', 'textarea'],
      ['/account', '.tl-own'],
      ['/me/agreement', 'h1'],
    ] as const) {
      await page.goto(path)
      await page.locator(ready).first().waitFor()
      off.push(...(await fits(page, path)))
    }
    await page.locator('main .tl-act').click()
    for (let step = 1; step <= 7; step += 1) {
      await page.locator('.tl-steps').waitFor()
      off.push(...(await fits(page, `/me/agreement step ${step}`)))
      if (step < 7) await page.locator('main .tl-row > .tl-act').click()
    }
    expect(off).toEqual([])
    await page.context().close()
  })

  test('a question shows an answer without scrolling, and the page after a suicide answer shows its calls', async () => {
    const off: string[] = []
    const page = await enterAs(client, dress)
    await page.goto('/me/questions')
    await page.locator('main .tl-act').first().waitFor()
    off.push(...(await fits(page, '/me/questions')))
    await page.locator('main .tl-act').first().click()
    await page.locator('.tl-ask-option').first().waitFor()
    off.push(...(await fits(page, '/me/questions 1')))
    const bars = await page.evaluate(() => {
      const pinned = [...document.querySelectorAll('.tl-top, .tl-nav-client')].filter((bar) =>
        ['fixed', 'sticky'].includes(getComputedStyle(bar).position),
      )
      return pinned.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0)
    })
    expect(bars).toBe(0)
    for (const key of '00000000') await page.keyboard.press(key)
    await page.locator('.tl-ask-option').first().waitFor()
    await page.waitForTimeout(100)
    await page.keyboard.press('2')
    await page.locator('.tl-help-now').waitFor()
    off.push(...(await fits(page, '/me/questions help')))
    expect(off).toEqual([])
    await page.context().close()
  })
})
