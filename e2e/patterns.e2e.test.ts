import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMember, addPerson, addPractice, assign, type Someone } from '../src/app/testing/arrange.ts'
import { cleanIn } from './clean.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let therapist: Someone
let client: Someone
const clean = cleanIn(process.env['PATTERNS_SHOTS'])

beforeAll(async () => {
  stage = await openStage()
  const practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  therapist = await addMember(stage.owner, practiceId, ['therapist'])
  client = await addPerson(stage.owner, practiceId, 'Ana')
  await stage.owner.query('update seat set since = now() where id = $1', [client.seatId])
  await assign(stage.owner, { member: therapist, personId: client.seatId })
})
afterAll(async () => {
  await stage.demandDiscretion()
  await stage.close()
})

test('74 points of the PCL-5 are not its pattern where one criterion is missed: both are said, after noting and on the measures', async () => {
  const page = await signedIn(stage, therapist, { ...phone, language: 'es', theme: 'low' })
  await page.goto(`/app/people/${client.seatId}/measures/now`)
  await page
    .getByRole('button', { name: /^PCL-5/ })
    .first()
    .click()
  await page.getByRole('group').filter({ hasText: '1.' }).first().waitFor()
  for (const key of '44444114444444444444') await page.keyboard.press(key)
  await page.getByRole('button', { name: 'Guardar', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /^Guardado/ }).waitFor()
  const said = await page.locator('.tl-rate-saved').innerText()
  expect(said).toMatch(/74/)
  expect(said).toMatch(/Patrón de TEPT\s+no se cumple/)
  await clean(page, 'patterns-saved')
  await page.getByRole('link', { name: 'A las medidas' }).click()
  await page.getByText('Lo mismo en una tabla').first().click()
  await page
    .getByText(/Criterio C: no se cumple.*Patrón de TEPT: no se cumple/)
    .first()
    .waitFor()
  await clean(page, 'patterns-measures')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.context().close()
})
