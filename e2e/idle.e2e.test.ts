import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { get, signIn } from './signing-in.ts'
import { openStage, type Player, type Stage } from './stage.ts'

let stage: Stage
let passwords: Map<string, { accountId: string; password: string }>
let ids: { personId: string; courseId: string; sessionId: string }

interface Shown {
  readonly accountId: string
  readonly email: string
  readonly password: string
}

beforeAll(async () => {
  stage = await openStage()
  await stage.rehearse()
  const anyone = await stage.enter()
  await anyone.page.goto('/sign-in')
  const { people } = await get<{ people: Shown[] }>(anyone, '/api/demo/people')
  passwords = new Map(people.map((one) => [one.email, one]))
  await anyone.context.close()
  const { rows } = await stage.owner.query(
    `select p.id as "personId", c.id as "courseId", s.id as "sessionId" from person p
     join course c on c.person_id = p.id join journey_session s on s.course_id = c.id where p.given_name = 'Daniel'`,
  )
  ids = rows[0]
}, 120_000)
afterAll(() => stage.close())

const phone = { viewport: { width: 390, height: 844 } }
const tablet = { viewport: { width: 1180, height: 820 } }
const client = 'daniel@demo.example'
const monitor = 'monitor@demo.example'

/** Someone who is signed in, at a browser whose clock the test can move. */
async function arrived(email: string, options: object): Promise<Player> {
  const player = await stage.enter(options)
  player.context.setDefaultTimeout(25_000)
  await player.page.clock.install()
  await signIn(stage, player, email)
  return player
}

const away = (page: Page, minutes: number) => page.clock.fastForward(minutes * 60_000)
const covered = (page: Page) => page.getByRole('heading', { name: 'Covered while you were away' })
/** Their sign-in is over, and they may never have left. */
const ended = (page: Page) => page.getByRole('heading', { name: 'You are signed out here' })
const textOf = (page: Page) => page.evaluate(() => document.documentElement.outerHTML)

async function signInHere(
  page: Page,
  email: string,
  password = passwords.get(email)!.password,
): Promise<void> {
  await page.getByLabel(/Email|Correo electrónico/).fill(email)
  await page.getByLabel(/Password|Contraseña/).fill(password)
  await page.getByRole('button', { name: /^(Sign in|Iniciar sesión)$/ }).click()
}

/** As the person's app would show it; waits for one that was not used. */
async function typeCode({ page }: Player, email: string): Promise<void> {
  const path = `/api/demo/people/${passwords.get(email)!.accountId}/code`
  const { code, from, now } = await page.evaluate(async (url) => (await fetch(url)).json(), path)
  await new Promise((fresh) => setTimeout(fresh, Math.max(0, from - now)))
  await page.getByLabel(/authenticator|autenticación/).fill(code)
  await page.getByRole('button', { name: /^(Go on|Continuar|Seguir)$/ }).click()
}

const typed = 'The river was wide, and I was not afraid.'

test('a client who is away is warned in good time, and then nothing of theirs is on the page', async () => {
  const { page } = await arrived(client, phone)
  await page.goto('/me/words/new')
  const field = page.getByLabel('In your own words')
  await field.fill(typed)
  await away(page, 16)
  expect(await page.locator('.tl-idle').isVisible()).toBe(false)
  await away(page, 1.1)
  await page.getByRole('button', { name: 'Stay signed in' }).waitFor()
  expect(await page.locator('output', { hasText: 'In two minutes it will be covered' }).count()).toBe(1)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await away(page, 1.45)
  await page.getByText('In half a minute this page will be covered').first().waitFor()
  await away(page, 0.6)
  await covered(page).waitFor()
  const left = await textOf(page)
  for (const word of [typed, 'Daniel', 'demo practice']) expect(left).not.toContain(word)
  expect(await page.title()).toBe('Throughline')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await signInHere(page, client, 'not the one')
  await page.getByText('did not match').waitFor()
  await signInHere(page, client)
  await field.waitFor()
  expect(await field.inputValue()).toBe(typed)
  expect(new URL(page.url()).pathname).toBe('/me/words/new')
  await page.reload()
  await field.waitFor()
})

