import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { always, closedNow, handedIn, type Hours, type Place } from './handed.ts'
import { openStage, type Stage } from './stage.ts'
import { codeFrom, nothingOf, residue, typeCode } from './tablet.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  await stage.demandDiscretion()
  await stage.close()
})

const handed = (hours: Hours, open: string) => handedIn(stage, hours, open)

const accessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
const saidOn = (page: Page) => page.locator('main').innerText()
const leave = async ({ staff, tablet }: Place) => {
  await tablet.context().close()
  await staff.context().close()
}

test('at an hour when nobody reads, it says so before anything is typed, when they read, and 988', async () => {
  const place = await handed(closedNow, 'Open')
  const { tablet, client } = place
  await tablet.getByRole('button', { name: 'Begin in English' }).waitFor()
  const before = await saidOn(tablet)
  expect(before).toContain('word of it is left for your team')
  expect(before).toContain('No one reads now. They read again on')
  expect(before).not.toContain('is told at once')
  await tablet.getByRole('link', { name: /988/ }).waitFor()
  await accessible(tablet)
  await tablet.getByRole('button', { name: 'Begin in English' }).click()
  for (let item = 1; item <= 8; item += 1) {
    await tablet.getByText(`Question ${item} of`).waitFor()
    await tablet.getByRole('button', { name: 'Several days' }).click()
  }
  await tablet.getByText('Question 9 of').waitFor()
  await tablet.getByRole('button', { name: 'Several days' }).click()
  await tablet.getByRole('heading', { name: 'You do not have to carry this alone' }).waitFor()
  await tablet.getByText('Word of your answer has been left for your team.').waitFor()
  const after = await saidOn(tablet)
  expect(after).toContain('Please tell the person who gave you this tablet, now.')
  expect(after).toContain('No one reads now. They read again on')
  expect(after).not.toContain('Your team has been told')
  await tablet.getByRole('link', { name: /988/ }).waitFor()
  await accessible(tablet)
  const { rows } = await stage.owner.query(
    `select t.kind, t.due_at > now() + interval '1 day' as later from task t where t.person_id = $1`,
    [client.seatId],
  )
  expect(rows).toEqual([{ kind: 'danger-answer', later: true }])
  await leave(place)
})

test('in Spanish the same, in its own words', async () => {
  const place = await handed(closedNow, 'Abrir')
  const { tablet } = place
  await tablet.getByRole('button', { name: 'Empezar en español' }).waitFor()
  const before = await saidOn(tablet)
  expect(before).toContain('se deja aviso a su equipo')
  expect(before).toContain('En este momento nadie lee')
  await tablet.getByRole('link', { name: /988/ }).waitFor()
  await accessible(tablet)
  await leave(place)
})

test('while somebody reads it says that they are told at once, and of no other hour', async () => {
  const place = await handed(always, 'Open')
  await place.tablet.getByRole('button', { name: 'Begin in English' }).waitFor()
  const before = await saidOn(place.tablet)
  expect(before).toContain('your team is told at once')
  expect(before).not.toContain('No one reads now. They read again on')
  await leave(place)
})

test('what the server refuses is not said to be told or sent: it stays to be written down, and is forgotten by hand', async () => {
  const place = await handed(always, 'Abrir')
  const { tablet: page, client } = place
  // As from a house that was put back to an older release: the server knows no such version.
  await page.route('**/api/tablet/{draft,answers}', (route) =>
    route.continue({
      postData: JSON.stringify({ ...route.request().postDataJSON(), instrumentVersion: '9' }),
    }),
  )
  await page.getByRole('button', { name: 'Empezar en español' }).click()
  for (let item = 1; item <= 9; item += 1) {
    await page.getByText(`Pregunta ${item} de`).waitFor()
    await page.getByRole('button', { name: 'Varios días' }).click()
  }
  await page.getByRole('heading', { name: 'No tiene que cargar con esto a solas' }).waitFor()
  await page.getByText('no se ha avisado a nadie').waitFor()
  expect(await saidOn(page)).not.toContain('Se ha avisado a su equipo')
  await page.getByRole('button', { name: 'Seguir con las preguntas' }).click()
  await page.getByText('Pregunta 10 de').waitFor()
  await page.locator('.tl-ask-option').first().click()
  await page.getByRole('button', { name: 'Enviar a mi equipo' }).click()
  await page.getByText('No es culpa suya').waitFor()
  await page.getByText('no se ha avisado a nadie').waitFor()
  await accessible(page)
  expect(await saidOn(page)).not.toContain('Varios días')
  await page.getByText('Lo contestado', { exact: true }).click()
  await page.getByText('Varios días').first().waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Ya está anotado' }).click()
  await page.getByLabel('Código').waitFor()
  expect(await residue(page)).toMatchObject(nothingOf)
  const { rows } = await stage.owner.query('select id from instrument_response where person_id = $1', [
    client.seatId,
  ])
  expect(rows).toEqual([])
  await leave(place)
})

