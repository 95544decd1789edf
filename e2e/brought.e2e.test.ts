import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCourse, addMember, addPerson, addPractice, assign } from '../src/app/testing/arrange.ts'
import { en as ownEn } from '../src/brought/words.own.en.ts'
import { es as ownEs } from '../src/brought/words.own.es.ts'
import { en } from '../src/brought/words.en.ts'
import { es } from '../src/brought/words.es.ts'
import { en as threadEn } from '../src/platform/ui/thread/words.en.ts'
import { es as threadEs } from '../src/platform/ui/thread/words.es.ts'
import { cleanIn } from './clean.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
const shots = process.env['BROUGHT_SHOTS']

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const clean = cleanIn(shots)

/** Types as a hand on the keyboard does: from field to field, and Enter at the end. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const found = await page.evaluate(
      (wanted) =>
        (document.activeElement as HTMLElement | null)?.innerText?.trim().startsWith(wanted) ?? false,
      name,
    )
    if (found) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no key leads to ${name}`)
}

describe.each([
  { ...phone, language: 'en', theme: 'light', width: 1280 },
  { ...phone, language: 'es', theme: 'low', width: 1280 },
] as const)('in $language, $theme', (dress) => {
  const said = { en, es }[dress.language]
  const own = { en: ownEn, es: ownEs }[dress.language]
  const thread = { en: threadEn, es: threadEs }[dress.language]
  const name = (place: string) => `${place}-${dress.language}-${dress.theme}`

  test('a therapist brings in journeys by keyboard, takes one back, and their client reads of them without a dose', async () => {
    const { owner } = stage
    const practiceId = await addPractice(owner, `Harbor ${dress.language} (invented)`)
    const therapist = await addMember(owner, practiceId, ['therapist'])
    const client = await addPerson(owner, practiceId, 'Ana')
    await owner.query('update person set language = $2 where id = $1', [client.seatId, dress.language])
    await assign(owner, { member: therapist, personId: client.seatId })
    await addCourse(owner, practiceId, client.seatId)

    const page = await signedIn(stage, therapist, dress)
    await page.goto(`/app/people/${client.seatId}`)
    await page.getByRole('heading', { level: 2, name: said.title }).waitFor()
    await tabTo(page, said.bring)
    await page.keyboard.press('Enter')
    await page.getByText(said.bringLead).waitFor()
    await page.getByRole('button', { name: said.save }).press('Enter')
    await page.getByText(said.faults.date).waitFor()
    await page.getByText(said.faults.source).waitFor()
    await clean(page, name('1-faults'))

    const year = page.getByLabel(said.date.year, { exact: true })
    await year.fill('2024')
    await page.getByLabel(said.date.month, { exact: true }).selectOption('05')
    await page.getByLabel(said.product, { exact: true }).selectOption('racemic')
    await page.getByLabel(said.route, { exact: true }).selectOption('im')
    await page.getByLabel(new RegExp(`^${said.amount}`)).fill('115.3')
    await page.getByLabel(said.salt, { exact: true }).selectOption('hydrochloride')
    await page.getByText(said.base.replace('{mg}', '100')).waitFor()
    await page.getByLabel(new RegExp(`^${said.givenWhere}`)).fill('Hill Street Clinic')
    await page.getByLabel(said.tolerated, { exact: true }).selectOption('unwanted')
    await page.getByLabel(new RegExp(`^${said.howItWent}`)).fill('Nausea for two hours.')
    await page.getByLabel(said.sources['former-practice'], { exact: true }).press('Space')
    await page.getByLabel(new RegExp(`^${said.sourceWords}`)).press('Enter')
    await page.getByText(said.saved, { exact: true }).waitFor()
    await page.getByText(said.known.one).waitFor()

    await year.fill('2023')
    await page.getByLabel(said.sources.client, { exact: true }).press('Space')
    await year.press('Enter')
    await page.getByText(said.known.other.replace('{n}', '2')).waitFor()
    await page.getByText(said.amountNone).waitFor()
    await clean(page, name('2-brought'))

    await page.getByRole('button', { name: said.backOf.replace('{when}', '2023') }).press('Enter')
    await page.getByLabel(said.backWhy).fill('That was her sister.')
    await page.getByRole('button', { name: said.backNow }).press('Enter')
    await page.getByText('That was her sister.').waitFor()
    await page.getByText(said.known.one).waitFor()
    await page.reload()
    await page.getByText(thread.picture.earlier.replace('{n}', '1'), { exact: true }).first().waitFor()
    await page.getByText(said.known.one).waitFor()
    await clean(page, name('3-chart'))

    const theirs = await signedIn(stage, client, { ...dress, width: 390 })
    await theirs.goto('/me/thread')
    await theirs.getByRole('heading', { level: 2, name: own.title }).waitFor()
    await theirs.getByText(own.sources['former-practice']).waitFor()
    await theirs.getByText(own.tolerances.unwanted).waitFor()
    await theirs.getByRole('heading', { level: 2, name: thread.elsewhere, exact: true }).waitFor()
    const read = await theirs.getByRole('main').innerText()
    expect(read).not.toMatch(/115|100 mg|Nausea|2023/)
    await clean(theirs, name('4-client'))
  })
})
