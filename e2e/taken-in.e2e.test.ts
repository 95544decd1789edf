import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, addPractice, assign } from '../src/app/testing/arrange.ts'
import { addListings } from '../src/app/testing/listings.ts'
import { en as clearanceEn } from '../src/clearance/words.en.ts'
import { es as clearanceEs } from '../src/clearance/words.es.ts'
import { en as staffEn } from '../src/course/words.staff.en.ts'
import { es as staffEs } from '../src/course/words.staff.es.ts'
import { en as findEn } from '../src/find/words.en.ts'
import { es as findEs } from '../src/find/words.es.ts'
import { en as intakeEn } from '../src/intake/words.en.ts'
import { es as intakeEs } from '../src/intake/words.es.ts'
import { en as nothingEn } from '../src/intake/words.nothing.en.ts'
import { es as nothingEs } from '../src/intake/words.nothing.es.ts'
import { en as takingEn } from '../src/intake/words.taking.en.ts'
import { es as takingEs } from '../src/intake/words.taking.es.ts'
import { cleanIn } from './clean.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
const shots = process.env['TAKEN_IN_SHOTS']

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const clean = cleanIn(shots)

const told = { en: 'Nothing has lifted this for two years.', es: 'Desde hace dos años nada me levanta.' }

describe.each([
  { ...phone, language: 'en', theme: 'light', width: 1280 },
  { ...phone, language: 'es', theme: 'low' },
] as const)('in $language, $theme, $width wide', (dress) => {
  const { language } = dress
  const find = { en: findEn, es: findEs }[language]
  const taking = { en: takingEn, es: takingEs }[language]
  const intake = { en: intakeEn, es: intakeEs }[language]
  const nothing = { en: nothingEn, es: nothingEs }[language]
  const clearance = { en: clearanceEn, es: clearanceEs }[language]
  const staff = { en: staffEn, es: staffEs }[language]
  const name = (place: string) => `${place}-${language}-${dress.theme}`
  const email = `alex-${language}@people.example`

  async function writes(listingId: string): Promise<void> {
    const { page } = await stage.enter({ viewport: { width: 390, height: 844 } })
    await page.goto(`${language === 'es' ? '/es' : ''}/find/${listingId}/write`)
    const { write } = find
    await page.getByLabel(write.called, { exact: true }).fill('Alex')
    await page.getByLabel(write.reaches.email, { exact: true }).check()
    await page.getByLabel(write.contact).fill(email)
    await page.getByLabel(write.messages.plain, { exact: true }).check()
    await page.getByLabel(write.words).fill(told[language])
    await page.getByRole('button', { name: write.send }).click()
    await page.getByRole('heading', { level: 1, name: find.sent.title }).waitFor()
  }

  async function typesWhoItIs(page: Page, familyName: string): Promise<void> {
    const { fields } = taking
    const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
    await fill(fields.givenName, 'Alexandra')
    await fill(fields.familyName, familyName)
    await fill(fields.born.year, '1974')
    await page.getByLabel(fields.born.month, { exact: true }).selectOption('03')
    await fill(fields.born.day, '9')
  }

  test('a visitor writes, the desk takes them in without a file, and invites them', async () => {
    const practiceId = await addPractice(stage.owner, `Harbor ${language} (invented)`)
    const [listingId] = await addListings(stage.owner, practiceId, Date.now())
    const coordinator = await addMember(stage.owner, practiceId, ['coordinator'])
    const page = await signedIn(stage, coordinator, dress)
    await page.goto('/app')
    await page.getByText(staff.board.noOne).waitFor()
    expect(await page.getByText(staff.board.enquiries).count()).toBe(0)
    await writes(listingId!)
    await page.getByText(staff.board.enquiriesWait.one).waitFor()
    await clean(page, name('0-today'))
    await page.getByRole('link', { name: staff.board.answerThem }).click()
    await page.getByRole('link', { name: 'Alex', exact: true }).click()
    await page.getByText(told[language]).waitFor()
    await clean(page, name('1-enquiry'))
    await page.getByRole('link', { name: find.desk.takeIn, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: taking.title }).waitFor()
    await page.getByRole('button', { name: taking.go }).click()
    await page.getByText(taking.faults.familyName).waitFor()
    await clean(page, name('2-lacking'))
    await typesWhoItIs(page, 'Prueba-Harbor')
    await page.getByRole('link', { name: taking.read }).click()
    await page.getByRole('link', { name: find.desk.takeIn, exact: true }).click()
    await page.getByRole('button', { name: taking.go }).click()
    await page.getByText(taking.newWords).waitFor()
    await clean(page, name('3-check'))
    await page.getByRole('button', { name: taking.back }).click()
    expect(await page.getByLabel(taking.fields.familyName, { exact: true }).inputValue()).toBe(
      'Prueba-Harbor',
    )
    await page.getByRole('button', { name: taking.go }).click()
    await page.getByRole('button', { name: taking.takeIn, exact: true }).click()
    await page.getByText(taking.done.created).waitFor()
    await clean(page, name('4-done'))

    await page.getByRole('link', { name: taking.done.open }).click()
    await page.getByText(nothing.title).waitFor()
    await page.getByText(find.desk.messages.plain).first().waitFor()
    await clean(page, name('5-history'))
    await page.getByRole('button', { name: intake.invite.send, exact: true }).click()
    await expect.poll(() => mailed(email)).toBe(1)
    await clean(page, name('6-invited'))

    const { rows } = await stage.owner.query(
      `select p.id, p.called_by, p.email, e.words from taken_in t join person p on p.id = t.person_id
       join enquiry e on e.id = t.enquiry_id where p.practice_id = $1`,
      [practiceId],
    )
    expect(rows).toEqual([{ id: rows[0].id, called_by: 'Alex', email, words: told[language] }])
    await page.goto(`/app/people/${rows[0].id}`)
    await page.getByText(nothing.asked).waitFor()
    await clean(page, name('6-chart'))
    await page.goto('/app/enquiries')
    await page.getByText(find.desk.kinds['taken-in'], { exact: true }).waitFor()

    await page.goto('/app')
    await page.getByText(staff.board.noOne).waitFor()
    expect(await page.getByText(staff.board.enquiries).count()).toBe(0)

    const prescriber = await addMember(stage.owner, practiceId, ['prescriber'])
    await assign(stage.owner, { member: prescriber, personId: rows[0].id })
    const deciding = await signedIn(stage, prescriber, dress)
    await deciding.goto(`/app/people/${rows[0].id}/decision`)
    await deciding.getByText(nothing.title).waitFor()
    await deciding.getByText(clearance.notAsked).waitFor()
    await clean(deciding, name('7-decision'))
    await deciding.goto(`/app/people/${rows[0].id}/history`)
    await deciding.getByRole('link', { name: nothing.decision }).waitFor()
    expect(await deciding.getByText(told[language]).count()).toBe(0)
  })

  test('by hand too; whoever bears the same name is shown first, and somebody must say who is meant', async () => {
    const practiceId = await addPractice(stage.owner, `Cove ${language} (invented)`)
    const coordinator = await addMember(stage.owner, practiceId, ['coordinator'])
    const page = await signedIn(stage, coordinator, dress)
    const take = page.getByRole('button', { name: taking.takeIn, exact: true })
    const comes = async () => {
      await page.goto('/app/people')
      await page.getByRole('link', { name: staff.people.takeIn }).click()
      await typesWhoItIs(page, 'Prueba-Cove')
      await page.locator('main').getByRole('radio', { name: intake.facts.languages[language] }).check()
      await page.getByRole('button', { name: taking.go }).click()
    }
    await comes()
    await page.getByText(taking.newWords).waitFor()
    await take.click()
    await page.getByText(taking.done.created).waitFor()
    await comes()
    await page.getByText(intake.match.perhaps).waitFor()
    expect(await take.count()).toBe(0)
    await clean(page, name('8-perhaps'))
    await page.getByRole('radio', { name: /^Alexandra Prueba-Cove/ }).check()
    await page.getByText(taking.keeps).waitFor()
    await take.click()
    await page.getByText(taking.done.matched).waitFor()
    const { rows } = await stage.owner.query('select count(*)::int as n from person where practice_id = $1', [
      practiceId,
    ])
    expect(rows).toEqual([{ n: 1 }])
    await page.goto('/app/people')
    await page.getByRole('link', { name: 'Alexandra Prueba-Cove' }).waitFor()
    await clean(page, name('9-people'))
  })
})

const mailed = async (email: string): Promise<number> =>
  (await stage.owner.query('select from demo_mail where sent_to = $1', [email])).rowCount ?? 0
