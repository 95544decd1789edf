import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addCourse,
  addMember,
  addPerson,
  addPractice,
  assign,
  type Someone,
} from '../src/app/testing/arrange.ts'
import { givePassword, testPassword } from '../src/app/testing/credentials.ts'
import { en as accessEn } from '../src/access/words.confirm.en.ts'
import { es as accessEs } from '../src/access/words.confirm.es.ts'
import { en } from '../src/safety/words.en.ts'
import { es } from '../src/safety/words.es.ts'
import { phone, signedIn } from './signedIn.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let practiceId: string
let therapist: Someone
let code: () => string
const shots = process.env['FORMULATION_SHOTS']

beforeAll(async () => {
  stage = await openStage()
  practiceId = await addPractice(stage.owner, 'Harbor (invented)')
  therapist = await addMember(stage.owner, practiceId, ['therapist'])
  await givePassword(stage.owner, therapist.accountId)
  code = await stage.authenticator(therapist.accountId)
})
afterAll(() => stage.close())

async function clean(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect([name, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([name, []])
}

/** As the form leaves it: sent, and put before someone. */
async function screened(personId: string, kind: 'danger-answer' | 'danger-now'): Promise<void> {
  const about = randomUUID()
  await stage.owner.query(
    `insert into instrument_draft (practice_id, person_id, id, instrument_id, instrument_version, language, answers, withheld,
       begun_at, saved_at) values ($1, $2, $3, 'asq', '1', 'en', '{}', '{}', now(), now())`,
    [practiceId, personId, about],
  )
  await stage.owner.query(
    `insert into task (practice_id, person_id, owner_seat_id, id, kind, about_id, urgency, raised_at, due_at)
     values ($1, $2, $3, $4, $5, $6, 'same-day', now(), now())`,
    [practiceId, personId, therapist.seatId, randomUUID(), kind, about],
  )
}

describe.each([
  { ...phone, language: 'en', theme: 'light', width: 1280 },
  { ...phone, language: 'es', theme: 'low', width: 390 },
] as const)('in $language, $theme', (dress) => {
  const said = { en, es }[dress.language]
  const access = { en: accessEn, es: accessEs }[dress.language]
  const name = `${dress.language}-${dress.theme}`

  test('a therapist reads what stops the day, judges it in writing by keyboard, signs, and it stands with who and when', async () => {
    const client = await addPerson(stage.owner, practiceId, 'Ana')
    await assign(stage.owner, { member: therapist, personId: client.seatId })
    await addCourse(stage.owner, practiceId, client.seatId)
    await screened(client.seatId, 'danger-now')
    const page = await signedIn(stage, therapist, dress)
    await page.goto(`/app/people/${client.seatId}/asked`)
    await page.getByText(said.asked.stop, { exact: true }).waitFor()
    await page.getByText(said.asked.stopWhy['right-now'].split('{at}')[1]!).waitFor()
    await clean(page, `1-stop-${name}`)
    await page.getByRole('button', { name: said.asked.judge }).press('Enter')
    await page.getByRole('button', { name: said.judgement.sign }).press('Enter')
    expect(await page.getByText(said.judgement.missing).count()).toBe(4)
    await page.getByText(said.judgement.choose).waitFor()
    await clean(page, `2-lacking-${name}`)
    for (const part of ['speaksFor', 'protects', 'couldChange', 'nextSteps'] as const)
      await page.getByLabel(said.judgement[part]).fill(`Words about ${part}.`)
    await page.getByRole('button', { name: said.judgement.cancel }).press('Enter')
    await page.getByRole('button', { name: said.asked.judge }).press('Enter')
    expect(await page.getByLabel(said.judgement.protects).inputValue()).toBe('Words about protects.')
    await page.getByLabel(said.judgement.levels.moderate).press('Space')
    await page.getByRole('button', { name: said.judgement.sign }).press('Enter')
    const dialog = page.getByRole('dialog')
    stage.pass(31_000)
    await dialog.getByLabel(access.confirm.password).fill(testPassword)
    await dialog.getByLabel(access.confirm.code).fill(code())
    await clean(page, `3-signing-${name}`)
    await dialog.getByRole('button', { name: access.confirm.sign }).press('Enter')
    await page.getByText('Words about couldChange.').waitFor()
    await page.getByText(said.asked.notAsked, { exact: true }).waitFor()
    await clean(page, `4-judged-${name}`)
    const { rows } = await stage.owner.query(
      'select level, next_steps, made_by from risk_formulation where person_id = $1',
      [client.seatId],
    )
    expect(rows).toEqual([
      { level: 'moderate', next_steps: 'Words about nextSteps.', made_by: therapist.seatId },
    ])
    await page.context().close()
  })
})

test('nothing left the house, and no title or address said what this is about', async () => {
  await expect(stage.demandDiscretion()).resolves.toBeUndefined()
})
