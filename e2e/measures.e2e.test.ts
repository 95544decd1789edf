import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addCourse,
  addMember,
  addPerson,
  addPractice,
  assign,
  type Someone,
} from '../src/app/testing/arrange.ts'
import { addAnswers, addDoses, addMissed, addReview } from '../src/app/testing/measured.ts'
import { addTreated } from '../src/app/testing/treated.ts'
import { phone, signedIn, type Dress } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let therapist: Someone
let ana: Someone
let once: Someone

beforeAll(async () => {
  stage = await openStage()
  const { owner } = stage
  const practiceId = await addPractice(owner, 'Harbor (invented)')
  therapist = await addMember(owner, practiceId, ['therapist'])
  await owner.query(`update member set name = 'Maya Invented' where id = $1`, [therapist.seatId])
  const begin = async () => {
    const client = await addPerson(owner, practiceId, 'Ana')
    await assign(owner, { member: therapist, personId: client.seatId })
    const { courseId } = await addCourse(owner, practiceId, client.seatId)
    await owner.query(`update course set begun_at = care_now($1) - interval '90 days' where id = $2`, [
      practiceId,
      courseId,
    ])
    return { client, whose: { practiceId, personId: client.seatId, courseId } }
  }
  const { client, whose } = await begin()
  ana = client
  await addDoses(owner, whose, [60, 46])
  await addReview(owner, whose, [therapist.seatId, 'change', 40])
  for (const [ago, answers] of [
    [75, [3, 3, 3, 3, 2, 2, 2, 2, 0]],
    [61, [3, 3, 3, 2, 2, 2, 2, 2, 0]],
    [44, [2, 2, 2, 1, 1, 1, 1, null, 0]],
    [7, [1, 1, 1, 1, 1, 1, 1, 0, 0]],
  ] as const)
    await addAnswers(owner, whose, ['phq-9', ago, { answers }])
  await addMissed(owner, whose, ['phq-9', 25])
  for (const [ago, answers] of [
    [61, [1, 1, 1, 1, 1, 1, 0]],
    [7, [2, 2, 2, 2, 2, 2, 2]],
  ] as const)
    await addAnswers(owner, whose, ['gad-7', ago, { answers }])
  const alone = await begin()
  once = alone.client
  await addAnswers(owner, alone.whose, ['phq-9', 3, { answers: [2, 2, 2, 2, 1, 1, 1, 1, 0] }])
}, 60_000)
afterAll(() => stage.close())

const desk: Dress = { ...phone, width: 1280 }
const accessible = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
const measuresOf = async (who: Someone, dress: Dress) => {
  const page = await signedIn(stage, therapist, dress)
  // The live line opens once all on the screen is read: with it open, whatever is asked comes of what is done there.
  const line = page.waitForRequest((request) => request.url().includes(`/api/live/people/${who.seatId}`))
  await page.goto(`/app/people/${who.seatId}/measures`)
  await page.locator('.tl-score').first().waitFor()
  await line
  return page
}

