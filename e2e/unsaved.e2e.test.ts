import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCourse, addMember, addPerson, addPractice, assign } from '../src/app/testing/arrange.ts'
import { en } from '../src/clearance/words.en.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('the browser asks before long words are lost to a reload; leaving asks nothing, and keeps nothing', async () => {
  const { owner } = stage
  const practiceId = await addPractice(owner, 'Harbor (invented)')
  const client = await addPerson(owner, practiceId, 'Ana')
  const prescriber = await addMember(owner, practiceId, ['prescriber'])
  await assign(owner, { member: prescriber, personId: client.seatId })
  await addCourse(owner, practiceId, client.seatId)
  const page = await signedIn(stage, prescriber, { ...phone, width: 1280 })
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await page.goto(`/app/people/${client.seatId}/decision`)
  const field = page.getByRole('textbox', { name: en.decide.reason, exact: true })
  await field.fill('Weighed.')
  await field.fill('')
  await page.reload()
  expect(asked).toEqual([])

  await field.pressSequentially('Long words.')
  await page.evaluate(() => setTimeout(() => window.location.reload()))
  await expect.poll(() => asked).toEqual(['beforeunload'])
  expect(await field.inputValue()).toBe('Long words.')
  const stored = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))
  expect(stored).not.toContain('Long words.')

  await page.locator('.tl-account summary').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/sign-in')
  await page.reload()
  expect(asked).toEqual(['beforeunload'])
  await page.context().close()
})