test('loading a covered page again brings nothing back', async () => {
  const { page } = await arrived(client, phone)
  await page.goto('/me')
  const first = page.locator('main h1')
  const words = await first.innerText()
  await away(page, 20)
  await covered(page).waitFor()
  expect(await textOf(page)).not.toContain(words)
  await page.reload()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await textOf(page)).not.toContain(words)
  await signInHere(page, client)
  await page.waitForURL('**/me')
  await page.getByRole('heading', { name: words }).waitFor()
})

test('“Stay signed in” and any touch keep the page; so does typing that asks nothing of the server', async () => {
  const { page } = await arrived(client, phone)
  const told: string[] = []
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('/api/account/here')) told.push(request.method())
  })
  await page.goto('/me/words/new')
  const field = page.getByLabel('In your own words')
  await field.waitFor()
  await away(page, 18)
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await page.locator('.tl-idle').waitFor({ state: 'hidden' })
  for (let turn = 0; turn < 5; turn += 1) {
    await away(page, 8)
    const before = told.length
    await field.press('a')
    await page.clock.runFor(2_000)
    await expect.poll(() => told.length).toBe(before + 1)
  }
  await expect.poll(() => told.length).toBeGreaterThanOrEqual(5)
  expect(await covered(page).count()).toBe(0)
  expect(await field.inputValue()).toBe('aaaaa')
})

test('a page left open that hears of changes does not keep anyone signed in', async () => {
  const { page } = await arrived(monitor, tablet)
  const attended: boolean[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/'))
      attended.push(request.headers()['throughline-unattended'] === undefined)
  })
  await page.goto('/app')
  await page.getByRole('heading').first().waitFor()
  await away(page, 5)
  attended.length = 0
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
  await expect.poll(() => attended.length, { timeout: 10_000 }).toBeGreaterThan(0)
  expect(attended).not.toContain(true)
})

test('all tabs agree: covered together, and one sign-in uncovers them, each with what was typed', async () => {
  const player = await arrived(client, phone)
  const { page } = player
  await page.goto('/me/words/new')
  await page.getByLabel('In your own words').fill(typed)
  const second = await player.context.newPage()
  await second.clock.install()
  await second.goto('/me/help')
  await second.getByRole('heading').first().waitFor()
  await Promise.all([away(page, 20), away(second, 20)])
  await Promise.all([covered(page).waitFor(), covered(second).waitFor()])
  await signInHere(second, client)
  await covered(second).waitFor({ state: 'detached' })
  await covered(page).waitFor({ state: 'detached' })
  expect(await page.getByLabel('In your own words').inputValue()).toBe(typed)
})

test('someone else who signs in over a covered page begins at their own, and finds nothing of it', async () => {
  const { page } = await arrived(client, phone)
  await page.goto('/me/words/new')
  await page.getByLabel('In your own words').fill(typed)
  await away(page, 20)
  await covered(page).waitFor()
  const other = [...passwords.keys()].find(
    (email) => /@demo/.test(email) && email !== client && !isStaff(email),
  )!
  await signInHere(page, other)
  await page.waitForURL('**/me')
  expect(await textOf(page)).not.toContain('Daniel')
})

const isStaff = (email: string) =>
  /^(monitor|therapist|prescriber|coordinator|administrator|admin|auditor)/.test(email)

test('signing out in one tab covers the others; someone else who signs in leaves nothing of it open', async () => {
  const player = await arrived(client, phone)
  const { page } = player
  await page.goto('/me/words/new')
  await page.getByLabel('In your own words').fill(typed)
  const second = await player.context.newPage()
  await second.goto('/me')
  await second.getByRole('button', { name: 'Sign out' }).click()
  await second.getByText('You are signed out.').waitFor()
  await ended(page).waitFor()
  await signInHere(second, 'hannah@demo.example')
  await second.waitForURL('**/me')
  await expect.poll(() => new URL(page.url()).pathname).toBe('/me')
  await page.getByRole('heading').first().waitFor()
  expect(await textOf(page)).not.toContain(typed)
})

