import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { post, signIn } from './signing-in.ts'
import { tellTheDay } from './dayTold.ts'
import { openStage, type Player, type Stage } from './stage.ts'

let stage: Stage
let monitor: Player
let therapist: Player
let client: Player
let ids: { personId: string; courseId: string; sessionId: string }

/** The day of a journey, by the three who live it, each in a browser of their own. */
beforeAll(async () => {
  stage = await openStage()
  await stage.rehearse()
  const tablet = { viewport: { width: 1180, height: 820 } }
  monitor = await stage.enter(tablet)
  therapist = await stage.enter(tablet)
  client = await stage.enter({ viewport: { width: 390, height: 844 } })
  await signIn(stage, monitor, 'monitor@demo.example')
  await signIn(stage, therapist, 'therapist@demo.example')
  await signIn(stage, client, 'daniel@demo.example')
  const { rows } = await stage.owner.query(
    `select p.id as "personId", c.id as "courseId", s.id as "sessionId" from person p
     join course c on c.person_id = p.id join journey_session s on s.course_id = c.id where p.given_name = 'Daniel'`,
  )
  ids = rows[0]
}, 120_000)
afterAll(() => stage.close())

const address = (place: string) => `/app/c/${ids.courseId}/s/${ids.sessionId}/${place}`
const button = (player: Player, name: string | RegExp) => player.page.getByRole('button', { name })
const stored = async (table: string) =>
  (await stage.owner.query(`select * from ${table} where session_id = $1`, [ids.sessionId])).rows

test('what still stands in the way is cleared in place, and the screen of the other one follows', async () => {
  for (const { page } of [therapist, monitor]) {
    // What is written before a page follows along is on it only when it is asked for again.
    const follows = page.waitForResponse((answer) => answer.url().includes('/api/live/people/'))
    await page.goto(address('ready'))
    await follows
  }
  await monitor.page.getByText('Not yet').first().waitFor()
  await monitor.page.getByLabel('Upper').fill('182')
  await monitor.page.getByLabel('Lower').fill('78')
  await monitor.page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await therapist.page.getByText(/So high means no dose today/).waitFor()
  await button(monitor, /^Correct: 182\/78/).click()
  await monitor.page.getByLabel('Upper').fill('122')
  await button(monitor, 'Save the correction').click()
  // The row it was corrected in moves to what is met, and everything below it moves up.
  for (const { page } of [therapist, monitor]) await page.getByText(/Before: 182\/78\. Typed wrong/).waitFor()
  await monitor.page.getByRole('textbox', { name: 'Name' }).fill('Jo Brooks (demo)')
  await monitor.page.getByRole('textbox', { name: 'Phone' }).fill('555-0133')
  await button(monitor, 'Save the ride').click()
  await therapist.page.getByText('Jo Brooks (demo)').first().waitFor()
  expect(await stored('ride_home')).toHaveLength(1)
  const [slip, mended] = (await stored('vital_reading')).toSorted((a, b) => b.systolic_mmhg - a.systolic_mmhg)
  expect(slip).toMatchObject({ systolic_mmhg: 182, diastolic_mmhg: 78, corrects: null })
  expect(mended).toMatchObject({ systolic_mmhg: 122, corrects: slip.id, wrong: 'mistyped' })
})

const row = (title: string) => monitor.page.locator('.tl-gate').filter({ hasText: title }).first()
const choose = (title: string, line: RegExp, words: string) =>
  row(title)
    .getByRole('group', { name: line })
    .getByRole('radio', { name: words, exact: true })
    .check({ force: true })
const told = async () =>
  (await stored('day_told')).filter(({ kind }) => kind === 'answers').map(({ answers }) => answers)

test('the questions of the day: each is on the screen, "no" to those that are left, and what speaks against it stops', async () => {
  const title = 'How the client is today'
  await row(title)
    .getByText(/The warning signs and your own judgement are left out/)
    .waitFor()
  await row(title).getByRole('button', { name: 'No to all that are left' }).click()
  // Whether there is a warning sign, and whether they can decide freely, is nobody's "no to all".
  expect(await row(title).getByRole('radio', { checked: true }).count()).toBe(2)
  await choose(title, /^Chest pain/, 'None')
  await choose(title, /^Pain or blood/, 'New')
  await choose(title, /^Your own judgement/, 'Yes')
  await button(monitor, 'Save how they are').click()
  await therapist.page.getByText(/: the bladder\. It takes a prescriber’s written decision/).waitFor()
  await choose(title, /^Pain or blood/, 'No')
  await button(monitor, 'Save how they are').click()
  await therapist.page.getByText(/Asked by .*Nothing of it\./).waitFor()
  expect(await told()).toEqual([
    { bladder: 'new', capacity: 'has', 'warning-signs': 'none', 'infection-today': 'no' },
    { bladder: 'no' },
  ])
  await choose('Alcohol and other substances', /^Alcohol today/, 'Yes')
  await button(monitor, 'Save what was taken').click()
  await therapist.page.getByText(/: alcohol today\. No dose today\./).waitFor()
  expect(await button(therapist, 'Decide in writing').count()).toBe(0)
})

