import { afterAll, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { answer, answerAllWell, careNowOf, decideOn } from '../app/testing/deciding.ts'
import { stageSession } from '../app/testing/journey.ts'
import { day, isoOf } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { ask, owner } = clinic

async function awaited() {
  const stage = await stageSession(clinic)
  const at = isoOf((await careNowOf(clinic)) + 2 * day)
  await owner.query('update journey_session set planned_at = $2 where id = $1', [stage.sessionId, at])
  await answerAllWell(clinic, stage.personId)
  expect((await decideOn(clinic, stage.personId)).statusCode).toBe(200)
  const home = async () => (await ask(stage.client, `/api/people/${stage.personId}/home`)).json()
  return { stage, home }
}

test('near a journey the first page says whether something must be talked through first: after “not now”, and after an answer that turns it', async () => {
  const { stage, home } = await awaited()
  expect(await home()).toMatchObject({ day: { kind: 'before', days: 2 }, held: false })
  await decideOn(clinic, stage.personId, { decision: 'not-now', validUntil: null })
  expect(await home()).toMatchObject({ day: { kind: 'before', days: 2 }, held: true })

  const other = await awaited()
  expect((await answer(clinic, other.stage.personId, { avm: 'yes' })).statusCode).toBe(200)
  expect(await other.home()).toMatchObject({ held: true })
})

test('with no journey near, no day is counted, and nothing is said of it', async () => {
  const { stage, home } = await awaited()
  await decideOn(clinic, stage.personId, { decision: 'not-now', validUntil: null })
  await owner.query(`update journey_session set planned_at = planned_at + interval '60 days' where id = $1`, [
    stage.sessionId,
  ])
  expect(await home()).toMatchObject({ day: { kind: 'preparing' }, held: false })
})
