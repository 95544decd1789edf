import { en as practiceEn } from '../../src/practice/words.en.ts'
import { es as practiceEs } from '../../src/practice/words.es.ts'
import { inTongue, stored, until, type Walk } from './walk.ts'

const practice = { en: practiceEn, es: practiceEs }

export const nameOf = ({ who }: Walk): string => `${who.givenName} ${who.familyName}`

/** The clock of care on the wall of the practice, as `2026-01-31 09:30`. */
async function careWall(walk: Walk): Promise<string> {
  const [now] = await stored<{ wall: string }>(
    walk,
    `select to_char(care_now(id) at time zone time_zone, 'YYYY-MM-DD HH24:MI') as wall from practice where demo`,
  )
  return now!.wall
}

/** A day of care, so many from today, as a form takes it. */
export async function careDay(walk: Walk, ahead: number): Promise<string> {
  const today = (await careWall(walk)).slice(0, 10)
  return new Date(Date.parse(`${today}T12:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10)
}

/** Someone at work lets time pass, with the demo’s own control. */
export async function letsTimePass(walk: Walk, step: keyof typeof practiceEn.demo.steps): Promise<void> {
  const { hands } = walk.coordinator
  const before = await moves(walk)
  await hands.press(inTongue(walk, practice).demo.steps[step], hands.page.locator('.tl-demo'))
  await until('the clock of care was moved', async () => (await moves(walk)) === before + 1)
}

const moves = async (walk: Walk): Promise<number> => (await stored(walk, 'select 1 from care_clock')).length

/** A journey takes a part of a day: the walk begins in the morning, whenever the test is run. */
export async function waitsForMorning(walk: Walk): Promise<void> {
  const hour = async () => Number((await careWall(walk)).slice(11, 13))
  for (let now = await hour(); now < 7 || now > 13; now = await hour()) await letsTimePass(walk, 'hours')
}
