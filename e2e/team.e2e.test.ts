import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCourse, addMember, addPerson, addPractice, assign } from '../src/app/testing/arrange.ts'
import { en } from '../src/course/words.staff.en.ts'
import { es } from '../src/course/words.staff.es.ts'
import { fill } from '../src/platform/i18n/fill.ts'
import { en as safetyEn } from '../src/safety/words.en.ts'
import { es as safetyEs } from '../src/safety/words.es.ts'
import { cleanIn } from './clean.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
const shots = process.env['TEAM_SHOTS']

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const clean = cleanIn(shots)

describe.each([
  { ...phone, language: 'en', theme: 'light', width: 1280 },
  { ...phone, language: 'es', theme: 'low' },
] as const)('in $language, $theme, $width wide', (dress) => {
  const { team, next } = { en, es }[dress.language]
  const safety = { en: safetyEn, es: safetyEs }[dress.language]
  const name = (place: string) => `${place}-${dress.language}-${dress.theme}`

  test('forming a team hands on what waited, and leaving it is asked about first', async () => {
    const practiceId = await addPractice(stage.owner, `Team ${dress.language} (invented)`)
    const [coordinator, therapist, prescriber] = [
      await addMember(stage.owner, practiceId, ['coordinator']),
      await addMember(stage.owner, practiceId, ['therapist']),
      await addMember(stage.owner, practiceId, ['prescriber']),
    ]
    const { seatId: personId } = await addPerson(stage.owner, practiceId)
    await addCourse(stage.owner, practiceId, personId)
    await assign(stage.owner, { member: prescriber, personId })
    await stage.owner.query(
      `insert into task (practice_id, id, person_id, kind, about_id, owner_seat_id, due_at, raised_at, urgency)
       values ($1, $2, $3, 'danger-now', $2, $4, now(), now(), 'at-once')`,
      [practiceId, randomUUID(), personId, coordinator.seatId],
    )
    const desk = await signedIn(stage, coordinator, dress)
    await desk.goto('/app')
    await desk.getByText(safety.tasks.mine, { exact: true }).waitFor()
    await clean(desk, name('today'))
    await desk.goto(`/app/people/${personId}`)
    await desk.getByLabel(team.add, { exact: true }).selectOption(therapist.seatId)
    await desk.getByRole('button', { name: team.join }).click()
    await desk.getByText(fill(team.handed.one.replace('{n}', '1'), { name: 'Member therapist' })).waitFor()
    await clean(desk, name('handed'))

    const theirs = await signedIn(stage, therapist, dress)
    await theirs.goto('/app/tasks')
    await theirs
      .getByText(fill(safety.tasks.handedBy['team-formed'], { name: 'Member coordinator' }))
      .waitFor()
    await clean(theirs, name('tasks'))

    await theirs.goto(`/app/people/${personId}`)
    await theirs.getByText(next.toAsk).waitFor()
    await clean(theirs, name('chart'))
    // As it is on the day, when every gate that the database finds is met.
    await theirs.route('**/chart', async (route) => {
      const answer = await route.fetch()
      const chart = await answer.json()
      await route.fulfill({
        response: answer,
        json: { ...chart, openGates: { ...chart.openGates, gates: [] } },
      })
    })
    await theirs.reload()
    await theirs.getByText(next.toAsk).waitFor()
    expect(await theirs.getByText(next.allMet).count()).toBe(0)
    await theirs.locator('.tl-against').getByRole('link').first().click()
    await theirs.waitForURL(/\/decision$/)
    await theirs.route('**/against', (route) => route.fulfill({ json: { rules: [], standing: false } }))
    await theirs.goto(`/app/people/${personId}`)
    await theirs.getByText(next.allMet).waitFor()

    const leave = desk.getByRole('button', { name: new RegExp(`^${team.leave}.*Member prescriber`) })
    await leave.click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByText(team.last.prescriber.title).waitFor()
    expect(await dialog.getByText(team.last.therapist.title).count()).toBe(0)
    await clean(desk, name('leaving'))
    await dialog.getByRole('button', { name: team.keep }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await teamOf(personId)).toBe(2)
    await leave.click()
    await dialog.getByRole('button', { name: team.leave, exact: true }).click()
    await leave.waitFor({ state: 'detached' })
    expect(await teamOf(personId)).toBe(1)
  })
})

const teamOf = async (personId: string): Promise<number> =>
  (await stage.owner.query('select from care_team where person_id = $1 and until is null', [personId]))
    .rowCount ?? 0
