import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { putEarlierDose, putHome } from '../app/testing/earlier.ts'
import {
  makeReady,
  put,
  putting,
  readReady,
  release,
  stageSession,
  type Stage,
} from '../app/testing/journey.ts'
import { allSigned, foundByCode } from '../app/testing/signing.ts'
import { day, hour, isoOf, type Instant } from '../kernel/instant.ts'

const clinic = await openClinic()
const app = new pg.Client(clinic.appUrl)
await app.connect()
afterAll(async () => {
  await app.end()
  await clinic.close()
})
const { people, owner, practiceId } = clinic

const yes = { kind: 'talked', talked: true, wants_another: true }
const gateOf = async (stage: Stage) =>
  (await readReady(stage)).gates.find(({ id }: { id: string }) => id === 'talked')
const ownPart = async (stage: Stage) =>
  (await clinic.ask(stage.client, `/api/sessions/${stage.sessionId}/own`))
    .json()
    .parts.find(({ id }: { id: string }) => id === 'talked')

/** A session that is ready but for the last journey: a dose five days ago, and they went home so long ago. */
async function after(homeAgo: number | null) {
  const stage = await stageSession(clinic)
  const { at, orderId } = await makeReady(stage)
  const homeAt = homeAgo === null ? null : at - homeAgo
  const earlierId = await putEarlierDose(stage, at - 5 * day, homeAt)
  return { stage, at, homeAt, earlierId, orderId }
}

const holdsAt = async (stage: Stage, moment: Instant) => {
  await owner.query(`select set_config('app.practice_id', $1, false)`, [practiceId])
  const { rows } = await owner.query('select open_gates($1, $2) as open', [stage.sessionId, isoOf(moment)])
  return !rows[0].open.includes('talked')
}

