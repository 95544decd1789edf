import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, addPerson, addPractice, assign, type Someone } from '../src/app/testing/arrange.ts'
import { invented, limit, says, textOf } from '../src/form/testing/files.ts'
import { cleanIn } from './clean.ts'
import { signedIn, type Dress } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
let therapist: Someone

const clean = cleanIn(process.env['TYPED_SHOTS'])
const low: Dress = { language: 'es', theme: 'low', width: 390 }

/** Each way in which something is typed; of the number, a small one must reach a person. */
const file = invented({
  _title: says('Noches, inventado'),
  item: [
    {
      linkId: 'meals',
      type: 'integer',
      text: 'How many meals a week?',
      _text: says('¿Cuántas comidas a la semana?'),
      extension: [limit('minValue', { valueInteger: 0 }), limit('maxValue', { valueInteger: 21 })],
    },
    { linkId: 'bed', type: 'time', text: 'When do you go to bed?', _text: says('¿A qué hora se acuesta?') },
    { linkId: 'began', type: 'date', text: 'When did it begin?', _text: says('¿Cuándo empezó?') },
    { linkId: 'how', type: 'text', text: 'How are the nights?', _text: says('¿Cómo son las noches?') },
  ],
})
const named = {
  language: null,
  licence: 'Written by this practice, 2026.',
  danger: [{ item: 'meals', atMost: 1 }],
  trauma: false,
}

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  therapist = await addMember(stage.owner, practiceId, ['therapist'])
  const administrator = await addMember(stage.owner, practiceId, ['administrator'])
  const page = await signedIn(stage, administrator, { ...low, width: 1280 })
  await page.goto('/app/practice/forms')
  const brought = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': body.id }
      const reply = await fetch('/api/own-forms', { method: 'POST', headers, body: JSON.stringify(body) })
      return (await reply.json()) as { formId: string }
    },
    { ...named, id: randomUUID(), original: textOf(file) },
  )
  await page.context().close()
  const line = {
    id: 'beginning',
    on: 'enrolment',
    after: { hours: 0 },
    opensHoursBefore: 0,
    closesHoursAfter: 500,
    remindHoursAfter: null,
    instruments: [brought.formId],
  }
  await stage.owner.query(
    `insert into asking_schedule (practice_id, id, lines, set_by, set_at) values ($1, $2, $3, $4, now())`,
    [practiceId, randomUUID(), JSON.stringify([line]), administrator.seatId],
  )
})
afterAll(async () => {
  await stage.demandDiscretion()
  await stage.close()
})

async function someone() {
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  await stage.owner.query(`update person set language = 'es' where id = $1`, [client.seatId])
  await stage.owner.query('update seat set since = now() where id = $1', [client.seatId])
  await assign(stage.owner, { member: therapist, personId: client.seatId })
  return client
}
const rows = async (sql: string, who: Someone) => (await stage.owner.query(sql, [who.seatId])).rows
const stored = (who: Someone) =>
  rows('select answers, withheld, language from instrument_response where person_id = $1', who)
const arrived = async (who: Someone) => {
  await expect.poll(() => stored(who).then((all) => all.length), { timeout: 15_000 }).toBe(1)
  return (await stored(who))[0]
}
/** Longer than it takes for what is typed to come to rest. */
const rest = (page: Page) => page.waitForTimeout(900)

