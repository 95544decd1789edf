import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, addPerson, addPractice, assign, type Someone } from '../src/app/testing/arrange.ts'
import { phone, signedIn, type Dress } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
let therapist: Someone
let administrator: Someone

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  therapist = await addMember(stage.owner, practiceId, ['therapist'])
  administrator = await addMember(stage.owner, practiceId, ['administrator'])
  await stage.owner.query(`update member set name = 'Maya Invented' where id = $1`, [therapist.seatId])
})
afterAll(() => stage.close())

/** Whose first sign-in was a moment ago. */
async function someone(language: 'en' | 'es' = 'en') {
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  await stage.owner.query('update person set language = $1 where id = $2', [language, client.seatId])
  await stage.owner.query('update seat set since = now() where id = $1', [client.seatId])
  await assign(stage.owner, { member: therapist, personId: client.seatId })
  return client
}
const heading = (page: Page, words: string | RegExp) => page.getByRole('heading', { level: 1, name: words })
const questions = async (who: Someone, dress: Dress = phone) => {
  const page = await signedIn(stage, who, dress)
  await page.goto('/me/questions')
  return page
}
const rows = async (sql: string, who: Someone) => (await stage.owner.query(sql, [who.seatId])).rows
const tasksOf = async (who: Someone) =>
  (await rows('select kind, urgency from task where person_id = $1 order by kind', who)).map(
    ({ kind, urgency }) => `${kind} ${urgency}`,
  )
const putOffBy = async (who: Someone) =>
  (await rows(`select from asking_log where person_id = $1 and what = 'refused'`, who)).length
const accessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])

