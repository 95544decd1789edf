import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en as accessEn } from '../src/access/words.confirm.en.ts'
import { es as accessEs } from '../src/access/words.confirm.es.ts'
import { addCourse, addMember, addPerson, addPractice, assign } from '../src/app/testing/arrange.ts'
import { givePassword, testPassword } from '../src/app/testing/credentials.ts'
import { en } from '../src/consent/words.paper.en.ts'
import { es } from '../src/consent/words.paper.es.ts'
import { en as ownEn } from '../src/consent/words.paperOwn.en.ts'
import { es as ownEs } from '../src/consent/words.paperOwn.es.ts'
import { cleanIn } from './clean.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
const shots = process.env['PAPER_SHOTS']

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const cleanly = cleanIn(shots)
async function clean(page: Page, name: string): Promise<void> {
  // From the top: what a bar that stays in place happens to lie over is no smaller for it.
  await page.evaluate(() => window.scrollTo(0, 0))
  await cleanly(page, name)
}

describe.each([
  { ...phone, language: 'en', theme: 'light', width: 1280 },
  { ...phone, language: 'es', theme: 'low', width: 390 },
] as const)('in $language, $theme, $width wide', (dress) => {
  const said = { en, es }[dress.language]
  const own = { en: ownEn, es: ownEs }[dress.language]
  const access = { en: accessEn, es: accessEs }[dress.language]
  const name = (place: string) => `${place}-${dress.language}-${dress.width}`
  const form = 'Ketamine treatment agreement'

  async function someone(role: 'therapist' | 'monitor', practiceId: string) {
    const member = await addMember(stage.owner, practiceId, [role])
    await givePassword(stage.owner, member.accountId)
    return { member, code: await stage.authenticator(member.accountId) }
  }

  async function confirm(page: Page, code: () => string) {
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(access.confirm.password).fill(testPassword)
    await dialog.getByLabel(access.confirm.code).fill(code())
    await dialog.getByRole('button', { name: access.confirm.sign }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
  }

  test('one brings a paper in, another attests it, and whoever signed reads of it and takes it back', async () => {
    const { owner } = stage
    const practiceId = await addPractice(owner, `Harbor ${dress.language} (invented)`)
    const one = await someone('therapist', practiceId)
    const other = await someone('monitor', practiceId)
    const client = await addPerson(owner, practiceId, 'Ana')
    await owner.query('update person set language = $2 where id = $1', [client.seatId, dress.language])
    for (const { member } of [one, other]) await assign(owner, { member, personId: client.seatId })
    await addCourse(owner, practiceId, client.seatId)

    const page = await signedIn(stage, one.member, dress)
    await page.goto(`/app/people/${client.seatId}/before`)
    await page.getByRole('heading', { level: 3, name: said.title }).waitFor()
    await page.getByText(said.bring, { exact: true }).click()
    await page.getByRole('button', { name: said.attest }).press('Enter')
    await page.getByText(said.faults.date).waitFor()
    expect(await page.getByText(said.faults.missing).count()).toBe(3)
    expect(await page.getByText(said.faults.choose).count()).toBe(2)
    await clean(page, name('1-faults'))

    await page.getByLabel(said.formName, { exact: true }).fill(form)
    await page.getByLabel(said.languages.en, { exact: true }).press('Space')
    await page.getByLabel(said.date.year, { exact: true }).fill('2026')
    await page.getByLabel(said.date.month, { exact: true }).selectOption('05')
    await page.getByLabel(said.signerName, { exact: true }).fill('Ana Prueba')
    await page.getByLabel(said.signers.self, { exact: true }).press('Space')
    await page.getByLabel(said.keptWhere, { exact: true }).fill('Blue folder')
    await page.getByLabel(said.keptWhere, { exact: true }).press('Enter')
    await page.getByText(said.attestMeaning).waitFor()
    await clean(page, name('2-signing'))
    await confirm(page, one.code)
    await page.getByText(said.attested, { exact: true }).waitFor()
    await page.getByText(said.states.one).waitFor()
    expect(await page.getByRole('button', { name: said.second }).count()).toBe(0)
    await clean(page, name('3-one'))

    const second = await signedIn(stage, other.member, dress)
    await second.goto(`/app/people/${client.seatId}/before`)
    await second.getByRole('button', { name: said.secondOf.replace('{form}', form) }).press('Enter')
    await second.getByRole('dialog').getByText('Blue folder').waitFor()
    await clean(second, name('4-second'))
    await confirm(second, other.code)
    await second.getByText(said.states.two, { exact: false }).waitFor()
    await clean(second, name('5-two'))

    const theirs = await signedIn(stage, client, { ...dress, width: 390 })
    await theirs.goto('/me/agreement')
    await theirs.getByRole('heading', { level: 2, name: own.title }).waitFor()
    await theirs.getByText(own.mark, { exact: true }).waitFor()
    await clean(theirs, name('6-client'))
    await theirs.getByRole('button', { name: own.takeBackOf.replace('{form}', form) }).press('Enter')
    await theirs.getByText(own.states.withdrawn.split('{day}')[0]!).waitFor()
    expect(await theirs.getByRole('button', { name: own.takeBack }).count()).toBe(0)
    await clean(theirs, name('7-taken-back'))
    await second.getByText(said.states.withdrawn.split('{at}')[0]!).waitFor()
    await clean(second, name('8-ended'))
  })
})
