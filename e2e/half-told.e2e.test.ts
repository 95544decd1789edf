import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addCourse,
  addMember,
  addPerson,
  addPractice,
  assign,
  type Someone,
} from '../src/app/testing/arrange.ts'
import { en as uiEn } from '../src/platform/ui/words.en.ts'
import { es as uiEs } from '../src/platform/ui/words.es.ts'
import { form } from '../src/telling/telling.content.ts'
import { en } from '../src/telling/words.en.ts'
import { es } from '../src/telling/words.es.ts'
import { cleanIn } from './clean.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
const wait = { timeout: 30_000 }
const shots = process.env['TELLING_SHOTS']

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
})
afterAll(() => stage.close())

const clean = cleanIn(shots)

async function arrive() {
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  const prescriber = await addMember(stage.owner, practiceId, ['prescriber'])
  await assign(stage.owner, { member: prescriber, personId: client.seatId })
  await addCourse(stage.owner, practiceId, client.seatId)
  return client
}

const toldBy = async ({ seatId }: Someone): Promise<string[]> =>
  (
    await stage.owner.query(
      'select question, answer, on_date, words from telling where person_id = $1 order by number',
      [seatId],
    )
  ).rows.map((row) => [row.question, row.answer, row.on_date ?? '-', row.words].join(' | '))

const isDone = async ({ seatId }: Someone): Promise<boolean> =>
  (await stage.owner.query('select from telling_done where person_id = $1', [seatId])).rowCount === 1

const question = (id: string) => form.questions.find((one) => one.id === id)!
const here = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

