import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addMember, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { noonZone } from '../app/testing/noon.ts'
import { makeReady, put, putting, readReady, release, stageSession } from '../app/testing/journey.ts'
import { isoOf, minute } from '../kernel/instant.ts'
import { lastMeasured } from './limits.ts'

const clinic = await openClinic()
await clinic.owner.query('update practice set time_zone = $1', [noonZone()])
afterAll(clinic.close)
const { people, ask, owner } = clinic

const stateOf = (ready: { gates: { id: string; state: string }[] }, id: string) =>
  ready.gates.find((gate) => gate.id === id)?.state
const post = (stage: { sessionId: string }, what: string, { as = people.monitor, ...body }: Told) =>
  ask(as, `/api/sessions/${stage.sessionId}/${what}`, { body: { id: randomUUID(), ...body } })
type Told = { as?: Someone } & Record<string, unknown>

describe('a release', () => {
  test('is given when every gate is met, for at most fifteen minutes', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    const before = await readReady(stage)
    expect(before.gates.filter(({ state }: { state: string }) => state !== 'met')).toEqual([])
    const reply = await release(stage)
    expect(reply.statusCode).toBe(200)
    const lasts = reply.json().until - before.now
    expect([lasts > 14 * minute, lasts < 15.5 * minute]).toEqual([true, true])
    expect((await readReady(stage)).release).toMatchObject({ byName: 'Member monitor' })
  })

  test('ends sooner where the blood pressure it stands on would be too old', async () => {
    const stage = await stageSession(clinic)
    const { at } = await makeReady(stage)
    await owner.query(
      `update vital_reading set taken_at = taken_at - interval '24 minutes' where session_id = $1`,
      [stage.sessionId],
    )
    const lasts = (await release(stage)).json().until - at
    expect([lasts > 4 * minute, lasts < 6 * minute]).toEqual([true, true])
  })

  test('is refused while anything is open, and the page says what', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    await post(stage, 'ride/lost', {})
    const reply = await release(stage)
    expect([reply.statusCode, reply.json().kind]).toEqual([409, 'gates-open'])
    const ready = await readReady(stage)
    expect([stateOf(ready, 'ride'), stateOf(ready, 'asked'), ready.release]).toEqual([
      'waiting',
      'waiting',
      null,
    ])
  })

  test('does not come back when the gate that opened closes again: a new one is a new act', async () => {
    const stage = await stageSession(clinic)
    const { at } = await makeReady(stage)
    await release(stage)
    const high = await putting.pressure(stage, at, { systolic_mmhg: 165 })
    await putting.pressure(stage, at, { systolic_mmhg: 120, corrects: high })
    const ready = await readReady(stage)
    expect(ready.gates.filter(({ state }: { state: string }) => state !== 'met')).toEqual([])
    expect([ready.release, ready.ended]).toMatchObject([null, { gates: ['pressure'] }])
    expect((await release(stage)).statusCode).toBe(200)
    const anew = await readReady(stage)
    expect([anew.release.byName, anew.ended]).toEqual(['Member monitor', null])
  })

  test('ends when whoever had to be there works here no more, and when the clearance is recalled', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    await release(stage)
    const { seatId } = people.prescriber
    await owner.query(`update member set roles = '{auditor}' where id = $1`, [seatId])
    await owner.query(`update member set roles = '{prescriber}' where id = $1`, [seatId])
    const other = await stageSession(clinic)
    await makeReady(other)
    expect((await release(other)).json()).toMatchObject({ until: expect.any(Number) })
    const { rows } = await owner.query('select id from clearance where person_id = $1', [other.personId])
    await put(other, 'clearance_recall', {
      clearance_id: rows[0].id,
      rules: ['EL-C08'],
      recalled_at: isoOf(await careNowOf(clinic)),
    })
    expect((await readReady(other)).ended).toMatchObject({ gates: ['clearance'] })
    expect((await readReady(stage)).ended.gates).toContain('order')
  })

  test('is none any more when what it stood on is taken back', async () => {
    const stage = await stageSession(clinic)
    const { signatureId } = await makeReady(stage)
    await release(stage)
    await putting.withdrawal(stage, await careNowOf(clinic), signatureId)
    const ready = await readReady(stage)
    expect([stateOf(ready, 'consent'), ready.release]).toEqual(['stop', null])
  })

  test('is given by those who may give the medicine, and no therapist', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    for (const who of [people.therapist, stage.client])
      expect((await release(stage, who)).statusCode).toBe(403)
    expect((await release(stage, people.prescriber)).statusCode).toBe(200)
  })
})

