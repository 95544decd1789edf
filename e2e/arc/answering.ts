import { expect } from 'vitest'
import { members } from '../../src/app/seed/people.ts'
import { en as homeEn } from '../../src/course/words.en.ts'
import { es as homeEs } from '../../src/course/words.es.ts'
import { en as askEn } from '../../src/instrument/words.en.ts'
import { es as askEs } from '../../src/instrument/words.es.ts'
import { en as practiceEn } from '../../src/practice/words.en.ts'
import { es as practiceEs } from '../../src/practice/words.es.ts'
import { en as safetyEn } from '../../src/safety/words.en.ts'
import { es as safetyEs } from '../../src/safety/words.es.ts'
import { en as shellEn } from '../../src/platform/ui/words.en.ts'
import { es as shellEs } from '../../src/platform/ui/words.es.ts'
import { nameOf } from './moments.ts'
import { inTongue, stored, until, type Found, type Walk } from './walk.ts'

const ask = { en: askEn, es: askEs }
const home = { en: homeEn, es: homeEs }
const safety = { en: safetyEn, es: safetyEs }
const practice = { en: practiceEn, es: practiceEs }
const shell = { en: shellEn, es: shellEs }

const therapist = members.find(({ key }) => key === 'therapist')!.name

/** The one thing that the client’s first page offers now, once what comes before it was put off until tomorrow. */
export async function comesTo(walk: Walk, thing: keyof typeof homeEn.things): Promise<void> {
  const { hands } = walk.client
  const { page } = hands
  const { things, home: said } = inTongue(walk, home)
  await hands.press(inTongue(walk, shell).nav.today)
  // Time passes here by itself, now and then: the page is come back to, as after days, so that it does not change under a hand.
  await page.reload()
  const wanted = things[thing].title
  const later = page.getByRole('button', { name: said.later })
  let passed = ''
  await until(`the page offers “${wanted}”`, async () => {
    const [offered] = await page.locator('#now').allTextContents()
    if (offered === wanted) return true
    if (process.env['SEE']) console.log('SEE', await page.locator('main').innerText().catch(String))
    if (offered === undefined || offered === passed || !(await later.isVisible())) return false
    passed = offered
    await hands.press(said.later)
    return false
  })
}

export async function takesUp(walk: Walk, thing: keyof typeof homeEn.things): Promise<void> {
  await comesTo(walk, thing)
  await walk.client.hands.press(inTongue(walk, home).things[thing].action)
}

/** The nine questions, one a screen, each by one press; nothing is sent before it was looked over. The last is how hard it makes life. */
export async function answers(walk: Walk, found: Found, given: string): Promise<void> {
  const { hands } = walk.client
  const { page } = hands
  const words = inTongue(walk, ask)
  const before = (await totals(walk, found)).length
  await takesUp(walk, 'questions')
  await hands.press(words.intro.begin)
  for (const [place, answer] of [...given].entries()) {
    await page.getByText(question(walk, place + 1)).waitFor()
    if (place === 3) await walk.look(walk.client, 'question')
    await page.keyboard.press(answer)
    if (place === 8 && answer !== '0') await isHelped(walk)
  }
  await hands.press(words.review.send)
  await until('the answers were scored', async () => (await totals(walk, found)).length > before)
  const text = await page.locator('main').innerText()
  expect(text).not.toMatch(/\b(PHQ|score|puntaje|puntuación|mild|moderate|leve|moderad[oa])\b/i)
  if (given[8] !== '0') await answersTheScreen(walk)
  await leavesTheRest(walk)
}

/** "Question 3 of 10", whatever they add up to. */
const question = (walk: Walk, place: number): RegExp =>
  new RegExp(
    `^${inTongue(walk, ask)
      .question.of(place, 99)
      .replace('99', String.raw`\d+`)}$`,
  )

/** In the same sitting, a few more questions that such an answer opens. To each of them: no. */
async function answersTheScreen(walk: Walk): Promise<void> {
  const { hands } = walk.client
  const { page } = hands
  const { intro, review } = inTongue(walk, ask)
  await page.getByText(intro.opened).waitFor()
  await hands.press(intro.begin)
  const end = page.getByRole('heading', { level: 1, name: review.title })
  for (let place = 1; place < 10; place += 1) {
    await end.or(page.getByText(question(walk, place))).waitFor()
    if (await end.isVisible()) break
    await page.keyboard.press('2')
  }
  await hands.press(review.send)
}