describe('a member notes what is typed', () => {
  const rating = async (who: Someone) => {
    const page = await signedIn(stage, therapist, low)
    await page.goto(`/app/people/${who.seatId}/measures/now`)
    await page
      .getByRole('button', { name: /^Nights, invented/ })
      .first()
      .click()
    await page.getByRole('group', { name: /comidas/ }).waitFor()
    return page
  }
  const number = (page: Page) => page.getByLabel('Un número')
  const save = (page: Page) => page.getByRole('button', { name: 'Guardar', exact: true })
  const saved = (page: Page) => page.getByRole('heading', { level: 1, name: /^Guardado/ }).waitFor()

  test('the first figure of a number calls nobody; what is no number is not saved past, and is led to', async () => {
    const client = await someone()
    const page = await rating(client)
    await number(page).pressSequentially('14', { delay: 120 })
    await rest(page)
    expect(await rows('select kind from task where person_id = $1', client)).toEqual([])
    await number(page).fill('140')
    await page.getByText('Escriba un número entero de 0 a 21.').waitFor()
    await save(page).click()
    await page.getByText('Todavía no se guardó').waitFor()
    expect(await number(page).evaluate((field) => field === document.activeElement)).toBe(true)
    await clean(page, 'rated-number-wrong')
    await rest(page)
    expect(await stored(client)).toEqual([])
    // Saved in the very moment in which it was typed.
    await number(page).fill('13')
    await save(page).click()
    await saved(page)
    expect(await arrived(client)).toMatchObject({ answers: { said: { meals: 13 } }, withheld: {} })
    expect(await rows('select id from rating_draft where person_id = $1', client)).toHaveLength(1)
    await page.context().close()
  })

  test('a small one is put before a person as soon as it has come to rest', async () => {
    const client = await someone()
    const page = await rating(client)
    await number(page).fill('1')
    await page.getByText('Esta respuesta pide a una persona').waitFor()
    await expect
      .poll(() => rows('select kind from task where person_id = $1', client))
      .toEqual([{ kind: 'danger-answer' }])
    await page.context().close()
  })

  test('what is left out after all stays left out: the field is empty, and nothing of it is kept again', async () => {
    const client = await someone()
    const page = await rating(client)
    const within = (name: RegExp) => page.getByRole('group', { name })
    await number(page).fill('7')
    await page.getByLabel('Su respuesta').fill('Casi no duermo')
    await rest(page)
    await within(/comidas/)
      .getByRole('radio', { name: /^No se preguntó/ })
      .check()
    await within(/Cómo son/)
      .getByRole('radio', { name: /^No quiso contestar/ })
      .check()
    await rest(page)
    expect(await number(page).inputValue()).toBe('')
    expect(await page.getByLabel('Su respuesta').inputValue()).toBe('')
    await clean(page, 'rated-left-out')
    await save(page).click()
    await saved(page)
    expect(await arrived(client)).toMatchObject({
      answers: { said: { meals: null, how: null } },
      withheld: { meals: 'not-asked', how: 'declined' },
    })
    await page.context().close()
  })

  test('without a network it waits on the device, hour and all, and arrives as it was typed', async () => {
    const client = await someone()
    const page = await rating(client)
    await page.context().setOffline(true)
    await number(page).fill('9')
    await page.getByLabel('Hora y minuto').fill('22:30')
    await page.getByText('Guardado en este dispositivo').waitFor()
    await clean(page, 'rated-offline')
    await save(page).click()
    await saved(page)
    await page.getByText('Se enviará cuando vuelva la red').first().waitFor()
    expect(await stored(client)).toEqual([])
    await page.context().setOffline(false)
    expect(await arrived(client)).toMatchObject({ answers: { said: { meals: 9, bed: '22:30:00' } } })
    await page.context().close()
  })
})

