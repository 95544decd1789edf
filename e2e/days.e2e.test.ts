import { AxeBuilder } from '@axe-core/playwright'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMember, addPerson, addPractice, assign, type Someone } from '../src/app/testing/arrange.ts'
import { invented, limit, says, textOf } from '../src/form/testing/files.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
let therapist: Someone
let administrator: Someone
let client: Someone

/** A day, and a number of which a small one must reach a person. */
const file = invented({
  item: [
    { linkId: 'began', type: 'date', text: 'When did it begin?', _text: says('¿Cuándo empezó?') },
    {
      linkId: 'meals',
      type: 'integer',
      text: 'How many meals a week?',
      _text: says('¿Cuántas comidas a la semana?'),
      extension: [limit('minValue', { valueInteger: 0 }), limit('maxValue', { valueInteger: 21 })],
    },
  ],
})

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  therapist = await addMember(stage.owner, practiceId, ['therapist'])
  administrator = await addMember(stage.owner, practiceId, ['administrator'])
  client = await addPerson(stage.owner, practiceId, 'Ana')
  await stage.owner.query(`update person set language = 'es' where id = $1`, [client.seatId])
  await stage.owner.query('update seat set since = now() where id = $1', [client.seatId])
  await assign(stage.owner, { member: therapist, personId: client.seatId })
})
afterAll(async () => {
  await stage.demandDiscretion()
  await stage.close()
})

const accessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
const rows = async (sql: string) => (await stage.owner.query(sql, [client.seatId])).rows

async function bringIn() {
  const page = await signedIn(stage, administrator, { ...phone, width: 1280 })
  await page.goto('/app/practice/forms')
  await page
    .getByLabel('A form, from a file')
    .setInputFiles({ name: 'days.json', mimeType: 'application/json', buffer: Buffer.from(textOf(file)) })
  await page.getByRole('radio', { name: 'Yes, these answers' }).check()
  // A day is nothing that could be named as dangerous.
  expect(await page.getByRole('group', { name: 'When did it begin?' }).count()).toBe(0)
  const meals = page.getByRole('group', { name: 'How many meals a week?' })
  await meals
    .getByLabel('Which numbers must reach a person?')
    .selectOption({ label: 'This number and below' })
  await meals.getByLabel('The number').fill('1')
  await page.getByRole('radio', { name: 'No. It may be answered alone.' }).check()
  await page.getByLabel('What gives you the right to use it').fill('Written by this practice, 2026.')
  await page.getByLabel('I have read what is not scored').check()
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await page.getByText('is brought in.').waitFor()
  await page.context().close()
  const { rows: forms } = await stage.owner.query('select form_id from own_form where practice_id = $1', [
    practiceId,
  ])
  const line = {
    id: 'beginning',
    on: 'enrolment',
    after: { hours: 0 },
    opensHoursBefore: 0,
    closesHoursAfter: 500,
    remindHoursAfter: null,
    instruments: [forms[0].form_id],
  }
  await stage.owner.query(
    `insert into asking_schedule (practice_id, id, lines, set_by, set_at) values ($1, $2, $3, $4, now())`,
    [practiceId, randomUUID(), JSON.stringify([line]), administrator.seatId],
  )
}

test('asked for a day, a year and a month will do; and the first figure of a number is not the number', async () => {
  await bringIn()
  const page = await signedIn(stage, client, { language: 'es', theme: 'low', width: 320 })
  await page.goto('/me/questions')
  await page.getByRole('button', { name: 'Empezar' }).click()
  await page.getByRole('heading', { name: '¿Cuándo empezó?' }).waitFor()
  await accessible(page)
  await page.getByLabel('Año', { exact: true }).fill('1998')
  await page.getByLabel('Mes', { exact: true }).selectOption({ label: 'febrero' })
  await page.getByLabel(/^Día/).fill('30')
  await page.getByText('Ese día no existe').waitFor()
  await accessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.getByLabel(/^Día/).fill('')
  await page.getByRole('button', { name: 'Siguiente' }).click()
  await page.getByRole('heading', { name: '¿Cuántas comidas a la semana?' }).waitFor()
  // "1" would call someone; it stands there on the way to "14".
  await page.getByLabel('Un número').pressSequentially('14', { delay: 120 })
  await page.getByRole('button', { name: 'Siguiente' }).click()
  await page.getByText('febrero de 1998').waitFor()
  await page.getByText('14', { exact: true }).waitFor()
  await accessible(page)
  await page.getByRole('button', { name: /^Cambiar.*comidas/ }).click()
  await page.getByLabel('Un número').fill('140')
  await page.getByText('Escriba un número entero de 0 a 21.').waitFor()
  await page.getByRole('button', { name: 'Siguiente' }).waitFor({ state: 'detached' })
  await page.getByLabel('Un número').fill('13')
  await page.getByRole('button', { name: 'Siguiente' }).click()
  await page.getByRole('button', { name: 'Enviar a mi equipo' }).click()
  await expect
    .poll(() => rows('select answers, language from instrument_response where person_id = $1'), {
      timeout: 10_000,
    })
    .toMatchObject([{ answers: { said: { began: '1998-02', meals: 13 } }, language: 'es' }])
  expect(await rows('select kind from task where person_id = $1')).toEqual([])
  await page.context().close()
  const staff = await signedIn(stage, therapist, { ...phone, width: 1280 })
  await staff.goto(`/app/people/${client.seatId}/measures`)
  await staff.getByText('Each answer').click()
  await staff
    .getByText(/^Answers of/)
    .first()
    .click()
  await staff.getByText('February 1998').waitFor()
  await staff.context().close()
})