test('staff are covered after fifteen minutes, at the chart they had open, in Spanish too', async () => {
  const player = await arrived(monitor, tablet)
  const { page } = player
  await page.evaluate(() => localStorage.setItem('tl-language', 'es'))
  await page.goto(`/app/people/${ids.personId}`)
  await page.getByText('Daniel').first().waitFor()
  await away(page, 12.5)
  await page.getByRole('button', { name: 'Seguir con la sesión abierta' }).waitFor()
  await away(page, 1.6)
  await page.getByRole('heading', { name: 'Cubierta mientras no estaba' }).waitFor()
  expect(await textOf(page)).not.toContain('Daniel')
  await signInHere(page, monitor)
  await typeCode(player, monitor)
  await page.getByText('Daniel').first().waitFor()
  expect(new URL(page.url()).pathname).toBe(`/app/people/${ids.personId}`)
})

test('the session room stays, untouched, while its session is under way; the chart behind it does not', async () => {
  await stage.owner.query(`update journey_session set phase = 'under-way' where id = $1`, [ids.sessionId])
  const player = await arrived(monitor, tablet)
  const { page } = player
  await page.goto(`/app/c/${ids.courseId}/s/${ids.sessionId}/room`)
  await page.getByRole('button', { name: 'Felt safe' }).waitFor()
  const login = async () =>
    (
      await stage.owner.query(
        `select l.id, h.held_at from login l left join room_hold h on h.login_id = l.id
         where l.account_id = $1 and l.ended_at is null order by l.started_at desc limit 1`,
        [passwords.get(monitor)!.accountId],
      )
    ).rows[0]
  await expect.poll(async () => (await login()).held_at).not.toBeNull()
  const { id } = await login()
  await page.clock.fastForward(25 * 60_000)
  await stage.owner.query(`update login set seen_at = seen_at - interval '25 minutes' where id = $1`, [id])
  expect(await page.locator('.tl-idle').isVisible()).toBe(false)
  expect(await covered(page).count()).toBe(0)
  const noted = async () =>
    (await stage.owner.query(`select 1 from journey_event where session_id = $1`, [ids.sessionId]))
      .rowCount ?? 0
  const before = await noted()
  await page.getByRole('button', { name: 'Felt safe' }).click()
  await expect.poll(noted, { timeout: 10_000 }).toBe(before + 1)
  expect(await covered(page).count()).toBe(0)

  // The line of what was noted grows above it: it is pressed once it lies still.
  const leave = page.getByRole('link', { name: 'Leave the room' })
  const liesStill = async () => {
    const before = await leave.boundingBox()
    await new Promise((later) => setTimeout(later, 400))
    const after = await leave.boundingBox()
    return before !== null && before.y === after?.y
  }
  await expect.poll(liesStill).toBe(true)
  await leave.click()
  await covered(page).waitFor()
  expect(await textOf(page)).not.toContain('Daniel')
  await signInHere(page, monitor)
  await typeCode(player, monitor)
  await page.getByText('Daniel').first().waitFor()
  expect(new URL(page.url()).pathname).toBe(`/app/people/${ids.personId}`)
})

test('what was noted without a network, in a room whose sign-in has ended meanwhile, is sent after the next', async () => {
  const player = await arrived(monitor, tablet)
  const { page } = player
  await page.goto(`/app/c/${ids.courseId}/s/${ids.sessionId}/room`)
  await page.getByRole('button', { name: /^Felt safe/ }).waitFor()
  await page.waitForTimeout(1_500)
  await player.context.setOffline(true)
  const noted = async () =>
    (await stage.owner.query(`select 1 from journey_event where session_id = $1`, [ids.sessionId]))
      .rowCount ?? 0
  const before = await noted()
  await page.getByRole('button', { name: /^Felt safe/ }).click()
  await page.getByText(/No network since/).waitFor()
  await stage.owner.query(
    `update login set ended_at = now(), ended_why = 'ended by its owner' where account_id = $1`,
    [passwords.get(monitor)!.accountId],
  )
  await player.context.setOffline(false)
  await ended(page).waitFor({ timeout: 30_000 })
  expect(await noted()).toBe(before)
  await signInHere(page, monitor)
  await typeCode(player, monitor)
  await page.getByRole('button', { name: /^Felt safe/ }).waitFor()
  await expect.poll(noted, { timeout: 20_000 }).toBe(before + 1)
})

test('nobody was shown what is not theirs, nothing left for elsewhere, no title or address said what this is', async () =>
  expect(await stage.demandDiscretion()).toBeUndefined())
