import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { makeReady, putting, readReady, release, stageSession, type Stage } from '../app/testing/journey.ts'
import { day, hour } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import { dosedCourses } from '../measure/outcome.queries.ts'
import { inPractice, serviceIn } from '../platform/db/door.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic
const timeZone = 'America/Los_Angeles'

const nothing = {
  product: null,
  route: null,
  labelMg: null,
  labelSalt: null,
  givenWhere: null,
  tolerated: null,
  howItWent: null,
  source: 'client',
  sourceWords: null,
}

const bring = (stage: Stage, givenOn: string) =>
  ask(people.therapist, `/api/courses/${stage.courseId}/brought`, {
    body: { id: randomUUID(), givenOn, ...nothing },
  })
const gateOf = async (stage: Stage, gate: string) =>
  (await readReady(stage)).gates.find((one: { id: string }) => one.id === gate)
/** The day so many days ago, where the practice is. */
const ago = async (days: number) => dayIn((await careNowOf(clinic)) - days * day, timeZone)

describe('the rules count it', () => {
  test('as the last dose: a day that is not known lies as late as it can, and holds the next', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    expect((await gateOf(stage, 'interval')).because.code).toBe('interval-first')
    await bring(stage, '2020')
    expect(await gateOf(stage, 'interval')).toMatchObject({
      state: 'met',
      because: { code: 'interval-long-enough' },
    })
    const at = await careNowOf(clinic)
    await bring(stage, dayIn(at, timeZone).slice(0, 7))
    expect(await gateOf(stage, 'interval')).toMatchObject({
      state: 'stop',
      because: { code: 'interval-too-short-brought' },
    })
    expect((await gateOf(stage, 'interval')).because.at).toBeGreaterThanOrEqual(at)
    expect((await release(stage)).statusCode).toBe(409)
    const { rows } = await owner.query(
      `select set_config('app.practice_id', $1, false), open_gates($2, care_now($1::uuid)) as open`,
      [practiceId, stage.sessionId],
    )
    expect(rows[0].open).toEqual(['interval', 'talked'])
  })

  test('a release that stands ends when such a journey comes in', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    expect((await release(stage)).statusCode).toBe(200)
    await bring(stage, await ago(0))
    expect((await readReady(stage)).ended.gates).toEqual(['interval', 'talked'])
  })

  test('it is talked through here, too, before another one', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    await bring(stage, '2026-01')
    expect(await gateOf(stage, 'talked')).toMatchObject({
      state: 'waiting',
      because: { code: 'talked-not-yet-brought' },
    })
    await putting.told(stage, await careNowOf(clinic), {
      kind: 'talked',
      talked: true,
      wants_another: true,
      told_by: people.therapist.seatId,
    })
    expect((await gateOf(stage, 'talked')).state).toBe('met')
    expect((await release(stage)).statusCode).toBe(200)
  })

  test('nothing is signed for a day after it; a dose here that nobody went home from is not hidden behind it', async () => {
    const until = async (stage: Stage) =>
      (
        await owner.query(
          `select set_config('app.practice_id', $1, false), signing_closed_until($2, care_now($1::uuid)) as until`,
          [practiceId, stage.personId],
        )
      ).rows[0].until
    const stage = await stageSession(clinic)
    await bring(stage, await ago(3))
    expect(await until(stage)).toBeNull()
    const at = await careNowOf(clinic)
    await bring(stage, await ago(0))
    expect((await until(stage)).getTime()).toBeGreaterThanOrEqual(at + 24 * hour)
    const other = await stageSession(clinic)
    await putting.dose(other, (await careNowOf(clinic)) - hour)
    await bring(other, await ago(0))
    expect(await until(other)).toBe(Infinity)
  })

  test('the rules of screening see its date, as exact as it is', async () => {
    const stage = await stageSession(clinic)
    await bring(stage, '2026-03')
    const { rows } = await owner.query(
      `select given_on, earliest_at, latest_at from journey_brought where person_id = $1`,
      [stage.personId],
    )
    expect(rows).toEqual([
      {
        given_on: '2026-03',
        earliest_at: new Date('2026-03-01T08:00:00Z'),
        latest_at: new Date('2026-04-01T06:59:59.999Z'),
      },
    ])
  })

  test('a course that has it has no beginning after it, in its outcomes and on every page', async () => {
    const stage = await stageSession(clinic)
    const at = await careNowOf(clinic)
    await putting.dose(stage, at - hour)
    await bring(stage, '2026-01-15')
    const [course] = await inPractice(clinic.db, serviceIn(practiceId, 'a test'), (tx) =>
      dosedCourses(tx, stage.personId),
    )
    expect(course).toMatchObject({
      firstDoseAt: new Date('2026-01-15T08:00:00Z').getTime(),
      lastDoseAt: at - hour,
    })
    const measures = (await ask(people.therapist, `/api/people/${stage.personId}/measures`)).json()
    expect(measures.moments).toContainEqual(expect.objectContaining({ kind: 'brought', words: '2026-01-15' }))
  })
})
