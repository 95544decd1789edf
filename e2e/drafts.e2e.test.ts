import { AxeBuilder } from '@axe-core/playwright'
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en as guest } from '../src/access/words.guest.en.ts'
import {
  addCourse,
  addMember,
  addPerson,
  addPractice,
  assign,
  type Someone,
} from '../src/app/testing/arrange.ts'
import { en as consent } from '../src/consent/words.en.ts'
import { en as teach } from '../src/consent/words.teach.en.ts'
import { en as integration } from '../src/integration/words.en.ts'
import { en as help } from '../src/practice/words.help.en.ts'
import { en as practice } from '../src/practice/words.en.ts'
import { es as practiceEs } from '../src/practice/words.es.ts'
import { en as before } from '../src/preparation/words.en.ts'
import { en as plan } from '../src/safety/words.plan.en.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
let therapist: Someone
const shots = process.env['DRAFT_SHOTS']

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  therapist = await addMember(stage.owner, practiceId, ['therapist'])
})
afterAll(() => stage.close())

async function newClient() {
  const client = await addPerson(stage.owner, practiceId, 'Ana')
  await assign(stage.owner, { member: therapist, personId: client.seatId })
  return { ...client, ...(await addCourse(stage.owner, practiceId, client.seatId)) }
}
type Client = Awaited<ReturnType<typeof newClient>>

async function insightOf(client: Client): Promise<string> {
  const id = randomUUID()
  await stage.owner.query(
    `insert into insight (id, practice_id, person_id, course_id, words, arisen_at) values ($1, $2, $3, $4, 'The sea.', now())`,
    [id, practiceId, client.seatId, client.courseId],
  )
  return id
}

/** A line of plain words, one after the other, in whatever holds the fields. */
interface Kind {
  readonly name: string
  readonly path: (client: Client) => Promise<string> | string
  /** Up to where one can write; what was begun needs no opening. */
  readonly open: (page: Page) => Promise<void>
  readonly field: (page: Page) => Locator
  /** Presses what keeps it, and waits until the form is gone or empty. */
  readonly keep?: (page: Page) => Promise<void>
  readonly says?: string
}

const press = (page: Page, name: string, within?: string) =>
  (within ? page.locator(`section[aria-labelledby="${within}"]`) : page)
    .getByRole('button', { name, exact: true })
    .click()

const inSection = (section: string, label: string) => (page: Page) =>
  page.locator(`section[aria-labelledby="${section}"]`).getByLabel(label)
const keepsIn = (section: string, keep: string) => (page: Page) => press(page, keep, section)

async function turnsToTheEnd(page: Page) {
  const there = page.locator('.tl-consent-questions')
  const first = page.getByRole('button', {
    name: new RegExp(`^(${consent.start.read}|${consent.start.goOn})$`),
  })
  const next = page.getByRole('button', { name: consent.read.next, exact: true })
  for (;;) {
    await next.or(there).or(first).first().waitFor()
    if (await there.isVisible()) return
    if (await next.isVisible()) await next.click()
    else await first.click()
  }
}

const kinds: Kind[] = [
  {
    name: 'a new insight',
    path: () => '/me/words/new',
    open: async () => {},
    field: (page) => page.getByLabel(integration.tell.label),
    keep: (page) => press(page, integration.tell.keep),
  },
  {
    name: 'what an insight means',
    path: async (client) => `/me/words/${await insightOf(client)}`,
    open: (page) => press(page, integration.page.meaningOpen),
    field: (page) => page.getByLabel(integration.page.meaning),
    keep: (page) =>
      page
        .locator('form')
        .filter({ has: page.getByLabel(integration.page.meaning) })
        .getByRole('button', { name: integration.tell.keep })
        .click(),
  },
  {
    name: 'an intention',
    path: () => '/me/before',
    open: (page) => press(page, before.intention.write, 'intention'),
    field: inSection('intention', before.intention.label),
    keep: keepsIn('intention', integration.tell.keep),
  },
  {
    name: 'a sentence that weighs',
    path: () => '/me/before',
    open: (page) => press(page, before.beliefs.add),
    field: inSection('belief', before.beliefs.label),
    keep: async (page) => {
      await page.locator('section[aria-labelledby="belief"]').getByRole('slider').press('ArrowRight')
      await press(page, before.beliefs.keep, 'belief')
    },
  },
  {
    name: 'what calms',
    path: () => '/me/before',
    open: (page) => press(page, before.comfort.write, 'comfort'),
    field: inSection('comfort', before.comfort.helps),
    keep: keepsIn('comfort', before.comfort.keep),
  },
  {
    name: 'a word for stop',
    path: () => '/me/before',
    open: (page) => press(page, before.stop.agree),
    field: inSection('stop', before.stop.word),
    keep: keepsIn('stop', before.stop.keep),
  },
  {
    name: 'the plan for hard hours',
    path: () => '/me/plan',
    open: (page) => press(page, plan.begin),
    field: (page) => page.getByLabel(plan.steps.onMyOwn),
    keep: (page) => press(page, plan.save),
  },
  {
    name: 'a question before signing',
    path: () => '/me/agreement',
    open: turnsToTheEnd,
    field: (page) => page.getByRole('textbox').first(),
    keep: (page) =>
      page
        .getByRole('button', { name: new RegExp(`^${teach.own.keep}: `) })
        .first()
        .click(),
  },
  {
    name: 'whom to invite',
    path: () => '/me/others',
    open: (page) => press(page, guest.form.open),
    field: (page) => page.getByLabel(guest.form.name),
  },
]

