import { en } from '../src/access/words.guest.en.ts'
import { es } from '../src/access/words.guest.es.ts'
import { AxeBuilder } from '@axe-core/playwright'
import { Secret } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addCourse,
  addGuest,
  addMember,
  addPerson,
  addPractice,
  assign,
  type Someone,
} from '../src/app/testing/arrange.ts'
import { givePassword, testPassword } from '../src/app/testing/credentials.ts'
import { codeOfStep, stepAt } from '../src/platform/crypto/totp.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Player, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
let elsewhere: string
let therapist: Someone
const shots = process.env['GUEST_SHOTS']

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  elsewhere = await addPractice(stage.owner, 'Elm Street (invented)')
  therapist = await addMember(stage.owner, practiceId, ['therapist'])
  await stage.owner.query(`update member set name = 'Maya Invented' where id = $1`, [therapist.seatId])
})

/** Ana, three weeks into her course, with a journey in three days. */
async function inCare() {
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  await assign(stage.owner, { member: therapist, personId: client.seatId })
  const course = await addCourse(stage.owner, practiceId, client.seatId)
  await stage.owner.query(`update course set begun_at = now() - interval '20 days' where id = $1`, [
    course.courseId,
  ])
  await stage.owner.query(
    `update journey_session set planned_at = now() + interval '3 days', room = 'Room 2' where course_id = $1`,
    [course.courseId],
  )
  await givePassword(stage.owner, client.accountId)
  return { client, ...course }
}

/** A dose two hours ago, and nobody discharged yet. */
const give = ({ client, courseId, sessionId }: Awaited<ReturnType<typeof inCare>>) =>
  stage.owner.query(
    `insert into dose (practice_id, person_id, course_id, session_id, given_by, recorded_by, id, product, form, route,
       label_mg, label_salt, base_mg, given_at, deviation, because)
     values ($1, $2, $3, $4, $5, $5, gen_random_uuid(), 'racemic', 'lozenge', 'sublingual', 100, 'base', 100,
       now() - interval '2 hours', true, '{test}')`,
    [practiceId, client.seatId, courseId, sessionId, therapist.seatId],
  )
afterAll(() => stage.close())

const wcag = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
async function clean(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
  expect([name, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)]).toEqual([
    name,
    [],
  ])
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
const heading = (page: Page, words: string | RegExp) => page.getByRole('heading', { level: 1, name: words })
const noteTyped = 'He looked at the window before he spoke.'

/** The link as it stands in the mail, which says nothing else. */
async function linkMailed(): Promise<string> {
  const mails = async () =>
    (await stage.owner.query(`select body from demo_mail where sent_to = 'nora@elsewhere.example'`)).rows
  await expect.poll(async () => (await mails()).length, { timeout: 10_000 }).toBe(1)
  const [{ body }] = (await mails()) as [{ body: string }]
  expect(body).not.toMatch(/ana|harbor|therap|care|health/i)
  return /\/join#[\w-]+/.exec(body)![0]
}

