import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addLogin, addMember, addPractice } from '../src/app/testing/arrange.ts'
import { addListings } from '../src/app/testing/listings.ts'
import { neutralPage } from '../src/platform/ui/leaving.web.ts'
import { answerAll, shown } from './check.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let person = ''
let practiceId = ''
beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Demo Practice')
  person = (await addListings(stage.owner, practiceId, Date.now()))[0]!
})
afterAll(() => stage.close())

const enter = (options?: BrowserContextOptions) => stage.enter(options).then(({ page }) => page)

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice']

async function axeFinds(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

describe('the private check', () => {
  test('asks nothing of any server, keeps nothing, and leaves the address as it was', async () => {
    const page = await enter()
    await page.goto('/fit')
    await page.waitForLoadState('networkidle')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const before = await page.evaluate(() => [location.href, document.title])
    await answerAll(page, { heart: 'yes', medicines: 'not-sure', home: 'skip' })
    expect(await page.locator('.tl-ending:visible').textContent()).toBe('Speak with your doctor first')
    expect(asked).toEqual([])
    expect(await page.evaluate(() => [location.href, document.title])).toEqual(before)
    // Browsers write the history down: how far one is stands in it, and nothing of what was said.
    expect(await page.evaluate(() => Object.values(history.state))).toEqual([expect.any(Number)])
    const kept = await page.evaluate(async () => [
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ])
    expect(kept).toEqual([{}, {}, '', 0, 0])
  })

  test('could not send an answer if it tried: the browser is told to refuse', async () => {
    const page = await enter()
    await page.goto('/fit')
    const refused = await page.evaluate(() =>
      fetch('/learn').then(
        () => 'sent',
        () => 'refused',
      ),
    )
    expect(refused).toBe('refused')
  })

  test.each([
    ['safe-now', 'yes', 'Call 988'],
    ['safe-now', 'not-sure', 'Call 988'],
    ['body-now', 'yes', 'Call 911'],
  ])('%s answered %s shows help at once, before anything else', async (id, answer, words) => {
    const page = await enter()
    await page.goto('/fit')
    await page.locator('[data-begin] button').click()
    if (id === 'body-now') await shown(page, 'question').locator('[data-answer=no]').click()
    await shown(page, 'question').locator(`[data-answer=${answer}]`).click()
    expect(await shown(page, 'question').count()).toBe(0)
    expect(await shown(page, 'help').getByRole('link', { name: words }).first().isVisible()).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
  })

  test('leaving the page empties it: Back finds the beginning, and no answer', async () => {
    const page = await enter()
    await page.goto('/es/fit')
    await answerAll(page, { substances: 'yes' })
    expect(await shown(page, 'result').count()).toBe(1)
    await page.goto('/es/learn')
    await page.goBack()
    expect(await shown(page, 'result').count()).toBe(0)
    expect(await shown(page, 'beginning').count()).toBe(1)
  })

  test('works by keyboard alone, and each step is read from its heading', async () => {
    const page = await enter()
    await page.goto('/fit')
    await page.locator('[data-begin] button').focus()
    await page.keyboard.press('Enter')
    for (const _ of [1, 2]) {
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('tl-ask')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    }
    expect(await shown(page, 'question').getAttribute('data-question')).toBe('adult')
  })

  test('without a script every question can be read, and it says why it cannot be answered', async () => {
    const page = await enter({ javaScriptEnabled: false })
    await page.goto('/fit')
    expect(await page.getByText('needs JavaScript').isVisible()).toBe(true)
    await page.locator('summary').click()
    expect(await page.locator('.tl-all-questions li:visible').count()).toBeGreaterThan(15)
  })
})

test('without a script someone is found, and written to, and it arrives', async () => {
  const page = await enter({ javaScriptEnabled: false })
  await page.goto('/learn')
  await page.getByLabel('Town or ZIP code').fill('Los Angeles')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: 'Marisol Ejemplo' }).click()
  await page.getByRole('link', { name: 'Write to Marisol Ejemplo' }).click()
  await page.getByLabel('Anything you want to say').fill('Is there an evening?')
  await page.getByRole('button', { name: 'Send' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('4 things need another look')
  expect(await page.getByLabel('Anything you want to say').inputValue()).toBe('Is there an evening?')
  await page.getByLabel('What may we call you?').fill('Sam')
  await page.getByLabel('Send me an e-mail').check()
  await page.getByLabel('Phone number or e-mail address').fill('sam@people.example')
  await page.getByLabel('Only a name and a number').check()
  await page.getByRole('button', { name: 'Send' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('It is on its way')
  const { rows } = await stage.owner.query('select called, words from enquiry')
  expect(rows).toEqual([{ called: 'Sam', words: 'Is there an evening?' }])
})

test('a message that lacks something comes back at what it lacks, and not at its first words', async () => {
  const page = await enter({ viewport: { width: 360, height: 640 } })
  await page.goto(`/find/${person}`)
  await page.getByRole('link', { name: 'Write to Marisol Ejemplo' }).click()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const summary = page.getByRole('alert').filter({ hasText: 'things need another look' })
  await summary.waitFor()
  await expect.poll(() => summary.evaluate((one) => one === document.activeElement)).toBe(true)
  const top = (await summary.boundingBox())!.y
  expect([top >= 0, top < 640]).toEqual([true, true])
  expect(await axeFinds(page)).toEqual([])
  await page.context().close()
})

test('a message that finds no network stays on the page, is sent once, and no Back button shows it', async () => {
  const page = await enter()
  await page.goto(`/find/${person}`)
  await page.getByRole('link', { name: 'Write to Marisol Ejemplo' }).click()
  await page.getByLabel('What may we call you?').fill('Noa')
  await page.getByLabel('Send me an e-mail').check()
  await page.getByLabel('Phone number or e-mail address').fill('noa@people.example')
  await page.getByLabel('Only a name and a number').check()
  await page.getByLabel('Anything you want to say').fill('Are mornings possible?')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('It may not have been sent').waitFor()
  expect(await page.getByLabel('Anything you want to say').inputValue()).toBe('Are mornings possible?')
  expect(await axeFinds(page)).toEqual([])
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'It is on its way' }).waitFor()
  const { rows } = await stage.owner.query(`select words from enquiry where called = 'Noa'`)
  expect(rows).toEqual([{ words: 'Are mornings possible?' }])
  await page.goBack()
  await page.getByRole('link', { name: 'Write to Marisol Ejemplo' }).click()
  expect(await page.getByLabel('Anything you want to say').inputValue()).toBe('')
  await page.context().close()
})

test('the coordinator finds it first in the list, opens it, and notes what came of it', async () => {
  const coordinator = await addMember(stage.owner, practiceId, ['coordinator'])
  const value = await addLogin(stage.owner, coordinator.accountId, 2)
  await stage.owner.query(
    `update login set started_at = now(), seen_at = now(), ends_at = now() + interval '1 hour'`,
  )
  const player = await stage.enter()
  player.seatId = coordinator.seatId
  const cookie = { name: '__Host-throughline', value, url: stage.base.replace('http:', 'https:') }
  await player.context.addCookies([{ ...cookie, secure: true, httpOnly: true }])
  const { page } = player
  await page.goto('/app/enquiries')
  await page.getByRole('link', { name: 'Sam' }).click()
  await page.getByText('Is there an evening?').waitFor()
  expect(await page.getByText('Leave only a name and a number.').isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Invited' }).click()
  await page.locator('.tl-desk-events').getByText('Invited').waitFor()
  expect(await axeFinds(page)).toEqual([])
  await page.getByRole('link', { name: 'All enquiries' }).click()
  await page.getByRole('table').getByText('Invited').waitFor()
  expect(await axeFinds(page)).toEqual([])
})

test('going back from a person finds the list as it was', async () => {
  const page = await enter()
  await page.goto('/find')
  await page.getByLabel('Town or ZIP code').fill('90012')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: 'Ama Example' }).click()
  await page.goBack()
  expect(await page.locator('.tl-hits > li').count()).toBeGreaterThan(3)
  expect(new URL(page.url()).search).toBe('')
})

