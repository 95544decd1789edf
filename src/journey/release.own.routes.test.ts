import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { day, hour, isoOf } from '../kernel/instant.ts'
import { putEarlierDose } from '../app/testing/earlier.ts'
import { makeReady, putting, stageSession, takesPrazosin } from '../app/testing/journey.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask } = clinic

describe('for the client', () => {
  const own = async (stage: Awaited<ReturnType<typeof stageSession>>) =>
    (await ask(stage.client, `/api/sessions/${stage.sessionId}/own`)).json()

  test('the same truth, in parts of their own', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    const { parts } = await own(stage)
    expect(parts.map(({ id, ready }: { id: string; ready: boolean }) => [id, ready])).toEqual([
      ['agreement', true],
      ['ride', true],
      ['asked', true],
      ['food', true],
      ['body', true],
      ['people', true],
      ['care', true],
    ])
  })

  test('food, the kit and the last journey in words of theirs, without an hour or a count', async () => {
    const stage = await stageSession(clinic)
    const { at } = await makeReady(stage)
    await putEarlierDose(stage, at - 5 * day)
    const fasting = { kind: 'fasting', solid_at: isoOf(at - hour), clear_at: isoOf(at - hour) }
    await putting.told(stage, at, fasting)
    await putting.told(stage, at, { kind: 'equipment', items: '{oxygen}' })
    await putting.told(stage, at, { kind: 'count', lot: 'B7', use_by: '2020-01-01', agrees: false })
    const { parts } = await own(stage)
    const open = parts.filter(({ ready }: { ready: boolean }) => !ready)
    expect(open).toEqual(
      ['talked', 'food', 'people', 'care'].map((id) => ({ id, ready: false, code: 'open' })),
    )
  })

  test('with a medicine that lets the pressure drop, their own page waits for it as the team’s does', async () => {
    const stage = await stageSession(clinic)
    const { at } = await makeReady(stage)
    await takesPrazosin(stage)
    const body = async () => (await own(stage)).parts.find(({ id }: { id: string }) => id === 'body').ready
    expect(await body()).toBe(false)
    const standing = { kind: 'standing', systolic_mmhg: 120, diastolic_mmhg: 78, dizzy: false }
    await putting.told(stage, at, standing)
    expect(await body()).toBe(true)
  })

  test('no verdict, no number and no amount leaves the server', async () => {
    const stage = await stageSession(clinic)
    const { at } = await makeReady(stage)
    await putting.clearance(stage, at, { decision: 'no', valid_until: null })
    await putting.suicide(stage, at, { answer: 'intent-or-plan' })
    const said = await own(stage)
    expect(said.parts.find(({ id }: { id: string }) => id === 'care')).toEqual({
      id: 'care',
      ready: false,
      code: 'open',
    })
    expect(JSON.stringify(said)).not.toMatch(/refused|intent|clearance|suicide|systolic|"124"|Mg/)
  })

  test('no one else reads it', async () => {
    const stage = await stageSession(clinic)
    expect((await ask(people.client, `/api/sessions/${stage.sessionId}/own`)).statusCode).toBe(404)
    expect((await ask(people.therapist, `/api/sessions/${stage.sessionId}/own`)).statusCode).toBe(403)
  })
})
