import es from '../content/consent/kap-consent.es.json' with { type: 'json' }
import { AxeBuilder } from '@axe-core/playwright'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addCourse,
  addMember,
  addPerson,
  addPractice,
  assign,
  type Someone,
} from '../src/app/testing/arrange.ts'
import { givePassword, testPassword } from '../src/app/testing/credentials.ts'
import { phone, signedIn, type Dress } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
let therapist: Someone

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  therapist = await addMember(stage.owner, practiceId, ['therapist'])
  await stage.owner.query(`update member set name = 'Maya Invented' where id = $1`, [therapist.seatId])
})
afterAll(() => stage.close())

async function someone() {
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  await assign(stage.owner, { member: therapist, personId: client.seatId })
  const { courseId } = await addCourse(stage.owner, practiceId, client.seatId)
  await givePassword(stage.owner, client.accountId)
  return { client, courseId }
}
const heading = (page: Page, words: string | RegExp) => page.getByRole('heading', { level: 1, name: words })
const tasksAbout = async (personId: string) =>
  (await stage.owner.query('select kind from task where person_id = $1 order by kind', [personId])).rows.map(
    ({ kind }) => kind,
  )

describe('questions', () => {
  test('by keyboard alone; an answer about death leads to a person before the form goes on', async () => {
    const { client } = await someone()
    const page = await signedIn(stage, client, { ...phone, width: 1280 })
    await page.goto('/me/questions')
    await page.getByRole('button', { name: 'Begin' }).focus()
    await page.keyboard.press('Enter')
    for (const [place, key] of [...'21011011'].entries()) {
      await page.getByText(`Question ${place + 1} of`).waitFor()
      await page.keyboard.press(key)
    }
    await heading(page, /Thoughts that you would be better off dead/).waitFor()
    await page.keyboard.press('1')
    await heading(page, 'Thank you for saying so.').waitFor()
    await page.getByText('Maya Invented has been told.').waitFor()
    expect(await page.getByRole('link', { name: 'Call 988' }).getAttribute('href')).toBe('tel:988')
    expect(await tasksAbout(client.seatId)).toEqual(['danger-answer'])
    await page.getByRole('button', { name: 'Go on with the questions' }).press('Enter')
    await page.getByText('Question 10 of 10').waitFor()
    await page.keyboard.press('2')
    await heading(page, 'Look it over').waitFor()
    await page.getByRole('button', { name: 'Send to my team' }).press('Enter')
    await page.getByText('Because of one of your answers').waitFor()
    const text = await page.locator('main').innerText()
    expect(text).not.toMatch(/\b(8|PHQ|score|mild|moderate)\b/i)
    await page.context().close()
  })

  test('without a network it says that no one was told, keeps every answer, and tells once it is back', async () => {
    const { client } = await someone()
    const page = await signedIn(stage, client, phone)
    await page.goto('/me/questions')
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.context().setOffline(true)
    for (const key of '000000003') {
      await page.keyboard.press(key)
      await page.waitForTimeout(50)
    }
    await page.getByText('no one has been told yet').waitFor()
    expect(await tasksAbout(client.seatId)).toEqual([])
    await page.context().setOffline(false)
    await page.getByText('Maya Invented has been told.').waitFor()
    expect(await tasksAbout(client.seatId)).toEqual(['danger-answer'])
    await page.context().close()
    const elsewhere = await signedIn(stage, client, phone)
    await elsewhere.goto('/me/questions')
    await elsewhere.getByRole('button', { name: 'Go on where you left off' }).click()
    await elsewhere.getByText('Question 10 of 10').waitFor()
    await elsewhere.context().close()
  })
})

test('while no one reads, the page after such an answer says so, and names no number that nobody answers', async () => {
  const { client } = await someone()
  const weekday = new Date(Date.now() + 3 * 86_400_000).getUTCDay() || 7
  await stage.owner.query(
    `insert into cover (practice_id, id, weekdays, opens_minute, closes_minute, respond_within_minutes, set_by, set_at)
     values ($1, $2, $3, 540, 1020, 60, $4, now())`,
    [practiceId, randomUUID(), [weekday], therapist.seatId],
  )
  const page = await signedIn(stage, client, phone)
  await page.goto('/me/questions')
  await page.getByText('No one on your team is reading right now').waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/right then|has been told|tell a person/)
  await page.getByRole('button', { name: 'Begin' }).click()
  for (const [place, key] of [...'000000001'].entries()) {
    await page.getByText(`Question ${place + 1} of`).waitFor()
    await page.keyboard.press(key)
  }
  await page.getByText('A note waits for Maya Invented.').waitFor()
  await page.getByText('No one reads it at this hour.').waitFor()
  const calls = await page
    .locator('main a[href^="tel:"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  expect(calls).toEqual(['tel:988', 'tel:911'])
  await page.getByRole('button', { name: 'Go on with the questions' }).click()
  await page.keyboard.press('0')
  await page.getByRole('button', { name: 'Send to my team' }).click()
  await page.getByText('word goes to them at once, at any hour').waitFor()
  await page.getByRole('button', { name: 'Begin' }).click()
  for (const [place, key] of [...'12221'].entries()) {
    await page.getByText(`Question ${place + 1} of`).waitFor()
    await page.keyboard.press(key)
    if (place === 0) await page.getByRole('button', { name: 'Go on with the questions' }).click()
  }
  await page.getByText('That does not mean that someone sees it').waitFor()
  await page.context().close()
})

