import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { put, putting, stageSession, type Stage } from '../app/testing/journey.ts'
import { hour, isoOf, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask } = clinic
const ticked = ['DC-02', 'DC-03', 'DC-05', 'DC-07', 'DC-08', 'DC-09', 'DC-12']

const url = (stage: Stage, rest = '') => `/api/sessions/${stage.sessionId}/closing${rest}`
const read = async (stage: Stage) => (await ask(people.monitor, url(stage))).json()
const check = (stage: Stage, criterion: string) =>
  ask(people.therapist, url(stage, '/checks'), { body: { id: randomUUID(), criterion, met: true } })
const close = (stage: Stage) => ask(people.monitor, url(stage), { body: { id: randomUUID() } })

/** A dose two hours ago, with a blood pressure before it and one that has settled since. */
async function afterDose(): Promise<Stage> {
  const stage = await stageSession(clinic)
  const at = await careNowOf(clinic)
  await putting.pressure(stage, at - 2 * hour - minute)
  await putting.dose(stage, at - 2 * hour)
  return stage
}

async function settle(stage: Stage) {
  const at = await careNowOf(clinic)
  await putting.pressure(stage, at)
  await putting.suicide(stage, at)
  await putting.ride(stage, at - hour)
  for (const criterion of ticked) await check(stage, criterion)
}

describe('after intent or a plan was told since the dose', () => {
  const tells = (stage: Stage, answer: string) =>
    ask(people.monitor, `/api/people/${stage.personId}/asked`, {
      body: { id: randomUUID(), sessionId: stage.sessionId, answer },
    })
  const reason = 'I sat with her. She has put the tablets in her sister’s hands and stays there tonight.'
  const clear = (stage: Stage, as: Someone, at: string | null = null) =>
    ask(as, url(stage, '/cleared'), { body: { id: randomUUID(), reason, at } })
  const six = async (stage: Stage) =>
    (await read(stage)).criteria.find(({ id }: { id: string }) => id === 'DC-06')

  test('asking again opens nothing, a monitor cannot clear it, and a therapist can, in writing', async () => {
    const stage = await afterDose()
    await settle(stage)
    await tells(stage, 'intent-or-plan')
    await tells(stage, 'no-thoughts')
    expect(await six(stage)).toMatchObject({ met: false, code: 'asked-danger', byName: 'Member monitor' })
    expect((await close(stage)).json().kind).toBe('criteria-open')
    expect((await clear(stage, people.monitor)).statusCode).toBe(403)
    expect((await clear(stage, people.therapist)).statusCode).toBe(200)
    expect(await six(stage)).toMatchObject({ met: true, code: 'asked-cleared', byName: 'Member therapist' })
    expect((await read(stage)).facts.cleared).toMatchObject([{ reason, byName: 'Member therapist' }])
    expect((await close(stage)).statusCode).toBe(200)
  })

  test('what was told again stands again, and a word from before it clears nothing', async () => {
    const stage = await afterDose()
    await settle(stage)
    await tells(stage, 'intent-or-plan')
    await clear(stage, people.prescriber)
    await tells(stage, 'intent-or-plan')
    expect(await six(stage)).toMatchObject({ met: false, code: 'asked-danger' })
    const early = isoOf((await careNowOf(clinic)) - hour)
    expect((await clear(stage, people.prescriber, early)).statusCode).toBe(200)
    expect(await six(stage)).toMatchObject({ met: false, code: 'asked-danger' })
  })

  test('with nothing told there is nothing to clear, and what is cleared has a reason', async () => {
    const stage = await afterDose()
    await settle(stage)
    expect((await clear(stage, people.therapist)).json().kind).toBe('nothing-to-decide')
    const empty = { id: randomUUID(), reason: '  ' }
    expect((await ask(people.therapist, url(stage, '/cleared'), { body: empty })).statusCode).toBe(422)
  })

  test('whom to call, and who may clear it, is told by name', async () => {
    const stage = await afterDose()
    const { call, team, can } = await read(stage)
    expect(call).toMatchObject({ prescribers: [{ name: 'Member prescriber' }], phone: '+1 555 010 0100' })
    const clearing = team.flatMap(({ name, clears }: Record<string, unknown>) => (clears ? [name] : []))
    expect(clearing.toSorted()).toEqual(['Member prescriber', 'Member therapist'])
    expect(can.clear).toBe(false)
  })

  test('the database itself lets nobody go, and takes the word of no monitor', async () => {
    const stage = await afterDose()
    await tells(stage, 'intent-or-plan')
    const at = isoOf(await careNowOf(clinic))
    const cleared = (by: Someone) =>
      put(stage, 'danger_cleared', {
        session_id: stage.sessionId,
        reason,
        cleared_by: by.seatId,
        cleared_at: at,
      })
    const discharged = async (more: object) =>
      put(stage, 'discharge', {
        course_id: stage.courseId,
        session_id: stage.sessionId,
        criteria: '[]',
        discharged_by: people.monitor.seatId,
        discharged_at: at,
        ...more,
      })
    await expect(discharged({})).rejects.toThrow('nobody has cleared it')
    await expect(cleared(people.monitor)).rejects.toThrow('only a therapist or a prescriber')
    await cleared(people.therapist)
    await expect(discharged({})).resolves.toBeTypeOf('string')
  })
})
