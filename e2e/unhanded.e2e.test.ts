import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMember, addPerson, addPractice, assign, type Someone } from '../src/app/testing/arrange.ts'
import { phone, signedIn, type Dress } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
let therapist: Someone

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  therapist = await addMember(stage.owner, practiceId, ['therapist'])
})
afterAll(async () => {
  await stage.demandDiscretion()
  await stage.close()
})

const accessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
const said = (page: Page) => page.locator('main').innerText()

/** As from a house that was put back to an older release: the server knows no such version. */
async function refused(dress: Dress) {
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  await stage.owner.query('update seat set since = now() where id = $1', [client.seatId])
  await assign(stage.owner, { member: therapist, personId: client.seatId })
  const page = await signedIn(stage, client, dress)
  await page.route(/\/(asking\/draft|answers)$/, (route) =>
    route.continue({
      postData: JSON.stringify({ ...route.request().postDataJSON(), instrumentVersion: '9' }),
    }),
  )
  await page.goto('/me/questions')
  return { client, page }
}
const nothingKept = async ({ seatId }: Someone) => {
  const { rows } = await stage.owner.query(
    'select id from instrument_response where person_id = $1 union all select id from task where person_id = $1',
    [seatId],
  )
  expect(rows).toEqual([])
}

test('an answer about death that the server refuses is not said to be on its way: no one was told, and whom to call', async () => {
  const { client, page } = await refused({ language: 'es', theme: 'low', width: 360 })
  await page.getByRole('button', { name: 'Empezar' }).click()
  for (let place = 1; place <= 9; place += 1) {
    await page.getByText(`Pregunta ${place} de`).waitFor()
    await page.getByRole('button', { name: 'Varios días' }).click()
  }
  await page.getByText('no se le ha avisado a nadie').waitFor()
  expect(await said(page)).not.toMatch(/Le estamos avisando|ya recibió el aviso/)
  await page.getByRole('link', { name: /988/ }).first().waitFor()
  await accessible(page)
  await nothingKept(client)
  await page.context().close()
})

test('a form that the server refuses is not said to be with the team; the answers stay to be read', async () => {
  const { client, page } = await refused(phone)
  await page.getByRole('button', { name: 'Begin' }).click()
  for (let place = 1; place <= 9; place += 1) {
    await page.getByText(`Question ${place} of`).waitFor()
    await page.getByRole('button', { name: 'Not at all' }).click()
  }
  await page.getByRole('button', { name: 'Send to my team' }).click()
  await page.getByRole('heading', { level: 1, name: 'It did not reach your team' }).waitFor()
  await accessible(page)
  await page.getByText('What you answered', { exact: true }).click()
  await page.getByText('Trouble falling').waitFor()
  await accessible(page)
  // Its reasons were read, one after the other; what is true stays.
  const read = page.getByRole('button', { name: 'I have read this' })
  await read.first().waitFor()
  const unread = async () => {
    await read
      .first()
      .click({ timeout: 1_000 })
      .catch(() => {})
    return read.count()
  }
  await expect.poll(unread, { timeout: 20_000 }).toBe(0)
  await page.getByRole('heading', { level: 1, name: 'It did not reach your team' }).waitFor()
  await nothingKept(client)
  await page.context().close()
})

test('where something in between answers in place of the house, it is said that something went wrong', async () => {
  const { page } = await refused(phone)
  await page.route('**/asking', (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }))
  await page.goto('/me/questions')
  await page.getByText('Something went wrong on our side.').waitFor()
  expect(await said(page)).not.toContain('Bad gateway')
  await accessible(page)
  await page.context().close()
})

test('a 502 on sending refuses nothing: it waits on the device, is not said to be with the team, and goes once', async () => {
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  await stage.owner.query('update seat set since = now() where id = $1', [client.seatId])
  await assign(stage.owner, { member: therapist, personId: client.seatId })
  const page = await signedIn(stage, client, { language: 'es', theme: 'low', width: 390 })
  await page.route('**/answers', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' })
      : route.continue(),
  )
  await page.goto('/me/questions')
  await page.getByRole('button', { name: 'Empezar' }).click()
  for (let place = 1; place <= 9; place += 1) {
    await page.getByText(`Pregunta ${place} de`).waitFor()
    await page.locator('.tl-ask-option').first().click()
  }
  await page.getByRole('button', { name: 'Enviar a mi equipo' }).click()
  await page.getByText('Está a salvo en este dispositivo').waitFor()
  expect(await said(page)).not.toMatch(/Bad gateway|ya (lo )?(tiene|recibió)/)
  await accessible(page)
  await nothingKept(client)
  await page.unroute('**/answers')
  const stored = async () =>
    (await stage.owner.query('select status from instrument_response where person_id = $1', [client.seatId]))
      .rows
  await expect.poll(stored, { timeout: 30_000 }).toEqual([{ status: 'complete' }])
  await page.context().close()
})