describe('asked by a form', () => {
  test('begun in one language it stays in it, says so, and may be begun anew in the other', async () => {
    const client = await someone()
    const page = await questions(client)
    await page.getByRole('button', { name: 'Begin' }).click()
    await heading(page, /Little interest/).waitFor()
    await page.keyboard.press('1')
    await heading(page, /Feeling down/).waitFor()
    await page.getByLabel('Español').check()
    await page.getByText('Empezó estas preguntas en inglés.').waitFor()
    expect(await page.locator('h1').evaluate((h1) => h1.closest('[lang]')?.getAttribute('lang'))).toBe('en')
    await heading(page, /Feeling down/).waitFor()
    await accessible(page)
    await page.getByText('More than half the days').click()
    await heading(page, /Trouble falling/).waitFor()
    const drafts = () => rows('select language, answers from instrument_draft where person_id = $1', client)
    await expect.poll(drafts).toMatchObject([{ language: 'en', answers: { answers: [1, 2] } }])
    await page.reload()
    await page.getByLabel('Español').check()
    await page.getByRole('button', { name: 'Seguir donde se quedó' }).click()
    await heading(page, /Trouble falling/).waitFor()
    await page.getByRole('button', { name: 'Empezar de nuevo en español' }).click()
    await heading(page, /interés/).waitFor()
    await page.getByText('Varios días').click()
    await expect
      .poll(async () => (await drafts()).map(({ language }) => language).toSorted())
      .toEqual(['en', 'es'])
  })

  test('Back on the device goes to the question before, and never into a form that was handed in', async () => {
    const client = await someone()
    const page = await questions(client)
    const entries = () => page.evaluate(() => history.state as unknown)
    await page.getByRole('button', { name: 'Begin' }).click()
    await heading(page, /Little interest/).waitFor()
    await page.getByText('Several days').click()
    await heading(page, /Feeling down/).waitFor()
    await page.goBack()
    await heading(page, /Little interest/).waitFor()
    expect(await page.locator('[aria-pressed=true]').textContent()).toContain('Several days')
    await page.goForward()
    await heading(page, /Feeling down/).waitFor()
    for (let place = 2; place <= 9; place += 1) {
      await page.getByText(`Question ${place} of`).waitFor()
      await page.keyboard.press('1')
      if (place === 9) await page.getByRole('button', { name: 'Go on with the questions' }).click()
    }
    await page.getByText('Question 10 of').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Go on' }).waitFor()
    await expect.poll(entries).toBe(null)
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText('Question 10 of').waitFor()
    await page.keyboard.press('1')
    await heading(page, 'Look it over').waitFor()
    await page.goBack()
    await page.getByText('Question 10 of').waitFor()
    await page.goForward()
    await page.getByRole('button', { name: 'Send to my team' }).click()
    await expect.poll(entries).toBe(null)
    await page.goForward()
    await page.waitForTimeout(300)
    expect(await page.getByText(/Question \d+ of/).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Send to my team' }).count()).toBe(0)
    await page.context().close()
  })

  test('by keyboard: an answer about death opens the screen before the form closes, and right now calls at once', async () => {
    const client = await someone()
    const page = await questions(client, { ...phone, width: 1280 })
    await page.getByRole('button', { name: 'Begin' }).press('Enter')
    for (const [place, key] of [...'111111110'].entries()) {
      await page.getByText(`Question ${place + 1} of`).waitFor()
      if (place === 8) break
      await page.keyboard.press(key)
    }
    await page.keyboard.press('2')
    await page.getByRole('button', { name: 'Go on with the questions' }).press('Enter')
    await page.keyboard.press('0')
    await heading(page, 'Look it over').waitFor()
    await page.getByText('does not wait for that').waitFor()
    await page.getByRole('button', { name: 'Send to my team' }).press('Enter')
    await page.getByText('Because of one of your answers').waitFor()
    await accessible(page)
    await page.getByRole('button', { name: 'Begin' }).press('Enter')
    await heading(page, /wished you were dead/).waitFor()
    await page.keyboard.press('1')
    await page.getByRole('button', { name: 'Go on with the questions' }).press('Enter')
    for (const asked of [/better off if you were dead/, /about killing yourself/, /ever tried/]) {
      await heading(page, asked).waitFor()
      await page.keyboard.press('2')
    }
    await heading(page, /right now/).waitFor()
    await page.keyboard.press('1')
    await page.getByRole('link', { name: 'Call 988' }).waitFor()
    await page.getByRole('button', { name: 'Go on with the questions' }).press('Enter')
    await page.getByRole('button', { name: 'Send to my team' }).press('Enter')
    await page.getByText('Maya Invented has been told.').waitFor()
    await accessible(page)
    expect(await tasksOf(client)).toEqual([
      'danger-answer same-day',
      'danger-answer same-day',
      'danger-now at-once',
    ])
    expect(await page.locator('main').innerText()).not.toMatch(/PHQ|ASQ|score|moderate/i)
    await page.context().close()
  })

  test('the second tap of a double one answers nothing, and an answer pressed by mistake is changed where help is shown', async () => {
    const client = await someone()
    const page = await questions(client)
    await page.getByRole('button', { name: 'Begin' }).dblclick()
    for (let place = 1; place <= 8; place += 1) {
      await page.getByText(`Question ${place} of`).waitFor()
      const said = place === 2 ? 'Nearly every day' : place === 5 ? 'More than half the days' : 'Not at all'
      await page.getByRole('button', { name: said }).dblclick()
    }
    await page.getByText('Question 9 of').waitFor()
    const kept = () => rows('select answers from instrument_draft where person_id = $1', client)
    await expect.poll(kept).toEqual([{ answers: { answers: [0, 3, 0, 0, 2, 0, 0, 0] } }])
    expect(await tasksOf(client)).toEqual([])
    await page.getByRole('button', { name: 'Several days' }).click()
    await page.getByRole('button', { name: 'I pressed the wrong answer' }).click()
    await page.getByText('Question 9 of').waitFor()
    await page.getByRole('button', { name: 'Not at all' }).click()
    await page.getByText('Question 10 of').waitFor()
    await page.context().close()
  })

  test('without a network the screen opens too; finished then, it stands at that moment when it arrives', async () => {
    const client = await someone()
    const page = await questions(client)
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.context().setOffline(true)
    for (const [place, key] of [...'000000001'].entries()) {
      await page.getByText(`Question ${place + 1} of`).waitFor()
      await page.keyboard.press(key)
    }
    await page.getByText('no one has been told yet').waitFor()
    await page.getByRole('button', { name: 'Go on with the questions' }).click()
    await page.keyboard.press('0')
    await page.getByRole('button', { name: 'Send to my team' }).click()
    await page.getByText('Because of one of your answers').waitFor()
    expect(await rows('select id from instrument_response where person_id = $1', client)).toEqual([])
    const before = Date.now()
    await page.waitForTimeout(1500)
    await page.context().setOffline(false)
    await expect
      .poll(() => rows('select clock, answered_at from instrument_response where person_id = $1', client), {
        timeout: 15_000,
      })
      .toMatchObject([{ clock: 'device' }])
    const [kept] = await rows('select answered_at from instrument_response where person_id = $1', client)
    expect(kept.answered_at.getTime()).toBeLessThan(before + 900)
    await page.context().close()
  })

  test('all in a list, in Spanish, with large letters, begun on one device and gone on with on another', async () => {
    const client = await someone('es')
    const spanish: Dress = { language: 'es', theme: 'low', width: 390 }
    const page = await questions(client, spanish)
    await page.getByRole('radio', { name: 'Todas en una lista' }).check()
    await page.getByRole('radio', { name: 'Grande' }).check()
    await accessible(page)
    await page.getByRole('button', { name: 'Empezar' }).click()
    const first = page.getByRole('listitem').filter({ hasText: 'Poco interés' }).first()
    await first.getByRole('button', { name: 'Varios días' }).click()
    await accessible(page)
    await page.getByText('Guardado.').waitFor()
    await page.reload()
    await page.getByLabel('Español').check()
    await page.getByRole('button', { name: 'Seguir donde se quedó' }).waitFor()
    await page.context().close()
    const elsewhere = await questions(client, spanish)
    await elsewhere.getByRole('button', { name: 'Seguir donde se quedó' }).click()
    await elsewhere.getByText('Pregunta 2 de 10').waitFor()
    const [kept] = await rows('select language, answers from instrument_draft where person_id = $1', client)
    expect(kept).toMatchObject({ language: 'es', answers: { answers: [1] } })
    await elsewhere.context().close()
  })

  test('"not this time" closes it, asks no reason, and goes on to what else there is', async () => {
    const client = await someone()
    const page = await questions(client)
    // Before anyone was met no more than 25 questions: these four, whatever is answered.
    for (const title of [/PHQ|Patient Health/, /GAD|Anxiety/, /Suicide/, /AUDIT|Alcohol/i]) {
      await page.getByText(title).first().waitFor({ state: 'attached' })
      await page.getByRole('button', { name: 'Not this time' }).click()
    }
    await heading(page, 'Nothing to answer now').waitFor()
    await expect.poll(() => putOffBy(client), { timeout: 30_000 }).toBe(4)
    await page.reload()
    await heading(page, 'Nothing to answer now').waitFor()
    expect(await tasksOf(client)).toEqual(['screen-in-person same-day'])
    await page.getByText('better asked by a person').waitFor()
    await page.context().close()
    const staff = await signedIn(stage, therapist, { ...phone, width: 1280 })
    await staff.goto(`/app/people/${client.seatId}/measures`)
    await staff.getByText(/Answered, refused or missed/).click()
    await staff.getByText('Not this time: unknown').first().waitFor()
    await staff.getByText('to be asked together').first().waitFor()
    await accessible(staff)
    await staff.context().close()
  })

  test('what has words in the other language alone is said so, and one press asks it there', async () => {
    const client = await someone()
    // Met, so that everything is asked: what has no words in Spanish, too.
    await stage.owner.query(
      `insert into suicide_check (practice_id, id, person_id, answer, asked_by, asked_at)
       values ($1, gen_random_uuid(), $2, 'no-thoughts', $3, now())`,
      [client.practiceId, client.seatId, therapist.seatId],
    )
    const page = await questions(client, { ...phone, language: 'es' })
    const only = heading(page, 'Hay preguntas para usted, solo en inglés.')
    const putOff = page.getByRole('button', { name: 'Esta vez no' })
    for (let asked = 0; asked < 7; asked += 1) {
      await only.or(putOff).first().waitFor()
      if (await only.isVisible()) break
      await putOff.click()
      await expect.poll(() => putOffBy(client), { timeout: 30_000 }).toBe(asked + 1)
    }
    await only.waitFor()
    await accessible(page)
    await page.getByRole('button', { name: 'Show in English' }).click()
    await page.getByRole('button', { name: 'Begin' }).waitFor()
    expect(await only.count()).toBe(0)
    await page.context().close()
  })
})

test('whoever administers changes a time, is told what is wrong with it, and sets it', async () => {
  const page = await signedIn(stage, administrator, { ...phone, width: 1280 })
  await page.goto('/app/practice/questions')
  await page.getByRole('button', { name: 'Change time 1', exact: true }).click()
  await accessible(page)
  await page.getByLabel('Closes after, in hours').fill('10')
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await page.getByText('The reminder would come after the time is over.').waitFor()
  await page.getByLabel('Closes after, in hours').fill('700')
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await page.getByText(/^Saved/).waitFor()
  const { rows: set } = await stage.owner.query(
    `select lines -> 0 ->> 'closesHoursAfter' as closes from asking_schedule where practice_id = $1`,
    [practiceId],
  )
  expect(set).toEqual([{ closes: '700' }])
  // On paper there is nothing to press, and every time stands there.
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.tl-schedule .tl-button:visible').count()).toBe(0)
  expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(5)
  await page.context().close()
})
