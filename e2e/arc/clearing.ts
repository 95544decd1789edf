import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { en as accessEn } from '../../src/access/words.confirm.en.ts'
import { es as accessEs } from '../../src/access/words.confirm.es.ts'
import { en as doorEn } from '../../src/access/words.door.en.ts'
import { es as doorEs } from '../../src/access/words.door.es.ts'
import { password as demoPassword } from '../../src/app/seed/people.ts'
import { en as clearanceEn } from '../../src/clearance/words.en.ts'
import { es as clearanceEs } from '../../src/clearance/words.es.ts'
import { en as staffEn } from '../../src/course/words.staff.en.ts'
import { es as staffEs } from '../../src/course/words.staff.es.ts'
import { en as intakeEn } from '../../src/intake/words.en.ts'
import { es as intakeEs } from '../../src/intake/words.es.ts'
import { plural } from '../../src/platform/i18n/plural.ts'
import { measuresKnown } from '../../src/rule/rule.content.ts'
import { opensTheRecord } from './care-team.ts'
import { aFreshCode } from './entering.ts'
import { beginning, withHint } from './hands.ts'
import { careDay } from './moments.ts'
import { inTongue, stored, until, type Found, type Walk, type Walker } from './walk.ts'

const clearance = { en: clearanceEn, es: clearanceEs }
const intake = { en: intakeEn, es: intakeEs }
const staff = { en: staffEn, es: staffEs }
const access = { en: accessEn, es: accessEs }
const door = { en: doorEn, es: doorEs }

/** Someone who works here proves it is them once more: the password, and a code that was not used before. */
export async function provesWhoTheyAre(walk: Walk, { hands }: Walker): Promise<void> {
  const { confirm } = inTongue(walk, access)
  const dialog = hands.page.getByRole('dialog')
  walk.stage.pass(aFreshCode)
  await hands.write(confirm.password, demoPassword, dialog)
  await hands.press(inTongue(walk, door).second.fill.use, dialog)
  await hands.press(confirm.sign, dialog)
  await dialog.waitFor({ state: 'hidden' })
}

/** Goes through what came with the referral, and says of each that it is so. */
export async function confirmsTheHistory(walk: Walk): Promise<void> {
  const { hands } = walk.prescriber
  const { page } = hands
  const words = inTongue(walk, intake)
  await opensTheRecord(walk, walk.prescriber)
  await hands.press(inTongue(walk, staff).places.history)
  await page.getByRole('heading', { level: 1, name: words.history.title }).waitFor()
  await walk.look(walk.prescriber, 'history')
  while ((await page.getByRole('button', { name: words.history.confirm, exact: true }).count()) > 0) {
    const left = await page.getByRole('button', { name: words.history.confirm, exact: true }).count()
    await hands.press(words.history.confirm)
    await until('one less is open', async () => {
      const now = await page.getByRole('button', { name: words.history.confirm, exact: true }).count()
      return now < left
    })
  }
  await page.getByText(words.history.allSeen).waitFor()
}

/** What no record says is asked: each question of the rules, and two blood pressures. */
export async function asksWhatIsNotKnown(walk: Walk): Promise<void> {
  const { hands } = walk.prescriber
  const { page } = hands
  const words = inTongue(walk, clearance)
  await hands.press(inTongue(walk, staff).places.decision)
  await page.getByRole('heading', { level: 1, name: words.title }).waitFor()
  await walk.look(walk.prescriber, 'decision-open')
  for (const [upper, lower] of [
    ['122', '78'],
    ['118', '76'],
  ] as const) {
    await hands.write(words.pressure.systolic, upper)
    await hands.write(words.pressure.diastolic, lower)
    await hands.press(words.pressure.save)
    await page.locator('.tl-decision-aside').getByText(`${upper}/${lower}`).first().waitFor()
  }
  await writesWhatWasMeasured(walk)
  const fields = page.locator('.tl-question:not(.tl-evidence)')
  const asked = await fields.count()
  for (let place = 0; place < asked; place += 1) await answersPlainly(walk, fields.nth(place))
  const filed = page.locator('.tl-evidence .tl-label')
  const rows = await filed.allTextContents()
  const today = await careDay(walk, 0)
  for (const row of rows) await hands.writeWhen(row, today)
  await walk.look(walk.prescriber, 'decision-asked')
  await hands.press(plural(walk.language, asked + rows.length, words.ask.save))
  await page
    .getByRole('radio', { name: beginning(words.decisions.clear) })
    .first()
    .waitFor()
}

/** Weight and height in the units of the country, and the scores that have to be there. */
async function writesWhatWasMeasured(walk: Walk): Promise<void> {
  const { hands } = walk.prescriber
  const form = hands.page.locator('.tl-measured').nth(1)
  const { measured } = inTongue(walk, clearance)
  const title = (id: string) => measuresKnown.find((one) => one.id === id)!.title[walk.language]
  await hands.write(title('weight'), '158', form)
  await hands.write(measured.height, '66', form)
  for (const [id, value] of [
    ['audit', '2'],
    ['dast-10', '0'],
    ['stop-bang', '1'],
  ] as const)
    await hands.write(title(id), value, form)
  await hands.press(measured.save, form)
  await form.getByText(measured.lead).waitFor({ state: 'detached' })
}

const plainly = ['no', 'in-person', 'never', 'not-possible', 'not-high', 'has', 'recorded', 'done']

/** Never, not possible, not at all, gone through: the answer of someone of whom there is nothing to say. */
async function answersPlainly(walk: Walk, field: Locator): Promise<void> {
  const options = await field
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value))
  const wanted = plainly.find((one) => options.includes(one))
  const label = await field.locator(`label:has(input[value="${wanted}"])`).textContent()
  await walk.prescriber.hands.choose(label!, field)
}

/** Cleared by a prescriber, in writing, signed over what was in view. */
export async function clears(walk: Walk, found: Found): Promise<void> {
  const { hands } = walk.prescriber
  const { page } = hands
  const { decide, decisions, standings } = inTongue(walk, clearance)
  await hands.choose(withHint(decisions.clear, decide.hints.clear))
  await hands.write(decide.reason, reason[walk.language])
  await hands.writeWhen(decide.until, await careDay(walk, 60))
  const read = page.getByRole('group', { name: decide.read }).getByRole('checkbox')
  for (let place = 0; place < (await read.count()); place += 1)
    await hands.tick(
      (await read.nth(place).evaluate((box: HTMLInputElement) => box.labels![0]!.textContent))!,
    )
  await walk.look(walk.prescriber, 'decision')
  await hands.press(decide.sign)
  await provesWhoTheyAre(walk, walk.prescriber)
  await page.getByText(beginning(standings.clear)).first().waitFor()
  expect(await stored(walk, 'select reason from clearance where person_id = $1', [found.personId])).toEqual([
    { reason: reason[walk.language] },
  ])
}

const reason = {
  en: 'Depression through two adequate trials of medicine. No finding against it. Seen on Tuesday, and talked through.',
  es: 'Depresión que no cedió con dos tratamientos adecuados. Sin nada en contra. Vista el martes, y conversado.',
}