describe('at the same moment', () => {
  test('two releases: one is given, the other is told so', async () => {
    for (let round = 0; round < 6; round += 1) {
      const stage = await stageSession(clinic)
      await makeReady(stage)
      const replies = await Promise.all([release(stage), release(stage, people.prescriber)])
      expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
    }
  })

  test('a release that had to wait for a change is worked out with it, though the change is later than the asking', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    await owner.query('begin')
    await putting.person(stage, Date.now(), { member_id: people.therapist.seatId })
    const releasing = release(stage)
    await expect
      .poll(async () => (await owner.query('select from pg_locks where not granted')).rowCount)
      .toBeGreaterThan(0)
    await putting.ride(stage, Date.now(), { name: null, phone: null })
    await owner.query('commit')
    expect((await releasing).json()).toMatchObject({ kind: 'gates-open' })
  })

  test('a withdrawal and a release: whichever came first, no live release stands after it', async () => {
    const outcomes = new Set<number>()
    for (let round = 0; round < 24; round += 1) {
      const stage = await stageSession(clinic)
      const { signatureId } = await makeReady(stage)
      const at = await careNowOf(clinic)
      const wait = () => new Promise((done) => setTimeout(done, round % 8))
      const [reply] = await Promise.all([
        release(stage),
        wait().then(() => putting.withdrawal(stage, at, signatureId)),
      ])
      outcomes.add(reply.statusCode)
      const { rows } = await owner.query(
        `select e.facts_version < f.version as came_before from release r join gate_evaluation e on e.id = r.evaluation_id
         join course_facts f on f.course_id = r.course_id where r.session_id = $1`,
        [stage.sessionId],
      )
      expect(rows).toEqual(reply.statusCode === 200 ? [{ came_before: true }] : [])
      expect((await readReady(stage)).release).toBeNull()
      expect((await release(stage)).json().kind).toBe('gates-open')
    }
    expect([...outcomes].every((status) => status === 200 || status === 409)).toBe(true)
  })
})

test('what the database itself does not find met is refused as plainly as anything else', async () => {
  const stage = await stageSession(clinic)
  await makeReady(stage)
  const { rows } = await owner.query(`select pg_get_functiondef('people_gate'::regproc) as was`)
  await owner.query(`create or replace function people_gate(s journey_session, document jsonb, moment timestamptz)
    returns boolean language sql stable as 'select false'`)
  const refused = await release(stage)
  await owner.query(rows[0].was)
  expect([refused.statusCode, refused.json().kind]).toEqual([409, 'gates-open'])
  expect((await release(stage)).statusCode).toBe(200)
})

