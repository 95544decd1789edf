import { readdirSync, readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addMember, addPerson, addPractice } from '../src/app/testing/arrange.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
})
afterAll(() => stage.close())

/** What comes through a worker of the app's own cannot be kept back here. */
const open = async (page: Page) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }))
  await page.goto('/me')
}
/** The part of the app that holds the thread, found by what is in it: the files are named by their hashes alone. */
const holdsTheThread = readdirSync('dist/web/assets').filter(
  (file) =>
    file.endsWith('.js') && readFileSync(`dist/web/assets/${file}`, 'utf8').includes('tl-thread-page'),
)
const otherHalf = `**/assets/${holdsTheThread.join()}`

test.each([
  { language: 'en', said: 'One moment. The page is on its way.' },
  { language: 'es', said: 'Un momento. La página ya viene.' },
] as const)(
  'on a slow line something is said before the app has come, in $language',
  async ({ language, said }) => {
    const page = (await stage.enter({ locale: `${language}-US` })).page
    await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }))
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => void (arrive = resolve))
    await page.route(/\/assets\/.*\.js$/, async (route) => {
      await arrived
      await route.continue()
    })
    await page.goto('/sign-in', { waitUntil: 'commit' })
    await page.getByText(said).waitFor()
    expect(await page.locator('#root').innerText()).toBe(said)
    arrive()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByText(said).count()).toBe(0)
    await page.context().close()
  },
)

describe('a page whose other half does not come', () => {
  test.each([
    {
      language: 'en',
      theme: 'light',
      link: 'My thread',
      happened: 'This page did not come whole.',
      call: 'Call 988',
    },
    {
      language: 'es',
      theme: 'low',
      link: 'Mi hilo',
      happened: 'Esta página no llegó entera.',
      call: 'Llamar al 988',
    },
  ] as const)('says so, and what to do, in $language', async ({ language, theme, link, happened, call }) => {
    const client = await addPerson(stage.owner, practiceId, 'Ana')
    const page = await signedIn(stage, client, { ...phone, language, theme })
    await open(page)
    await page.route(otherHalf, (route) => route.abort())
    await page.getByRole('link', { name: link, exact: true }).first().click()
    await page.getByText(happened).waitFor()
    expect(await page.getByRole('link', { name: call }).getAttribute('href')).toBe('tel:988')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(happened)
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
    await page.unroute(otherHalf)
    await page.getByRole('button').click()
    await page.getByText(happened).waitFor({ state: 'detached' })
    await page.locator('#main h1').waitFor()
    await page.context().close()
  })

  test('where the practice runs a newer version, it comes anew by itself, once', async () => {
    const client = await addPerson(stage.owner, practiceId, 'Ana')
    const page = await signedIn(stage, client, phone)
    await open(page)
    await page.route(otherHalf, (route) => route.fulfill({ status: 404 }))
    await page.route('**/app', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script type="module" src="/assets/newer.js"></script>',
      }),
    )
    let loads = 0
    page.on('load', () => void (loads += 1))
    await page.getByRole('link', { name: 'My thread', exact: true }).first().click()
    // The half is still missing after it: then it says so, and does not go round.
    await page.getByText('This page did not come whole.').waitFor()
    expect(loads).toBe(1)
    await page.context().close()
  })
})

test('whoever leaves without a network is out: nothing of theirs is shown, and with the network back they are signed out', async () => {
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  const page = await signedIn(stage, client, phone)
  const context = page.context()
  await context.route('https://www.weather.gov/', (route) => route.fulfill({ body: 'Weather' }))
  await open(page)
  await page.getByRole('link', { name: 'My thread', exact: true }).first().waitFor()
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Leave quickly' }).click()
  await page.waitForURL(/weather|chrome-error/)
  // A browser's own page of no network loads again by itself once there is one, and would break off what comes next.
  await page.goto('about:blank')
  await context.setOffline(false)
  const lost = /\/api\/sign-out$/
  await context.route(lost, (route) => route.abort())
  await page.goto('/me')
  await page.getByText('Nothing is shown here yet.').waitFor()
  expect(await page.getByRole('link', { name: 'My thread' }).count()).toBe(0)
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  await context.unroute(lost)
  await page.waitForURL(/\/sign-in/)
  const { rows } = await stage.owner.query(
    `select ended_at from login where account_id = $1 and device = 'a browser'`,
    [client.accountId],
  )
  expect(rows.map(({ ended_at: ended }) => ended !== null)).toEqual([true])
  await context.close()
})

test('a page that may not be opened says so in its heading, and axe finds nothing', async () => {
  const member = await addMember(stage.owner, practiceId, ['coordinator'])
  const page = await signedIn(stage, member, { ...phone, width: 1280 })
  await page.goto(`/app/c/${crypto.randomUUID()}/s/${crypto.randomUUID()}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.locator('h1').count()).toBe(1)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.goto('/app')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.locator('h1').count()).toBe(1)
  await page.context().close()
})

test('what is written after a page was read and before its line stands is on the page all the same', async () => {
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  const coordinator = await addMember(stage.owner, practiceId, ['coordinator'])
  const newcomer = await addMember(stage.owner, practiceId, ['therapist'])
  await stage.owner.query(`update member set name = 'Noor Invented' where id = $1`, [newcomer.seatId])
  const page = await signedIn(stage, client, phone)
  let letThrough = () => {}
  const held = new Promise<void>((through) => (letThrough = through))
  const asked: string[] = []
  await page.context().route('**/api/live/**', async (route) => {
    asked.push(route.request().url())
    await held
    await route.continue()
  })
  await page.goto('/me')
  await page.getByRole('link', { name: 'My thread', exact: true }).first().waitFor()
  await vi.waitUntil(() => asked.length > 0, { timeout: 20_000 })
  const desk = await signedIn(stage, coordinator, { ...phone, width: 1280 })
  await desk.goto('/app')
  const added = await desk.evaluate(
    async ([path, body, key, seat]) => {
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': key!,
        'throughline-seat': seat!,
      }
      return (await fetch(path!, { method: 'POST', headers, body: body! })).status
    },
    [
      `/api/people/${client.seatId}/team`,
      JSON.stringify({ id: crypto.randomUUID(), memberId: newcomer.seatId }),
      crypto.randomUUID(),
      coordinator.seatId,
    ],
  )
  expect(added).toBe(200)
  expect(await page.getByText('Noor Invented').count()).toBe(0)
  const from = BigInt(new URL(asked[0]!).searchParams.get('place')!)
  // The server has told everyone who follows, so that a line which takes up from now on hears nothing of it.
  const place = () =>
    desk.evaluate(
      async (path) => (await fetch(path)).headers.get('throughline-place'),
      `/api/here?seat=${coordinator.seatId}`,
    )
  await vi.waitUntil(async () => BigInt((await place())!) > from, { timeout: 20_000, interval: 50 })
  letThrough()
  await page.getByText('Noor Invented').first().waitFor()
  await page.context().close()
  await desk.context().close()
})
