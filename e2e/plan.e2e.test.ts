import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCourse, addMember, addPerson, addPractice, assign } from '../src/app/testing/arrange.ts'
import { en } from '../src/safety/words.plan.en.ts'
import { es } from '../src/safety/words.plan.es.ts'
import { cleanIn } from './clean.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
const shots = process.env['PLAN_SHOTS']

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
})
afterAll(() => stage.close())

const clean = cleanIn(shots)

const kept = async (personId: string) =>
  (await stage.owner.query('select people_to_ask from safety_plan_change where person_id = $1', [personId]))
    .rows

describe.each([
  { ...phone, language: 'en', theme: 'light' },
  { ...phone, language: 'es', theme: 'low' },
] as const)('in $language, $theme', (dress) => {
  const said = { en, es }[dress.language]
  const name = `${dress.language}-${dress.theme}`

  test('a client writes a plan without a network, finds it there again, and it reaches the team, who look at it with them', async () => {
    const client = await addPerson(stage.owner, practiceId, 'Ana')
    const therapist = await addMember(stage.owner, practiceId, ['therapist'])
    await assign(stage.owner, { member: therapist, personId: client.seatId })
    await addCourse(stage.owner, practiceId, client.seatId)
    const page = await signedIn(stage, client, dress)
    await page.goto('/me/help')
    await page.locator('a[href="/me/plan"]').click()
    await page.getByText(said.none).waitFor()
    await clean(page, `1-none-${name}`)
    await page.getByRole('button', { name: said.begin }).click()
    await page.getByRole('button', { name: said.save }).click()
    await page.getByText(said.lacking).waitFor()
    await clean(page, `2-lacking-${name}`)
    await page.getByLabel(said.steps.warningSigns).fill('I stop answering the phone.')
    await page.getByLabel(said.steps.peopleToAsk).fill('My sister Inés, (555) 010-0142')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: said.save }).click()
    await page.getByText(said.waiting).waitFor()
    expect(await kept(client.seatId)).toEqual([])
    await page.reload()
    await page.getByText('I stop answering the phone.').waitFor()
    const call = page.getByRole('link', { name: '(555) 010-0142' })
    expect(await call.getAttribute('href')).toBe('tel:5550100142')
    await clean(page, `3-offline-${name}`)
    await page.context().setOffline(false)
    await expect
      .poll(() => kept(client.seatId), { timeout: 30_000 })
      .toEqual([{ people_to_ask: 'My sister Inés, (555) 010-0142' }])
    await page.getByText(said.alone).waitFor()

    const team = await signedIn(stage, therapist, { ...dress, width: 1280 })
    await team.goto(`/app/people/${client.seatId}/asked`)
    await team.getByText(said.team.review.changed).waitFor()
    await team.getByText(said.team.lacks).waitFor()
    await clean(team, `4-team-${name}`)
    await stage.demandDiscretion()
    for (const each of [page, team]) await each.context().close()
  })

  test('it is on the device before it is needed, also in a new tab: the first page was enough', async () => {
    const client = await addPerson(stage.owner, practiceId, 'Ana')
    await stage.owner.query(
      `insert into safety_plan_change (practice_id, id, person_id, warning_signs, on_my_own, people_and_places, people_to_ask,
         professionals, surroundings, written_by, written_at)
       values ($1, gen_random_uuid(), $2, 'It gets loud.', '', '', '', '', '', $2, now())`,
      [practiceId, client.seatId],
    )
    const first = await signedIn(stage, client, dress)
    const fetched = first.waitForResponse((reply) => reply.url().endsWith('/plan'))
    await first.goto('/me')
    await fetched
    await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await first.waitForLoadState('networkidle')
    const context = first.context()
    await first.close()
    await context.setOffline(true)
    const page = await context.newPage()
    await page.goto(`${stage.base}/me/plan`)
    await page.getByText('It gets loud.').waitFor()
    expect(await page.locator('a[href="tel:988"]').count()).toBe(1)
    await context.close()
  })
})
