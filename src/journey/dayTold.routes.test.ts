import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import type { Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { putEarlierDose } from '../app/testing/earlier.ts'
import {
  makeReady,
  passTime,
  putting,
  readReady,
  release,
  stageSession,
  takesPrazosin,
  type Stage,
} from '../app/testing/journey.ts'
import { allSigned } from '../app/testing/signing.ts'
import { day, hour, isoOf, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, owner, practiceId } = clinic

const tell = (stage: Stage, told: object, as: Someone = people.monitor) =>
  clinic.ask(as, `/api/sessions/${stage.sessionId}/told`, { body: { id: randomUUID(), told } })
const tellMedicine = (stage: Stage, told: object, as: Someone = people.monitor) =>
  clinic.ask(as, `/api/sessions/${stage.sessionId}/told/medicine`, { body: { id: randomUUID(), told } })

type Ready = { gates: { id: string; state: string; because: { code: string; items?: string[] } }[] }
const gateOf = async (stage: Stage, wanted: string, as = people.monitor) =>
  ((await readReady(stage, as)) as Ready).gates.find(({ id }) => id === wanted)!
const openInDatabase = async (stage: Stage): Promise<string[]> => {
  await owner.query(`select set_config('app.practice_id', $1, false)`, [practiceId])
  const { rows } = await owner.query('select open_gates($1, care_at_once($2)) as open', [
    stage.sessionId,
    practiceId,
  ])
  return rows[0].open
}

/** Another protocol than the lozenge, before anything of the session has happened. */
async function onProtocol(id: string): Promise<Stage> {
  const stage = await stageSession(clinic)
  await owner.query(`update course set protocol_id = $2, protocol_version = '1' where id = $1`, [
    stage.courseId,
    id,
  ])
  return stage
}

const lot = { kind: 'count', lot: 'A7', useBy: '2099-01-31', agrees: true }

describe('told in place', () => {
  test('each opens its own gate, on the page and in the database', async () => {
    const stage = await stageSession(clinic)
    const { now, kit } = await readReady(stage)
    const items = kit.equipment.map(({ id }: { id: string }) => id)
    const said = [
      ['fasting', { kind: 'fasting', solidAt: isoOf(now - 7 * hour), clearAt: isoOf(now - 2 * hour) }],
      ['equipment', { kind: 'equipment', items }],
      ['closing', { kind: 'closing', untilAt: isoOf(now + 5 * hour) }],
    ] as const
    for (const [id, told] of said) {
      expect((await gateOf(stage, id)).state).toBe('waiting')
      expect((await tell(stage, told, people.therapist)).statusCode).toBe(200)
      expect([id, (await gateOf(stage, id)).state]).toEqual([id, 'met'])
      expect(await openInDatabase(stage)).not.toContain(id)
    }
    expect((await tellMedicine(stage, lot)).statusCode).toBe(200)
    expect((await gateOf(stage, 'count')).because).toMatchObject({ code: 'count-agrees', items: ['A7'] })
    expect(await openInDatabase(stage)).not.toContain('count')
  })

  test('what cannot be is refused: eaten later than now, someone who stays until an hour ago', async () => {
    const stage = await stageSession(clinic)
    const { now } = await readReady(stage)
    const later = { kind: 'fasting', solidAt: isoOf(now + hour), clearAt: isoOf(now - hour) }
    const gone = { kind: 'closing', untilAt: isoOf(now - hour) }
    const turned = { kind: 'standing', systolicMmHg: 80, diastolicMmHg: 120, dizzy: false }
    for (const told of [later, gone, turned]) expect((await tell(stage, told)).json().kind).toBe('malformed')
  })

  test('the medicine is told by those who may give it', async () => {
    const stage = await stageSession(clinic)
    expect((await tellMedicine(stage, lot, people.therapist)).statusCode).toBe(403)
    expect((await tell(stage, lot)).statusCode).toBe(422)
    expect((await tellMedicine(stage, lot, people.prescriber)).statusCode).toBe(200)
  })
})

describe('a release', () => {
  test('waits for each of them, and ends when one opens', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    expect((await release(stage)).statusCode).toBe(200)
    await tell(stage, { kind: 'equipment', items: ['oxygen'] })
    const { ended, release: live } = await readReady(stage)
    expect([ended.gates, live]).toEqual([['equipment'], null])
    expect((await release(stage)).json().kind).toBe('gates-open')
  })

  test('lasts no longer than someone stays long enough', async () => {
    const stage = await stageSession(clinic)
    await makeReady(stage)
    const { now } = await readReady(stage)
    const untilAt = now + 155 * minute
    await tell(stage, { kind: 'closing', untilAt: isoOf(untilAt) })
    const { until } = (await release(stage)).json()
    expect(until).toBe(untilAt - 150 * minute)
    await passTime(stage, 6 * minute)
    expect((await gateOf(stage, 'closing')).because.code).toBe('closing-too-early')
  })

  test('with an alpha-blocker waits for a blood pressure on standing, and for a decision where it drops', async () => {
    const stage = await stageSession(clinic)
    const { at } = await makeReady(stage)
    await takesPrazosin(stage)
    expect((await gateOf(stage, 'standing')).because.items).toEqual(['prazosin'])
    await tell(stage, { kind: 'standing', systolicMmHg: 100, diastolicMmHg: 78, dizzy: false })
    expect((await gateOf(stage, 'standing')).because.code).toBe('standing-drops')
    await tell(stage, { kind: 'standing', systolicMmHg: 120, diastolicMmHg: 78, dizzy: false })
    expect((await gateOf(stage, 'standing')).state).toBe('met')
    await putting.pressure(stage, at, { systolic_mmhg: 139, diastolic_mmhg: 87, taken_at: isoOf(at) })
    const { because } = await gateOf(stage, 'standing')
    expect(because).toMatchObject({ code: 'standing-holds', limitSystolicMmHg: 139 })
  })

  test('straight from the database demands that what it cannot find itself was evaluated, by name', async () => {
    const app = new pg.Client(clinic.appUrl)
    await app.connect()
    const tried = async (findings: object[]) => {
      const stage = await stageSession(clinic)
      const { orderId } = await makeReady(stage)
      const [evaluation, id] = [randomUUID(), randomUUID()]
      const place = [practiceId, stage.personId, stage.courseId, stage.sessionId]
      await app.query('begin')
      try {
        await app.query(`select set_config('app.practice_id', $1, true)`, [practiceId])
        await app.query(
          `insert into gate_evaluation (practice_id, person_id, course_id, session_id, id, facts_version, verdict, findings, evaluated_by,
             evaluated_at, verified)
           select $1, $2, $3, $4, $5, version, 'clear', $6, $7, now(), ${allSigned} from course_facts where course_id = $3`,
          [...place, evaluation, JSON.stringify(findings), people.monitor.seatId],
        )
        await app.query(
          `insert into release (practice_id, person_id, course_id, session_id, id, order_id, evaluation_id, released_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [...place, id, orderId, evaluation, people.monitor.seatId],
        )
        await app.query('commit')
        return 'released'
      } catch (cause) {
        await app.query('rollback')
        return (cause as { code: string }).code
      }
    }
    const met = (id: string) => ({ id, state: 'met' })
    const found = ['findings', 'standing', 'medicines', 'pregnancy']
    for (const id of found) {
      const others = found.filter((one) => one !== id).map(met)
      expect([id, await tried(others)]).toEqual([id, 'TL002'])
      expect(await tried([...others, { id, state: 'waiting' }])).toBe('TL002')
    }
    expect(await tried([met('standing'), met('session')])).toBe('TL002')
    expect(await tried(found.map(met))).toBe('released')
    await app.end()
  })
})

describe('after an earlier journey', () => {
  const last = async () => {
    const stage = await stageSession(clinic)
    const { at } = await makeReady(stage)
    await putEarlierDose(stage, at - 5 * day)
    return stage
  }
  test('it is talked through first, and another is wanted', async () => {
    const stage = await last()
    expect((await release(stage)).json().kind).toBe('gates-open')
    await tell(stage, { kind: 'talked', talked: true, wantsAnother: false }, people.therapist)
    expect((await gateOf(stage, 'talked')).state).toBe('stop')
    await tell(stage, { kind: 'talked', talked: true, wantsAnother: true }, people.therapist)
    expect((await release(stage)).statusCode).toBe(200)
  })
  test('or the prescriber and the therapist each write why not, and nobody for the other', async () => {
    const stage = await last()
    const why = (capacity: string) => ({ kind: 'talked-instead', capacity, reason: 'Seen by another team.' })
    expect((await tell(stage, why('prescriber'), people.therapist)).statusCode).toBe(403)
    expect((await tell(stage, why('therapist'), people.therapist)).statusCode).toBe(200)
    expect((await gateOf(stage, 'talked')).because.code).toBe('talked-half')
    expect(await openInDatabase(stage)).toEqual(['talked'])
    await tell(stage, why('prescriber'), people.prescriber)
    expect((await gateOf(stage, 'talked')).because.code).toBe('talked-instead')
    expect((await release(stage)).statusCode).toBe(200)
  })
})

describe('on other protocols', () => {
  test('esketamine is released with its programme attested and a prescriber on site, and not before', async () => {
    const stage = await onProtocol('esketamine')
    const { at } = await makeReady(stage)
    const spray = { product: 'esketamine', form: 'nasal-spray', route: 'intranasal', weight_kg: null }
    await putting.order(stage, at, { ...spray, label_mg: 56, base_mg: 56, signed_at: isoOf(at) })
    expect((await openInDatabase(stage)).toSorted()).toEqual(['people', 'rems'])
    const { kit } = await readReady(stage)
    const items: string[] = kit.rems.map(({ id }: { id: string }) => id)
    await tellMedicine(stage, { kind: 'rems', items: items.slice(1) })
    expect((await gateOf(stage, 'rems')).because.items).toEqual(['site'])
    await tellMedicine(stage, { kind: 'rems', items })
    await putting.person(stage, at, { member_id: people.prescriber.seatId, state: 'here' })
    expect((await release(stage)).statusCode).toBe(200)
  })

  test('an infusion alone is released without a therapist, and its order says how long it runs', async () => {
    const stage = await onProtocol('iv-infusion')
    const { at } = await makeReady(stage)
    const infusion = { form: 'infusion', route: 'iv', label_mg: 35, base_mg: 35, over_minutes: 40 }
    await putting.order(stage, at, { ...infusion, signed_at: isoOf(at) })
    await putting.person(stage, at, { member_id: people.therapist.seatId, state: 'away' })
    expect(await openInDatabase(stage)).toEqual([])
    const { order } = await readReady(stage)
    expect(order).toMatchObject({ route: 'iv', overMinutes: 40 })
    expect((await release(stage)).statusCode).toBe(200)
  })
})
