import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, addPractice } from '../src/app/testing/arrange.ts'
import { en } from '../src/rule/words.library.en.ts'
import { es } from '../src/rule/words.library.es.ts'
import { fill } from '../src/platform/i18n/fill.ts'
import { openStage, type Stage } from './stage.ts'
import { phone, signedIn } from './signedIn.ts'

let stage: Stage
let practiceId: string
const shots = process.env['RULE_SHOTS']

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
})
afterAll(() => stage.close())

async function clean(page: Page, name: string) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

describe.each([
  { ...phone, language: 'en', theme: 'light', width: 1280 },
  { ...phone, language: 'es', theme: 'low' },
] as const)('in $language, $theme, $width wide', (dress) => {
  const said = { en, es }[dress.language]

  test('a rule is found by its id with the keyboard, opened, and tells its numbers and its sources', async () => {
    const member = await addMember(stage.owner, practiceId, ['prescriber'])
    const page = await signedIn(stage, member, dress)
    await page.goto('/app/rules')
    await page.getByText(fill(said.shown, { shown: 153, all: 153 })).waitFor()
    await clean(page, `rules-${dress.language}`)
    await page.getByLabel(said.search).fill('mo-bp1 140/90')
    await page.getByText(fill(said.shown, { shown: 1, all: 153 })).waitFor()
    const rule = page.locator('details.tl-more')
    await rule.locator('summary').focus()
    await page.keyboard.press('Enter')
    await rule.getByText('S04: ').waitFor()
    await rule.getByText(fill(said.tests.atLeast, { number: '160 mmHg' })).waitFor()
    expect(await rule.getByText(said.proposed).count()).toBeGreaterThan(0)
    await clean(page, `rule-${dress.language}`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await page.getByLabel(said.search).fill('xyzzy')
    await page.getByText(said.none).waitFor()
    await clean(page, `rules-none-${dress.language}`)
    await page.getByRole('button', { name: said.clear }).click()
    await page.getByText(fill(said.shown, { shown: 153, all: 153 })).waitFor()
    await page.context().close()
  })
})
