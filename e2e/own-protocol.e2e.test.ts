import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, addPerson, addPractice, assign, type Someone } from '../src/app/testing/arrange.ts'
import { givePassword, testPassword } from '../src/app/testing/credentials.ts'
import { addressOf, keyOf } from '../src/protocol/address.ts'
import { en as accessEn } from '../src/access/words.confirm.en.ts'
import { es as accessEs } from '../src/access/words.confirm.es.ts'
import { en as staffEn } from '../src/course/words.staff.en.ts'
import { es as staffEs } from '../src/course/words.staff.es.ts'
import { fill } from '../src/platform/i18n/fill.ts'
import { en } from '../src/protocol/words.own.en.ts'
import { es } from '../src/protocol/words.own.es.ts'
import { en as wholeEn } from '../src/protocol/words.whole.en.ts'
import { es as wholeEs } from '../src/protocol/words.whole.es.ts'
import { cleanIn } from './clean.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
let both: Someone
let code: () => string
const shots = process.env['OWN_SHOTS']

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  both = await addMember(stage.owner, practiceId, ['prescriber', 'therapist'])
  await givePassword(stage.owner, both.accountId)
  code = await stage.authenticator(both.accountId)
})
afterAll(() => stage.close())

const cleanly = cleanIn(shots)
async function clean(page: Page, name: string): Promise<void> {
  await cleanly(page, name)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect([name, wide]).toEqual([name, 0])
}

describe.each([
  { ...phone, language: 'en', theme: 'light', width: 1280 },
  { ...phone, language: 'es', theme: 'low' },
] as const)('in $language, $theme, $width wide', (dress) => {
  const said = { en, es }[dress.language]
  const whole = { en: wholeEn, es: wholeEs }[dress.language]
  const access = { en: accessEn, es: accessEs }[dress.language]
  const staff = { en: staffEn, es: staffEs }[dress.language]
  const title = `${dress.language === 'en' ? 'Slow injection' : 'Inyección lenta'} (Harbor)`

  async function sign(page: Page, name: string) {
    const dialog = page.getByRole('dialog')
    stage.pass(31_000)
    await dialog.getByLabel(access.confirm.password).fill(testPassword)
    await dialog.getByLabel(access.confirm.code).fill(code())
    await clean(page, name)
    await dialog.getByRole('button', { name: access.confirm.sign }).press('Enter')
  }

  test('a prescriber copies a protocol, sees what changes, signs, and a course begins on it', async () => {
    const page = await signedIn(stage, both, dress)
    const shot = (name: string) => clean(page, `${name}-${dress.language}`)
    await page.goto(addressOf({ id: 'esketamine', version: '1' }))
    await page.getByText(fill(said.fixed, { value: `120 ${said.units.minutes}` })).waitFor()
    expect(await page.getByLabel(said.fields.stayMinutes).count()).toBe(0)
    await page.getByText(fill(whole.rule, { rule: 'OWN-LABEL' })).waitFor()
    const gapBounds = fill(said.within.rule, { rule: 'OWN-GAP' })
    expect(await page.getByLabel(said.fields.gapHours).getAttribute('aria-describedby')).toContain('hint')
    await page.getByText(gapBounds).waitFor()
    await shot('0-spray')
    await page.getByRole('link', { name: said.back }).click()
    await page.getByLabel(whole.which).selectOption(keyOf({ id: 'im', version: '2' }))
    await page.getByRole('link', { name: said.copy }).click()
    await page.getByRole('heading', { name: said.copyTitle }).waitFor()
    await page.getByRole('button', { name: said.see }).click()
    expect(await page.getByRole('link', { name: said.faults.missing }).count()).toBe(2)
    await page.getByLabel(said.fields.titleEn).fill(title)
    await page.getByLabel(said.fields.titleEs).fill(title)
    await page.getByLabel(said.fields.gapHours).fill('168')
    await page.getByLabel(said.fields.solidHours).fill('3')
    await page.getByLabel(said.fields.sparserMinutes).fill('0, 30, 60')
    await page.getByRole('button', { name: said.see }).click()
    await page.getByRole('link', { name: fill(said.faults.sourced, { n: 4 }) }).waitFor()
    await page.getByRole('link', { name: said.faults['after-stay'] }).waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    await shot('1-refused')
    await page.getByLabel(said.fields.solidHours).fill('4')
    await page.getByLabel(said.fields.sparserMinutes).fill('0, 30, 60, 120')
    await page.getByRole('button', { name: said.see }).click()
    const line = (name: string) => page.getByRole('row').filter({ hasText: `${whole.names[name]}` })
    const gap = line('gates gapHours')
    await gap.waitFor()
    expect(await gap.locator('del').textContent()).toBe(fill(whole.units.Hours, { n: '72' }))
    expect(await gap.locator('ins').textContent()).toBe(fill(whole.units.Hours, { n: '168' }))
    expect(await gap.textContent()).toContain(said.changes.kinds.changed)
    const sparser = line('vitals sparserMinutes')
    expect(await sparser.textContent()).toContain(said.changes.kinds.added)
    expect(await page.locator('tbody tr').count()).toBe(4)
    await page.getByRole('button', { name: said.sign }).click()
    await page.getByText(said.reasonMissing).waitFor()
    await page.getByLabel(said.reason).fill('Our house is far from a hospital.')
    await shot('2-differs')
    await page.getByRole('button', { name: said.sign }).press('Enter')
    await sign(page, `3-signing-${dress.language}`)
    await page.getByRole('heading', { name: whole.title }).waitFor()
    const option = page.getByLabel(whole.which).locator('option', { hasText: title })
    await page.getByLabel(whole.which).selectOption((await option.getAttribute('value'))!)
    await page.getByText('Our house is far from a hospital.').waitFor()
    await page.getByRole('button', { name: said.differs }).click()
    await page.getByText(fill(whole.differs.other, { n: 4 })).waitFor()
    await shot('4-published')
    await page.reload()
    await page.getByText(fill(whole.differs.other, { n: 4 })).waitFor()
    expect(await page.getByText(said.newerCompare).count()).toBe(0)

    const client = await addPerson(stage.owner, practiceId, 'Ana')
    await assign(stage.owner, { member: both, personId: client.seatId })
    await page.goto(`/app/people/${client.seatId}`)
    await page.getByText(title).click()
    await shot('5-choosing')
    await page.getByRole('button', { name: staff.start.start }).press('Enter')
    const begun = async () => {
      const { rows } = await stage.owner.query(
        `select e.document -> 'title' ->> 'en' as title from course c
         join protocol_edition e on e.id = c.protocol_id and e.version = c.protocol_version where c.person_id = $1`,
        [client.seatId],
      )
      return rows
    }
    await expect.poll(begun).toEqual([{ title }])
    await page.getByRole('button', { name: staff.start.start }).waitFor({ state: 'detached' })
    await page.getByText(title).first().waitFor()
    await shot('6-begun')

    await page.goto('/app/protocols')
    await page.getByLabel(whole.which).selectOption((await option.getAttribute('value'))!)
    await page.getByRole('link', { name: said.edit }).click()
    await page.getByRole('button', { name: said.see }).click()
    await page.getByText(said.changes.none).waitFor()
    await page.getByLabel(said.reason).fill('Nothing new.')
    await page.getByRole('button', { name: said.sign }).click()
    await page.getByText(said.nothingNew).waitFor()
    await page.getByLabel(said.fields.gapHours).fill('96')
    await page.getByRole('button', { name: said.see }).click()
    await page.getByRole('table', { name: fill(said.changes.fromBefore, { n: 1 }) }).waitFor()
    await shot('7-next')
    await page.getByRole('link', { name: said.back }).click()
    await page.getByLabel(whole.which).selectOption((await option.getAttribute('value'))!)
    await page.getByRole('button', { name: said.end }).click()
    await page.getByRole('dialog').getByLabel(said.endReason).fill('It was a trial.')
    await page.getByRole('dialog').getByRole('button', { name: said.endSign }).click()
    await sign(page, `8-retiring-${dress.language}`)
    await page.getByText('It was a trial.').waitFor()
    expect(await page.getByRole('link', { name: said.edit }).count()).toBe(0)
    await page.context().close()
  })
})

