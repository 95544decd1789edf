import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAll, shown } from './check.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const enter = () => stage.enter().then(({ page }) => page)

test('Back on the device goes to the question before, with its answer, and leaves at the beginning', async () => {
  const page = await enter()
  await page.goto('/learn')
  await page.goto('/fit')
  await page.locator('[data-begin] button').click()
  const asked = () => shown(page, 'question').getAttribute('data-question')
  const pressed = () => page.locator('[aria-pressed=true]:visible').getAttribute('data-answer')
  const first = await asked()
  await shown(page, 'question').locator('[data-answer=yes]').click()
  expect(await shown(page, 'help').count()).toBe(1)
  await page.goBack()
  expect([await asked(), await pressed()]).toEqual([first, 'yes'])
  await shown(page, 'question').locator('[data-answer=no]').click()
  const second = await asked()
  await shown(page, 'question').locator('[data-answer=skip]').click()
  await page.goBack()
  expect([await asked(), await pressed()]).toEqual([second, 'skip'])
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('tl-ask')
  await page.goForward()
  expect(await asked()).not.toBe(second)
  for (const _ of [1, 2, 3]) await page.goBack()
  expect(await shown(page, 'beginning').count()).toBe(1)
  expect(page.url()).toMatch(/fit$/)
  await page.goBack()
  expect(page.url()).toMatch(/learn$/)
})

test('a page loaded again begins anew, and one Back leaves it', async () => {
  const page = await enter()
  await page.goto('/learn')
  await page.goto('/fit')
  await answerAll(page, {})
  await page.reload()
  await expect.poll(() => page.evaluate(() => history.state)).toBe(null)
  expect(await shown(page, 'beginning').count()).toBe(1)
  await page.goBack()
  expect(page.url()).toMatch(/learn$/)
})

test('leaving quickly from the midst of it leaves none of its steps to go back to', async () => {
  const page = await enter()
  await page.route('https://www.weather.gov/', (route) => route.fulfill({ body: 'clouds' }))
  await page.goto('/learn')
  await page.goto('/fit')
  await answerAll(page, {})
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('Shift')
  await page.waitForURL('https://www.weather.gov/')
  await page.goBack()
  expect(page.url()).toMatch(/learn$/)
})