describe.each([
  { ...phone, width: 360, language: 'es', theme: 'low' },
  { ...phone, width: 1280, language: 'en', theme: 'light' },
] as const)('half told in $language, $theme', (dress) => {
  const { language } = dress
  const said = { en, es }[language]
  const ui = { en: uiEn, es: uiEs }[language]
  const name = `half-${language}-${dress.theme}`

  const asked = (page: Page, id: string) =>
    page.getByRole('group', { name: question(id).ask[language], exact: true })
  const label = (id: string, value: string) =>
    question(id).answers.find((one) => one.value === value)!.label[language]
  const answer = (page: Page, id: string, value: string) =>
    asked(page, id).getByText(label(id, value), { exact: true }).click()

  const atHeart = async () => {
    const client = await arrive()
    const page = await signedIn(stage, client, dress)
    await page.goto('/me/history/1')
    await answer(page, 'brain-bleed', 'yes')
    await page.getByLabel(said.more).waitFor()
    return { client, page }
  }
  const toTheList = async (page: Page) => {
    await page.getByRole('link', { name: said.all }).first().click()
    await page.getByRole('heading', { name: said.title }).waitFor()
  }

  test('words not kept yet are named at the end, and told together with the rest', async () => {
    const { client, page } = await atHeart()
    await page.getByLabel(said.more).fill('Tomo valproato desde…')
    await toTheList(page)
    await page.getByRole('link', { name: said.medicines.title }).click()
    await page.getByRole('combobox', { name: said.medicines.names.medicine }).fill('valproato')
    await page.keyboard.press('Escape')
    await page.getByLabel(said.medicines.dosage).fill('500 mg')
    await toTheList(page)
    await page.getByText(said.unkept.title).waitFor()
    const unkept = page.locator('.tl-history-finish')
    await unkept.getByRole('link', { name: said.medicines.title }).waitFor()
    await clean(page, `1-unkept-${name}`)
    await unkept.getByRole('link', { name: question('brain-bleed').ask[language] }).click()
    await expect.poll(() => here(page), wait).toContain(question('brain-bleed').ask[language])
    expect(await page.getByLabel(said.more).inputValue()).toBe('Tomo valproato desde…')
    await toTheList(page)
    await page.getByRole('button', { name: said.unkept.keep }).click()
    await expect.poll(() => page.locator('.tl-history-finish output').innerText(), wait).not.toBe('')
    expect(await page.getByText(said.unkept.title).count()).toBe(0)
    await expect.poll(() => toldBy(client), wait).toContain('brain-bleed | yes | - | Tomo valproato desde…')
    await expect.poll(() => isDone(client), wait).toBe(true)
    await page.getByRole('link', { name: said.medicines.title }).click()
    await page.getByText('valproato').waitFor()
    expect(await page.getByRole('combobox').inputValue()).toBe('')
    await page.context().close()
  })

  test('told without them, they wait, are still named, and are said to be nobody’s yet', async () => {
    const { client, page } = await atHeart()
    await page.getByLabel(said.more).fill('Not sure of this')
    await page.getByLabel(said.when.year).fill('2031')
    await toTheList(page)
    await page.getByText(said.unkept.wrongDate).waitFor()
    expect(await page.getByRole('button', { name: said.unkept.keep }).count()).toBe(0)
    await page.getByRole('button', { name: said.unkept.without }).click()
    await expect.poll(() => page.locator('.tl-history-finish output').innerText(), wait).not.toBe('')
    await page.getByText(said.unkept.title).waitFor()
    await clean(page, `2-without-${name}`)
    await expect.poll(() => isDone(client), wait).toBe(true)
    expect(await toldBy(client)).toEqual(['brain-bleed | yes | - | '])
    await page.context().close()
  })

  test('beside words not kept yet, the answer is said to be kept, and nothing that all of it is', async () => {
    const { page } = await atHeart()
    const saved = page
      .locator('.tl-history-question', { has: asked(page, 'brain-bleed') })
      .locator('.tl-saved')
    await saved.waitFor()
    await page.getByLabel(said.more).fill('Me pusieron un stent')
    await page.getByText(said.answerKept).waitFor()
    expect(await saved.count()).toBe(0)
    await page.reload()
    await page.getByText(said.answerKept).waitFor()
    await clean(page, `3-beside-${name}`)
    await page.getByRole('button', { name: said.keep }).click()
    await saved.waitFor()
    expect(await page.getByText(said.answerKept).count()).toBe(0)
    await page.context().close()
  })

  test('a year that cannot be is gone back to, with why, and is not cut', async () => {
    const { client, page } = await atHeart()
    const year = page.getByLabel(said.when.year)
    const wrong = said.wrong.year(String(new Date().getFullYear()))
    const keepFor = async (typed: string) => {
      await year.fill(typed)
      await page.getByLabel(said.more).focus()
      await page.getByRole('button', { name: said.keep }).click()
      await page.getByText(wrong).waitFor()
      await expect.poll(() => year.evaluate((field) => field === document.activeElement), wait).toBe(true)
      expect(await year.getAttribute('aria-invalid')).toBe('true')
    }
    await keepFor(String(new Date().getFullYear() + 5))
    await clean(page, `4-year-${name}`)
    const ago = language === 'en' ? '5 years ago' : 'hace 5 años'
    await keepFor(ago)
    expect(await year.inputValue()).toBe(ago)
    expect(await year.evaluate((field) => field.scrollWidth <= field.clientWidth)).toBe(true)
    await clean(page, `5-ago-${name}`)
    await year.fill('2019')
    await page.getByRole('button', { name: said.keep }).click()
    await expect.poll(() => toldBy(client), wait).toContain('brain-bleed | yes | 2019 | ')
    await page.context().close()
  })

  test('turning to another answer and back gives back what was kept under the first', async () => {
    const { client, page } = await atHeart()
    await page.getByLabel(said.more).fill('After a fall')
    await page.getByLabel(said.when.year).fill('2019')
    await page.getByRole('button', { name: said.keep }).click()
    await page.getByRole('button', { name: said.keep }).waitFor({ state: 'detached' })
    await answer(page, 'brain-bleed', 'no')
    await page.getByLabel(said.more).waitFor({ state: 'detached' })
    await page.reload()
    await answer(page, 'brain-bleed', 'yes')
    await page.getByLabel(said.more).waitFor()
    expect(await page.getByLabel(said.more).inputValue()).toBe('After a fall')
    expect(await page.getByLabel(said.when.year).inputValue()).toBe('2019')
    const last = async () => (await toldBy(client)).slice(-2)
    await expect
      .poll(last, wait)
      .toEqual(['brain-bleed | no | - | ', 'brain-bleed | yes | 2019 | After a fall'])
    await page.context().close()
  })

  test('by keyboard, whoever keeps something goes on from where it is said to be kept', async () => {
    const { page } = await atHeart()
    await page.getByLabel(said.more).fill('After a fall')
    await page.getByLabel(said.when.year).fill('2019')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: said.keep }).waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('.tl-saved').count(), wait).toBe(1)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.firstElementChild?.className), wait)
      .toBe('tl-saved')
    await page.keyboard.press('Tab')
    expect(await here(page)).toContain(said.why)
    const announced = form.topics.findIndex((topic) => topic.announced !== null)
    await page.goto(`/me/history/${announced + 1}`)
    await page.getByRole('button', { name: said.announced.leave }).press('Enter')
    await expect.poll(() => here(page), wait).toBe(said.announced.left)
    await page.context().close()
  })

  test('a fault of ours is not told as a lost network, and what it met is sent by itself', async () => {
    const client = await arrive()
    const page = await signedIn(stage, client, dress)
    await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }))
    const fails = /\/telling$/
    await page.context().route(fails, async (route) => {
      if (route.request().method() === 'POST')
        await route.fulfill({ status: 500, json: { kind: 'internal' } })
      else await route.continue()
    })
    await page.goto('/me/history/1')
    await answer(page, 'aneurysm', 'no')
    const bar = page.locator('.tl-offline')
    await expect.poll(() => bar.innerText(), wait).toContain(ui.offline.goes.server)
    expect(await bar.innerText()).toContain(ui.offline.since.server.split('{')[0]!.trim())
    expect(await bar.innerText()).not.toContain(ui.offline.since.offline.split('{')[0]!.trim())
    await clean(page, `6-server-${name}`)
    await page.context().unroute(fails)
    await expect.poll(() => toldBy(client), wait).toEqual(['aneurysm | no | - | '])
    await expect.poll(() => bar.innerText(), wait).toBe('')
    await page.context().setOffline(true)
    await expect.poll(() => bar.innerText(), wait).toContain(ui.offline.since.offline.split('{')[0]!.trim())
    await page.context().close()
  })

  test('a medicine without a name is said at its name, and one goes on there', async () => {
    const page = await signedIn(stage, await arrive(), dress)
    await page.goto(`/me/history/${form.topics.length + 1}`)
    await page.getByRole('button', { name: said.medicines.keep }).click()
    const field = page.getByRole('combobox', { name: said.medicines.names.medicine })
    await expect.poll(() => field.evaluate((one) => one === document.activeElement), wait).toBe(true)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const described = await field.evaluate((one) =>
      one
        .getAttribute('aria-describedby')!
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent),
    )
    expect(described).toEqual([said.medicines.hint, said.medicines.missing])
    await clean(page, `9-no-name-${name}`)
    await field.fill('theo')
    await page.keyboard.press('Escape')
    expect(await page.getByText(said.medicines.missing).count()).toBe(0)
    await page.context().close()
  })
})
