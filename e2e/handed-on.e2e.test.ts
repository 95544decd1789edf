import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '../src/access/words.idle.en.ts'
import { es } from '../src/access/words.idle.es.ts'
import { en as alarm } from '../src/journey/words.alarm.en.ts'
import { en as emergencyEn } from '../src/journey/words.emergency.en.ts'
import { en as room } from '../src/journey/words.room.en.ts'
import { neutralPage } from '../src/platform/ui/leaving.web.ts'
import { cleanIn } from './clean.ts'
import { get, post, signIn } from './signing-in.ts'
import { openStage, type Player, type Stage } from './stage.ts'

/** A tablet changes hands in the middle of a session, while something noted on it has not been sent. */
let stage: Stage
let people: { accountId: string; email: string; password: string }[]
let ids: { courseId: string; sessionId: string }
const clean = cleanIn(process.env['ROOM_SHOTS'])
const nurse = 'monitor@demo.example'
const colleague = 'therapist@demo.example'
const slow = { timeout: 30_000 }

beforeAll(async () => {
  stage = await openStage()
  await stage.rehearse()
  const anyone = await stage.enter()
  await anyone.page.goto('/sign-in')
  ;({ people } = await get<{ people: typeof people }>(anyone, '/api/demo/people'))
  await anyone.context.close()
  const { rows } = await stage.owner.query(
    `select c.id as "courseId", s.id as "sessionId" from person p
     join course c on c.person_id = p.id join journey_session s on s.course_id = c.id where p.given_name = 'Daniel'`,
  )
  ids = rows[0]
}, 120_000)
afterAll(() => stage.close())

const who = (email: string) => people.find((one) => one.email === email)!
const restless = (page: Page) => page.getByRole('button', { name: /^Moving, restless/ })

async function noted() {
  const { rows } = await stage.owner.query(
    `select m.name from journey_event e join member m on m.id = e.recorded_by where e.session_id = $1 order by e.recorded_at`,
    [ids.sessionId],
  )
  return rows.map(({ name }) => name)
}

async function signInAtTheDoor({ page }: Player, email: string): Promise<void> {
  await page.getByLabel(/Email/).fill(email)
  await page.getByLabel(/Password/).fill(who(email).password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const { code, from, now } = await page.evaluate(
    async (url) => (await fetch(url)).json(),
    `/api/demo/people/${who(email).accountId}/code`,
  )
  await new Promise((fresh) => setTimeout(fresh, Math.max(0, from - now)))
  await page.getByLabel(/authenticator/).fill(code)
  await page.getByRole('button', { name: /^(Go on|Continue)$/ }).click()
}

/** In the room, something noted with no network; then the sign-in is ended from elsewhere and the network is back. */
async function coveredWithOneUnsent(): Promise<Player> {
  const player = await stage.enter({ viewport: { width: 768, height: 1024 } })
  const { page, context } = player
  await signIn(stage, player, nurse)
  await page.goto(`/app/c/${ids.courseId}/s/${ids.sessionId}/room`)
  await restless(page).waitFor(slow)
  await page.waitForTimeout(2_500)
  await context.setOffline(true)
  await restless(page).click()
  await page.getByText('One entry is safe on this device.').waitFor(slow)
  await stage.owner.query(
    `update login set ended_at = now(), ended_why = 'ended by its owner' where account_id = $1 and ended_at is null`,
    [who(nurse).accountId],
  )
  await context.setOffline(false)
  await page.locator('#cover form').waitFor(slow)
  return player
}

/** Gone from this browser, as after signing out. */
async function goesAway(player: Player): Promise<void> {
  await post(player, '/api/sign-out', {})
  await player.page.goto('/sign-in')
}

test('“I am someone else”: the unsent stays the nurse’s, and goes as soon as they sign in again', async () => {
  const before = await noted()
  const player = await coveredWithOneUnsent()
  const { page } = player
  await page.getByRole('button', { name: 'I am someone else' }).click()
  await page.waitForURL('**/sign-in')
  await signInAtTheDoor(player, colleague)
  await page.waitForURL(/\/app$/, slow)
  await page.getByRole('heading').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('restless')
  await goesAway(player)
  expect(await noted()).toEqual(before)
  await signInAtTheDoor(player, nurse)
  await expect.poll(noted, slow).toEqual([...before, 'Sam Lindqvist (demo)'])
  await page.context().close()
})

test('the cover says what is true, that one entry waits, and how to help; leaving quickly keeps it too', async () => {
  const before = await noted()
  const player = await coveredWithOneUnsent()
  const { page } = player
  await page.getByRole('heading', { name: en.covered.ended.title }).waitFor()
  await page.getByText(en.covered.unsent.one).waitFor()
  expect(await page.getByRole('link', { name: emergencyEn.call911 }).getAttribute('href')).toBe('tel:911')
  await clean(page, 'cover-en')
  await page.getByRole('button', { name: en.covered.steps }).click()
  await page
    .getByRole('dialog')
    .getByText(/CPR at once/)
    .waitFor()
  await clean(page, 'cover-steps-en')
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/Daniel|restless/)
  await page.keyboard.press('Escape')
  await page.getByLabel('Español').check()
  await page.getByText(es.covered.unsent.one).waitFor()
  await clean(page, 'cover-es')
  await page.getByRole('button', { name: es.covered.steps }).click()
  await page
    .getByRole('dialog')
    .getByText(/RCP de inmediato/)
    .waitFor()
  await clean(page, 'cover-steps-es')
  await page.keyboard.press('Escape')
  await page.getByLabel('English').check()
  await page.route(neutralPage, (route) => route.fulfill({ body: 'Weather' }))
  await page.getByRole('link', { name: 'Leave quickly' }).click()
  await page.waitForURL(neutralPage)
  await page.goto('/sign-in')
  await signInAtTheDoor(player, nurse)
  await expect.poll(noted, slow).toEqual([...before, 'Sam Lindqvist (demo)'])
  await page.context().close()
})

