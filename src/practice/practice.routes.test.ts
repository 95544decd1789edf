import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addMember } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { day, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner } = clinic

const aDay = day / minute

const here = async (as = people.coordinator) => (await ask(as, '/api/here')).json()
const move = (minutes: number, as = people.administrator, intentKey = randomUUID()) =>
  ask(as, '/api/care-clock', { body: { minutes }, intentKey })

test('one is told where one is, who one is there, and what is open', async () => {
  const said = await here()
  expect(said).toMatchObject({
    practice: { name: 'Ours', demo: true, phone: '+1 555 010 0100' },
    me: { roles: ['coordinator'], personId: null },
  })
  expect(said.can).toContain('board.read')
  expect((await here(people.client)).can).not.toContain('board.read')
  expect((await here(people.client)).me.personId).toBe(people.client.seatId)
})

describe('the clock of care', () => {
  test('moves ahead by minutes and by days, and the same intent moves it once', async () => {
    const before = (await here()).careNow
    const intentKey = randomUUID()
    expect((await move(7 * aDay, people.administrator, intentKey)).json()).toEqual({ minutesAhead: 7 * aDay })
    expect((await move(7 * aDay, people.administrator, intentKey)).json()).toEqual({ minutesAhead: 7 * aDay })
    expect((await move(30)).json()).toEqual({ minutesAhead: 7 * aDay + 30 })
    const moved = (await here()).careNow - before
    expect(moved).toBeGreaterThanOrEqual(7 * day + 30 * minute)
    expect(moved).toBeLessThan(7 * day + 31 * minute)
  })

  test('moves for this practice alone', async () => {
    await move(aDay)
    const elsewhere = (await here(people.foreigner)).careNow
    expect(Math.abs(elsewhere - (await here()).careNow)).toBeGreaterThan(day / 2)
  })

  test('never goes back, and no client or auditor moves it', async () => {
    expect((await move(-1)).statusCode).toBe(422)
    expect((await move(1, people.client)).json().kind).toBe('not-allowed')
    expect((await move(1, people.auditor)).json().kind).toBe('not-allowed')
  })

  test('stands still in a real practice, in the command and in the database', async () => {
    const realId = randomUUID()
    await owner.query(
      `insert into practice (id, name, time_zone) values ($1, 'Real', 'America/Los_Angeles')`,
      [realId],
    )
    const administrator = await addMember(owner, realId, ['administrator'])
    expect((await move(1, administrator)).json().kind).toBe('not-a-demo')
    await expect(
      owner.query(`insert into care_clock (practice_id, ahead) values ($1, '1 day')`, [realId]),
    ).rejects.toThrow('only a demo practice can move its clock')
  })
})

describe('how long a session room stays open', () => {
  const stay = async () => (await ask(people.administrator, '/api/room-stay')).json()
  const set = (minutes: number, as = people.administrator) =>
    ask(as, '/api/room-stay', { body: { id: randomUUID(), minutes } })

  test('six hours until the practice says otherwise; the newest counts', async () => {
    expect(await stay()).toEqual({ minutes: 360, own: false })
    await set(120)
    expect((await set(240)).statusCode).toBe(200)
    expect(await stay()).toEqual({ minutes: 240, own: true })
  })

  test('between half an hour and twelve, and only by an administrator', async () => {
    expect((await set(29)).statusCode).toBe(422)
    expect((await set(721)).statusCode).toBe(422)
    expect((await set(60, people.prescriber)).json().kind).toBe('not-allowed')
  })
})

describe('how long a journey takes up its room and its people', () => {
  const length = async () => (await ask(people.administrator, '/api/journey-length')).json()
  const set = (minutes: number, as = people.administrator) =>
    ask(as, '/api/journey-length', { body: { id: randomUUID(), minutes } })

  test('as the versioned figure says, with its rule, until the practice says otherwise; the newest counts', async () => {
    expect(await length()).toEqual({ minutes: 180, own: false, rule: '3.2' })
    await set(240)
    expect((await set(120)).statusCode).toBe(200)
    expect(await length()).toEqual({ minutes: 120, own: true, rule: '3.2' })
  })

  test('between an hour and twelve, and only by an administrator', async () => {
    expect((await set(59)).statusCode).toBe(422)
    expect((await set(721)).statusCode).toBe(422)
    expect((await set(90, people.prescriber)).json().kind).toBe('not-allowed')
  })
})

describe('whom a practice names for help', () => {
  const help = {
    hours: { en: 'Weekdays, 9 to 5', es: 'De lunes a viernes, de 9 a 5' },
    afterHours: { en: 'No one answers at night.', es: 'De noche no contesta nadie.' },
    concernName: 'Someone outside',
    concernRole: { en: 'Ombudsperson', es: 'Defensora' },
    concernPhone: '+1 555 010 0199',
    boardName: 'Board',
    boardPhone: '+1 555 010 0198',
    boardSite: null,
  }

  test('nothing is made up before it is set; the newest holds', async () => {
    expect((await ask(people.client, '/api/help')).json()).toEqual({ phone: '+1 555 010 0100', help: null })
    for (const concernName of ['First', 'Second'])
      await ask(people.administrator, '/api/help', { body: { ...help, id: randomUUID(), concernName } })
    expect((await ask(people.client, '/api/help')).json().help).toEqual({ ...help, concernName: 'Second' })
  })

  test('only an administrator sets it, and both languages are needed', async () => {
    const body = { ...help, id: randomUUID() }
    expect((await ask(people.therapist, '/api/help', { body })).json().kind).toBe('not-allowed')
    const half = { ...body, hours: { en: 'Weekdays' } }
    expect((await ask(people.administrator, '/api/help', { body: half })).statusCode).toBe(422)
  })
})
