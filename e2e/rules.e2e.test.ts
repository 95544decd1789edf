import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, addPractice } from '../src/app/testing/arrange.ts'
import { keyOf } from '../src/protocol/address.ts'
import { en as protocolsEn } from '../src/protocol/words.whole.en.ts'
import { es as protocolsEs } from '../src/protocol/words.whole.es.ts'
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
  const protocols = { en: protocolsEn, es: protocolsEs }[dress.language]

  test('a rule is found by its id with the keyboard, opened, and tells its numbers and its sources', async () => {
    const member = await addMember(stage.owner, practiceId, ['prescriber'])
    const page = await signedIn(stage, member, dress)
    await page.goto('/app/rules')
    await page.getByText(fill(said.shown, { shown: 154, all: 154 })).waitFor()
    await clean(page, `rules-${dress.language}`)
    await page.getByLabel(said.search).fill('mo-bp1 140/90')
    await page.getByText(fill(said.shown, { shown: 1, all: 154 })).waitFor()
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
    await page.getByText(fill(said.shown, { shown: 154, all: 154 })).waitFor()
    await page.context().close()
  })

  test('a protocol is read whole, and beside another only what differs', async () => {
    const member = await addMember(stage.owner, practiceId, ['monitor'])
    const page = await signedIn(stage, member, dress)
    await page.goto('/app/protocols')
    const { names, sections } = protocols
    await page.getByRole('heading', { name: sections.discharge }).waitFor()
    // On a phone the parts begin closed, each found by its heading.
    const isPhone = dress.width === phone.width
    expect(await page.getByRole('table').count()).toBe(
      isPhone ? 0 : await page.locator('details.tl-more').count(),
    )
    await clean(page, `protocol-begins-${dress.language}`)
    if (isPhone)
      for (const part of await page.locator('details.tl-more > summary').all()) await part.press('Enter')
    const line = (name: string) => page.getByRole('row').filter({ hasText: names[name]! }).first()
    await line('order reasonAboveMg')
      .getByText(fill(protocols.units.Mg, { n: '300' }))
      .waitFor()
    expect(await line('order reasonAboveMg').textContent()).toContain(
      fill(protocols.tags.PD, { source: '' }).trim(),
    )
    await clean(page, `protocol-${dress.language}`)
    await page.getByLabel(protocols.which).selectOption(keyOf({ id: 'iv-infusion', version: '1' }))
    await page.getByLabel(protocols.against).selectOption(keyOf({ id: 'iv-therapy', version: '1' }))
    await line('people guide').getByText(protocols.silent).waitFor()
    await page.getByText(protocols.onlyDifferent).click()
    await expect.poll(() => line('gates noDoseSystolicMmHg').count()).toBe(0)
    expect(await line('psychotherapy present').textContent()).toContain(protocols.present.no)
    await page.reload()
    await line('psychotherapy present').waitFor()
    expect(await line('gates noDoseSystolicMmHg').count()).toBe(0)
    expect(await page.getByRole('checkbox').isChecked()).toBe(true)
    expect(page.url()).not.toMatch(/iv|infusion|therapy/)
    await clean(page, `protocols-beside-${dress.language}`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await page.context().close()
  })
})
