import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { giveConfirmation, hashOfDocument } from '../app/testing/credentials.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { passTime, put, putting, stageSession, type Stage } from '../app/testing/journey.ts'
import { hour, isoOf, minute } from '../kernel/instant.ts'
import { dischargeText } from './document.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner } = clinic
const ticked = ['DC-02', 'DC-03', 'DC-05', 'DC-07', 'DC-08', 'DC-09', 'DC-12']

const url = (stage: Stage, rest = '') => `/api/sessions/${stage.sessionId}/closing${rest}`
const read = async (stage: Stage) => (await ask(people.monitor, url(stage))).json()
const openIn = async (stage: Stage): Promise<string[]> =>
  (await read(stage)).criteria.filter(({ met }: { met: boolean }) => !met).map(({ id }: { id: string }) => id)
const check = (stage: Stage, criterion: string, met = true) =>
  ask(people.therapist, url(stage, '/checks'), { body: { id: randomUUID(), criterion, met } })
const close = (stage: Stage, as: Someone = people.monitor) =>
  ask(as, url(stage), { body: { id: randomUUID() } })

async function despite(stage: Stage, open: string[], as: Someone = people.prescriber) {
  const reason = 'Steady, accompanied, and seen by me.'
  const documentHash = hashOfDocument(dischargeText(stage.sessionId, { reason, open }))
  const confirmationId = await giveConfirmation(owner, { who: as, documentHash })
  return ask(as, url(stage, '/despite'), { body: { id: randomUUID(), reason, open, confirmationId } })
}

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

describe('the end of a session', () => {
  test('names what is open, and by whom each criterion was ticked', async () => {
    const stage = await afterDose()
    expect(await openIn(stage)).toEqual([...ticked, 'DC-04', 'DC-06'].toSorted())
    await check(stage, 'DC-05')
    const five = (await read(stage)).criteria.find(({ id }: { id: string }) => id === 'DC-05')
    expect(five).toMatchObject({ met: true, code: 'ticked', byName: 'Member therapist' })
    await check(stage, 'DC-05', false)
    expect(await openIn(stage)).toContain('DC-05')
  })

  test('comes when everything is met, closes the session, and only once', async () => {
    const stage = await afterDose()
    expect((await close(stage)).json().kind).toBe('criteria-open')
    await settle(stage)
    expect(await openIn(stage)).toEqual([])
    expect((await close(stage)).statusCode).toBe(200)
    const { rows } = await owner.query('select phase from journey_session where id = $1', [stage.sessionId])
    expect(rows).toEqual([{ phase: 'closed' }])
    expect((await close(stage)).json().kind).toBe('discharged-already')
    expect((await read(stage)).discharged).toMatchObject({ byName: 'Member monitor', overrideReason: null })
  })

  test('of several who sign it at once, one has', async () => {
    const stage = await afterDose()
    await settle(stage)
    const open: string[] = []
    const replies = await Promise.all([
      ...[people.monitor, people.prescriber, people.monitor].map((as) => close(stage, as)),
      despite(stage, open),
    ])
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409, 409])
    const { rows } = await owner.query('select id from discharge where session_id = $1', [stage.sessionId])
    expect(rows).toHaveLength(1)
  })

  test('is signed by a health professional, and never by a therapist alone', async () => {
    const stage = await afterDose()
    await settle(stage)
    expect((await close(stage, people.therapist)).statusCode).toBe(403)
    expect((await close(stage, people.prescriber)).statusCode).toBe(200)
  })

  test('what is worked out cannot be ticked', async () => {
    const stage = await afterDose()
    for (const criterion of ['DC-01', 'DC-04', 'DC-06', 'DC-99'])
      expect((await check(stage, criterion)).json().kind).toBe('nothing-to-decide')
  })

  test('there is none before a dose', async () => {
    const stage = await stageSession(clinic)
    expect((await close(stage)).json().kind).toBe('not-dosed')
  })

  test('a dose after it begins it again', async () => {
    const stage = await afterDose()
    await settle(stage)
    await close(stage)
    await passTime(stage, minute)
    await put(stage, 'dose', {
      course_id: stage.courseId,
      session_id: stage.sessionId,
      product: 'racemic',
      form: 'lozenge',
      route: 'sublingual',
      label_mg: 50,
      label_salt: 'base',
      base_mg: 50,
      given_by: people.monitor.seatId,
      given_at: isoOf(await careNowOf(clinic)),
      recorded_by: people.monitor.seatId,
    })
    expect((await read(stage)).discharged).toBeNull()
    expect(await openIn(stage)).toContain('DC-01')
    expect((await close(stage)).json().kind).toBe('criteria-open')
  })
})