/** Runs in the page: where each point is drawn, from left to right, and what the table says of each time it was answered. */
function drawnAndTold() {
  const chart = document.querySelector('.tl-measure > .tl-measure-drawn svg')!
  const number = (of: Element, name: string) => Number(of.getAttribute(name))
  const dots = [...chart.querySelectorAll('.tl-p-dot')]
    .map((dot) =>
      dot.tagName === 'circle'
        ? { x: number(dot, 'cx'), y: number(dot, 'cy') }
        : { x: number(dot, 'x') + 4.8, y: number(dot, 'y') + 4.8 },
    )
    .toSorted((one, other) => one.x - other.x)
  const rows = [...document.querySelectorAll('.tl-measure-table table:first-of-type tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim()),
  )
  return {
    dots,
    rows,
    unknown: chart.querySelectorAll('circle.tl-c-unknown').length,
    doses: chart.querySelectorAll('.tl-p-ring').length,
    events: chart.querySelectorAll('.tl-c-event').length,
  }
}

describe('a clinician with a minute and a half', () => {
  test('sees what is worse first, and each point of the picture where the table says it is', async () => {
    const page = await measuresOf(ana, desk)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const first = page.locator('.tl-glance-row').first()
    expect(await first.innerText()).toMatch(/GAD-7[^]*Worse, by more than chance/)
    const phq = page.locator('.tl-glance-row', { hasText: 'PHQ-9' })
    await phq.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 3, name: 'PHQ-9' }).waitFor()
    expect(await phq.getAttribute('aria-pressed')).toBe('true')
    const table = page.locator('summary', { hasText: 'The same as a table' })
    await table.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('table', { name: /PHQ-9: every time/ }).waitFor()
    const { dots, rows, unknown, doses, events } = await page.evaluate(drawnAndTold)
    const told = rows.filter(([, what]) => what === 'Answered').map((cells) => Number.parseInt(cells[2]!, 10))
    expect(told).toEqual([20, 19, 11, 7])
    expect(dots).toHaveLength(told.length)
    // The first and the last say how high a point stands; the others must lie on the same scale.
    const perPoint = (dots.at(-1)!.y - dots[0]!.y) / (told.at(-1)! - told[0]!)
    dots.forEach(({ y }, place) =>
      expect(y).toBeCloseTo(dots[0]!.y + (told[place]! - told[0]!) * perPoint, 0),
    )
    const saying = (words: string) => rows.filter(([, what]) => what!.startsWith(words)).length
    expect(unknown).toBe(saying('Asked'))
    expect(unknown).toBeGreaterThan(0)
    expect([doses, saying('Dose')]).toEqual([2, 2])
    expect([events, saying('Review') + saying('Course')]).toEqual([2, 2])
    expect(rows.find(([, , score]) => score!.startsWith('11'))![2]).toContain('estimated')
    expect(
      rows.filter(([, what]) => what === 'Asked, not answered').every((row) => row[2] === 'unknown'),
    ).toBe(true)
    const meaning = await page.locator('.tl-measure-meaning').innerText()
    expect(meaning).toContain('−12')
    expect(meaning).toContain('better by more than chance')
    expect(meaning).toContain(
      'More than chance begins at 6 points, a published threshold (NHS Talking Therapies).',
    )
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([])
    await accessible(page)
    await page.context().close()
  })

  test('on a phone, in Spanish and low light: the same, within the width of the page', async () => {
    const page = await measuresOf(ana, { language: 'es', theme: 'low', width: 390 })
    await page.getByText('Peor, más que por azar').first().waitFor()
    await page.locator('summary', { hasText: 'Lo mismo en una tabla' }).click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await accessible(page)
    await page.context().close()
  })

  test('one answer is compared with nothing, and nothing at all is said so', async () => {
    const page = await measuresOf(once, desk)
    expect(await page.locator('.tl-measure-meaning').innerText()).toContain('nothing to compare it with yet')
    expect(await page.locator('.tl-glance').count()).toBe(0)
    await page.context().close()
  })

  test('answers to a version that is not kept stand as they were kept, beside no words of today, and say so', async () => {
    const { rows } = await stage.owner.query(
      `update instrument_response set instrument_version = '0', given = 'together', answered_by = $2, withheld = '{"9": "declined"}'
       where person_id = $1 returning id`,
      [once.seatId, therapist.seatId],
    )
    expect(rows).toHaveLength(1)
    const page = await measuresOf(once, desk)
    await page.getByText('Each answer', { exact: true }).click()
    const asked = page.locator('details details', { hasText: /^Answers of/ })
    await asked.locator('summary').click()
    const written = page.locator('details', { hasText: /^Answers: PHQ-9/ })
    await written.locator('summary').click()
    for (const place of [asked, written]) {
      await place.getByText('Answered under version 0 of this form').waitFor()
      const said = await place.innerText()
      expect(said).not.toMatch(/Little interest|More than half/)
      expect(said).toMatch(/1[^]*2[^]*9[^]*Declined/i)
    }
    await accessible(page)
    await page.context().close()
  })

  test('prints its table, though on the screen it is closed', async () => {
    const page = await measuresOf(ana, desk)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('table', { name: /GAD-7: every time/ }).isVisible()).toBe(true)
    // On paper there is nothing to press.
    for (const control of ['Ask or rate now', 'Make a code'])
      expect([control, await page.getByText(control, { exact: true }).isVisible()]).toEqual([control, false])
    await page.context().close()
  })
})