describe('a client types, with all questions in a list', () => {
  const asked = async (who: Someone) => {
    const page = await signedIn(stage, who, low)
    await page.goto('/me/questions')
    await page.getByRole('radio', { name: 'Todas en una lista' }).check()
    await page.getByRole('button', { name: 'Empezar' }).click()
    await page.getByRole('heading', { name: /comidas/ }).waitFor()
    return page
  }
  const item = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words }).first()
  const send = (page: Page) => page.getByRole('button', { name: 'Enviar a mi equipo' })

  test('what they would rather not say is not sent, though it had been typed', async () => {
    const client = await someone()
    const page = await asked(client)
    await page.getByLabel('Un número').fill('14')
    await page.getByLabel('Su respuesta').fill('Casi no duermo')
    await page.getByLabel('Hora y minuto').fill('22:30')
    await page.getByLabel('Año', { exact: true }).fill('1998')
    await rest(page)
    for (const words of ['comidas', 'Cómo son', 'A qué hora', 'Cuándo'])
      await item(page, words).getByRole('button', { name: 'Prefiero no decirlo' }).click()
    await rest(page)
    for (const field of ['Un número', 'Su respuesta', 'Hora y minuto', 'Año'])
      expect([field, await page.getByLabel(field, { exact: true }).inputValue()]).toEqual([field, ''])
    await clean(page, 'list-withheld')
    await send(page).click()
    expect(await arrived(client)).toMatchObject({
      answers: { said: { meals: null, bed: null, began: null, how: null } },
      withheld: { meals: 'prefer-not', bed: 'prefer-not', began: 'prefer-not', how: 'prefer-not' },
    })
    await page.context().close()
  })

  test('what cannot be read yet is not passed over; what was typed last goes along', async () => {
    const client = await someone()
    const page = await asked(client)
    await page.getByLabel('Año', { exact: true }).fill('19')
    await send(page).click()
    await page.getByText('Algo de lo que escribió no se puede leer todavía').waitFor()
    expect(
      await page.getByLabel('Año', { exact: true }).evaluate((field) => field === document.activeElement),
    ).toBe(true)
    await clean(page, 'list-unread')
    await page.getByLabel('Año', { exact: true }).fill('1998')
    await page.getByLabel('Hora y minuto').fill('06:15')
    await page.getByLabel('Su respuesta').fill('Mejor que antes')
    await page.getByLabel('Un número').fill('12')
    await send(page).click()
    expect(await arrived(client)).toMatchObject({
      answers: { said: { meals: 12, bed: '06:15:00', began: '1998', how: 'Mejor que antes' } },
      language: 'es',
    })
    await rest(page)
    // Nothing typed before it was sent is kept as a beginning of something else.
    const [draft] = await rows('select answers from instrument_draft where person_id = $1', client)
    expect(draft).toMatchObject({ answers: { said: { meals: 12 } } })
    await page.context().close()
  })

  test('one at a time and without a network: an hour is asked, left quickly, and found again', async () => {
    const client = await someone()
    const page = await signedIn(stage, client, low)
    await page.goto('/me/questions')
    await page.getByRole('button', { name: 'Empezar' }).click()
    await page.getByRole('heading', { name: /comidas/ }).waitFor()
    await page.getByLabel('Un número').fill('10')
    await page.getByRole('button', { name: 'Siguiente' }).click()
    await page.getByRole('heading', { name: /acuesta/ }).waitFor()
    await clean(page, 'one-hour')
    await page.context().setOffline(true)
    await page.getByLabel('Hora y minuto').fill('23:05')
    // Back before it has come to rest: it is kept all the same.
    await page.getByRole('button', { name: 'Atrás' }).click()
    await page.getByRole('heading', { name: /comidas/ }).waitFor()
    await page.getByRole('button', { name: 'Siguiente' }).click()
    await page.getByRole('heading', { name: /acuesta/ }).waitFor()
    expect(await page.getByLabel('Hora y minuto').inputValue()).toBe('23:05')
    await page.getByText('Guardado en este dispositivo').waitFor()
    await page.getByRole('button', { name: 'Siguiente' }).click()
    for (const words of [/empezó/, /noches/]) {
      await page.getByRole('heading', { name: words }).waitFor()
      await page.getByRole('button', { name: 'Prefiero no decirlo' }).click()
    }
    await page.getByText(/11:05\s*p/).waitFor()
    await clean(page, 'one-review')
    await page.getByRole('button', { name: 'Enviar a mi equipo' }).click()
    expect(await stored(client)).toEqual([])
    await page.context().setOffline(false)
    expect(await arrived(client)).toMatchObject({ answers: { said: { meals: 10, bed: '23:05:00' } } })
    await page.context().close()
  })
})