test('with the last gate met the dose is released, and given, and the room’s clock begins', async () => {
  const at = `/api/people/${ids.personId}`
  const answers = ['medicines-gone-through', 'suicide-assessment'].map((question) => ({
    id: randomUUID(),
    question,
    answer: question === 'suicide-assessment' ? 'not-high' : 'done',
    on: null,
    note: '',
  }))
  await post(therapist, `${at}/findings`, { answers })
  await post(therapist, `${at}/asked`, { id: randomUUID(), sessionId: ids.sessionId, answer: 'no-thoughts' })
  const { rows } = await stage.owner.query(
    `select id, name from member where roles && '{therapist,monitor,prescriber}'`,
  )
  for (const { id, name } of rows) {
    const state = name.startsWith('Dr.') ? 'reachable' : 'here'
    await post(monitor, `/api/sessions/${ids.sessionId}/presence`, { id: randomUUID(), memberId: id, state })
  }
  await tellTheDay(monitor, ids.sessionId)
  const [ride] = await stored('ride_home')
  await post(client, `/api/sessions/${ids.sessionId}/asked`, {
    id: randomUUID(),
    wantsToday: true,
    safeHome: true,
    rideId: ride.id,
  })
  await monitor.page.getByText('Ready.').first().waitFor()
  await button(monitor, 'Release the dose').click()
  await button(monitor, 'Given now').click()
  await monitor.page.getByText(/^Not ticked: their name and their date of birth\./).waitFor()
  await monitor.page.getByText(/Their name/).click()
  await monitor.page.getByText(/^Not ticked: their date of birth\./).waitFor()
  await button(monitor, 'Record it all the same').waitFor()
  await monitor.page.getByText(/Their date of birth/).click()
  await monitor.page.getByText(/^Not ticked/).waitFor({ state: 'detached' })
  // A glove presses twice: one dose.
  await button(monitor, 'Given now').dblclick()
  await monitor.page.waitForURL(/\/room$/)
  await monitor.page.waitForTimeout(1_000)
  await expect.poll(async () => (await stored('dose')).length, { timeout: 15_000 }).toBe(1)
  expect(await stored('dose')).toMatchObject([{ deviation: false, identifiers: ['name', 'birth-date'] }])
})

test('two screens in the room: what one notes is on the other', async () => {
  await monitor.page.goto(address('room'))
  await therapist.page.goto(address('room'))
  await button(therapist, 'Felt safe').click()
  await monitor.page.getByText(/Last: Felt safe/).waitFor()
  expect(await stored('journey_event')).toMatchObject([{ code: 'felt-safe', struck: false }])
})

test('a reading taken while the network is away survives a reload, and is sent once', async () => {
  const before = (await stored('vital_reading')).length
  await monitor.page.waitForTimeout(1_500)
  await monitor.context.setOffline(true)
  await button(monitor, 'Enter vitals now').click()
  await monitor.page.getByLabel('Upper (systolic)').fill('131')
  await monitor.page.getByLabel('Lower (diastolic)').fill('83')
  await button(monitor, 'Save').click()
  await monitor.page.getByText(/No network since/).waitFor()
  await monitor.page.getByText('131 / 83').first().waitFor()
  await monitor.page.reload()
  await monitor.page.getByText('131 / 83').first().waitFor()
  expect((await stored('vital_reading')).length).toBe(before)
  await monitor.context.setOffline(false)
  await expect.poll(async () => (await stored('vital_reading')).length, { timeout: 20_000 }).toBe(before + 1)
  await therapist.page.getByText('131 / 83').first().waitFor()
  await monitor.page.waitForTimeout(5_000)
  expect((await stored('vital_reading')).filter(({ systolic_mmhg }) => systolic_mmhg === 131)).toHaveLength(1)
})

const slow = { timeout: 20_000 }