/** As anyone could who holds the app's own connection: claims that all was found clear. */
async function releaseDirectly(stage: Stage, orderId: string): Promise<string> {
  const { personId, courseId, sessionId } = stage
  const place = [practiceId, personId, courseId, sessionId]
  const [evaluation, medic] = [randomUUID(), people.monitor.seatId]
  try {
    await app.query('begin')
    await app.query(`select set_config('app.practice_id', $1, true)`, [practiceId])
    await app.query(
      `insert into gate_evaluation (practice_id, person_id, course_id, session_id, id, facts_version, verdict, findings, evaluated_by,
         evaluated_at, verified)
       select $1, $2, $3, $4, $5, version, 'clear', '${foundByCode}', $6, now(), ${allSigned} from course_facts where course_id = $3`,
      [...place, evaluation, medic],
    )
    await app.query(
      `insert into release (practice_id, person_id, course_id, session_id, id, order_id, evaluation_id, released_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [...place, randomUUID(), orderId, evaluation, medic],
    )
    await app.query('commit')
    return 'released'
  } catch (cause) {
    await app.query('rollback')
    return (cause as { code: string }).code
  }
}

describe('a yes to another journey, less than 24 hours after going home', () => {
  test('is taken down, and opens nothing: not on the page, not in the database, not directly', async () => {
    const { stage, homeAt, orderId } = await after(20 * hour)
    const told = { kind: 'talked', talked: true, wantsAnother: true }
    const said = await clinic.ask(people.therapist, `/api/sessions/${stage.sessionId}/told`, {
      body: { id: randomUUID(), told },
    })
    expect(said.statusCode).toBe(200)
    const until = homeAt! + day
    expect(await gateOf(stage)).toMatchObject({
      state: 'waiting',
      because: { code: 'talked-too-soon', until },
    })
    expect((await release(stage)).json().kind).toBe('gates-open')
    expect(await releaseDirectly(stage, orderId)).toBe('TL002')
  })

  test('still opens nothing once the day is over; said again then, it does', async () => {
    const { stage, at, homeAt, orderId } = await after(25 * hour)
    await putting.told(stage, homeAt! + day - 1, yes)
    expect(await gateOf(stage)).toMatchObject({ because: { code: 'talked-too-soon', until: homeAt! + day } })
    expect(await releaseDirectly(stage, orderId)).toBe('TL002')
    await putting.told(stage, at, yes)
    expect((await gateOf(stage)).because.code).toBe('talked-wanted')
    expect(await releaseDirectly(stage, orderId)).toBe('released')
  })

  test('the database draws the line to the millisecond, as the page does', async () => {
    const { stage, homeAt } = await after(30 * hour)
    await putting.told(stage, homeAt! + day - 1, yes)
    expect(await holdsAt(stage, homeAt! + 2 * day)).toBe(false)
    await putting.told(stage, homeAt! + day, yes)
    expect(await holdsAt(stage, homeAt! + day)).toBe(true)
  })

  test('the client reads that it is on record and from when it can be said; a no is one at once', async () => {
    const { stage, at, homeAt } = await after(20 * hour)
    expect(await ownPart(stage)).toEqual({ id: 'talked', ready: false, code: 'open' })
    await putting.told(stage, at, yes)
    const until = homeAt! + day
    expect(await ownPart(stage)).toEqual({ id: 'talked', ready: false, code: 'talked-too-soon', until })
    await putting.told(stage, at, { ...yes, wants_another: false })
    expect(await ownPart(stage)).toEqual({ id: 'talked', ready: false, code: 'talked-no-more' })
    expect((await gateOf(stage)).state).toBe('stop')
  })
})

describe('while nobody has said when they went home', () => {
  test('no yes counts, and what two wrote opens nothing; a client is told nothing of what they wrote', async () => {
    const { stage, at, earlierId } = await after(null)
    await putting.told(stage, at, yes)
    expect((await gateOf(stage)).because.code).toBe('talked-not-home')
    expect((await ownPart(stage)).code).toBe('talked-not-home')
    const other = await after(null)
    for (const capacity of ['therapist', 'prescriber'] as const)
      await putting.told(other.stage, at, {
        kind: 'talked-instead',
        capacity,
        reason: 'why',
        told_by: people[capacity].seatId,
      })
    expect((await gateOf(other.stage)).because.code).toBe('talked-not-home')
    expect((await ownPart(other.stage)).code).toBe('open')
    expect(await releaseDirectly(other.stage, other.orderId)).toBe('TL002')
    await putHome(other.stage, other.earlierId, at - 4 * day)
    expect(await releaseDirectly(other.stage, other.orderId)).toBe('released')
    await putHome(stage, earlierId, at - 4 * day)
    expect((await gateOf(stage)).because.code).toBe('talked-wanted')
  })

  test('somebody who left in another way went home then', async () => {
    const { stage, at, earlierId } = await after(null)
    await putting.told(stage, at, yes)
    const left = { course_id: stage.courseId, session_id: earlierId, recorded_by: people.monitor.seatId }
    await put(stage, 'departure', { ...left, way: 'hospital', left_at: isoOf(at - 23 * hour), went_to: 'ER' })
    expect(await gateOf(stage)).toMatchObject({ because: { code: 'talked-too-soon', until: at + hour } })
    expect(await holdsAt(stage, await careNowOf(clinic))).toBe(false)
  })
})

test('what two have written opens nothing before, and counts then', async () => {
  const { stage, at, homeAt } = await after(20 * hour)
  for (const capacity of ['therapist', 'prescriber'] as const)
    await putting.told(stage, at, {
      kind: 'talked-instead',
      capacity,
      reason: 'why',
      told_by: people[capacity].seatId,
    })
  expect((await gateOf(stage)).because).toMatchObject({
    code: 'talked-instead-too-soon',
    until: homeAt! + day,
  })
  expect(await holdsAt(stage, homeAt! + day - 1)).toBe(false)
  expect(await holdsAt(stage, homeAt! + day)).toBe(true)
})