async function invites(page: Page): Promise<void> {
  await page.goto('/me')
  await page.getByRole('link', { name: 'Who else may be part of this' }).click()
  await heading(page, 'Who else may be part of this').waitFor()
  await page.getByText('No one from outside takes part.').waitFor()
  await clean(page, '1-client-empty')
  await page.getByRole('button', { name: 'Invite a therapist' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('Write their name.').waitFor()
  await clean(page, '2-client-form-lacking')
  await page.getByLabel('Their name').fill('Nora Vale')
  await page.getByLabel('Their email').fill('nora@elsewhere.example')
  await page.getByRole('radio', { name: 'For 90 days' }).check()
  await page.getByText('Words you keep to yourself. Nobody can open those.').waitFor()
  await page.getByRole('button', { name: 'Go on' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your password').fill(testPassword)
  await clean(page, '3-client-signing')
  await dialog.locator('button[type=submit]').click()
  await page.getByText('The invitation is on its way.').waitFor()
  await page.getByText('They have not opened the link yet.').waitFor()
  await clean(page, '4-client-invited')
}

/** A therapist whose practice is not here: says who they are, and signs in with two factors from the first day. */
async function joins({ page }: Player, link: string): Promise<void> {
  await page.goto(link)
  await page.getByText('lets you take part in one course of care at Harbor (invented)').waitFor()
  await clean(page, '5-guest-stated')
  await page.getByLabel('Your name, as on your license').fill('Nora Vale, LMFT')
  await page.getByLabel('State of your license').selectOption('CA')
  await page.getByLabel('License type and number').fill('LMFT 12345')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('textbox', { name: 'A new password' }).fill('the blue kettle hums at four')
  const secret = (await page.locator('.tl-app-ways code').innerText()).replaceAll(' ', '')
  const code = codeOfStep(Buffer.from(Secret.fromBase32(secret).bytes), stepAt(Date.now()))
  await page.getByLabel(/code/i).last().fill(code)
  await page.locator('button[type=submit]').click()
  await page.locator('.tl-codes').waitFor()
  await page.getByRole('checkbox').check()
  await page.locator('.tl-door-form .tl-act').click()
  await heading(page, 'With Ana').waitFor()
  await clean(page, '6-guest-home')
}

async function reads(page: Page, client: Someone): Promise<void> {
  await page.getByRole('link', { name: 'Open the course' }).click()
  await heading(page, 'The thread so far').waitFor()
  await page.getByText('The next journey').waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/waits for|clearance|signed order/i)
  expect(await page.getByRole('navigation', { name: /Ana/ }).innerText()).toMatch(
    /^Thread\s+Words\s+Preparation\s+Measures\s+Your own notes$/,
  )
  await clean(page, '7-guest-chart')
  await page.goto(`/app/people/${client.seatId}/order`)
  await page.getByText('You cannot open or change this.').first().waitFor()
}

/** Typed, left, taken up again where it was, kept; and corrected beside what it said. */
async function writes(page: Page, client: Someone): Promise<void> {
  await page.goto(`/app/people/${client.seatId}/notes`)
  await page.getByText('No notes yet.').waitFor()
  await clean(page, '8-notes-empty')
  await page.getByLabel('Write').fill(noteTyped)
  await page.getByText(/^Saved/).waitFor()
  await page.reload()
  await expect.poll(() => page.getByLabel('Write').inputValue(), { timeout: 10_000 }).toBe(noteTyped)
  await page.getByLabel('About').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Keep this note' }).click()
  await page.locator('article').getByText(noteTyped).waitFor()
  expect(await page.getByLabel('Write').inputValue()).toBe('')
  await page.getByRole('button', { name: 'Correct it' }).click()
  await page.getByText('You are correcting the note of').waitFor()
  await page.getByLabel('Write').fill(`${noteTyped} Twice.`)
  await page.getByRole('button', { name: 'Keep the correction' }).click()
  await page.locator('article').getByText(`${noteTyped} Twice.`).waitFor()
  await page.getByText('Earlier wording').waitFor()
  await clean(page, '9-notes')
}

/** What is typed while the network is away waits here and is sent once. */
async function writesOffline(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await page.getByLabel('Write').fill('Typed in the basement.')
  await page.getByText(/^Kept on this device/).waitFor()
  await page.getByRole('button', { name: 'Keep this note' }).click()
  await page.getByText('Waits on this device until the network is back.').waitFor()
  if (shots) await page.screenshot({ path: `${shots}/10-notes-offline.png`, fullPage: true })
  await page.context().setOffline(false)
  await page.locator('article').getByText('Typed in the basement.').waitFor({ timeout: 15_000 })
  const { rows } = await stage.owner.query('select count(*)::int as n from psychotherapy_note')
  expect(rows[0].n).toBe(3)
}

test('a client lets a therapist in, who reads, keeps notes, and is out the moment the client says so', async () => {
  const { client } = await inCare()
  const own = await signedIn(stage, client, phone)
  await invites(own)
  const nora = await stage.enter({ viewport: { width: 1280, height: 900 } })
  await joins(nora, await linkMailed())
  const { rows } = await stage.owner.query(`select id, account_id from seat where kind = 'guest'`)
  nora.seatId = rows[0].id
  await reads(nora.page, client)
  await writes(nora.page, client)
  await writesOffline(nora.page)
  await nora.page.setViewportSize({ width: 390, height: 844 })
  await clean(nora.page, '11-notes-phone')

  const team = await signedIn(stage, therapist, { ...phone, width: 1280 })
  await team.goto(`/app/people/${client.seatId}`)
  await team.getByText('By the client’s permission, from outside the practice').waitFor()
  await team.getByText('License as they state it: CA LMFT 12345. Not checked here.').waitFor()
  await clean(team, '12-team-chart')
  await team.goto(`/app/people/${client.seatId}/notes`)
  await team.getByText('No notes yet.').waitFor()

  await own.getByText('Takes part.').waitFor()
  await stage.demandDiscretion()
  await own.getByRole('button', { name: /End this now.*Nora Vale, LMFT/ }).click()
  await own.getByRole('dialog').getByRole('button', { name: 'End this now' }).click()
  await own.getByText('You ended this.').waitFor()
  await clean(own, '13-client-ended')

  await heading(nora.page, 'Your part here has ended.').waitFor({ timeout: 10_000 })
  await clean(nora.page, '14-guest-ended')
  await nora.page.getByRole('link', { name: 'Read your own notes' }).click()
  await nora.page.getByText(`${noteTyped} Twice.`).waitFor()
  await clean(nora.page, '15-notes-kept')
  await nora.page.getByRole('link', { name: 'Back' }).click()
  await nora.page.getByText('You take part in no course just now.').waitFor()
  await nora.page.getByText('Your own name and license.').waitFor()
  await clean(nora.page, '16-where')
  expect(await nora.page.locator('.tl-place').count()).toBe(1)
})

describe.each([
  { ...phone, language: 'es', theme: 'low' },
  { ...phone, language: 'es', theme: 'light', width: 1280 },
  { ...phone, theme: 'low', width: 1280 },
] as const)('in $language, $theme, $width wide', (dress) => {
  const name = `${dress.language}-${dress.theme}-${dress.width}`

  test('the client’s page, before, during and after a day of medicine', async () => {
    const one = await inCare()
    const page = await signedIn(stage, one.client, dress)
    await page.goto('/me/others')
    await page.locator('.tl-guests > section .tl-button').first().click()
    await page.locator('.tl-guest-told').first().waitFor()
    await clean(page, `20-client-form-${name}`)
    await give(one)
    await page.reload()
    await page.locator('.tl-notice').first().waitFor()
    expect(await page.locator('form').count()).toBe(0)
    await clean(page, `21-client-not-today-${name}`)
    await page.context().close()
  })

  test('a guest’s pages, and their end', async () => {
    const one = await inCare()
    const home = await addMember(stage.owner, elsewhere, ['therapist'])
    const place = { practiceId, personId: one.client.seatId, courseId: one.courseId }
    const guest = await addGuest(stage.owner, place, home)
    const page = await signedIn(stage, guest, dress)
    await page.goto('/sign-in/where')
    await page.locator('.tl-place').nth(1).waitFor()
    await clean(page, `22-where-${name}`)
    await page.locator('.tl-place').filter({ hasText: 'Ana' }).click()
    await page.locator('.tl-guests').waitFor()
    await clean(page, `23-guest-home-${name}`)
    await page.goto(`/app/people/${one.client.seatId}/notes`)
    await page.locator('.tl-note-form').waitFor()
    await page.locator('.tl-note-form textarea').fill('Una línea.')
    await page.locator('.tl-saved .tl-mark, .tl-saved svg').first().waitFor()
    await clean(page, `24-notes-${name}`)
    await give(one)
    await page.goto(`/app/c/${one.courseId}/s/${one.sessionId}/room`)
    await page.locator('.room-key').first().waitFor()
    const ways = await page
      .locator('.room-ways a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')))
    expect(ways).toEqual([`/app/people/${one.client.seatId}`])
    if (shots) await page.screenshot({ path: `${shots}/27-room-${name}.png`, fullPage: true })
    await page.goto('/app')
    await page.locator('.tl-guests').waitFor()
    await page.locator('.tl-guests > .tl-button').last().click()
    await stage.demandDiscretion()
    await page.getByRole('dialog').locator('.tl-act').click()
    await page.locator('.tl-door-links').waitFor()
    await clean(page, `25-guest-left-${name}`)
    await page.locator('.tl-door-links a').first().click()
    await page.locator('.tl-note-words').first().waitFor()
    expect(await page.locator('.tl-note-words').allInnerTexts()).toEqual(['Una línea.'])
    await clean(page, `26-kept-${name}`)
    await page.context().close()
  })
})

test('nothing left the house, and no title or address said what this is about', async () =>
  expect(await stage.demandDiscretion()).toBeUndefined())

describe.each([
  { ...phone, language: 'en', theme: 'light', width: 1280 },
  { ...phone, language: 'es', theme: 'low' },
] as const)('the practice, in $language, $theme, $width wide', (dress) => {
  const name = `${dress.language}-${dress.theme}-${dress.width}`
  const said = { en: en.team, es: es.team }[dress.language]

  test('a coordinator writes down a license check, and ends a guest’s part with a reason the client reads', async () => {
    const one = await inCare()
    const coordinator = await addMember(stage.owner, practiceId, ['coordinator'])
    const home = await addMember(stage.owner, elsewhere, ['therapist'])
    const place = { practiceId, personId: one.client.seatId, courseId: one.courseId }
    const guest = await signedIn(stage, await addGuest(stage.owner, place, home), dress)
    await guest.goto('/sign-in/where')
    await guest.locator('.tl-place').filter({ hasText: 'Ana' }).click()
    await guest.locator('.tl-guests').waitFor()
    const page = await signedIn(stage, coordinator, dress)
    await page.goto(`/app/people/${one.client.seatId}`)
    await page.getByRole('button', { name: said.check.open }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: said.check.save }).click()
    await dialog.getByText(said.check.empty.found).waitFor()
    await clean(page, `30-license-${name}`)
    await dialog.getByLabel(said.check.where).fill('DCA')
    await dialog.getByLabel(said.check.answers['not-found']).check()
    await dialog.getByRole('button', { name: said.check.save }).click()
    await page.getByText(said.checks['not-found'].split('{')[0]!).waitFor()
    await clean(page, `31-checked-${name}`)
    await page.getByRole('button', { name: said.dismiss.open }).click()
    await dialog.getByLabel(said.dismiss.reason).fill('No license was found.')
    await clean(page, `32-ending-${name}`)
    await dialog.getByRole('button', { name: said.dismiss.act }).click()
    await page.getByText('No license was found.').waitFor()
    await clean(page, `33-ended-${name}`)
    await guest.reload()
    await guest.getByRole('heading', { name: { en, es }[dress.language].ended.title }).waitFor()
    const client = await signedIn(stage, one.client, dress)
    await client.goto('/me/others')
    await client.getByText('No license was found.').waitFor()
    expect(await guest.locator('body').textContent()).not.toContain('No license was found.')
    await clean(client, `34-client-${name}`)
    for (const each of [guest, page, client]) await each.context().close()
  })
})
