import { expect } from 'vitest'
import { en as staffEn } from '../../src/course/words.staff.en.ts'
import { es as staffEs } from '../../src/course/words.staff.es.ts'
import { en as shellEn } from '../../src/platform/ui/words.en.ts'
import { es as shellEs } from '../../src/platform/ui/words.es.ts'
import { opensTheRecord } from './care-team.ts'
import { withHint } from './hands.ts'
import { found } from './integrating.ts'
import { careDay } from './moments.ts'
import { brought } from './preparing.ts'
import { inTongue, stored, until, type Found, type Walk, type Walker } from './walk.ts'

const staff = { en: staffEn, es: staffEs }
const shell = { en: shellEn, es: shellEs }

/** One picture of the whole course: on the chart, and on the client’s own page. It prints on one page. */
export async function lookAtTheThread(walk: Walk): Promise<void> {
  await opensTheRecord(walk, walk.therapist)
  await walk.therapist.hands.page
    .getByRole('heading', { level: 1, name: inTongue(walk, staff).chart.title })
    .waitFor()
  await tellsTheCourse(walk, walk.therapist)
  await walk.look(walk.therapist, 'thread')
  await walk.client.hands.press(inTongue(walk, shell).nav.thread)
  await walk.client.hands.page.waitForURL(/\/me\/thread$/)
  await tellsTheCourse(walk, walk.client)
  await walk.look(walk.client, 'thread-client')
  for (const walker of [walk.therapist, walk.client]) expect(await pagesPrinted(walker)).toBe(1)
}

async function tellsTheCourse(walk: Walk, { hands: { page } }: Walker): Promise<void> {
  const picture = page.locator('main')
  const own = [brought[walk.language].intention, found[walk.language].insight]
  await picture.getByRole('heading', { level: 1 }).waitFor()
  await until('the thread tells the words of the course', async () => {
    const text = (await picture.textContent())!.replaceAll(/\s/g, '')
    return own.every((words) => text.includes(words.replaceAll(/\s/g, '')))
  })
}

async function pagesPrinted({ hands: { page } }: Walker): Promise<number> {
  const paper = await page.pdf({ format: 'A4', landscape: true })
  return [...paper.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length
}

/** Looked at together, and decided how it goes on. */
export async function reviewsTheCourse(walk: Walk, arc: Found): Promise<object[]> {
  const { hands } = walk.therapist
  const { review } = inTongue(walk, staff)
  await hands.unfold(review.title)
  await hands.choose(withHint(review.decisions.continue, review.hints.continue))
  await hands.write(review.reason, why[walk.language])
  await hands.writeWhen(new RegExp(`^${review.nextDay}`), await careDay(walk, 28))
  await hands.press(review.save)
  await until('the review is kept', async () => (await reviews(walk, arc)).length === 1)
  return reviews(walk, arc)
}

const reviews = (walk: Walk, arc: Found) =>
  stored<{ decision: string }>(walk, 'select decision from course_review where course_id = $1', [
    arc.courseId,
  ])

const why = {
  en: 'Lighter by more than chance, and the door can stay closed at night.',
  es: 'Más ligera de lo que explica el azar, y la puerta puede quedar cerrada de noche.',
}
