import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMember, addPerson, addPractice, assign, type Someone } from '../src/app/testing/arrange.ts'
import { invented, textOf } from '../src/form/testing/files.ts'
import { phone, signedIn, type Dress } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
let administrator: Someone
let therapist: Someone

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  administrator = await addMember(stage.owner, practiceId, ['administrator'])
  therapist = await addMember(stage.owner, practiceId, ['therapist'])
})
afterAll(() => stage.close())

const desk: Dress = { language: 'en', theme: 'light', width: 1280 }
const accessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
const fileOf = (text: string) => ({
  name: 'nights.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})
test('a form is read, its gaps are told, an answer is named that must reach a person, and it is brought in', async () => {
  const page = await signedIn(stage, administrator, desk)
  await page.goto('/app/practice')
  await page.getByRole('link', { name: 'Forms of your own' }).click()
  await page.getByText('No form of your own yet').waitFor()
  await accessible(page)
  const file = page.getByLabel('A form, from a file')
  await file.setInputFiles(fileOf(textOf(invented({ item: [] }))))
  await page.getByText('This file is not brought in. Nothing has changed.').waitFor()
  await accessible(page)
  await file.setInputFiles(fileOf(textOf(invented())))
  await page.getByRole('heading', { name: 'What this file becomes' }).waitFor()
  await page.getByText('is beyond what is worked out here').waitFor()
  await page.getByRole('button', { name: 'Bring it in' }).click()
  expect(await page.getByText('This is needed.').count()).toBe(4)
  await page.getByRole('radio', { name: 'No. No answer in it' }).check()
  await page.getByText('may be about death or harm. Look at it again').waitFor()
  await page.getByRole('radio', { name: 'Yes, these answers' }).check()
  await page.getByRole('group', { name: 'I thought of ending my life' }).getByLabel('Yes').check()
  const hours = page.getByRole('group', { name: 'How many hours before the alarm?' })
  await hours
    .getByLabel('Which numbers must reach a person?')
    .selectOption({ label: 'This number and above' })
  await page.getByRole('radio', { name: 'No. It may be answered alone.' }).check()
  await page.getByLabel('What gives you the right to use it').fill('Written by this practice, 2026.')
  await page.getByLabel('I have read what is not scored').check()
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await page.getByText('Choose at least one answer.').waitFor()
  await hours.getByLabel('The number').fill('99')
  await page.getByRole('button', { name: 'Bring it in' }).click()
  expect(await page.getByText('is brought in.').count()).toBe(0)
  await hours.getByLabel('The number').fill('9')
  await accessible(page)
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await page.getByText('“Nights, invented” is brought in.').waitFor()
  await page.getByText('A person sees certain answers to: I thought of ending my life').waitFor()
  await page.getByLabel('Questionnaire', { exact: true }).selectOption({ label: 'PHQ-9' })
  const [file9] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the file' }).click(),
  ])
  expect(file9.suggestedFilename()).toBe('questionnaire.json')
  await accessible(page)
  await page.context().close()
  const other = await signedIn(stage, administrator, { language: 'es', theme: 'low', width: 390 })
  await other.goto('/app/practice/forms')
  await other
    .getByLabel('Un cuestionario, desde un archivo')
    .setInputFiles(fileOf(textOf(invented({ version: '3' }))))
  await other.getByRole('radio', { name: 'Sí, estas respuestas' }).check()
  await accessible(other)
  await other.context().close()
})

test('a client is asked it in Spanish; the named answer leads to help; staff see its sum, and what is not scored', async () => {
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  await stage.owner.query(`update person set language = 'es' where id = $1`, [client.seatId])
  await stage.owner.query('update seat set since = now() where id = $1', [client.seatId])
  await assign(stage.owner, { member: therapist, personId: client.seatId })
  const { rows } = await stage.owner.query('select form_id from own_form where practice_id = $1', [
    practiceId,
  ])
  await stage.owner.query(
    `insert into asking_schedule (practice_id, id, lines, set_by, set_at) values ($1, $2, $3, $4, now())`,
    [practiceId, randomUUID(), lines(rows[0].form_id), administrator.seatId],
  )
  const page = await signedIn(stage, client, { language: 'es', theme: 'low', width: 390 })
  await page.goto('/me/questions')
  await page.getByRole('button', { name: 'Empezar' }).click()
  await page.getByText('Sus noches').waitFor()
  await page.getByRole('button', { name: 'Casi todos los días' }).click()
  await page.getByRole('heading', { name: 'Me desperté temprano' }).waitFor()
  await page.getByRole('button', { name: 'Algunos días' }).click()
  await page.getByLabel('Un número').fill('3')
  await page.getByRole('button', { name: 'Siguiente' }).click()
  await page.getByRole('heading', { name: 'Pensé en terminar con mi vida' }).waitFor()
  await page.getByRole('button', { name: 'Sí', exact: true }).click()
  await page.getByRole('link', { name: /988/ }).first().waitFor()
  await page.getByRole('button', { name: 'Seguir con las preguntas' }).click()
  await page.getByLabel('Su respuesta').fill('La calle, y lo que vendrá')
  await accessible(page)
  await page.getByRole('button', { name: 'Siguiente' }).click()
  await page.getByText('La calle, y lo que vendrá').waitFor()
  await page.getByRole('button', { name: 'Enviar a mi equipo' }).click()
  const sent = () =>
    stage.owner.query(`select scores from instrument_response where person_id = $1`, [client.seatId])
  await expect.poll(async () => (await sent()).rows, { timeout: 10_000 }).toEqual([{ scores: { sum: 3 } }])
  await page.context().close()
  const staff = await signedIn(stage, therapist, { ...phone, width: 1280 })
  await staff.goto(`/app/people/${client.seatId}/measures`)
  await staff.getByText('The practice’s own form, version 1: not a validated instrument.').waitFor()
  await staff.getByText('Not scored: A score of another kind').waitFor()
  await staff.getByRole('cell', { name: '3', exact: true }).waitFor()
  await staff.getByText('Each answer').click()
  await staff
    .getByText(/^Answers of/)
    .first()
    .click()
  await staff.getByText('La calle, y lo que vendrá').waitFor()
  await accessible(staff)
  await staff.context().close()
})

const lines = (id: string): string =>
  JSON.stringify([
    {
      id: 'beginning',
      on: 'enrolment',
      after: { hours: 0 },
      opensHoursBefore: 0,
      closesHoursAfter: 500,
      remindHoursAfter: null,
      instruments: [id],
    },
  ])
