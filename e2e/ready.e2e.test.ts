import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { post, signIn } from './signing-in.ts'
import { openStage, type Player, type Stage } from './stage.ts'

let stage: Stage
let monitor: Player
let ids: { courseId: string; sessionId: string }

/** The ready screen on a phone, by whoever stands at the bedside. */
beforeAll(async () => {
  stage = await openStage()
  await stage.rehearse()
  monitor = await stage.enter({ viewport: { width: 390, height: 844 } })
  await signIn(stage, monitor, 'monitor@demo.example')
  const { rows } = await stage.owner.query(
    `select s.course_id as "courseId", s.id as "sessionId" from person p
     join journey_session s on s.person_id = p.id where p.given_name = 'Daniel'`,
  )
  ids = rows[0]
  await monitor.page.goto(`/app/c/${ids.courseId}/s/${ids.sessionId}/ready`)
}, 120_000)
afterAll(() => stage.close())

const readings = async () =>
  (await stage.owner.query('select * from vital_reading where session_id = $1', [ids.sessionId])).rows
/** Taken now, by the clock of care. */
async function reads(upper: number) {
  const sql = 'select care_now(practice_id) as at from journey_session where id = $1'
  const { rows } = await stage.owner.query(sql, [ids.sessionId])
  const measured = { systolicMmHg: upper, diastolicMmHg: 80, takenAt: rows[0].at.toISOString() }
  await post(monitor, `/api/sessions/${ids.sessionId}/vitals`, { id: randomUUID(), ...measured })
}

test('what stands open is a step away, the reader’s own first, each with its state and a heading', async () => {
  const { page } = monitor
  const list = page.getByRole('navigation', { name: 'Open' })
  await list.waitFor()
  expect(await list.locator('.tl-label').allInnerTexts()).toEqual(['Yours to clear', 'For others to clear'])
  const [mine, others] = await list.getByRole('list').all()
  const lines = await mine!.getByRole('listitem').allInnerTexts()
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) expect(line).toMatch(/^(Stop|Waiting)\s/)
  const link = others!.getByRole('link').last()
  const heading = page.getByRole('heading', { level: 3, name: await link.innerText(), exact: true })
  expect((await heading.boundingBox())!.y).toBeGreaterThan(844)
  await link.click()
  await expect.poll(async () => (await heading.boundingBox())!.y).toBeLessThan(500)
  expect(new URL(page.url()).hash).toMatch(/^#g\d+$/)
  expect(await page.locator('.ready-met').getByText('Clears it').count()).toBe(0)
  expect(await page.locator('.ready-open').getByText('Clears it').count()).toBeGreaterThan(lines.length)
  await page.setViewportSize({ width: 1180, height: 820 })
  expect(await list.isVisible()).toBe(false)
  await page.setViewportSize({ width: 390, height: 844 })
})

test('without a network it says what is kept, and a pressure typed there is sent once', async () => {
  const { page } = monitor
  const before = (await readings()).length
  await monitor.context.setOffline(true)
  await page.getByText(/Kept on this device and sent later: a blood pressure, a dose/).waitFor()
  expect(await page.getByText('You can go on; entries will be kept').count()).toBe(0)
  await page.getByLabel('Upper').fill('124')
  await page.getByLabel('Lower').fill('76')
  await page.getByRole('button', { name: 'Save', exact: true }).first().dblclick()
  await page.getByText(/^124\/76 is kept on this device/).waitFor()
  expect(await page.getByLabel('Upper').inputValue()).toBe('')
  expect(await readings()).toHaveLength(before)
  await monitor.context.setOffline(false)
  await expect.poll(async () => (await readings()).length, { timeout: 20_000 }).toBe(before + 1)
  await page.getByText(/^124\/76 is kept/).waitFor({ state: 'detached' })
  expect((await readings()).filter(({ systolic_mmhg: upper }) => upper === 124)).toHaveLength(1)
})

test('an emergency in the room stands on the prescriber’s Today while it lasts, and leads there', async () => {
  const prescriber = await stage.enter({ viewport: { width: 390, height: 844 } })
  const { page } = prescriber
  await signIn(stage, prescriber, 'prescriber@demo.example')
  await stage.owner.query(`update journey_session set phase = 'under-way' where id = $1`, [ids.sessionId])
  const follows = page.waitForResponse((answer) => answer.url().includes('/api/live/practice'))
  await page.goto('/app')
  await page.getByText(/in the room now/).waitFor()
  await follows
  await reads(190)
  const emergency = page.getByText(/^Emergency in the room since .*: upper pressure 190, limit 180$/)
  await emergency.waitFor()
  expect(await page.getByRole('alert').filter({ has: emergency }).count()).toBe(1)
  await reads(126)
  await emergency.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Room', exact: true }).click()
  await page.waitForURL(/\/room$/)
})

test('nothing left for elsewhere, and no title or address said what this is', () =>
  expect(stage.demandDiscretion()).resolves.toBeUndefined())
