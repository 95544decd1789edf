import { AxeBuilder } from '@axe-core/playwright'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { post, signIn } from './signing-in.ts'
import { openStage, type Player, type Stage } from './stage.ts'

let stage: Stage
let monitor: Player
let therapist: Player
let ids: { personId: string; courseId: string; sessionId: string }

/** The end of a day that did not go as planned, on two devices, one of which loses the network. */
beforeAll(async () => {
  stage = await openStage()
  await stage.rehearse()
  monitor = await stage.enter({ viewport: { width: 1180, height: 820 } })
  therapist = await stage.enter({ viewport: { width: 390, height: 844 } })
  await signIn(stage, monitor, 'monitor@demo.example')
  await signIn(stage, therapist, 'therapist@demo.example')
  const { rows } = await stage.owner.query(
    `select p.id as "personId", c.id as "courseId", s.id as "sessionId" from person p
     join course c on c.person_id = p.id join journey_session s on s.course_id = c.id where p.given_name = 'Daniel'`,
  )
  ids = rows[0]
  await monitor.page.goto(address('room'))
  const amount = { product: 'racemic', form: 'lozenge', route: 'sublingual', labelMg: 100, labelSalt: 'base' }
  const givenAt = await monitor.page.evaluate(
    async (path) => (await (await fetch(path)).json()).careNow,
    `/api/sessions/${ids.sessionId}/room`,
  )
  await post(monitor, `/api/sessions/${ids.sessionId}/doses`, { id: randomUUID(), ...amount, givenAt })
}, 120_000)
afterAll(() => stage.close())

const address = (place: string) => `/app/c/${ids.courseId}/s/${ids.sessionId}/${place}`
const button = (player: Player, name: string | RegExp) => player.page.getByRole('button', { name })
const stored = async (table: string) =>
  (await stage.owner.query(`select * from ${table} where session_id = $1`, [ids.sessionId])).rows
const slow = { timeout: 20_000 }

async function demandNothingForAxe({ page }: Player) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
}

test('the closing page says who may send home, and why its reader may not', async () => {
  await therapist.page.goto(address('close'))
  await therapist.page.getByText(/may sign that they can go home \(DC-10\)/).waitFor()
  await therapist.page.getByText(/Your part here is therapist/).waitFor()
  expect(await button(therapist, 'Close the session').count()).toBe(0)
  await demandNothingForAxe(therapist)
})

test('from the room it opens without a network, survives a reload, and what is ticked there is sent once', async () => {
  await monitor.page.goto(address('room'))
  await monitor.page.getByRole('link', { name: 'Return and discharge' }).waitFor()
  await monitor.page.waitForTimeout(4_000)
  await monitor.context.setOffline(true)
  await monitor.page.getByRole('link', { name: 'Return and discharge' }).click()
  await button(monitor, /^It is so: Nausea bearable/).click()
  await button(monitor, /^Take back: Nausea bearable/).waitFor()
  await monitor.page.getByText(/No network since/).waitFor()
  await monitor.page.reload()
  await button(monitor, /^Take back: Nausea bearable/).waitFor()
  expect(await stored('discharge_check')).toEqual([])
  await monitor.context.setOffline(false)
  await expect.poll(async () => (await stored('discharge_check')).length, slow).toBe(1)
  await therapist.page.locator('li', { hasText: 'DC-05' }).getByText('Met').waitFor()
  await monitor.page.waitForTimeout(5_000)
  expect(await stored('discharge_check')).toMatchObject([{ criterion: 'DC-05', met: true }])
})

