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