describe('the client, in words', () => {
  test.each([
    ['en', 'Worry and tension', /tell of a harder time[^]*talk about it with Maya Invented/],
    ['es', 'Preocupación y tensión', /hablan de un tiempo más difícil[^]*hablarlo con Maya Invented/],
  ] as const)(
    '%s: nothing is open before it is chosen, and there is no score',
    async (language, title, words) => {
      const page = await signedIn(stage, ana, { language, theme: 'light', width: 390 })
      await page.goto('/me/answers')
      const matter = page.locator('details', { has: page.locator('summary', { hasText: title }) }).first()
      await matter.waitFor()
      expect(await page.locator('details[open]').count()).toBe(0)
      await accessible(page)
      await matter.locator('summary').first().click()
      expect(await matter.innerText()).toMatch(words)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      await matter.locator('details summary').first().click()
      expect(await matter.innerText()).toMatch(/Feeling nervous/)
      expect(await page.locator('main').innerText()).not.toMatch(
        /PHQ|GAD|score|puntaje|moderate|moderado|\b(14|19)\b(?!,)/,
      )
      await accessible(page)
      await page.context().close()
    },
  )
  test.each([
    ['en', 'Low mood', 'Answered. From here on in Spanish.', 'You have answered in English and in Spanish.'],
    [
      'es',
      'Ánimo bajo',
      'Usted respondió. Desde aquí, en español.',
      'Usted ha respondido en inglés y en español.',
    ],
  ] as const)(
    '%s: where they went over to the other language is told, once, and what it means',
    async (...[language, title, turned, both]) => {
      await stage.owner.query(
        `update instrument_response set language = 'es' where person_id = $1 and instrument_id = 'phq-9'
         and answered_at > now() - interval '10 days'`,
        [ana.seatId],
      )
      const page = await signedIn(stage, ana, { language, theme: 'low', width: 390 })
      await page.goto('/me/answers')
      const matter = page.locator('details', { has: page.locator('summary', { hasText: title }) }).first()
      await matter.locator('summary').first().click()
      await matter.getByText(both).waitFor()
      expect(await matter.getByText(turned).count()).toBe(1)
      await accessible(page)
      await page.context().close()
    },
  )
  test('is one step from their thread, and its address and title say nothing', async () => {
    const page = await signedIn(stage, ana, phone)
    await page.goto('/me/thread')
    await page.getByRole('link', { name: 'Your answers over time' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your answers over time' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/me/answers')
    await stage.demandDiscretion()
    await page.context().close()
  })
})

describe('how courses went', () => {
  test('at a small practice: what could single someone out is not shown, and said so; no box is drawn empty', async () => {
    const { owner } = stage
    const practiceId = await addPractice(owner, 'Small (invented)')
    const reader = await addMember(owner, practiceId, ['therapist'])
    await addTreated(owner, practiceId, 34)
    await owner.query(
      `select enqueue('outcome-points', jsonb_build_object('practiceId', practice_id, 'personId', id), null, 'outcome ' || id)
       from person where practice_id = $1`,
      [practiceId],
    )
    const courses = async () =>
      (
        await owner.query(
          `select count(distinct course_id)::int as n from outcome_point where practice_id = $1 and instrument_id = 'phq-9'`,
          [practiceId],
        )
      ).rows[0].n as number
    await expect.poll(courses, { timeout: 20_000 }).toBe(34)
    const page = await signedIn(stage, reader, desk)
    await page.goto('/app/outcomes')
    await page.getByText('Not shown: fewer than 11').first().waitFor()
    expect(await page.locator('.tl-outcome-chart').count()).toBe(0)
    await accessible(page)
    await page.getByRole('radio', { name: '1 year' }).check()
    await page.getByText('What became of them is not known').waitFor()
    // On paper nothing can be chosen or opened: what is chosen stands there, and what is closed on the screen does too.
    const cohorts = page.locator('.tl-more-body').getByRole('table').first()
    expect(await cohorts.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await cohorts.isVisible()).toBe(true)
    const chosen = (time: string) =>
      page.locator('.tl-choice-row').getByText(time, { exact: true }).isVisible()
    expect([await chosen('1 year'), await chosen('1 month')]).toEqual([true, false])
    await page.context().close()
    const phoned = await signedIn(stage, reader, { language: 'es', theme: 'low', width: 390 })
    await phoned.goto('/app/outcomes')
    await phoned.getByText('no se muestra').first().waitFor()
    expect(await phoned.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await accessible(phoned)
    await phoned.context().close()
  })
})
