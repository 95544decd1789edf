import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { buildServer } from '../src/app/server.ts'
import { openHub } from '../src/platform/live/hub.ts'
import { cloneDatabase } from '../src/platform/testing/clone.ts'
import { openBrowser } from './browser.ts'

/** A copy of the built app that this test may replace with newer ones. */
const dist = mkdtempSync(join(tmpdir(), 'throughline-builds-'))
cpSync('dist', dist, { recursive: true })
const database = await cloneDatabase()
const hub = await openHub(database.db, database.appUrl, console.error)
const app = await buildServer({
  db: database.db,
  hub,
  machineNow: Date.now,
  publicOrigin: () => base,
  vaultKey: Buffer.alloc(32, 7),
  dist: pathToFileURL(`${dist}/`),
  report: console.error,
})
await app.listen({ port: 0, host: '127.0.0.1' })
const base = `http://localhost:${(app.server.address() as AddressInfo).port}`
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await app.close()
  await hub.stop()
  await database.close()
  rmSync(dist, { recursive: true })
})

const web = (name: string) => join(dist, 'web', name)
// What was packed for the build as it was would be sent in the place of what stands beside it.
for (const name of ['theme.js', 'worker.js'])
  for (const packed of ['.br', '.gz']) rmSync(web(`${name}${packed}`), { force: true })

/** A newer build: another theme, a file of its own, and a worker that is told so. The file before it is in it no more. */
function rebuild(number: number) {
  writeFileSync(web('theme.js'), `document.documentElement.dataset.build = '${number}'`)
  writeFileSync(web(`assets/part-${number}.js`), `export const part = ${number}`)
  const worker = readFileSync('dist/web/worker.js', 'utf8')
  writeFileSync(web('worker.js'), worker.replace(/\/assets\/(?=\w)/, `/assets/part-${number}.js /assets/`))
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const files = await caches.open('throughline-app-1')
    return (await files.keys()).map(({ url }) => new URL(url).pathname)
  })

/** Opens the page as a returning browser does, lets the new worker take over, and fetches the part that build has. */
async function comeBack(page: Page, number: number) {
  await page.goto(`${base}/sign-in`)
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const last = await caches.match('/last-build')
          return last ? last.text() : ''
        }),
      { timeout: 20_000 },
    )
    .toContain(`part-${number}.js`)
  await page.evaluate((path) => fetch(path).then(() => undefined), `/assets/part-${number}.js`)
}

test('a returning browser gets the new theme at once, and what old builds left is let go, the one before excepted', async () => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${base}/sign-in`)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  for (const number of [1, 2, 3]) {
    rebuild(number)
    await comeBack(page, number)
    expect(await page.evaluate(() => document.documentElement.dataset['build'])).toBe(String(number))
  }
  const parts = (await kept(page)).filter((path) => path.includes('/part-'))
  expect(parts.toSorted()).toEqual(['/assets/part-2.js', '/assets/part-3.js'])
})

test('without a network the kept theme is there', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  rebuild(4)
  await comeBack(page, 4)
  await page.reload()
  await context.setOffline(true)
  await page.reload()
  expect(await page.evaluate(() => document.documentElement.dataset['build'])).toBe('4')
})
