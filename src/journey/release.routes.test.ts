import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addMember, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { makeReady, putting, readReady, release, stageSession } from '../app/testing/journey.ts'
import { minute } from '../kernel/instant.ts'

const clinic = await openClinic()
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
    expect((await release(stage, people.therapist)).statusCode).toBe(403)
    expect((await release(stage, stage.client)).statusCode).toBe(403)
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
      ['body', true],
      ['people', true],
      ['care', true],
    ])
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
