import { expect } from 'vitest'
import { members, type MemberKey } from '../../src/app/seed/people.ts'
import { en as staffEn } from '../../src/course/words.staff.en.ts'
import { es as staffEs } from '../../src/course/words.staff.es.ts'
import { answersTo, isFilled, linesOf } from '../../src/journey/dayLines.ts'
import { en as askedEn } from '../../src/journey/words.asked.en.ts'
import { es as askedEs } from '../../src/journey/words.asked.es.ts'
import { en as ownEn } from '../../src/journey/words.own.en.ts'
import { es as ownEs } from '../../src/journey/words.own.es.ts'
import { en as readyEn } from '../../src/journey/words.ready.en.ts'
import { es as readyEs } from '../../src/journey/words.ready.es.ts'
import { en as toldEn } from '../../src/journey/words.told.en.ts'
import { es as toldEs } from '../../src/journey/words.told.es.ts'
import { takesUp } from './answering.ts'
import { opensTheRecord } from './care-team.ts'
import { beginning } from './hands.ts'
import { inTongue, stored, until, type Found, type Walk } from './walk.ts'

const ready = { en: readyEn, es: readyEs }
const askedWords = { en: askedEn, es: askedEs }
const dayWords = { en: toldEn, es: toldEs }
const own = { en: ownEn, es: ownEs }
const staff = { en: staffEn, es: staffEs }

export const ride = { name: 'Jo Prueba (demo)', phone: '555-0133' }

/** Both open Ready from the record, on their own screens: the same truth on each. */
export async function openReady(walk: Walk): Promise<void> {
  const { next } = inTongue(walk, staff)
  for (const walker of [walk.monitor, walk.therapist]) {
    await opensTheRecord(walk, walker)
    await walker.hands.press(next.ready)
    await walker.hands.page
      .getByRole('heading', { level: 1, name: beginning(inTongue(walk, ready).notYet) })
      .waitFor()
  }
  await walk.look(walk.monitor, 'ready')
}

/** The pressure typed once, the ride named, and who is here: in place, by the one at the bedside. */
export async function clearsWhatIsAtTheBedside(walk: Walk, found: Found): Promise<void> {
  const { hands } = walk.monitor
  const { page } = hands
  const words = inTongue(walk, ready)
  await hands.write(words.upper, '122')
  await hands.write(words.lower, '78')
  await hands.press(words.savePressure)
  await page.getByText('122/78').or(page.getByText('122 / 78')).first().waitFor()
  await hands.write(words.rideName, ride.name)
  await hands.write(words.ridePhone, ride.phone)
  await hands.press(words.saveRide)
  await walk.therapist.hands.page.getByText(ride.name).first().waitFor()
  const states = { therapist: 'here', prescriber: 'reachable', monitor: 'here' } as const
  for (const [place, key] of (['therapist', 'prescriber', 'monitor'] as const).entries()) {
    const row = page.locator('.ready-people > li').filter({ hasText: nameOf(key) })
    await hands.choose(words.presence[states[key]], row)
    await until('who is here was noted', async () => (await noted(walk, found)) === place + 1)
  }
  const facts = await stored<{ state: string }>(
    walk,
    'select state from presence where session_id = $1 order by number',
    [found.sessionId],
  )
  expect(facts.map(({ state }) => state)).toEqual(['here', 'reachable', 'here'])
}

/** Food, the kit, until when someone stays, and the medicine: asked, looked at and counted by the one at the bedside. */
export async function tellsTheDay(walk: Walk, found: Found): Promise<void> {
  const { hands } = walk.monitor
  const [words, day] = [inTongue(walk, ready), inTongue(walk, dayWords)]
  const row = (gate: keyof typeof words.gates) =>
    hands.page.locator('.tl-gate').filter({ hasText: words.gates[gate] }).first()
  const saves = async (gate: 'fasting' | 'equipment' | 'closing' | 'count') => {
    await hands.press(day.saves[gate], row(gate))
    await until(`${gate} is on record`, async () => (await toldOf(walk, found, gate)) === 1)
    await row(gate).getByRole('button', { name: day.saves[gate], exact: true }).waitFor({ state: 'hidden' })
  }
  for (const [what, time, hours] of [
    [day.solid, day.solidTime, -14],
    [day.clear, day.clearTime, -3],
  ] as const) {
    const { at, today } = await wallAt(walk, found, hours)
    const group = row('fasting').getByRole('group', { name: what })
    await hands.choose(today ? day.today : day.yesterday, group)
    await hands.writeWhen(time, at)
  }
  await saves('fasting')
  for (const piece of pieces) await hands.tick(words.places[piece], row('equipment'))
  await saves('equipment')
  await hands.writeWhen(day.until, (await wallAt(walk, found, 5)).at)
  await saves('closing')
  await hands.write(day.lot, 'PRUEBA-7')
  await hands.writeWhen(day.useBy, '2031-01-31')
  await hands.choose(day.agreesYes, row('count'))
  await saves('count')
}

