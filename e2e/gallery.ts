import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { serveSite } from './site.ts'

export type Dress = { readonly theme: 'light' | 'low'; readonly language: 'en' | 'es' }

export const daylight: Dress = { theme: 'light', language: 'en' }

export type Gallery = {
  readonly browser: Browser
  readonly origin: string
  /** What broke, warned, or asked anyone else for anything. */
  readonly faults: readonly string[]
  open(path: string, dress: Dress, options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

/** The pages of the design system, in a real browser, without a server behind them. */
export async function openGallery(): Promise<Gallery> {
  const site = await serveSite()
  const browser = await openBrowser()
  const faults: string[] = []
  const watch = (page: Page, path: string) => {
    page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(`${path}: ${message.text()}`)
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:'))
        faults.push(request.url())
    })
  }
  return {
    browser,
    origin: site.origin,
    faults,
    async open(path, dress, options = {}) {
      const size = { width: 1280, height: 900 }
      const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', ...options })
      const page = await context.newPage()
      watch(page, path)
      await page.addInitScript(({ theme, language }) => {
        localStorage.setItem('tl-theme', theme)
        localStorage.setItem('tl-language', language)
      }, dress)
      await page.goto(site.origin + path, { waitUntil: 'networkidle' })
      await page.locator('#main').waitFor()
      await page.evaluate(() => document.fonts.ready)
      return page
    },
    async close() {
      await browser.close()
      await site.close()
    },
  }
}
