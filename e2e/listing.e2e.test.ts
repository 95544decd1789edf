import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, addPractice } from '../src/app/testing/arrange.ts'
import { en } from '../src/find/words.desk.en.ts'
import { es } from '../src/find/words.desk.es.ts'
import { en as shownEn } from '../src/find/words.en.ts'
import { es as shownEs } from '../src/find/words.es.ts'
import { cleanIn } from './clean.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
const shots = process.env['LISTING_SHOTS']

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const clean = cleanIn(shots)

describe.each([
  { ...phone, language: 'en', theme: 'light', width: 1280 },
  { ...phone, language: 'es', theme: 'low' },
] as const)('in $language, $theme, $width wide', (dress) => {
  const said = { en, es }[dress.language]
  const shown = { en: shownEn, es: shownEs }[dress.language]
  const name = `${dress.language}-${dress.theme}`

  test('the desk lists someone, a visitor finds them near a ZIP code, and taken down they are gone', async () => {
    const practiceId = await addPractice(stage.owner, 'Harbor (invented)')
    const coordinator = await addMember(stage.owner, practiceId, ['coordinator'])
    const page = await signedIn(stage, coordinator, dress)
    await page.goto('/app/listings')
    await page.getByText(said.none).waitFor()
    await clean(page, `1-none-${name}`)
    await page.getByRole('button', { name: said.add }).click()
    await page.getByRole('button', { name: said.form.save }).click()
    await page.getByText(said.form.mend).waitFor()
    await clean(page, `2-lacking-${name}`)
    const { form } = said
    const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
    await fill(form.name, `Vera ${name}`)
    await fill(`${form.about}: ${form.aboutEn}`, 'Slowly.')
    await fill(`${form.about}: ${form.aboutEs}`, 'Despacio.')
    await page.getByLabel(shown.offers.therapy).check()
    await page.getByRole('checkbox', { name: shown.languages.en, exact: true }).check()
    await fill(form.zip, '90026')
    await fill(form.titleOf, 'LMFT')
    await page.getByLabel(form.state, { exact: true }).selectOption('CA')
    await fill(form.number, '12345')
    await fill(form.board, 'Board of Behavioral Sciences')
    const today = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10)
    await fill(form.checkedOn, today)
    await fill(form.expiresOn, `${Number(today.slice(0, 4)) + 2}-01-01`)
    await fill(form.trainingEn, 'A course, 100 hours')
    await fill(form.trainingEs, 'Un curso, 100 horas')
    await fill(form.trainingYear, '2024')
    await page.getByLabel(shown.openings.open).check()
    await page.getByLabel(form.agreed).check()
    await page.getByRole('button', { name: form.save }).click()
    await page.getByText(said.states.shown, { exact: true }).waitFor()
    await clean(page, `3-listed-${name}`)

    const visitor = (await stage.enter({ viewport: { width: 390, height: 844 } })).page
    const find = dress.language === 'es' ? '/es/find' : '/find'
    await visitor.goto(find)
    await visitor.getByLabel(shown.near, { exact: true }).fill('90026')
    await visitor.getByRole('button', { name: shown.search, exact: true }).click()
    await visitor.getByText(`Vera ${name}`).first().waitFor()
    await page.getByRole('button', { name: said.withdraw }).click()
    await page.getByRole('dialog').getByRole('button', { name: said.withdraw }).click()
    await page.getByText(said.states.withdrawn).waitFor()
    await visitor.reload()
    await visitor.getByRole('heading', { level: 1 }).waitFor()
    expect(await visitor.getByText(`Vera ${name}`).count()).toBe(0)
    for (const each of [page, visitor]) await each.context().close()
  })
})
