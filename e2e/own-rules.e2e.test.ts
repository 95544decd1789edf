import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en as accessEn } from '../src/access/words.confirm.en.ts'
import { es as accessEs } from '../src/access/words.confirm.es.ts'
import { addMember, addPractice } from '../src/app/testing/arrange.ts'
import { fill } from '../src/platform/i18n/fill.ts'
import { en as libraryEn } from '../src/rule/words.library.en.ts'
import { es as libraryEs } from '../src/rule/words.library.es.ts'
import { en } from '../src/rule/words.own.en.ts'
import { es } from '../src/rule/words.own.es.ts'
import { fittingIn } from './clean.ts'
import { doctorIn, signHere } from './doctor.ts'
import { openStage, type Stage } from './stage.ts'
import { phone, signedIn, type Dress } from './signedIn.ts'

let stage: Stage
const shots = process.env['RULE_SHOTS']

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const clean = fittingIn(shots)

describe.each<Dress>([
  { ...phone, language: 'en', theme: 'light', width: 1280 },
  { ...phone, language: 'es', theme: 'low', width: 390 },
])('in $language, $theme, $width wide', (dress) => {
  const { language } = dress
  const said = { en, es }[language]
  const library = { en: libraryEn, es: libraryEs }[language]
  const access = { en: accessEn, es: accessEs }[language]

  test('a rule is raised with a reason by one, signed by a second, and everybody reads that it stops here', async () => {
    const practiceId = await addPractice(stage.owner, 'Harbor (invented)')
    const [one, two] = [await doctorIn(stage, practiceId), await doctorIn(stage, practiceId)]
    const page = await signedIn(stage, one.member, dress)
    await page.goto('/app/rules')
    await page.getByText(fill(said.ratifiedCount, { n: 0, all: 154 })).waitFor()
    await page.getByLabel(library.search).fill('EV-UA')
    await page.getByText(fill(library.shown, { shown: 1, all: 154 })).waitFor()
    const rule = page.locator('details.tl-more')
    await rule.locator('summary').focus()
    await page.keyboard.press('Enter')
    await rule.getByText(said.states.none).first().waitFor()
    await clean(page, `own-1-rule-${language}`)
    await rule.getByRole('button', { name: said.raise }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: said.sign }).press('Enter')
    await dialog.getByText(said.reasonMissing).waitFor()
    await clean(page, `own-2-lacking-${language}`)
    await dialog.getByLabel(said.reason).fill('We have seen three bladders.')
    await dialog.getByRole('button', { name: said.sign }).press('Enter')
    await signHere(stage, page, { ...access, code: one.code })
    await page.getByRole('heading', { name: said.waiting }).waitFor()
    await page.getByText(said.needsSecond).waitFor()
    expect(await page.getByRole('button', { name: said.second }).count()).toBe(0)
    await clean(page, `own-3-waiting-${language}`)
    await page.context().close()

    const other = await signedIn(stage, two.member, dress)
    await other.goto('/app/rules')
    await other.getByRole('button', { name: said.second }).press('Enter')
    await signHere(stage, other, { ...access, code: two.code })
    await other.getByRole('heading', { name: said.waiting }).waitFor({ state: 'detached' })
    await other.context().close()

    const auditor = await signedIn(stage, await addMember(stage.owner, practiceId, ['auditor']), dress)
    await auditor.goto('/app/rules')
    await auditor.getByText(fill(said.ratifiedCount, { n: 1, all: 154 })).waitFor()
    await auditor.getByLabel(said.only).check()
    await auditor.getByText(fill(library.shown, { shown: 153, all: 154 })).waitFor()
    await auditor.getByLabel(said.only).uncheck()
    await auditor.getByLabel(library.search).fill('EV-UA')
    const read = auditor.locator('details.tl-more')
    await read.getByText(`${library.severities.block} · ${said.raised}`).waitFor()
    await read.locator('summary').press('Enter')
    await read.getByText('We have seen three bladders.').waitFor()
    expect(await read.getByRole('button').count()).toBe(0)
    await clean(auditor, `own-4-raised-${language}`)
    await auditor.context().close()
  })
})