/** There is more that could be asked. "Not this time" is an answer to all of it but what has no words in this language. */
async function leavesTheRest(walk: Walk): Promise<void> {
  const { hands } = walk.client
  const { page } = hands
  const { sent, intro, none } = inTongue(walk, ask)
  const home = page.getByRole('link', { name: sent.home })
  await home.waitFor()
  const onward = page.getByRole('button', { name: sent.next })
  if ((await onward.count()) === 0) return hands.press(sent.home)
  await hands.press(sent.next)
  const ends = [none.title, none.elsewhere.title].map((name) => page.getByRole('heading', { level: 1, name }))
  const over = ends.reduce((one, other) => one.or(other))
  const put = page.getByRole('button', { name: intro.notThisTime })
  for (let more = 0; more < 10; more += 1) {
    await over.or(put).first().waitFor()
    if (await over.isVisible()) break
    const title = await page.locator('main details').last().textContent()
    await hands.press(intro.notThisTime)
    await until('it was left for now', async () => {
      // Read at once: after the last one there is nothing more to wait for.
      const [now] = (await page.locator('main details').allTextContents()).slice(-1)
      return (await over.isVisible()) || (now !== undefined && now !== title)
    })
  }
  await hands.press(none.home)
}

/** Whether it is an hour in which the practice says that it reads. */
const isRead = `select extract(isodow from wall)::int = any(c.weekdays) and extract(hour from wall) * 60 + extract(minute from wall)
    between c.opens_minute and c.closes_minute - 1 as is
  from practice p, cover c, lateral (select care_now(p.id) at time zone p.time_zone as wall) now
  where p.demo and c.practice_id = p.id order by c.number desc limit 1`

/** An answer about death leads to people at once, and to a task for someone with a name, before the form goes on. */
async function isHelped(walk: Walk): Promise<void> {
  const { hands } = walk.client
  const { page } = hands
  const { help } = inTongue(walk, safety)
  await page.getByRole('heading', { level: 1, name: help.title }).waitFor()
  // Outside the hours in which someone reads, a note waits; nobody has been told.
  const [read] = await stored<{ is: boolean }>(walk, isRead)
  await page.getByText(read!.is ? help.told(therapist) : help.note(therapist)).waitFor()
  expect(await page.getByRole('link', { name: help.call988 }).getAttribute('href')).toBe('tel:988')
  await walk.look(walk.client, 'help')
  await hands.press(inTongue(walk, ask).onward)
}

/** Whoever owns the task sees it, talks with the client, and writes what was done: nothing closes by itself. */
export async function seesToTheAnswer(walk: Walk, found: Found): Promise<void> {
  const { hands } = walk.therapist
  const { page } = hands
  const { tasks } = inTongue(walk, safety)
  await hands.press(inTongue(walk, practice).places.tasks)
  const row = page.getByRole('listitem').filter({ hasText: nameOf(walk) })
  await row.getByText(tasks.kinds['danger-answer']).waitFor()
  await walk.look(walk.therapist, 'tasks')
  await hands.press(tasks.seeIt, row)
  await hands.press(tasks.close, row)
  const dialog = page.getByRole('dialog')
  await hands.write(tasks.note, talked[walk.language], dialog)
  await hands.press(tasks.closeNow, dialog)
  await until('the task was closed', async () => {
    const done = await stored(walk, `select note from task_event where person_id = $1 and kind = 'done'`, [
      found.personId,
    ])
    return done.length === 1
  })
}

const talked = {
  en: 'Called at once. Passive thoughts, no plan; a safety plan was made together.',
  es: 'Llamé enseguida. Pensamientos pasivos, sin plan; hicimos juntas un plan de seguridad.',
}

export const totals = (walk: Walk, found: Found) =>
  stored<{ total: number }>(
    walk,
    `select total from instrument_response where person_id = $1 and instrument_id = 'phq-9' order by answered_at`,
    [found.personId],
  )
