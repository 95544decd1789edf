import { expect } from 'vitest'
import { en as integrationEn } from '../../src/integration/words.en.ts'
import { es as integrationEs } from '../../src/integration/words.es.ts'
import { en as beforeEn } from '../../src/preparation/words.en.ts'
import { es as beforeEs } from '../../src/preparation/words.es.ts'
import { comesTo, takesUp } from './answering.ts'
import { withHint } from './hands.ts'
import { letsTimePass } from './moments.ts'
import { ratings } from './preparing.ts'
import { inTongue, stored, until, type Found, type Walk } from './walk.ts'

const integration = { en: integrationEn, es: integrationEs }
const before = { en: beforeEn, es: beforeEs }

export const found = {
  en: {
    insight: 'The bell I hear is an old one. It never rang in this house.',
    meaning: 'I may rest where I live now.',
    exercise: 'In the evening: one hand on the door, and three slow breaths.',
  },
  es: {
    insight: 'El timbre que oigo es viejo. Nunca sonó en esta casa.',
    meaning: 'Puedo descansar donde vivo ahora.',
    exercise: 'Por la noche: una mano en la puerta y tres respiraciones lentas.',
  },
}

/** The day after: what is still there, what it means, something small for daily life; and who may read it. */
export async function tellsWhatIsStillThere(walk: Walk, arc: Found): Promise<void> {
  const { hands } = walk.client
  const { page } = hands
  const words = inTongue(walk, integration)
  const own = found[walk.language]
  const kept = (said: string) => page.locator('p.tl-own-words').filter({ hasText: said }).first()
  await letsTimePass(walk, 'day')
  await takesUp(walk, 'capture')
  await hands.write(words.tell.label, own.insight)
  await hands.press(words.tell.keep)
  await page.getByRole('heading', { level: 1, name: own.insight }).waitFor()
  await hands.press(words.page.meaningOpen)
  await hands.write(words.page.meaning, own.meaning)
  await hands.press(words.tell.keep)
  await kept(own.meaning).waitFor()
  await hands.press(words.page.exerciseOpen)
  await hands.write(words.page.exercise, own.exercise)
  await hands.press(words.tell.keep)
  await kept(own.exercise).waitFor()
  // The words may stand there before their own reply has closed the form above what comes next.
  await page.getByRole('textbox', { name: words.page.exercise }).waitFor({ state: 'detached' })
  await hands.choose(withHint(words.sharing.who.team, words.sharing.hints.team))
  await until('it is shared with the team', async () => {
    const told = await stored<{ audience: string }>(
      walk,
      `select s.audience from insight_sharing s join insight i on i.id = s.insight_id where i.course_id = $1`,
      [arc.courseId],
    )
    return told.length === 1 && told[0]!.audience === 'team'
  })
  await walk.look(walk.client, 'insight')
}

/** Some days on, how it went: said where it is asked. */
export async function saysHowItWent(walk: Walk, arc: Found): Promise<object[]> {
  const { hands } = walk.client
  const words = inTongue(walk, integration)
  await letsTimePass(walk, 'day')
  await comesTo(walk, 'log')
  await walk.look(walk.client, 'client-home')
  await hands.press(words.exercise.did)
  await hands.page.getByText(words.exercise.heard).waitFor()
  await until('it was sent', async () => (await logs(walk, arc)).length > 0)
  return logs(walk, arc)
}

const logs = (walk: Walk, { personId }: Found) =>
  stored(walk, 'select outcome from exercise_log where person_id = $1', [personId])

/** A week after the dose: the same sentence, placed anew without the old number before one’s eyes. */
export async function ratesAgain(walk: Walk, arc: Found): Promise<void> {
  const { hands } = walk.client
  const { again } = inTongue(walk, before)
  await takesUp(walk, 'rate')
  await hands.place(40)
  await hands.press(again.keep)
  await until('the second rating is stored', async () => (await ratings(walk, arc)).length === 2)
  const [first, second] = await ratings(walk, arc)
  expect(first!.rating - second!.rating).toBeGreaterThan(40)
}