test('agreement: six pages in Spanish, not signed in a hurry, signed once, and taken back at one press', async () => {
  const { client } = await someone()
  const page = await signedIn(stage, client, { ...phone, language: 'es' })
  await page.goto('/me/agreement')
  await page.getByRole('button', { name: 'Leer' }).click()
  for (let step = 1; step <= 6; step += 1) {
    await page.getByText(`Paso ${step} de 8`).waitFor()
    if (step === 4) {
      await page.getByRole('radio', { name: 'Solo si yo lo busco' }).first().check()
      await page.reload()
      await page.getByText('Paso 4 de 8').waitFor()
      const kept = page.getByRole('radio', { name: 'Solo si yo lo busco', checked: true })
      await kept.first().waitFor({ state: 'attached' })
    }
    await page.getByRole('button', { name: 'Página siguiente' }).click()
  }
  for (const [place, { question }] of es.teachBack.entries()) {
    if (place === 2) await page.reload()
    await page.getByLabel(question, { exact: true }).fill('Con mis palabras.')
    await page.getByRole('button', { name: `Guardar: ${question}` }).click()
    await page.getByRole('button', { name: `Decirlo de otra manera: ${question}` }).waitFor()
  }
  await page.getByRole('button', { name: 'A la última página' }).click()
  await page.getByLabel('Su nombre, como lo firma').fill('Ana Prueba')
  const sign = async () => {
    await page.getByRole('dialog').getByLabel('Su contraseña').fill(testPassword)
    await page.getByRole('dialog').locator('button[type=submit]').click()
  }
  await page.getByRole('button', { name: 'Firmar', exact: true }).click()
  await sign()
  await page.getByText('Eso fue muy rápido.').waitFor()
  await stage.owner.query(
    `update consent_opening set opened_at = opened_at - interval '5 minutes' where person_id = $1`,
    [client.seatId],
  )
  await sign()
  await heading(page, 'Firmado.').waitFor()
  await page.getByRole('link', { name: 'Leer o imprimir lo que firmé' }).click()
  await page.emulateMedia({ media: 'print' })
  const printed = page.locator('.tl-consent-name')
  for (const words of [
    'Ana Prueba',
    es.meaning,
    'Contraseña',
    'America/Los_Angeles',
    'Sin cambios desde la firma',
  ])
    await printed.getByText(words).waitFor()
  await page.emulateMedia({ media: 'screen' })
  await page.goto('/me')
  await page.getByRole('link', { name: 'Cómo quiere que sea' }).waitFor()
  await page.getByRole('link', { name: 'Lo que usted aceptó' }).click()
  await heading(page, 'Lo que usted aceptó').waitFor()
  await page.getByRole('button', { name: 'Retirar: Tomar mi mano' }).click()
  await page.getByText('Retirado', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Retirarlo todo' }).click()
  await heading(page, 'Antes de decir que sí').waitFor()
  const { rows } = await stage.owner.query(
    'select part from consent_withdrawal where person_id = $1 order by part',
    [client.seatId],
  )
  expect(rows.map(({ part }) => part)).toEqual(['all', 'touch:hand'])
  await page.context().close()
})

describe('nothing that axe finds', () => {
  const dresses: Dress[] = [
    { language: 'en', theme: 'light', width: 390 },
    { language: 'es', theme: 'low', width: 1280 },
  ]
  const wcag = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice']
  async function finds(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)
  }

  test.each(dresses)('on the client’s pages, $language $theme', async (dress) => {
    const { client } = await someone()
    const page = await signedIn(stage, client, dress)
    for (const [path, ready] of [
      ['/me/questions', 'h1'],
      ['/me/agreement', 'h1'],
      ['/me/before', '.tl-before section'],
    ] as const) {
      await page.goto(path)
      await page.locator(ready).first().waitFor()
      expect([path, await finds(page)]).toEqual([path, []])
    }
    await page.goto('/me/questions')
    await page.locator('.tl-act').click()
    for (const key of '0000000') await page.keyboard.press(key)
    await page.locator('.tl-ask-option').first().waitFor()
    expect(await finds(page)).toEqual([])
    await page.keyboard.press('0')
    await page.waitForTimeout(100)
    await page.keyboard.press('2')
    await page.locator('.tl-help-now').waitFor()
    expect(await finds(page)).toEqual([])
    await page.context().close()
  })

  test.each(dresses)('on the team’s pages, $language $theme', async (dress) => {
    const { client } = await someone()
    await stage.owner.query(
      `insert into suicide_check (practice_id, id, person_id, answer, asked_by, asked_at)
       values ($1, $2, $3, 'intent-or-plan', $4, now())`,
      [practiceId, randomUUID(), client.seatId, therapist.seatId],
    )
    const page = await signedIn(stage, therapist, dress)
    const record = `/app/people/${client.seatId}`
    for (const [path, ready] of [
      ['/app/tasks', '.tl-cover'],
      [`${record}/asked`, '.tl-asked'],
      [`${record}/measures`, '.tl-measures'],
      [`${record}/before`, '.tl-consent-panel'],
    ] as const) {
      await page.goto(path)
      await page.locator(ready).first().waitFor()
      expect([path, await finds(page)]).toEqual([path, []])
    }
    await page.context().close()
  })
})

test('nothing left the house, and no title or address said what this is about', async () =>
  expect(await stage.demandDiscretion()).toBeUndefined())
