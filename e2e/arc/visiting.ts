import { expect } from 'vitest'
import { en as findEn } from '../../src/find/words.en.ts'
import { es as findEs } from '../../src/find/words.es.ts'
import { en as fitEn } from '../../src/fit/words.en.ts'
import { es as fitEs } from '../../src/fit/words.es.ts'
import { en as learnEn } from '../../src/learn/words.en.ts'
import { es as learnEs } from '../../src/learn/words.es.ts'
import { beginning } from './hands.ts'
import { inTongue, stored, type Walk } from './walk.ts'

const find = { en: findEn, es: findEs }
const fit = { en: fitEn, es: fitEs }
const learn = { en: learnEn, es: learnEs }

/** Reads what KAP is and how it differs from an infusion. */
export async function readsWhatItIs(walk: Walk): Promise<void> {
  const { hands } = walk.client
  await hands.page.goto(walk.language === 'es' ? '/es/learn' : '/learn')
  await hands.page.getByRole('heading', { level: 1 }).waitFor()
  const text = await hands.page.locator('main').innerText()
  expect(text).toMatch(walk.language === 'es' ? /infusión/i : /infusion/i)
  await walk.look(walk.client, 'home')
}

/** Answers every question of the private check, and not one of them leaves the browser. */
export async function checksInPrivate(walk: Walk): Promise<void> {
  const { hands } = walk.client
  const { page } = hands
  const words = inTongue(walk, fit)
  await hands.press(inTongue(walk, learn).fit.begin)
  await page.waitForURL(/\/fit$/)
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  const note = (request: { url(): string }) => void asked.push(request.url())
  page.on('request', note)
  await hands.press(words.begin)
  const card = page.locator('[data-part=question]:not([hidden])')
  while ((await card.count()) > 0) {
    const concern = await card.getAttribute('data-concern')
    await hands.press(words.answers[concern === 'yes' ? 'no' : 'yes'], card)
  }
  await page.getByRole('heading', { name: words.result.outcomes.talk.title }).waitFor()
  page.off('request', note)
  expect(asked).toEqual([])
  await walk.look(walk.client, 'check')
  await hands.press(words.result.find)
}

/** Finds the practice’s listed people near a place, and writes to one of them. */
export async function findsAndWrites(walk: Walk, near: string): Promise<object[]> {
  const { hands } = walk.client
  const { page } = hands
  const words = inTongue(walk, find)
  await page.waitForURL(/\/find$/)
  await hands.write(words.near, near)
  await hands.press(words.search)
  await page.locator('.tl-hits > li').first().waitFor()
  expect(new URL(page.url()).search).toBe('')
  await walk.look(walk.client, 'find')
  await hands.press('Marisol Ejemplo')
  await hands.press(words.listing.write('Marisol Ejemplo'))
  const { write } = words
  await hands.write(write.called, walk.who.givenName)
  await hands.choose(write.reaches.email)
  await hands.write(write.contact, walk.who.email)
  await hands.choose(write.messages.plain)
  await hands.write(beginning(write.words), wish[walk.language])
  await hands.press(write.send)
  await page.getByRole('heading', { level: 1, name: words.sent.title }).waitFor()
  return stored(walk, 'select called, contact, message from enquiry where contact = $1', [walk.who.email])
}

const wish = {
  en: 'Nothing has lifted this for two years. What would a first step be?',
  es: 'Desde hace dos años nada me levanta. ¿Cuál sería un primer paso?',
}
