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
import { en as clearanceEn } from '../src/clearance/words.en.ts'
import { es as clearanceEs } from '../src/clearance/words.es.ts'
import { en as courseEn } from '../src/course/words.en.ts'
import { es as courseEs } from '../src/course/words.es.ts'
import { form } from '../src/telling/telling.content.ts'
import { withheldWords } from '../src/telling/telling.ts'
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
  return { client, prescriber }
}

const answersOf = async ({ seatId }: Someone): Promise<string[]> =>
  (
    await stage.owner.query('select question, answer from telling where person_id = $1 order by number', [
      seatId,
    ])
  ).rows.map(({ question, answer }) => `${question}: ${answer}`)

const question = (id: string) => form.questions.find((one) => one.id === id)!
const topicPlace = (id: string) => form.topics.findIndex((one) => one.id === id) + 1

describe.each([
  { ...phone, language: 'en', theme: 'light' },
  { ...phone, language: 'es', theme: 'low' },
] as const)('in $language, $theme', (dress) => {
  const { language } = dress
  const said = { en, es }[language]
  const course = { en: courseEn, es: courseEs }[language]
  const clearance = { en: clearanceEn, es: clearanceEs }[language]
  const name = `${language}-${dress.theme}`

  const asked = (page: Page, id: string) =>
    page.getByRole('group', { name: question(id).ask[language], exact: true })
  const label = (id: string, value: string) =>
    question(id).answers.find((one) => one.value === value)!.label[language]

  test('a client tells their history, without a network too, goes on elsewhere, and a prescriber confirms it', async () => {
    const { client, prescriber } = await arrive()
    const page = await signedIn(stage, client, dress)
    await page.goto('/me')
    await page.getByRole('button', { name: course.home.later }).click()
    await page.getByText(course.things.history.title).waitFor()
    await clean(page, `1-home-${name}`)
    await page.getByRole('link', { name: course.things.history.action }).click()
    await page.getByRole('heading', { name: said.title }).waitFor()
    await clean(page, `2-topics-${name}`)
    await page.getByRole('link', { name: form.topics[0]!.title[language] }).click()
    await asked(page, 'aneurysm').getByText(label('aneurysm', 'no'), { exact: true }).click()
    await asked(page, 'brain-bleed').getByText(label('brain-bleed', 'yes'), { exact: true }).click()
    await page.getByLabel(said.more).fill('A small one, after a fall.')
    await page.getByLabel(said.when.year).fill('2019')
    await page.reload()
    await expect.poll(() => page.getByLabel(said.more).inputValue(), wait).toBe('A small one, after a fall.')
    await clean(page, `3-topic-${name}`)
    await page.getByRole('button', { name: said.keep }).click()
    await page.getByRole('button', { name: said.keep }).waitFor({ state: 'detached' })

    const sent = ['aneurysm: no', 'brain-bleed: yes', 'brain-bleed: yes']
    await expect.poll(() => answersOf(client), wait).toEqual(sent)
    await page.context().setOffline(true)
    await asked(page, 'avm').getByText(withheldWords('unsure')[language]).click()
    await page.getByRole('link', { name: said.all }).first().click()
    await page.getByText(said.someTold.replace('{n}', '3').replace('{all}', '9')).waitFor()
    expect(await answersOf(client)).toEqual(sent)
    await page.context().setOffline(false)
    await expect.poll(() => answersOf(client), wait).toContain('avm: unsure')

    const other = await signedIn(stage, client, dress)
    await other.goto('/me/history')
    await other.getByText(said.someTold.replace('{n}', '3').replace('{all}', '9')).waitFor()
    await other.getByRole('link', { name: form.topics[topicPlace('mind') - 1]!.title[language] }).click()
    await other.getByText(form.topics[topicPlace('mind') - 1]!.announced![language]).waitFor()
    await clean(other, `4-announced-${name}`)
    await other.getByRole('button', { name: said.announced.leave }).click()
    await other.getByText(said.announced.left).waitFor()
    await other.getByRole('link', { name: said.announced.later }).click()
    await other.getByRole('link', { name: said.medicines.title }).click()
    await other.context().setOffline(true)
    await other.getByRole('combobox', { name: said.medicines.names.medicine }).fill('theo')
    await other.getByRole('option', { name: 'theo-24' }).click()
    await other.getByRole('button', { name: said.medicines.keep }).click()
    await other.getByRole('listitem').filter({ hasText: 'theo-24' }).waitFor()
    await other.getByText(said.medicines.listed.replace('{name}', 'theo-24')).waitFor()
    await other.context().setOffline(false)
    await clean(other, `5-medicines-${name}`)
    await other.getByRole('link', { name: said.all }).last().click()
    await other.getByRole('button', { name: said.finish.press }).click()
    await other.locator('.tl-history-finish output').waitFor()
    await clean(other, `6-done-${name}`)
    await expect.poll(() => answersOf(client), wait).toContain('bipolar-1: in-person')

    const desk = await signedIn(stage, prescriber, { ...dress, width: 1280 })
    await desk.goto(`/app/people/${client.seatId}/decision`)
    await desk.getByText('A small one, after a fall.').waitFor()
    await clean(desk, `7-decision-${name}`)
    const take = desk.getByRole('button', { name: clearance.told.take(label('aneurysm', 'no')) }).first()
    await take.click()
    await desk.getByRole('button', { name: clearance.ask.save.one }).click()
    const confirmed = async () =>
      (
        await stage.owner.query(
          `select s.question, s.answer from history_statement s join telling t on t.id = s.telling_id where s.person_id = $1`,
          [client.seatId],
        )
      ).rows
    await expect.poll(confirmed, wait).toEqual([{ question: 'aneurysm', answer: 'no' }])
    await stage.demandDiscretion()
    for (const each of [page, other, desk]) await each.context().close()
  })
})

test('by keyboard alone: a topic is opened, answered and told to the end', async () => {
  const { client } = await arrive()
  const page = await signedIn(stage, client, phone)
  await page.goto('/me/history')
  const press = async (named: string, key = 'Enter') => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press('Tab')
      const here = await page.evaluate(() => {
        const at = document.activeElement as HTMLElement | null
        return at instanceof HTMLInputElement
          ? (at.closest('fieldset')?.querySelector('legend')?.innerText ?? '')
          : (at?.innerText ?? '')
      })
      if (here.trim() === named) return page.keyboard.press(key)
    }
    throw new Error(`no way to ${named} by Tab`)
  }
  const drugs = form.topics[topicPlace('substances') - 1]!
  await page.getByRole('link', { name: drugs.title.en }).waitFor()
  await press(drugs.title.en)
  await page.getByRole('button', { name: en.announced.open }).waitFor()
  await press(en.announced.open)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''), wait)
    .toContain(drugs.lead.en)
  await press(question('ketamine-misuse').ask.en, 'Space')
  await expect.poll(() => answersOf(client), wait).toEqual(['ketamine-misuse: never'])
  await press(en.all)
  await page.getByRole('button', { name: en.finish.press }).waitFor()
  await press(en.finish.press)
  await page.getByText('You can still add to it.').waitFor()
  await page.context().close()
})