test('a mistyped pressure is corrected, a tap is undone, and a reading noted on paper has its own moment', async () => {
  await monitor.page.getByRole('button', { name: 'Correct' }).first().click()
  await monitor.page.getByLabel('Upper (systolic)').fill('118')
  await button(monitor, 'Save').click()
  await monitor.page.getByText('118 / 83').first().waitFor()
  await button(monitor, 'Nausea').dblclick()
  await monitor.page.getByText(/Last: Nausea/).waitFor()
  const nausea = async () => (await stored('journey_event')).filter(({ code }) => code === 'nausea')
  await expect.poll(async () => (await nausea()).length, slow).toBe(1)
  await button(therapist, 'Tears, release').click()
  await monitor.page.getByText(/Last: Tears/).waitFor()
  await button(monitor, 'Undo: Nausea').click()
  await expect
    .poll(async () => (await nausea()).map(({ struck }) => String(struck)).toSorted(), slow)
    .toEqual(['false', 'true'])
  expect((await stored('journey_event')).filter(({ struck }) => struck)).toMatchObject([{ code: 'nausea' }])
  await monitor.page.getByText('Taken back. Both entries are kept.').waitFor()
  expect(await button(monitor, /^Undo/).count()).toBe(0)
  await button(monitor, 'Enter vitals now').click()
  await monitor.page
    .getByRole('dialog')
    .getByRole('radio', { name: '10 ago' })
    .locator('xpath=ancestor::label[1]')
    .click()
  await monitor.page.getByLabel('Oxygen').first().fill('97')
  await button(monitor, 'Save').click()
  await expect
    .poll(
      async () => (await stored('vital_reading')).filter(({ spo2_percent: oxygen }) => oxygen === 97).length,
      slow,
    )
    .toBe(1)
  expect(await monitor.page.getByText('Not taken by the server').count()).toBe(0)
})

test('any earlier entry is corrected or taken back from the list, with the keys alone, and both stay readable', async () => {
  const list = monitor.page.locator('.room-line')
  await monitor.page.getByText('Everything so far').click()
  await button(monitor, /^Correct: Vitals 122/).focus()
  await monitor.page.keyboard.press('Enter')
  await monitor.page.getByLabel('Upper (systolic)').fill('126')
  await monitor.page.keyboard.press('Enter')
  await list.getByText(/^Corrected by .*Before: Vitals 122 \/ 78\. Written wrong\.$/).waitFor()
  await button(monitor, /^Correct: Tears/).focus()
  await monitor.page.keyboard.press('Enter')
  await monitor.page.getByLabel('Written wrong').focus()
  await monitor.page.keyboard.press('ArrowDown')
  await monitor.page.keyboard.press('ArrowDown')
  await button(monitor, 'Take it back').focus()
  await monitor.page.keyboard.press('Enter')
  await list.getByText(/^Taken back by .*Did not happen\.$/).waitFor()
  await therapist.page.getByText('Everything so far').click()
  await therapist.page.getByText(/Taken back by .*Did not happen/).waitFor()
  const corrections = (await stored('vital_reading')).filter(({ wrong }) => wrong === 'mistyped')
  expect(corrections.map(({ systolic_mmhg: upper }) => upper).toSorted()).toEqual([118, 122, 126])
})

test('a dose that was never given is taken back, and one of an hour ago is written down as of then', async () => {
  await monitor.page.goto(address('ready'))
  await monitor.page.getByText('Another dose was given').click()
  await monitor.page.getByRole('radio', { name: 'longer ago' }).locator('xpath=ancestor::label[1]').click()
  await monitor.page.getByText(/Their name/).click()
  await monitor.page.getByText(/Their date of birth/).click()
  await monitor.page.getByRole('button', { name: /^Given/ }).click()
  await monitor.page.getByText('Write the minutes since it was given').waitFor()
  await monitor.page.getByLabel('How long ago').fill('60')
  await button(monitor, 'Given 60 min ago').click()
  await expect.poll(async () => (await stored('dose')).length, slow).toBe(2)
  const second = (await stored('dose')).find(({ deviation }) => deviation)
  expect(Date.now() - second.given_at.getTime()).toBeGreaterThan(50 * 60_000)
  await monitor.page.goto(address('ready'))
  const row = monitor.page.getByRole('listitem').filter({ hasText: 'deviation' })
  await row.getByRole('button', { name: 'This dose was not given' }).click()
  await row.getByRole('button', { name: 'Take it back' }).click()
  await expect.poll(async () => (await stored('dose')).filter(({ struck }) => struck).length, slow).toBe(1)
  await row.waitFor({ state: 'detached' })
})

test('the client’s own phone shows no dose, no score and no verdict on such a day', async () => {
  await client.page.goto('/me')
  await client.page.getByRole('heading').first().waitFor()
  const text = await client.page.locator('body').innerText()
  expect(text).not.toMatch(/\bmg\b|115\.3|PHQ|score|milligram/i)
})

test('nobody was shown what is not theirs, nothing left for elsewhere, no title or address said what this is', () =>
  expect(stage.demandDiscretion()).resolves.toBeUndefined())
