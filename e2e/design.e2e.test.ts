import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Dress, type Gallery, openGallery } from './gallery.ts'

const dresses: readonly Dress[] = [
  { theme: 'light', language: 'en' },
  { theme: 'low', language: 'en' },
  { theme: 'light', language: 'es' },
  { theme: 'low', language: 'es' },
]
const paths = [
  '/design',
  '/design/threads',
  '/design/client',
  '/design/staff',
  '/design/room',
  '/design/door',
]

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice']

describe.each(paths)('%s', (path) => {
  test.each(dresses)('has nothing that axe finds, in $theme and $language', async (dress) => {
    const page = await gallery.open(path, dress)
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    )
    expect(found).toEqual([])
    expect(await page.title()).toBe('Throughline')
    await page.context().close()
  })

  test('needs no sideways scrolling on the narrowest phone, nor with words twice as large', async () => {
    const page = await gallery.open(
      path,
      { theme: 'light', language: 'es' },
      { viewport: { width: 320, height: 640 } },
    )
    const spill = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(await spill()).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 640, height: 900 })
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    expect(await spill()).toBeLessThanOrEqual(0)
    await page.context().close()
  })
})

test('the theme and the language stay on the device', async () => {
  const context = await gallery.browser.newContext()
  const page = await context.newPage()
  await page.goto(`${gallery.origin}/design`)
  await page.getByLabel('Low light').check()
  await page.getByLabel('Español').check()
  await page.reload({ waitUntil: 'networkidle' })
  const root = page.locator('html')
  expect([await root.getAttribute('data-theme'), await root.getAttribute('lang')]).toEqual(['low', 'es'])
  await context.close()
})

test('no page broke, warned, or asked anyone else for anything', () => {
  expect(gallery.faults).toEqual([])
})
