import { expect } from 'vitest'
import { en as roomEn } from '../../src/journey/words.room.en.ts'
import { es as roomEs } from '../../src/journey/words.room.es.ts'
import { en as readyEn } from '../../src/journey/words.ready.en.ts'
import { es as readyEs } from '../../src/journey/words.ready.es.ts'
import { en as touchEn } from '../../src/consent/words.touch.en.ts'
import { es as touchEs } from '../../src/consent/words.touch.es.ts'
import { fill } from '../../src/platform/i18n/fill.ts'
import { beginning } from './hands.ts'
import { letsTimePass } from './moments.ts'
import { inTongue, stored, until, type Found, type Walk, type Walker } from './walk.ts'

const room = { en: roomEn, es: roomEs }
const touch = { en: touchEn, es: touchEs }
const ready = { en: readyEn, es: readyEs }

/** The therapist comes into the same room, on another screen. */
export async function isThereToo(walk: Walk): Promise<void> {
  const { hands } = walk.therapist
  await hands.press(inTongue(walk, ready).toRoom)
  await hands.page.waitForURL(/\/room$/)
  await hands.page
    .getByRole('button', { name: beginning(inTongue(walk, room).events['felt-safe']) })
    .waitFor()
}

/** What one notes with one press is on the other’s screen. */
export async function notesWhatHappens(walk: Walk, found: Found): Promise<void> {
  const words = inTongue(walk, room)
  const other = walk.monitor.hands.page
  for (const code of ['felt-safe', 'tears'] as const) {
    await walk.therapist.hands.press(beginning(words.events[code]))
    await other.locator('.room-last').getByText(words.events[code]).waitFor()
  }
  await walk.therapist.hands.choose('3', walk.therapist.hands.page.locator('.room-distress'))
  await other.locator('.room-distress').getByText(words.distressLast.split('{')[0]!.trim()).waitFor()
  const events = await stored<{ code: string }>(
    walk,
    'select code from journey_event where session_id = $1 order by occurred_at, id',
    [found.sessionId],
  )
  expect(events.map(({ code }) => code)).toEqual(['felt-safe', 'tears'])
  const rated = await stored(walk, 'select rating from distress_rating where session_id = $1', [
    found.sessionId,
  ])
  expect(rated).toEqual([{ rating: 3 }])
}

/** A “no” that was said aloud: one press, and every screen in the room knows. */
export async function hearsANo(walk: Walk, found: Found): Promise<object[]> {
  const words = inTongue(walk, touch)
  const kept = walk.monitor.hands.page.locator('.room-touch')
  await kept.getByText(words.answers['if-i-reach']).waitFor()
  await walk.therapist.hands.press(fill(words.noMoreOf, { what: words.touch.hand }))
  await kept.getByText(words.none).waitFor()
  return stored(walk, 'select part from consent_withdrawal where person_id = $1', [found.personId])
}

/** So many half hours later, a blood pressure and a pulse. */
export async function measures(
  walk: Walk,
  found: Found,
  [upper, lower, pulse]: readonly string[],
): Promise<void> {
  const before = (await readings(walk, found)).length
  const minute = await minuteIn(walk.monitor)
  await letsTimePass(walk, 'halfHour')
  await until('the clock of the room went on', async () => (await minuteIn(walk.monitor)) >= minute + 30)
  await types(walk, walk.monitor, [upper!, lower!, pulse!])
  await until('the reading is stored', async () => (await readings(walk, found)).length === before + 1)
  await walk.therapist.hands.page.getByText(`${upper} / ${lower}`).first().waitFor()
}

const minuteIn = async ({ hands: { page } }: Walker): Promise<number> =>
  Number(await page.locator('.room-clock time').innerText())

/** The network goes; the reading is safe on the tablet, outlives a reload, and is sent once. */
export async function measuresWithoutANetwork(walk: Walk, found: Found): Promise<void> {
  const { hands, player } = walk.monitor
  const { page } = hands
  const before = (await readings(walk, found)).length
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await player.context.setOffline(true)
  await types(walk, walk.monitor, ['131', '83', '78'])
  await page.getByText('131 / 83').first().waitFor()
  await page.locator('.tl-offline strong').waitFor()
  await walk.look(walk.monitor, 'room-offline')
  await page.reload()
  await page.getByText('131 / 83').first().waitFor()
  expect(await readings(walk, found)).toHaveLength(before)
  await player.context.setOffline(false)
  await until('it was sent', async () => (await readings(walk, found)).length === before + 1)
  await walk.therapist.hands.page.getByText('131 / 83').first().waitFor()
  await until(
    'nothing waits on the tablet',
    async () => (await page.locator('.tl-offline').innerText()) === '',
  )
  const sent = (await readings(walk, found)).filter(({ systolic }) => systolic === 131)
  expect(sent).toHaveLength(1)
}

async function types(walk: Walk, { hands }: Walker, [upper, lower, pulse]: readonly string[]): Promise<void> {
  const words = inTongue(walk, room)
  await hands.press(words.enterVitals)
  const dialog = hands.page.getByRole('dialog', { name: words.enterTitle })
  await hands.write(words.systolic, upper!, dialog)
  await hands.write(words.diastolic, lower!, dialog)
  await hands.write(words.heartRate, pulse!, dialog)
  await hands.press(words.save, dialog)
  await dialog.waitFor({ state: 'hidden' })
}

const readings = (walk: Walk, found: Found) =>
  stored<{ systolic: number }>(
    walk,
    'select systolic_mmhg as systolic from vital_reading where session_id = $1 order by taken_at',
    [found.sessionId],
  )
