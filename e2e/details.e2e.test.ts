import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, addPerson, addPractice } from '../src/app/testing/arrange.ts'
import { en as detailsEn } from '../src/intake/words.details.en.ts'
import { es as detailsEs } from '../src/intake/words.details.es.ts'
import { en as reachEn } from '../src/intake/words.reach.en.ts'
import { es as reachEs } from '../src/intake/words.reach.es.ts'
import { en as intakeEn } from '../src/intake/words.en.ts'
import { es as intakeEs } from '../src/intake/words.es.ts'
import { en as problemEn } from '../src/platform/i18n/problem.referral.en.ts'
import { es as problemEs } from '../src/platform/i18n/problem.referral.es.ts'
import { en as helpEn } from '../src/practice/words.help.en.ts'
import { es as helpEs } from '../src/practice/words.help.es.ts'
import { cleanIn } from './clean.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
const helps = { en: helpEn.help.reachMore, es: helpEs.help.reachMore }
const shots = process.env['DETAILS_SHOTS']

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const clean = cleanIn(shots)

describe.each([
  { ...phone, language: 'en', theme: 'light', width: 1280 },
  { ...phone, language: 'es', theme: 'low' },
] as const)('in $language, $theme, $width wide', (dress) => {
  const { language } = dress
  const said = { en: detailsEn, es: detailsEs }[language]
  const intake = { en: intakeEn, es: intakeEs }[language]
  const problem = { en: problemEn, es: problemEs }[language]
  const name = (place: string) => `${place}-${language}-${dress.theme}`

  test('a birthday is set right with its reason, somebody of that name is looked at first, and both days stay readable', async () => {
    const { owner } = stage
    const practiceId = await addPractice(owner, `Details ${language} (invented)`)
    const [who, other] = [
      await addPerson(owner, practiceId, 'Ana'),
      await addPerson(owner, practiceId, 'Ana'),
    ]
    await owner.query(`update person set birth_date = '1980-04-02' where id = $1`, [who.seatId])
    await owner.query(`update person set birth_date = '1991-04-02' where id = $1`, [other.seatId])
    const coordinator = await addMember(owner, practiceId, ['coordinator'])
    const page = await signedIn(stage, coordinator, dress)
    await page.goto(`${stage.base}/app/people/${who.seatId}/history`)
    const press = (words: string) => page.getByRole('button', { name: words, exact: true }).click()
    await press(said.open)
    await press(said.save)
    await page.getByText(said.faults.why).waitFor()
    expect(await page.getByText(said.faults.nothing).count()).toBeGreaterThan(0)
    await page.getByLabel(said.born.year).fill('1991')
    await page.getByLabel(new RegExp(`^${said.parts.phone}`)).fill('+1 213 555 0199')
    await page.getByLabel(said.why, { exact: true }).fill('1991, 1980')
    await clean(page, name('typed'))
    await press(said.save)
    await page.getByText(problem['someone-else-perhaps'].title).waitFor()
    await page.getByText(said.someoneElse).click()
    await clean(page, name('namesake'))
    await press(said.save)
    await page.getByText(intake.standings['to-be-confirmed']).first().waitFor()
    await page.getByRole('button', { name: said.open, exact: true }).waitFor()
    await page.getByText(said.corrections.one).click()
    await page.getByText('“1991, 1980”').waitFor()
    await clean(page, name('corrected'))
    const { rows } = await owner.query(
      `select p.birth_date::text as born, p.phone, c.before ->> 'birthDate' as before
       from person p join details_correction c on c.person_id = p.id where p.id = $1`,
      [who.seatId],
    )
    expect(rows).toEqual([{ born: '1991-04-02', phone: '+1 213 555 0199', before: '1980-04-02' }])
  })

  test('a client changes how they are reached; what the practice changed meanwhile is shown, and nothing typed is lost', async () => {
    const { owner } = stage
    const reach = { en: reachEn, es: reachEs }[language]
    const practiceId = await addPractice(owner, `Reach ${language} (invented)`)
    const client = await addPerson(owner, practiceId, 'Ana')
    const coordinator = await addMember(owner, practiceId, ['coordinator'])
    const page = await signedIn(stage, client, { ...dress, width: Math.min(dress.width, 1280) })
    await page.goto(`${stage.base}/me/help`)
    await page.locator('main').getByRole('link', { name: helps[language] }).click()
    const phoneField = page.getByLabel(reach.parts.phone, { exact: true })
    const save = () => page.getByRole('button', { name: reach.save, exact: true }).click()
    await phoneField.waitFor()
    await clean(page, name('reach'))
    await save()
    await page.getByText(reach.faults.nothing).waitFor()
    await page.getByLabel(reach.parts.email, { exact: true }).fill('nobody')
    await save()
    await page.getByText(reach.faults.email).waitFor()
    await clean(page, name('reach-wrong'))
    await page.getByLabel(reach.parts.email, { exact: true }).fill('')
    await phoneField.fill('+1 213 555 0166')
    await page.reload()
    await phoneField.waitFor()
    expect(await phoneField.inputValue()).toBe('+1 213 555 0166')
    await owner.query(
      `with told as (insert into details_correction (practice_id, id, person_id, before, after, why, corrected_by, corrected_at)
         values ($1, gen_random_uuid(), $2, '{"city":null}', '{"city":"Ojai"}', 'A call.', $3, now()) returning 1)
       update person set city = 'Ojai' where id = $2 and exists (select from told)`,
      [practiceId, client.seatId, coordinator.seatId],
    )
    await save()
    await page.getByRole('button', { name: reach.asItIs }).click()
    const cityField = page.getByLabel(reach.parts.city, { exact: true })
    await expect.poll(() => cityField.inputValue()).toBe('Ojai')
    await phoneField.fill('+1 213 555 0166')
    await save()
    await page.getByText(reach.saved).waitFor()
    await expect.poll(() => page.locator('output:focus').innerText()).toBe(reach.saved)
    await clean(page, name('reach-saved'))
    expect(await phoneField.inputValue()).toBe('+1 213 555 0166')
    const { rows } = await owner.query('select phone, city from person where id = $1', [client.seatId])
    expect(rows).toEqual([{ phone: '+1 213 555 0166', city: 'Ojai' }])
  })
})
