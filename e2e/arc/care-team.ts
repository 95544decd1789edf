import { members, type MemberKey } from '../../src/app/seed/people.ts'
import { en as staffEn } from '../../src/course/words.staff.en.ts'
import { es as staffEs } from '../../src/course/words.staff.es.ts'
import { en as intakeEn } from '../../src/intake/words.en.ts'
import { es as intakeEs } from '../../src/intake/words.es.ts'
import { en as practiceEn } from '../../src/practice/words.en.ts'
import { es as practiceEs } from '../../src/practice/words.es.ts'
import { beginning } from './hands.ts'
import { careDay, nameOf } from './moments.ts'
import { inTongue, stored, type Found, type Walk, type Walker } from './walk.ts'

const staff = { en: staffEn, es: staffEs }
const intake = { en: intakeEn, es: intakeEs }
const practice = { en: practiceEn, es: practiceEs }

const nameOfMember = (key: MemberKey): string => members.find((one) => one.key === key)!.name

/** The coordinator says who takes part; from then on they may open the record. */
export async function putsTheTeamTogether(walk: Walk): Promise<void> {
  const { hands } = walk.coordinator
  const { page } = hands
  const { team } = inTongue(walk, staff)
  await hands.press(inTongue(walk, intake).invite.team)
  await page.getByText(team.none).waitFor()
  for (const key of ['therapist', 'prescriber', 'monitor'] as const) {
    await hands.pick(team.add, beginning(nameOfMember(key)))
    await hands.press(team.join)
    await page.locator('.tl-team').getByText(nameOfMember(key)).first().waitFor()
  }
  await walk.look(walk.coordinator, 'team')
}

/** From the list of people to the record of this one. */
export async function opensTheRecord(walk: Walk, walker: Walker): Promise<void> {
  const { hands } = walker
  await hands.press(inTongue(walk, practice).places.people)
  await hands.press(beginning(nameOf(walk)), hands.page.getByRole('table'))
  await hands.page.getByRole('heading', { level: 1 }).waitFor()
}

/** The therapist begins the course, on one published protocol. */
export async function beginsTheCourse(walk: Walk, found: Found): Promise<void> {
  const { hands } = walk.therapist
  const { start, next } = inTongue(walk, staff)
  await opensTheRecord(walk, walk.therapist)
  await hands.choose(/under the tongue|bajo la lengua/)
  await hands.press(start.start)
  await hands.page.getByRole('heading', { name: next.title }).waitFor()
  const [course] = await stored<{ id: string }>(walk, 'select id from course where person_id = $1', [
    found.personId,
  ])
  found.courseId = course!.id
}

/** The coordinator plans the first journey, in three days: the day before, at about this hour, the demo has one of its own. */
export async function plansTheJourney(walk: Walk, found: Found): Promise<object[]> {
  const { hands } = walk.coordinator
  const { next, plan } = inTongue(walk, staff)
  await hands.press(next.plan)
  await hands.writeWhen(plan.day, await careDay(walk, 3))
  await hands.writeWhen(plan.time, '10:00')
  await hands.write(beginning(plan.room), walk.language === 'es' ? 'Sala del jardín' : 'Garden room')
  await hands.press(plan.plan)
  await hands.page.getByText(next.move).waitFor()
  const sessions = await stored<{ id: string; number: number }>(
    walk,
    'select id, number from journey_session where course_id = $1',
    [found.courseId],
  )
  found.sessionId = sessions[0]!.id
  return sessions
}
