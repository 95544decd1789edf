import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { post, signIn } from './signing-in.ts'
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
  await therapist.page.goto(address('ready'))
  await monitor.page.goto(address('ready'))
  await monitor.page.getByText('Not yet').first().waitFor()
  await monitor.page.getByLabel('Upper').fill('122')
  await monitor.page.getByLabel('Lower').fill('78')
  await button(monitor, 'Save').first().click()
  await monitor.page.getByRole('textbox', { name: 'Name' }).fill('Jo Brooks (demo)')
  await monitor.page.getByRole('textbox', { name: 'Phone' }).fill('555-0133')
  await button(monitor, 'Save the ride').click()
  await therapist.page.getByText('Jo Brooks (demo)').first().waitFor()
  expect(await stored('ride_home')).toHaveLength(1)
  expect(await stored('vital_reading')).toMatchObject([{ systolic_mmhg: 122, diastolic_mmhg: 78 }])
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
  const [ride] = await stored('ride_home')
  await post(client, `/api/sessions/${ids.sessionId}/asked`, {
    id: randomUUID(),
    wantsToday: true,
    safeHome: true,
    rideId: ride.id,
  })
  await monitor.page.getByText('Ready.').first().waitFor()
  await button(monitor, 'Release the dose').click()
  await monitor.page.getByText(/Their name/).click()
  await monitor.page.getByText(/Their date of birth/).click()
  await button(monitor, 'Given now').click()
  await expect.poll(async () => (await stored('dose')).length, { timeout: 15_000 }).toBe(1)
  expect(await stored('dose')).toMatchObject([{ deviation: false }])
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

test('the client’s own phone shows no dose, no score and no verdict on such a day', async () => {
  await client.page.goto('/me')
  await client.page.getByRole('heading').first().waitFor()
  const text = await client.page.locator('body').innerText()
  expect(text).not.toMatch(/\bmg\b|115\.3|PHQ|score|milligram/i)
})

test('nobody was shown what is not theirs, nothing left for elsewhere, no title or address said what this is', () =>
  expect(stage.demandDiscretion()).resolves.toBeUndefined())
