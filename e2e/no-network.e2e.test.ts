import { readdirSync, readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en as accessEn } from '../src/access/words.en.ts'
import { es as accessEs } from '../src/access/words.es.ts'
import { addPerson, addPractice } from '../src/app/testing/arrange.ts'
import { en as brokenEn } from '../src/platform/ui/words.broken.en.ts'
import { es as brokenEs } from '../src/platform/ui/words.broken.es.ts'
import { en as uiEn } from '../src/platform/ui/words.en.ts'
import { es as uiEs } from '../src/platform/ui/words.es.ts'
import { en as helpEn } from '../src/practice/words.help.en.ts'
import { es as helpEs } from '../src/practice/words.help.es.ts'
import { en as meanwhileEn } from '../src/practice/words.meanwhile.en.ts'
import { es as meanwhileEs } from '../src/practice/words.meanwhile.es.ts'
import { en as planEn } from '../src/safety/words.plan.en.ts'
import { es as planEs } from '../src/safety/words.plan.es.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
const wait = { timeout: 30_000 }
const shots = process.env['TELLING_SHOTS']

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
})
afterAll(() => stage.close())

async function clean(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect([name, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([name, []])
}

/** The part of the app that holds one page, found by what is in it: the files are named by their hashes alone. */
const partWith = (text: string): string =>
  readdirSync('dist/web/assets').find(
    (file) => file.endsWith('.js') && readFileSync(`dist/web/assets/${file}`, 'utf8').includes(text),
  )!

describe.each([
  { ...phone, width: 360, language: 'es', theme: 'low' },
  { ...phone, width: 1280, language: 'en', theme: 'light' },
] as const)('without a network, in $language, $theme', (dress) => {
  const { language } = dress
  const broken = { en: brokenEn, es: brokenEs }[language]
  const ui = { en: uiEn, es: uiEs }[language]
  const { refusal } = { en: accessEn, es: accessEs }[language]
  const help = { en: helpEn, es: helpEs }[language]
  const plan = { en: planEn, es: planEs }[language]
  const meanwhile = { en: meanwhileEn, es: meanwhileEs }[language]

  /** On Today, once what is fetched in a quiet moment is there. */
  const atHome = async () => {
    const client = await addPerson(stage.owner, practiceId, 'Ana')
    const page = await signedIn(stage, client, dress)
    await page.goto('/me')
    const concern = partWith('.believed')
    const files = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    await expect.poll(async () => (await files()).join(' '), wait).toContain(concern)
    await expect.poll(async () => (await files()).join(' '), wait).toContain('/api/help')
    await expect.poll(async () => (await files()).join(' '), wait).toMatch(/\/api\/people\/[^/]+\/plan( |$)/)
    await page.context().setOffline(true)
    return page
  }
  const go = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()

  test('a page never opened here says so, keeps the ways on, and comes by itself', async () => {
    const page = await atHome()
    await go(page, ui.nav.thread)
    await page.getByRole('heading', { name: broken.noNetwork.happened }).waitFor()
    await page.getByRole('link', { name: ui.leave.words }).waitFor()
    expect(await page.getByText(broken.happened).count()).toBe(0)
    await clean(page, `7-no-network-${language}-${dress.theme}`)
    await go(page, broken.noNetwork.home)
    await page.getByText(broken.noNetwork.happened).waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe('/me')
    await go(page, ui.nav.thread)
    await page.getByRole('heading', { name: broken.noNetwork.happened }).waitFor()
    await page.context().setOffline(false)
    await page.getByText(broken.noNetwork.happened).waitFor({ state: 'detached' })
    await page.locator('.tl-thread-page').waitFor()
    await page.context().close()
  })

  test('with whom to speak of a concern is at hand', async () => {
    const page = await atHome()
    await go(page, ui.nav.help)
    await page.getByRole('link', { name: help.help.concernMore }).click()
    await page.getByRole('heading', { level: 1, name: help.concern.title }).waitFor()
    await page.getByText(help.concern.nobodyNamed).waitFor()
    expect(await page.getByText(broken.noNetwork.happened).count()).toBe(0)
    await page.context().close()
  })

  test.each([
    { at: '/me', fails: /\/api\/here/ },
    { at: '/me/history/1', fails: /\/telling$/ },
  ])('a page of which nothing came, $at, is asked for once more by a press', async ({ at, fails }) => {
    const client = await addPerson(stage.owner, practiceId, 'Ana')
    const page = await signedIn(stage, client, dress)
    await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }))
    let asked = 0
    let works = false
    await page.route(fails, async (route) => {
      asked += 1
      if (works) await route.continue()
      else await route.fulfill({ status: 500, json: { kind: 'internal' } })
    })
    await page.goto(at)
    const again = page.getByRole('button', { name: ui.problem.retry })
    await again.waitFor()
    await page.getByText(refusal.read.ours.next).waitFor()
    expect(await page.getByText(ui.problem.unknownNext).count()).toBe(0)
    await clean(page, `8-again${at.replaceAll('/', '-')}-${language}-${dress.theme}`)
    works = true
    const before = asked
    const came = page.waitForResponse((reply) => fails.test(reply.url()) && reply.ok())
    await again.click()
    await came
    expect(asked).toBe(before + 1)
    await page.getByText(refusal.read.ours.next).waitFor({ state: 'detached' })
    await page.locator('main h1').waitFor()
    await page.context().close()
  })

  test('whom to call is at hand on a line that hardly moves, and the plan that is on the device', async () => {
    const page = await atHome()
    await page.context().setOffline(false)
    let held = true
    const waiting: (() => void)[] = []
    await page.route(/\/api\//, async (route) => {
      if (held) await new Promise<void>((go) => waiting.push(go))
      await route.continue()
    })
    await page.goto('/me/plan')
    await page.getByRole('heading', { level: 1, name: plan.title }).waitFor()
    await page.getByText(plan.none).waitFor()
    await page.getByRole('link', { name: plan.call988 }).waitFor()
    await page.goto('/me/help')
    await page.getByRole('heading', { level: 1, name: help.help.title }).waitFor()
    expect(waiting.length).toBeGreaterThan(2)
    // What comes in the end takes its place.
    const came = page.waitForResponse((reply) => reply.url().endsWith('/api/help'))
    held = false
    for (const go of waiting) go()
    await came
    await page.context().close()
  })

  test('a device that knows nothing yet has the numbers and the way out, slow or failing', async () => {
    const client = await addPerson(stage.owner, practiceId, 'Ana')
    const page = await signedIn(stage, client, dress)
    let answers: () => void = () => {}
    await page.route(/\/api\/here/, async (route) => {
      await new Promise<void>((go) => (answers = go))
      await route.fulfill({ status: 502, body: 'bad gateway' })
    })
    await page.goto('/me/help')
    await page.getByRole('heading', { level: 1, name: meanwhile.coming }).waitFor()
    await page.getByRole('link', { name: meanwhile.call988 }).waitFor()
    await page.getByRole('link', { name: ui.leave.words }).waitFor()
    await clean(page, `9-slow-${language}-${dress.theme}`)
    answers()
    await page.getByRole('button', { name: ui.problem.retry }).waitFor()
    expect(await page.getByRole('link', { name: meanwhile.call911 }).isVisible()).toBe(true)
    await page.getByRole('link', { name: ui.leave.words }).waitFor()
    await clean(page, `9-failed-${language}-${dress.theme}`)
    await page.context().close()
  })

  test('where the server itself fails, whom to call and the plan are shown as without a network', async () => {
    const page = await atHome()
    await page.context().setOffline(false)
    await page.route(/\/api\//, (route) => route.fulfill({ status: 502, body: 'bad gateway' }))
    await page.goto('/me/plan')
    await page.getByText(plan.none).waitFor()
    await page.goto('/me/help')
    await page.getByRole('heading', { level: 1, name: help.help.title }).waitFor()
    expect(await page.getByRole('button', { name: ui.problem.retry }).count()).toBe(0)
    await page.context().close()
  })
})