/** Every question of the day on the screen, "no" to those that are left, and the monitor's own judgement apart; then the report. */
export async function asksTheDay(walk: Walk, found: Found): Promise<void> {
  const { hands } = walk.monitor
  const [words, asked] = [inTongue(walk, ready), inTongue(walk, askedWords)]
  const row = (gate: keyof typeof words.gates) =>
    hands.page.locator('.tl-gate').filter({ hasText: words.gates[gate] }).first()
  const goes = (gate: keyof typeof asked.saves) =>
    row(gate as 'today')
      .getByRole('button', { name: asked.saves[gate], exact: true })
      .waitFor({ state: 'hidden' })
  for (const [place, gate] of (['today', 'changes', 'substances'] as const).entries()) {
    await row(gate).getByText(asked.lines[linesOf(gate)[0]!]).waitFor()
    await hands.press(asked.fill, row(gate))
    for (const line of linesOf(gate).filter((one) => !isFilled(one))) {
      const group = row(gate).getByRole('group', { name: asked.lines[line] })
      await hands.choose(asked.answers[answersTo(line)[0]!], group)
    }
    if (gate === 'today') await walk.look(walk.monitor, 'asked-today')
    await hands.press(asked.saves[gate], row(gate))
    await until(`${gate} is on record`, async () => (await toldOf(walk, found, 'answers')) === place + 1)
    await goes(gate)
  }
  const report = row('report').getByRole('group', { name: asked.report })
  await hands.choose(asked.reportResult['as-expected'], report)
  await hands.press(asked.saves.report, row('report'))
  await until('the report is on record', async () => (await toldOf(walk, found, 'report')) === 1)
  await goes('report')
}

const pieces = [
  'blood-pressure',
  'oximeter',
  'oxygen',
  'bag-valve-mask',
  'airways',
  'suction',
  'defibrillator',
  'glucose',
  'emergency-drugs',
  'phone',
  'way-out',
  'vomit-bags',
] as const

const toldOf = async (walk: Walk, found: Found, kind: string) =>
  (await stored(walk, 'select 1 from day_told where session_id = $1 and kind = $2', [found.sessionId, kind]))
    .length

/** What the wall of the practice said, or will say, so many hours from now by the clock of care. */
async function wallAt(walk: Walk, found: Found, hours: number): Promise<{ at: string; today: boolean }> {
  const [row] = await stored<{ at: string; today: boolean }>(
    walk,
    `select to_char(m.moment at time zone p.time_zone, 'HH24:MI') as at,
       (m.moment at time zone p.time_zone)::date = (care_now(p.id) at time zone p.time_zone)::date as today
     from journey_session s join practice p on p.id = s.practice_id,
       lateral (select care_now(p.id) + make_interval(hours => $2) as moment) m where s.id = $1`,
    [found.sessionId, hours],
  )
  return row!
}

const nameOf = (key: MemberKey): string => members.find((one) => one.key === key)!.name
const noted = async (walk: Walk, found: Found) =>
  (await stored(walk, 'select 1 from presence where session_id = $1', [found.sessionId])).length

/** The question, asked in person and alone; what the client said is written down. */
export async function asksInPerson(walk: Walk): Promise<void> {
  const { hands } = walk.therapist
  const words = inTongue(walk, ready)
  await hands.press(words.askSafety)
  const dialog = hands.page.getByRole('dialog')
  await hands.choose(words.safety['no-thoughts'], dialog)
  await hands.press(words.safetySave, dialog)
  await dialog.waitFor({ state: 'hidden' })
}

/** On their own phone, alone: yes today, and safe to go home with this person. */
export async function saysYesAlone(walk: Walk): Promise<void> {
  const { hands } = walk.client
  const words = inTongue(walk, own)
  await takesUp(walk, 'today')
  await hands.page.getByText(words.asked.wants).waitFor()
  await hands.press(words.asked.yes)
  await walk.look(walk.client, 'today')
  await hands.press(words.asked.safeYes)
  await hands.page.getByText(words.allReady).waitFor()
  const text = await hands.page.locator('body').innerText()
  expect(text).not.toMatch(/\bmg\b|PHQ|puntaje|score/i)
}

/** Nothing stands in the way: released, said aloud by the client who they are, given; and the clock of the room begins. */
export async function releasesAndGives(walk: Walk, found: Found): Promise<object[]> {
  const { hands } = walk.monitor
  const { page } = hands
  const words = inTongue(walk, ready)
  await page.getByRole('heading', { level: 1, name: words.ready }).waitFor()
  await walk.look(walk.monitor, 'ready-whole')
  await hands.press(words.releaseAct)
  await hands.tick(beginning(words.saidName.split('{')[0]!))
  await hands.tick(beginning(words.saidBirth.split('{')[0]!))
  await walk.look(walk.monitor, 'give')
  await hands.press(words.givenAct)
  await page.waitForURL(/\/room$/)
  await until('the dose is on record', async () => (await doses(walk, found)).length === 1)
  return doses(walk, found)
}

const doses = (walk: Walk, found: Found) =>
  stored<{ deviation: boolean; mg: number }>(
    walk,
    'select deviation, label_mg::float as mg from dose where session_id = $1',
    [found.sessionId],
  )
