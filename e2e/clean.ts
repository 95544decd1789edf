import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Nothing that axe finds; and a picture of the page under that name, where a folder for pictures is given. */
export const cleanIn =
  (folder: string | undefined) =>
  async (page: Page, name: string): Promise<void> => {
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    expect([name, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([name, []])
  }

/** And nothing on it is wider than the screen. */
export function fittingIn(folder: string | undefined): (page: Page, name: string) => Promise<void> {
  const clean = cleanIn(folder)
  return async (page, name) => {
    await clean(page, name)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  }
}