test('Back in the middle of it goes a question back, with what was answered there', async () => {
  const place = await handed(always, 'Open')
  const { tablet: page } = place
  await page.getByRole('button', { name: 'Begin in English' }).click()
  for (const question of [1, 2]) {
    await page.getByText(`Question ${question} of`).waitFor()
    await page.getByRole('button', { name: 'Several days' }).click()
  }
  await page.getByText('Question 3 of').waitFor()
  await page.goBack()
  await page.getByText('Question 2 of').waitFor()
  await page.goBack()
  await page.getByText('Question 1 of').waitFor()
  await page.goForward()
  await page.getByText('Question 2 of').waitFor()
  await page.getByText('Saved.').waitFor()
  expect(await page.getByRole('button', { name: 'Several days' }).getAttribute('aria-pressed')).toBe('true')
  await leave(place)
})

/** Asked on this tablet, with an answer about death among them, to the page where they are sent. */
async function answered(page: Page) {
  await page.getByRole('button', { name: 'Begin in English' }).click()
  for (let item = 1; item <= 9; item += 1) {
    await page.getByText(`Question ${item} of`).waitFor()
    await page.getByRole('button', { name: 'Several days' }).click()
  }
  await page.getByRole('heading', { name: 'You do not have to carry this alone' }).waitFor()
}
async function sent(page: Page) {
  await page.getByRole('button', { name: 'Go on with the questions' }).click()
  await page.getByText('Question 10 of').waitFor()
  await page.locator('.tl-ask-option').first().click()
  await page.getByRole('button', { name: 'Send to my team' }).click()
}

test('what was refused is not forgotten by itself: after minutes of nothing it still stands to be written down, closed', async () => {
  const place = await handed(always, 'Open')
  const { tablet: page } = place
  await page.clock.install()
  await page.route('**/api/tablet/{draft,answers}', (route) =>
    route.continue({
      postData: JSON.stringify({ ...route.request().postDataJSON(), instrumentVersion: '9' }),
    }),
  )
  await answered(page)
  await sent(page)
  await page.getByText('This is not your doing').waitFor()
  await page.clock.runFor(16 * 60_000)
  await page.getByText('This is not your doing').waitFor()
  expect(await saidOn(page)).not.toContain('Several days')
  await page.getByText('What was answered', { exact: true }).click()
  expect(await page.getByText('Several days').count()).toBe(9)
  await leave(place)
})

test('while something in between answers in place of the house it is not said to be sent, and goes by itself afterwards', async () => {
  const place = await handed(always, 'Open')
  const { tablet: page, client } = place
  await answered(page)
  await page.getByText('Your team has been told').waitFor()
  await page.route('**/api/tablet/answers', (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
  )
  await sent(page)
  await page.getByText('only here until it is sent').waitFor()
  await accessible(page)
  const said = await saidOn(page)
  expect(said).not.toMatch(/Bad gateway|Several days|Your team has been told|Thank you/)
  await page.unroute('**/api/tablet/answers')
  await page.getByRole('button', { name: 'Done' }).waitFor({ timeout: 20_000 })
  const { rows } = await stage.owner.query(
    'select given, status from instrument_response where person_id = $1',
    [client.seatId],
  )
  expect(rows).toEqual([{ given: 'tablet', status: 'complete' }])
  await leave(place)
})

test('an answer no worse than the last time stands on their list: left for the team, and nobody is said to be told', async () => {
  const place = await handed(always, 'Open')
  const { tablet: page, staff } = place
  await answered(page)
  await page.getByText('Your team has been told of your answer.').waitFor()
  await sent(page)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByLabel('Code').waitFor()
  await staff.reload()
  await typeCode(page, await codeFrom(staff, 'PHQ-9'))
  await answered(page)
  await page.getByText('Word of your answer has been left for your team.').waitFor()
  expect(await saidOn(page)).not.toMatch(/Your team has been told|could not pass it on/)
  await leave(place)
})
