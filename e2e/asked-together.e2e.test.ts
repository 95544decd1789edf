import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, addPerson, addPractice, assign, type Someone } from '../src/app/testing/arrange.ts'
import { codeFrom, nothingOf, residue, typeCode } from './tablet.ts'
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
afterAll(async () => {
  // Nothing on the way said more than it should.
  await stage.demandDiscretion()
  await stage.close()
})

const desk: Dress = { ...phone, width: 1280 }

async function someone(language: 'en' | 'es' = 'en') {
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  await stage.owner.query('update person set language = $1 where id = $2', [language, client.seatId])
  await stage.owner.query('update seat set since = now() where id = $1', [client.seatId])
  await assign(stage.owner, { member: therapist, personId: client.seatId })
  return client
}
const rows = async (sql: string, who: Someone) => (await stage.owner.query(sql, [who.seatId])).rows
const stored = (who: Someone) =>
  rows('select * from instrument_response where person_id = $1 order by recorded_at', who)
const accessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
const asking = async (who: Someone, dress: Dress = desk) => {
  const page = await signedIn(stage, therapist, dress)
  await page.goto(`/app/people/${who.seatId}/measures`)
  return page
}
const title = (page: Page, words: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: words }).waitFor()
/** Presses Tab until the focus is on what is named; a keyboard has no other way. */
async function tabTo(page: Page, name: string) {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab')
    const said = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (said.trim().startsWith(name)) return
  }
  throw new Error(`no Tab reaches ${name}`)
}

describe('a member asks, or rates', () => {
  test('with keys alone: read out, one not asked, one declined; an answer about death, seen to now; the score for staff', async () => {
    const client = await someone()
    const page = await asking(client)
    await page.getByRole('link', { name: 'Ask or rate now' }).press('Enter')
    await title(page, 'Ask or rate now')
    await accessible(page)
    await tabTo(page, 'PHQ-9')
    await page.keyboard.press('Enter')
    await title(page, /Patient Health Questionnaire|PHQ-9/)
    await accessible(page)
    for (const key of '22nd22112') await page.keyboard.press(key)
    await page.getByText('Maya Invented is told').waitFor()
    await page.keyboard.press('1')
    // Past the last question the focus is on "I see to it now".
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.type('With her, going through the plan')
    await accessible(page)
    await tabTo(page, 'Save')
    await page.keyboard.press('Enter')
    await title(page, /^Saved/)
    await page.getByText('You see to it.').waitFor()
    await page.getByText('It is never “no”').waitFor()
    await accessible(page)
    await expect.poll(() => stored(client).then((all) => all.length)).toBe(1)
    expect(await stored(client)).toMatchObject([
      {
        given: 'together',
        answered_by: therapist.seatId,
        withheld: { 3: 'not-asked', 4: 'declined' },
        language: 'en',
      },
    ])
    const tasks = await rows(
      `select t.kind, e.kind as step, e.note from task t left join task_event e on e.task_id = coalesce(t.joins, t.id)
       where t.person_id = $1 order by t.kind`,
      client,
    )
    expect(tasks).toEqual([
      { kind: 'danger-answer', step: 'acknowledged', note: 'With her, going through the plan' },
      { kind: 'screen-in-person', step: 'acknowledged', note: 'With her, going through the plan' },
    ])
    await page.context().close()
  })

  test('mid-session on a phone in low light, without a network: minus and a number, and it arrives later as of then', async () => {
    const client = await someone()
    const page = await asking(client, { language: 'en', theme: 'low', width: 390 })
    await page.getByRole('link', { name: 'Ask or rate now' }).click()
    await page.getByRole('button', { name: /^RASS/ }).click()
    await title(page, /RASS/)
    await page.context().setOffline(true)
    await page.keyboard.press('-')
    await page.keyboard.press('4')
    await page.getByText('Kept on this device').waitFor()
    await accessible(page)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await title(page, /^Saved/)
    await page.getByText('Deep sedation', { exact: true }).first().waitFor()
    await page.getByText('−4').or(page.getByText('-4')).first().waitFor()
    expect(await stored(client)).toEqual([])
    const before = Date.now()
    await page.waitForTimeout(1200)
    await page.context().setOffline(false)
    await expect.poll(() => stored(client).then((all) => all.length), { timeout: 15_000 }).toBe(1)
    const [kept] = await stored(client)
    expect(kept).toMatchObject({ given: 'rated', total: -4, clock: 'device' })
    expect(kept.answered_at.getTime()).toBeLessThan(before + 800)
    await page.context().close()
  })

  test('earlier than now, never in the future; corrected, both stay readable and one counts', async () => {
    const client = await someone()
    const page = await asking(client)
    await page.getByRole('link', { name: 'Ask or rate now' }).click()
    await page.getByRole('button', { name: /^MOAA/ }).click()
    await page
      .getByRole('radio', { name: 'Slowly to their name' })
      .locator('xpath=ancestor::label[1]')
      .click()
    await page.getByRole('radio', { name: 'Earlier' }).check()
    await page.getByLabel('Day', { exact: true }).fill('2090-01-01')
    await page.getByLabel('Time', { exact: true }).fill('10:00')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('This is in the future.').waitFor()
    await accessible(page)
    await page.getByLabel('Day', { exact: true }).fill('2026-01-05')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await title(page, /^Saved/)
    await expect.poll(() => stored(client).then((all) => all.length)).toBe(1)
    await page.getByRole('link', { name: 'To the measures' }).click()
    await page.getByRole('link', { name: /^Correct/ }).click()
    await page.getByText('Both stay readable').waitFor()
    await page
      .getByRole('radio', { name: 'At once to their name' })
      .locator('xpath=ancestor::label[1]')
      .click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await title(page, /^Saved/)
    await expect.poll(() => stored(client).then((all) => all.length)).toBe(2)
    const [first, second] = await stored(client)
    expect([first.total, second.total, second.replaces]).toEqual([4, 5, first.id])
    expect(second.answered_at).toEqual(first.answered_at)
    await page.getByRole('link', { name: 'To the measures' }).click()
    await page.getByText('Corrected: it no longer counts.').waitFor()
    await accessible(page)
    await page.context().close()
  })

  test('without words here: item by item from the practice’s own copy, which must be named; in Spanish', async () => {
    const client = await someone('es')
    const page = await asking(client, { language: 'es', theme: 'light', width: 390 })
    await page.getByRole('link', { name: 'Preguntar o valorar ahora' }).click()
    await page.getByText('De la copia de su consultorio').click()
    await page.getByRole('button', { name: /^MADRS/ }).click()
    await page.getByText('Punto 1', { exact: false }).first().waitFor()
    await page
      .getByRole('group', { name: /Punto 1$/ })
      .getByRole('radio')
      .first()
      .focus()
    for (const key of '2222222220') await page.keyboard.press(key)
    await page.getByRole('button', { name: 'Guardar', exact: true }).click()
    await page.getByText('Diga de qué copia.').waitFor()
    await accessible(page)
    await page.getByLabel('De qué copia lee').fill('Impreso de 2019')
    await page.getByRole('button', { name: 'Guardar', exact: true }).click()
    await title(page, /^Guardado/)
    await expect.poll(() => stored(client).then((all) => all.length)).toBe(1)
    expect(await stored(client)).toMatchObject([{ read_from: 'Impreso de 2019', total: 18, given: 'rated' }])
    await page.context().close()
  })
})