describe('said on a device without a network', () => {
  const said = (stage: Stage, told: { met: boolean; at: string | null }) =>
    ask(people.monitor, url(stage, '/checks'), { body: { id: randomUUID(), criterion: 'DC-05', ...told } })
  const five = async (stage: Stage) =>
    (await read(stage)).criteria.find(({ id }: { id: string }) => id === 'DC-05')

  test('a tick keeps its moment, and one that was taken back since stays taken back', async () => {
    const stage = await afterDose()
    const now = await careNowOf(clinic)
    await said(stage, { met: false, at: null })
    await said(stage, { met: true, at: isoOf(now - 30 * minute) })
    expect(await five(stage)).toMatchObject({ met: false, code: 'taken-back' })
    const { facts } = await read(stage)
    expect(facts.ticks.map(({ at }: { at: number }) => at)[0]).toBe(now - 30 * minute)
  })

  test('who takes them home, named there and ticked there, is one and the same when both have come', async () => {
    const stage = await afterDose()
    await settle(stage)
    const now = await careNowOf(clinic)
    const ride = (ago: number) =>
      ask(people.monitor, `/api/sessions/${stage.sessionId}/ride`, {
        body: { id: randomUUID(), name: 'Sam', phone: '+1 555 010 0122', at: isoOf(now - ago) },
      })
    const seven = async () => (await read(stage)).criteria.find(({ id }: { id: string }) => id === 'DC-07')
    expect((await ride(40 * minute)).statusCode).toBe(200)
    expect(await seven()).toMatchObject({ met: false, code: 'ride-changed' })
    await ask(people.therapist, url(stage, '/checks'), {
      body: { id: randomUUID(), criterion: 'DC-07', met: true, at: isoOf(now + 2 * minute) },
    })
    expect((await read(stage)).ride).toMatchObject({ name: 'Sam' })
    expect(await seven()).toMatchObject({ met: true, code: 'ticked' })
    expect((await read(stage)).facts.rideNamedAt).toBe(now - 40 * minute)
  })

  test('the question after the dose counts from when it was asked, and not from when it came', async () => {
    const stage = await afterDose()
    const now = await careNowOf(clinic)
    const answered = (at: number, answer: string) =>
      ask(people.monitor, `/api/people/${stage.personId}/asked`, {
        body: { id: randomUUID(), sessionId: stage.sessionId, answer, at: isoOf(at) },
      })
    const six = async () => (await read(stage)).criteria.find(({ id }: { id: string }) => id === 'DC-06')
    await answered(now - 3 * hour, 'no-thoughts')
    expect(await six()).toMatchObject({ met: false, code: 'asked-not-since' })
    await answered(now - 30 * minute, 'no-thoughts')
    expect(await six()).toMatchObject({ met: true, at: now - 30 * minute })
    await answered(now - 3 * hour, 'thoughts-no-intent')
    expect(await six()).toMatchObject({ met: false, code: 'asked-thoughts' })
  })

  test('and a clock that runs ahead says no later than now', async () => {
    const stage = await afterDose()
    const now = await careNowOf(clinic)
    await said(stage, { met: true, at: isoOf(now + hour) })
    expect((await five(stage)).at).toBeLessThan(now + 30 * minute)
  })

  test('the session is closed as of when it was said, by what held then', async () => {
    const stage = await afterDose()
    await settle(stage)
    const at = isoOf((await careNowOf(clinic)) - 30 * minute)
    const early = await ask(people.monitor, url(stage), { body: { id: randomUUID(), at } })
    expect(early.json().kind).toBe('criteria-open')
  })
})

test('who may sign and who may send home with something open is told by name', async () => {
  const stage = await afterDose()
  const { team, me } = await read(stage)
  const may = team.map(({ name, signs, overrides }: Record<string, unknown>) => [name, signs, overrides])
  expect(may.toSorted()).toEqual([
    ['Member monitor', true, false],
    ['Member prescriber', true, true],
    ['Member therapist', false, false],
  ])
  expect(me).toEqual({ seatId: people.monitor.seatId, name: 'Member monitor', roles: ['monitor'] })
})

describe('with something open', () => {
  test('a prescriber closes it in writing, signed, about exactly what is open', async () => {
    const stage = await afterDose()
    const open = await openIn(stage)
    expect((await despite(stage, open.slice(1))).json().kind).toBe('changed-meanwhile')
    expect((await despite(stage, open, people.monitor)).statusCode).toBe(403)
    expect((await despite(stage, open)).statusCode).toBe(200)
    expect((await read(stage)).discharged).toMatchObject({
      overrideReason: 'Steady, accompanied, and seen by me.',
    })
  })

  test('with nothing open there is nothing to write', async () => {
    const stage = await afterDose()
    await settle(stage)
    expect((await despite(stage, [])).json().kind).toBe('nothing-to-decide')
  })

  test('after four hours the prescriber is asked to look', async () => {
    const stage = await afterDose()
    expect((await read(stage)).needsExam).toBe(false)
    await passTime(stage, 2 * hour)
    expect((await read(stage)).needsExam).toBe(true)
  })
})

test('nothing widens from the dose until 24 hours after discharge', async () => {
  const stage = await afterDose()
  await owner.query(`select set_config('app.practice_id', $1, false)`, [clinic.practiceId])
  const closedUntil = async () => {
    const { rows } = await owner.query('select signing_closed_until($1, care_now($2)) as until', [
      stage.personId,
      clinic.practiceId,
    ])
    return rows[0].until
  }
  expect(await closedUntil()).toBe(Infinity)
  await passTime(stage, 9 * 24 * hour)
  expect(await closedUntil()).toBe(Infinity)
  await despite(stage, await openIn(stage))
  expect((await closedUntil()) > new Date()).toBe(true)
  await passTime(stage, 24 * hour)
  expect(await closedUntil()).toBeNull()
})
