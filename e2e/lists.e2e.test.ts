import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addMember,
  addPerson,
  addCourse,
  addPractice,
  assign,
  type Someone,
} from '../src/app/testing/arrange.ts'
import { putEarlierDose } from '../src/app/testing/earlier.ts'
import { en as courseEn } from '../src/course/words.staff.en.ts'
import { es as courseEs } from '../src/course/words.staff.es.ts'
import { en as changedEn } from '../src/intake/words.list.en.ts'
import { es as changedEs } from '../src/intake/words.list.es.ts'
import { en as ownEn } from '../src/journey/words.own.en.ts'
import { es as ownEs } from '../src/journey/words.own.es.ts'
import { en as toldEn } from '../src/journey/words.told.en.ts'
import { es as toldEs } from '../src/journey/words.told.es.ts'
import { hour } from '../src/kernel/instant.ts'
import { form } from '../src/telling/telling.content.ts'
import { en } from '../src/telling/words.en.ts'
import { es } from '../src/telling/words.es.ts'
import { en as listEn } from '../src/telling/words.list.en.ts'
import { es as listEs } from '../src/telling/words.list.es.ts'
import { cleanIn } from './clean.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
})
afterAll(() => stage.close())

const wait = { timeout: 30_000 }
const clean = cleanIn(process.env['LISTS_SHOTS'])

async function arrive() {
  const { owner } = stage
  const client = await addPerson(owner, practiceId, 'Ana')
  const member = (role: 'therapist' | 'prescriber' | 'monitor') => addMember(owner, practiceId, [role])
  const people = {
    therapist: await member('therapist'),
    prescriber: await member('prescriber'),
    monitor: await member('monitor'),
  }
  for (const each of Object.values(people)) await assign(owner, { member: each, personId: client.seatId })
  const course = await addCourse(owner, practiceId, client.seatId)
  return { clinic: { owner, practiceId, people }, client, personId: client.seatId, ...course }
}

const saidOf = async ({ seatId }: Someone): Promise<string[]> =>
  (
    await stage.owner.query('select kind, said, words from list_said where person_id = $1 order by number', [
      seatId,
    ])
  ).rows.map(({ kind, said, words }) => `${kind}: ${said} ${words}`.trim())

describe.each([
  { ...phone, language: 'en', theme: 'light' },
  { ...phone, language: 'es', theme: 'low' },
] as const)('in $language, $theme', (dress) => {
  const { language, theme } = dress
  const name = `${language}-${theme}`
  const said = { en, es }[language]
  const list = { en: listEn, es: listEs }[language]
  const staff = { en: changedEn, es: changedEs }[language]

  test('a client says that a list is empty, and takes back what they told; staff read both', async () => {
    const { client, clinic } = await arrive()
    const page = await signedIn(stage, client, dress)
    await page.goto(`/me/history/${form.topics.length + 1}`)
    await page.getByText(list.empty).waitFor()
    await clean(page, `1-empty-${name}`)
    await page.getByRole('button', { name: list.none.allergy }).click()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: list.none.medicine }).click()
    await page.getByText(list.noneSaid.medicine).waitFor()
    await clean(page, `2-none-${name}`)
    await page.context().setOffline(false)
    await expect.poll(() => saidOf(client), wait).toEqual(['allergy: none', 'medicine: none'])

    await page.getByRole('combobox', { name: said.medicines.names.medicine }).fill('Zzyzx drops')
    // What is offered opens a moment after the word, and would open after it was closed.
    await page.getByText(said.medicines.nothing).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: said.medicines.keep }).click()
    const way = list.takeBackOf.replace('{way}', list.takeBack.stopped).replace('{what}', 'Zzyzx drops')
    await page.getByRole('button', { name: way }).click()
    await page.getByText(list.back.stopped).waitFor()
    await clean(page, `3-taken-back-${name}`)
    await expect.poll(() => saidOf(client), wait).toContain('medicine: stopped Zzyzx drops')

    const desk = await signedIn(stage, clinic.people.prescriber, { ...dress, width: 1280 })
    await desk.goto(`/app/people/${client.seatId}/history`)
    await desk.getByText(staff.back.stopped.split('{day}')[1]!).waitFor()
    await desk.getByText(staff.none.allergy.split('{day}')[1]!).waitFor()
    await clean(desk, `4-history-${name}`)
    await stage.demandDiscretion()
    for (const each of [page, desk]) await each.context().close()
  })

  test('a yes to another journey is on record, and both read from when it can be said', async () => {
    const arrived = await arrive()
    const own = { en: ownEn, es: ownEs }[language]
    const told = { en: toldEn, es: toldEs }[language]
    await putEarlierDose(arrived, Date.now() - 24 * hour, Date.now() - 20 * hour)
    const { courseId, sessionId } = arrived
    const desk = await signedIn(stage, arrived.clinic.people.therapist, { ...dress, width: 1280 })
    await desk.goto(`/app/c/${courseId}/s/${sessionId}/ready`)
    await desk.getByText(told.yesLater.split('{until}')[0]!).waitFor()
    const place = desk.locator('form', { hasText: told.wantsAnother })
    for (const question of [told.talked, told.wantsAnother])
      await place.getByRole('group', { name: question }).getByRole('radio', { name: told.yes }).check()
    await clean(desk, `5-talk-${name}`)
    await place.getByRole('button', { name: told.saves.talked }).click()
    const page = await signedIn(stage, arrived.client, dress)
    await page.goto(`/me/today/${sessionId}`)
    await page.getByText(own.talked['talked-too-soon'].split('{until}')[0]!).waitFor()
    await clean(page, `6-own-${name}`)
    await clean(desk, `7-gate-${name}`)
    expect(await page.getByText(own.talked.ready).count()).toBe(0)
    await stage.demandDiscretion()
    for (const each of [page, desk]) await each.context().close()
  })

  test('the chart says that a review is owed', async () => {
    const arrived = await arrive()
    const { clinic, personId } = arrived
    const course = { en: courseEn, es: courseEs }[language]
    await putEarlierDose(arrived, Date.now() - 200 * hour)
    await putEarlierDose(arrived, Date.now() - 100 * hour)
    const desk = await signedIn(stage, clinic.people.prescriber, dress)
    await desk.goto(`/app/people/${personId}`)
    await desk.getByText(course.board.reviewOwed.journeys.other.split('{n}')[1]!.split('{day}')[0]!).waitFor()
    await clean(desk, `8-owed-${name}`)
    expect(await desk.getByText(course.review.title).count()).toBe(1)
    await desk.context().close()
  })
})