test('an emergency stands in the large line, and who answered it stands in the record', async () => {
  const player = await stage.enter({ viewport: { width: 768, height: 1024 } })
  const { page } = player
  await signIn(stage, player, nurse)
  const at = `/api/sessions/${ids.sessionId}`
  const now = async () => (await get<{ careNow: string }>(player, `${at}/room`)).careNow
  await post(player, `${at}/doses`, {
    id: randomUUID(),
    orderId: null,
    product: 'racemic',
    form: 'lozenge',
    route: 'sublingual',
    labelMg: 100,
    labelSalt: 'base',
    identifiers: ['name'],
    givenAt: await now(),
  })
  await page.goto(`/app/c/${ids.courseId}/s/${ids.sessionId}/room`)
  await page.locator('.room-due').waitFor(slow)
  await post(player, `${at}/vitals`, {
    id: randomUUID(),
    spo2Percent: 85,
    respirationsPerMin: 6,
    sedationMoaas: 0,
    takenAt: await now(),
  })
  await expect.poll(() => page.locator('.room-due').innerText(), slow).toBe(room.due.emergency)
  await clean(page, 'room-emergency')
  await page.getByRole('button', { name: alarm.seen }).click()
  await expect.poll(async () => (await stage.owner.query(seenHere, [ids.sessionId])).rowCount, slow).toBe(1)
  await page.getByText(room.timeline).click()
  const line = page.locator('.room-line li')
  await line.filter({ hasText: 'Emergency: breaths 6' }).waitFor()
  await line.filter({ hasText: room.events['alarm-seen'] }).filter({ hasText: 'Sam Lindqvist' }).waitFor()
  expect(await page.locator('.room-due').innerText()).toBe(room.due.emergency)
  await clean(page, 'room-emergency-seen')
  await page.context().close()
  const prescriber = await stage.enter({ viewport: { width: 1280, height: 900 } })
  await signIn(stage, prescriber, 'prescriber@demo.example')
  await prescriber.page.goto('/app')
  await prescriber.page.getByText(/breaths 6, below 8/).waitFor(slow)
  await prescriber.page.getByText(/“Seen” was pressed by Sam Lindqvist/).waitFor(slow)
  await prescriber.page.getByText(/lozenge.*100 mg of base, by Sam Lindqvist/).waitFor(slow)
  await clean(prescriber.page, 'today-emergency')
})

const seenHere = `select 1 from journey_event where session_id = $1 and code = 'alarm-seen'`