const written = 'Half of what I '
const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }))

describe.each(kinds)('$name', ({ path, open, field, keep, name }) => {
  test('waits through a link, Back, a reload with no network, and is gone once it is kept', async () => {
    const client = await newClient()
    const page = await signedIn(stage, client, phone)
    await page.goto('/me')
    await page.goto(await path(client))
    await open(page)
    await field(page).fill(written)
    const here = page.url()
    await page.locator('a[href="/me/help"]').first().click()
    await page.getByRole('heading', { level: 1, name: help.help.title }).waitFor()
    await expect.poll(() => field(page).count()).toBe(0)
    await page.goBack()
    await page.waitForURL(here)
    const found = async () => {
      if (page.url().endsWith('/me/agreement')) await turnsToTheEnd(page)
      await expect.poll(() => field(page).inputValue(), { timeout: 15_000 }).toBe(written)
    }
    await found()
    await page.getByText(practice.draft.begun).first().waitFor()
    await page.reload()
    await found()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    if (shots) await page.screenshot({ path: `${shots}/${name.replaceAll(' ', '-')}.png`, fullPage: true })
    if (!keep) return page.context().close()
    await field(page).fill(`${written}wanted to say`)
    await keep(page)
    await expect.poll(() => stored(page), { timeout: 15_000 }).not.toContain(written)
    await page.context().close()
  })

  test('kept at once, it leaves nothing behind', async () => {
    if (!keep) return
    const client = await newClient()
    const page = await signedIn(stage, client, phone)
    await page.goto(await path(client))
    await open(page)
    await field(page).fill(`${written}wanted to say`)
    expect(await stored(page)).toContain(written)
    await keep(page)
    await expect.poll(() => stored(page), { timeout: 15_000 }).not.toContain(written)
    await page.context().close()
  })
})

test('nobody else who signs in here finds it, and leaving in any way takes it along', async () => {
  const [client, other] = [await newClient(), await newClient()]
  const page = await signedIn(stage, client, phone)
  await page.goto('/me/words/new')
  await page.getByLabel(integration.tell.label).fill(written)
  expect(await stored(page)).toContain(written)
  await page.evaluate((seat) => sessionStorage.setItem('throughline.seat', seat), other.seatId)
  const theirs = await signedIn(stage, other, phone)
  await page.context().clearCookies()
  await page.context().addCookies(await theirs.context().cookies())
  await page.reload()
  await page.getByLabel(integration.tell.label).waitFor()
  expect(await page.getByLabel(integration.tell.label).inputValue()).toBe('')
  await page.getByLabel(integration.tell.label).fill('Something else of mine')
  await page.getByRole('button', { name: practice.foot.signOut }).click()
  await page.waitForURL('**/sign-in?out')
  await expect.poll(() => stored(page)).toBe('{}')
  for (const each of [page, theirs]) await each.context().close()
})

test('leaving quickly erases it, and it was said in Spanish too', async () => {
  const client = await newClient()
  const page = await signedIn(stage, client, { ...phone, language: 'es', theme: 'low' })
  await page.route('https://www.weather.gov/', (route) => route.fulfill({ body: 'clouds' }))
  await page.goto('/me/before')
  await page.getByRole('button', { name: 'Escribirlo' }).first().click()
  await page.getByText(practiceEs.draft.waits).waitFor()
  await page.getByRole('textbox').first().fill(written)
  expect(await stored(page)).toContain(written)
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('Shift')
  await page.waitForURL('https://www.weather.gov/')
  await page.goto('/')
  expect(await stored(page)).not.toContain(written)
  await page.context().close()
})

test('a page that opens without a network has them too', async () => {
  const client = await newClient()
  const page = await signedIn(stage, client, phone)
  await page.goto('/me/words/new')
  await page.getByLabel(integration.tell.label).fill(written)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await page.reload()
  await page.getByLabel(integration.tell.label).waitFor()
  await expect.poll(() => page.getByLabel(integration.tell.label).inputValue()).toBe(written)
  await page.context().close()
})

test('words that are on the page as kept before their own reply came are kept, and nothing of them waits', async () => {
  const client = await newClient()
  const page = await signedIn(stage, client, phone)
  // The live line is heard first: the reply comes a while after it was given.
  await page.route('**/agreement/answers', async (route) => {
    const reply = await route.fetch()
    await new Promise((late) => setTimeout(late, 2_500))
    await route.fulfill({ response: reply })
  })
  await page.goto('/me/agreement')
  await turnsToTheEnd(page)
  await page.getByRole('textbox').first().fill(`${written}wanted to say`)
  await page
    .getByRole('button', { name: new RegExp(`^${teach.own.keep}: `) })
    .first()
    .click()
  await page
    .getByRole('button', { name: new RegExp(`^${teach.own.change}: `) })
    .first()
    .waitFor({ timeout: 15_000 })
  await expect.poll(() => stored(page), { timeout: 15_000 }).not.toContain(written)
  await page.context().close()
})