describe('a blood pressure that was typed wrong', () => {
  type Taken = { id: string; takenAt: string; systolicMmHg: number; byName: string; wrong: string | null }
  const openInDatabase = async (sessionId: string): Promise<string[]> => {
    await owner.query(`select set_config('app.practice_id', $1, false)`, [clinic.practiceId])
    const { rows } = await owner.query('select open_gates($1, care_at_once($2)) as open', [
      sessionId,
      clinic.practiceId,
    ])
    return rows[0].open
  }
  const typed = { ...lastMeasured([]), systolicMmHg: 182, diastolicMmHg: 78 }
  async function mistyped() {
    const stage = await stageSession(clinic)
    const { at } = await makeReady(stage)
    await post(stage, 'vitals', { ...typed, takenAt: isoOf(at) })
    const readings: Taken[] = (await readReady(stage)).readings
    return { stage, at, slip: readings.find(({ systolicMmHg }) => systolicMmHg === 182)! }
  }

  test('is corrected; the gate and the database go by the correction, and both stay readable', async () => {
    const { stage, slip } = await mistyped()
    expect(stateOf(await readReady(stage), 'pressure')).toBe('stop')
    expect(await openInDatabase(stage.sessionId)).toEqual(['pressure'])
    expect((await release(stage)).json().kind).toBe('gates-open')
    const put = { ...typed, systolicMmHg: 128, takenAt: slip.takenAt, corrects: slip.id, wrong: 'mistyped' }
    expect((await post(stage, 'vitals', { as: people.therapist, ...put })).statusCode).toBe(200)
    const ready = await readReady(stage)
    expect(stateOf(ready, 'pressure')).toBe('met')
    expect(await openInDatabase(stage.sessionId)).toEqual([])
    const told = ready.readings.map((one: Taken) => [one.systolicMmHg, one.byName, one.wrong])
    expect(told).toContainEqual([182, 'Member monitor', null])
    expect(told).toContainEqual([128, 'Member therapist', 'mistyped'])
    expect((await release(stage)).statusCode).toBe(200)
  })

  test('is not made good by measuring again', async () => {
    const { stage, at } = await mistyped()
    await post(stage, 'vitals', { systolicMmHg: 126, diastolicMmHg: 78, takenAt: isoOf(at) })
    expect(stateOf(await readReady(stage), 'pressure')).toBe('stop')
    expect(await openInDatabase(stage.sessionId)).toEqual(['pressure'])
  })

  test('of another person is taken back, and the one before it holds again', async () => {
    const { stage, slip } = await mistyped()
    const about = { takenAt: slip.takenAt, corrects: slip.id, struck: true, wrong: 'other-person' }
    await post(stage, 'vitals', { ...typed, ...about })
    expect(stateOf(await readReady(stage), 'pressure')).toBe('met')
    expect(await openInDatabase(stage.sessionId)).toEqual([])
  })

  test('once corrected upwards closes the gate, and the live release with it', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    await release(stage)
    const [good]: Taken[] = (await readReady(stage)).readings
    const about = { takenAt: good!.takenAt, corrects: good!.id, wrong: 'mistyped' }
    await post(stage, 'vitals', { ...typed, systolicMmHg: 164, diastolicMmHg: 80, ...about })
    const ready = await readReady(stage)
    expect([stateOf(ready, 'pressure'), ready.release]).toEqual(['stop', null])
    expect(await openInDatabase(stage.sessionId)).toContain('pressure')
  })
})

describe('on the page', () => {
  test('the ride, who is there, and being asked alone are told in place', async () => {
    const stage = await stageSession(clinic)
    const named = await post(stage, 'ride', {
      name: 'Robin',
      phone: '+1 555 010 0111',
      as: people.coordinator,
    })
    expect(named.statusCode).toBe(200)
    await post(stage, 'presence', { memberId: people.therapist.seatId, state: 'here' })
    await post(stage, 'presence', { memberId: people.monitor.seatId, state: 'here' })
    await post(stage, 'presence', { memberId: people.prescriber.seatId, state: 'reachable' })
    const { ride } = await readReady(stage)
    const answer = { wantsToday: true, safeHome: true, rideId: ride.id }
    expect((await post(stage, 'asked', { ...answer, as: stage.client })).statusCode).toBe(200)
    const ready = await readReady(stage)
    expect(['ride', 'people', 'asked'].map((id) => stateOf(ready, id))).toEqual(['met', 'met', 'met'])
  })

  test('a yes about a ride that has changed since is asked again', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    const { ride } = await readReady(stage)
    await post(stage, 'ride', { name: 'Sasha', phone: '+1 555 010 0112' })
    const reply = await post(stage, 'asked', {
      wantsToday: true,
      safeHome: true,
      rideId: ride.id,
      as: stage.client,
    })
    expect(reply.json().kind).toBe('changed-meanwhile')
  })

  test('"not today" needs nothing more, and only the client takes it back', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    await post(stage, 'asked', { wantsToday: false, safeHome: null, rideId: null, as: stage.client })
    const { ride, gates } = await readReady(stage)
    expect(stateOf({ gates }, 'asked')).toBe('stop')
    const yes = { wantsToday: true, safeHome: true, rideId: ride.id }
    await post(stage, 'asked', { ...yes, as: people.therapist })
    expect(stateOf(await readReady(stage), 'asked')).toBe('waiting')
    await post(stage, 'asked', { ...yes, as: stage.client })
    expect(stateOf(await readReady(stage), 'asked')).toBe('met')
  })

  test('whoever is not on the team sees nothing', async () => {
    const stage = await stageSession(clinic)
    const stranger = await addMember(owner, clinic.practiceId, ['monitor'])
    expect((await ask(stranger, `/api/sessions/${stage.sessionId}/ready`)).statusCode).toBe(403)
    await assign(owner, { member: stranger, personId: stage.personId })
    expect((await ask(stranger, `/api/sessions/${stage.sessionId}/ready`)).statusCode).toBe(200)
  })
})