test('what waits for a signature says so before a word is typed, keeps the words over a reload, and holds nothing else up', async () => {
  const prescriber = await stage.enter({ viewport: { width: 820, height: 1180 } })
  await signIn(stage, prescriber, 'prescriber@demo.example')
  await prescriber.page.goto(address('close'))
  const why = prescriber.page.getByLabel('Why they may go all the same')
  const open = () => prescriber.page.getByText('Send home with something open').click()
  await open()
  await prescriber.page.getByText(/Before you write: signing needs the network/).waitFor()
  await prescriber.page.waitForTimeout(4_000)
  await prescriber.context.setOffline(true)
  await prescriber.page.getByText(/cannot be signed without one/).waitFor()
  await why.fill('Steady, with her sister, and seen by me.')
  expect(await button(prescriber, 'Read and sign').count()).toBe(0)
  await prescriber.page.getByRole('textbox', { name: 'Name' }).fill('Sam Reed (demo)')
  await prescriber.page.getByRole('textbox', { name: 'Phone' }).fill('555-0144')
  await button(prescriber, 'Save the ride').click()
  await prescriber.page.getByText('Goes home with Sam Reed (demo), 555-0144').waitFor()
  await button(prescriber, /^It is so: The person who takes them home/).click()
  await button(prescriber, /^Take back: The person who takes them home/).waitFor()
  await demandNothingForAxe(prescriber)
  await prescriber.page.reload()
  await prescriber.page.getByText('Goes home with Sam Reed (demo), 555-0144').waitFor()
  await open()
  expect(await why.inputValue()).toBe('Steady, with her sister, and seen by me.')
  expect(await stored('ride_home')).toEqual([])
  await prescriber.context.setOffline(false)
  await expect.poll(async () => (await stored('ride_home')).length, slow).toBe(1)
  await button(prescriber, 'Read and sign').waitFor()
  expect(await why.inputValue()).toBe('Steady, with her sister, and seen by me.')
  await therapist.page.getByText('Goes home with Sam Reed (demo), 555-0144').waitFor()
  await therapist.page.locator('li', { hasText: 'DC-07' }).getByText('Met').waitFor()
})

test('taken to a hospital while the network is away: written down at once, sent once, and put before named people', async () => {
  await monitor.context.setOffline(true)
  await monitor.page.getByText('They leave in another way').click()
  await button(monitor, 'Write it down').click()
  await monitor.page.getByText('Choose how they left.').waitFor()
  await monitor.page.getByLabel('Taken to a hospital').check()
  await monitor.page.getByLabel('Left how long ago').fill('')
  await button(monitor, 'Write it down').click()
  await monitor.page.getByText('Write whole minutes, such as 0 or 15.').waitFor()
  await monitor.page.getByLabel('Left how long ago').fill('0')
  await monitor.page.getByLabel('Who called for help').fill('Mona')
  await monitor.page.getByLabel('Where they were taken').fill('County hospital (demo)')
  await button(monitor, 'Write it down').dblclick()
  await monitor.page.getByText('Written down on this device. It is sent once').first().waitFor()
  expect(await stored('departure')).toEqual([])
  await monitor.context.setOffline(false)
  await expect.poll(async () => (await stored('departure')).length, slow).toBe(1)
  await monitor.page.getByRole('heading', { level: 1, name: 'Taken to a hospital.' }).waitFor()
  await therapist.page.getByText('County hospital (demo)').waitFor()
  expect(await stored('departure')).toMatchObject([{ way: 'hospital', called_by: 'Mona', went_with: null }])
  const { rows } = await stage.owner.query(`select kind from task where person_id = $1 and kind = any ($2)`, [
    ids.personId,
    ['taken-to-hospital', 'safety-callback'],
  ])
  expect(rows).toHaveLength(2)
  await demandNothingForAxe(monitor)
  await demandNothingForAxe(therapist)
})

test('the room is over then, and still takes down what was forgotten', async () => {
  await monitor.page.goto(address('room'))
  await monitor.page.getByText('This session is closed.').waitFor()
  await button(monitor, 'Enter vitals now').click()
  await monitor.page.getByLabel('Oxygen').first().fill('96')
  await button(monitor, 'Save').click()
  await expect.poll(async () => (await stored('vital_reading')).length, slow).toBe(1)
})

test('nobody was shown what is not theirs, nothing left for elsewhere, no title or address said what this is', () =>
  expect(stage.demandDiscretion()).resolves.toBeUndefined())