test('a copy says when its source has a newer edition, and stands beside it', async () => {
  const [id, name] = [randomUUID(), 'Copied long ago']
  await stage.owner.query(
    `insert into own_protocol (practice_id, id, line_id, edition, protocol_id, from_version, version, document, reason,
       document_hash, confirmation_id, signed_by, signed_at)
     select $1, $2, $2, 1, 'sublingual', '1', $3, e.document || jsonb_build_object('version', $3::text, 'title', $4::jsonb), 'r', 'h', $2, $5, now()
     from protocol_edition e where e.id = 'sublingual' and e.version = '1'`,
    [practiceId, id, id, JSON.stringify({ en: name, es: name }), both.seatId],
  )
  for (const dress of [
    { ...phone, width: 1280 },
    { ...phone, language: 'es', theme: 'low' },
  ] as const) {
    const said = { en, es }[dress.language]
    const whole = { en: wholeEn, es: wholeEs }[dress.language]
    const page = await signedIn(stage, both, dress)
    await page.goto('/app/protocols')
    await page.getByLabel(whole.which).selectOption(keyOf({ id: 'sublingual', version: id }))
    await page.getByRole('button', { name: said.newerCompare }).press('Enter')
    expect(await page.getByLabel(whole.against).inputValue()).toBe(keyOf({ id: 'sublingual', version: '2' }))
    await clean(page, `9-newer-${dress.language}`)
    await page.context().close()
  }
})

test('nothing left the house, and no title or address said what this is about', async () => {
  await expect(stage.demandDiscretion()).resolves.toBeUndefined()
})