const tablet = (language: 'en' | 'es', theme: 'light' | 'low' = 'light') =>
  stage.enter({ viewport: { width: 834, height: 1112 }, locale: language }).then(async ({ page }) => {
    await page.addInitScript((light) => {
      if (location.protocol.startsWith('http')) localStorage.setItem('tl-theme', light)
    }, theme)
    return page
  })
describe('the practice’s tablet', () => {
  test('in Spanish: a code, a form without a name, an answer about death leads to a person, and nothing stays', async () => {
    const client = await someone('es')
    const staff = await asking(client)
    const code = await codeFrom(staff, 'PHQ-9 (asked for now)')
    await accessible(staff)
    const page = await tablet('es', 'low')
    await typeCode(page, '111 111 111', 'Abrir')
    await page.getByText('Este código no sirve').waitFor()
    await accessible(page)
    await page.getByLabel('Código').fill(code)
    await page.getByRole('button', { name: 'Abrir', exact: true }).click()
    await title(page, 'Unas preguntas')
    await page.getByText('se deja aviso a su equipo').waitFor()
    await accessible(page)
    await page.getByRole('button', { name: 'Empezar en español' }).click()
    for (let place = 1; place <= 8; place += 1) {
      await page.getByText(`Pregunta ${place} de`).waitFor()
      await page.getByRole('button', { name: 'Varios días' }).click()
    }
    await page.getByText('Pregunta 9 de').waitFor()
    await accessible(page)
    await page.getByRole('button', { name: 'Varios días' }).click()
    await title(page, 'No tiene que cargar con esto a solas')
    await page.getByText('Se ha avisado a su equipo').waitFor()
    await page.getByText('El consultorio no ha dicho').waitFor()
    await accessible(page)
    await page.getByRole('button', { name: 'Seguir con las preguntas' }).click()
    await page.getByText('Pregunta 10 de').waitFor()
    await page.locator('.tl-ask-option').first().click()
    expect(await page.locator('body').innerText()).not.toMatch(/Ana|Prueba|Maya|PHQ/)
    await page.getByRole('button', { name: 'Enviar a mi equipo' }).click()
    await page.getByText('a la persona que le dio esta tableta').waitFor()
    await page.getByRole('button', { name: 'Listo' }).click()
    await page.getByLabel(/Code|Código/).waitFor()
    // Going back leads out of the tablet, and forward again to where a code is asked for.
    await page.goBack()
    await page.goForward()
    await page.getByLabel(/Code|Código/).waitFor()
    const left = await residue(page)
    expect(left).toMatchObject(nothingOf)
    expect(left.said).not.toMatch(/Ana|Prueba|Maya|Varios días/)
    expect(await stored(client)).toMatchObject([{ given: 'tablet', language: 'es', total: 9 }])
    expect(await rows('select kind from task where person_id = $1 order by kind', client)).toEqual([
      { kind: 'danger-answer' },
      { kind: 'screen-in-person' },
    ])
    await staff.reload()
    await staff.getByText('Sent', { exact: true }).waitFor()
    await page.context().close()
    await staff.context().close()
  })

  test('without a network it is not put down: it says so, keeps the answers out of sight, and sends by itself', async () => {
    const client = await someone()
    const staff = await asking(client)
    const code = await codeFrom(staff, 'PHQ-2')
    const page = await tablet('en')
    await typeCode(page, code)
    await page.getByRole('button', { name: 'Begin in English' }).click()
    await page.getByText('Question 1 of').waitFor()
    await page.context().setOffline(true)
    await page.keyboard.press('2')
    await page.getByText('Question 2 of').waitFor()
    await page.getByRole('button', { name: 'Stop here' }).click()
    await title(page, 'Not sent yet')
    await accessible(page)
    expect(await page.locator('main').innerText()).not.toMatch(/Question|interest/)
    await page.context().setOffline(false)
    await page.getByLabel('Code').waitFor({ timeout: 15_000 })
    const [kept] = await rows('select answers from instrument_draft where person_id = $1', client)
    expect(kept).toEqual({ answers: { answers: [2] } })
    expect(await residue(page)).toMatchObject(nothingOf)
    await page.context().close()
    await staff.context().close()
  })

  test('five minutes of nothing, the code taken back, or the page loaded again: it is empty; a member signed in there is out', async () => {
    const client = await someone()
    const staff = await asking(client)
    const page = await signedIn(stage, therapist, { ...phone, width: 834 })
    await page.goto(`/app/people/${client.seatId}/measures`)
    await page.getByRole('heading', { name: 'On the tablet' }).waitFor()
    await page.clock.install()
    // The language is laid out anew by this test's own browser, at each page.
    const laidOut = { ...nothingOf, storage: ['tl-language'] }
    const begin = async () => {
      const code = await codeFrom(staff, 'PHQ-2')
      await typeCode(page, code)
      await page.getByRole('button', { name: 'Begin in English' }).click()
      await page.getByText('Question 1 of').waitFor()
    }
    await begin()
    await page.clock.runFor(5 * 60_000 + 2_000)
    await page.getByLabel('Code').waitFor()
    expect(await residue(page)).toMatchObject(laidOut)
    await begin()
    await staff.reload()
    await staff.getByRole('button', { name: /^Take back/ }).click()
    await staff.getByText('Taken back').waitFor()
    await page.clock.runFor(17_000)
    await title(page, 'This form is closed')
    await accessible(page)
    expect(await residue(page)).toMatchObject(nothingOf)
    await begin()
    await page.reload()
    await page.getByLabel('Code').waitFor()
    expect(await residue(page)).toMatchObject(laidOut)
    // How the third ended is told while its page goes, and may not arrive: its token is gone with it either way.
    const ended = await rows(
      'select ended_why from tablet_pass where person_id = $1 order by made_at',
      client,
    )
    expect(ended.slice(0, 2)).toEqual([{ ended_why: 'left' }, { ended_why: 'withdrawn' }])
    await page.goto('/app')
    await page.waitForURL(/sign-in/)
    await page.context().close()
    await staff.context().close()
  })
})