const leaving = ['/learn', '/fit', '/find']
test.each(leaving)('leave quickly takes %s off the screen and out of the Back button', async (path) => {
  const context = await stage.browser.newContext({ baseURL: stage.base })
  const page = await context.newPage()
  await page.goto(path)
  let away = ''
  await page.route(neutralPage, (route) => {
    away = route.request().url()
    return route.fulfill({ body: '<title></title>' })
  })
  for (const _ of [1, 2, 3]) await page.keyboard.press('Shift')
  await page.waitForURL(neutralPage)
  expect(away).toBe(neutralPage)
  await context.close()
})

describe('every page', () => {
  const pages = () => [
    '/learn',
    '/learn/day',
    '/learn/risks',
    '/learn/sources',
    '/fit',
    '/find',
    `/find/${person}`,
    `/find/${person}/write`,
    `/find/${person}/sent`,
  ]
  test.each([
    ['', 'light'],
    ['/es', 'low'],
  ])('%s in %s has nothing that axe finds', async (language, theme) => {
    const page = await enter()
    await page.addInitScript((chosen) => localStorage.setItem('tl-theme', chosen), theme)
    for (const path of pages()) {
      await page.goto(language + path)
      if (path === '/find') {
        await page.locator('#near').fill('Los Angeles')
        await page.locator('.tl-search button[type=submit]').click()
      }
      expect([path, await axeFinds(page)]).toEqual([path, []])
    }
  })

  test('needs no sideways scrolling on the narrowest phone, nor with words twice as large', async () => {
    const page = await enter({ viewport: { width: 320, height: 640 } })
    const spill = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    for (const path of pages()) {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(`/es${path}`)
      expect([path, await spill()]).toEqual([path, 0])
      await page.setViewportSize({ width: 640, height: 900 })
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      expect([path, (await spill()) <= 0]).toEqual([path, true])
    }
  })

  test('loads little: at most 60 KB packed, fonts apart', async () => {
    const page = await enter()
    const client = await page.context().newCDPSession(page)
    await client.send('Network.enable')
    const sizes = new Map<string, number>()
    const urls = new Map<string, string>()
    client.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url))
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      sizes.set(requestId, encodedDataLength),
    )
    await page.goto('/learn')
    await page.waitForLoadState('networkidle')
    const loaded = [...sizes].filter(([id]) => !urls.get(id)?.endsWith('.woff2'))
    const bytes = loaded.reduce((sum, [, size]) => sum + size, 0)
    console.log(
      `first load of a public page: ${(bytes / 1024).toFixed(1)} KB in ${loaded.length} answers, fonts apart`,
    )
    expect(bytes).toBeGreaterThan(5_000)
    expect(bytes).toBeLessThan(60 * 1024)
  })
})

test('nothing left for elsewhere, no title or address said anything, nothing broke', async () => {
  await expect(stage.demandDiscretion()).resolves.toBeUndefined()
})
