import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { answers, gateOf, stateOf, tell, tellMedicine, type GateRead } from '../app/testing/dayTold.ts'
import { answer } from '../app/testing/deciding.ts'
import { wellToday } from '../app/testing/gates.ts'
import { putEarlierDose } from '../app/testing/earlier.ts'
import {
  makeReady,
  passTime,
  put,
  putting,
  readReady,
  release,
  stageSession,
  type Stage,
} from '../app/testing/journey.ts'
import { day, isoOf, minute } from '../kernel/instant.ts'
import { lineGates, linesOf } from './dayLines.ts'
import { dayRules } from './dayRules.content.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, owner, practiceId } = clinic

const openInDatabase = async (stage: Stage): Promise<string[]> => {
  await owner.query(`select set_config('app.practice_id', $1, false)`, [practiceId])
  const { rows } = await owner.query('select open_gates($1, care_at_once($2)) as open', [
    stage.sessionId,
    practiceId,
  ])
  return rows[0].open
}
const readied = async (): Promise<Stage> => {
  const stage = await stageSession(clinic)
  await makeReady(stage)
  return stage
}
/** A medicine as a referral would bring it: named, and not confirmed yet. */
const takes = (stage: Stage, text: string) =>
  put(stage, 'history_item', {
    kind: 'medicine',
    item: JSON.stringify({
      kind: 'medicine',
      coded: { codings: [], text },
      status: 'active',
      intent: 'order',
      from: null,
      dosages: [],
      reasons: [],
      notes: [],
      source: { type: 'MedicationRequest', id: 'm' },
    }),
    fingerprint: Buffer.from(randomUUID().replaceAll('-', '').repeat(2), 'hex'),
    received_by: people.prescriber.seatId,
    received_at: isoOf(Date.now()),
  })

describe('the questions of the day', () => {
  test('weigh in the database what they weigh in the table of rules', async () => {
    const { rows } = await owner.query('select * from day_lines()')
    const inDatabase = rows.map(({ gate, line, answer: said, weight }) => `${gate} ${line} ${said} ${weight}`)
    const inTable = lineGates.flatMap((gate) =>
      linesOf(gate).flatMap((line) =>
        Object.entries(dayRules.weights[line]).map(([said, weight]) => `${gate} ${line} ${said} ${weight}`),
      ),
    )
    expect(inDatabase.toSorted()).toEqual(inTable.toSorted())
    expect(dayRules.windows.report).toMatchObject({
      first: { unit: 'same-day' },
      later: { value: 90, unit: 'd' },
    })
  })

  test('open their gates, on the page and in the database, and close them again', async () => {
    const stage = await stageSession(clinic)
    for (const of of lineGates) {
      expect(await gateOf(stage, of)).toMatchObject({ state: 'waiting', because: { items: linesOf(of) } })
      expect(await openInDatabase(stage)).toContain(of)
      const well = Object.fromEntries(linesOf(of).map((line) => [line, wellToday[line]!]))
      expect((await tell(stage, answers(well), people.therapist)).statusCode).toBe(200)
      expect([of, (await gateOf(stage, of)).state]).toEqual([of, 'met'])
      expect(await openInDatabase(stage)).not.toContain(of)
    }
    await tell(stage, answers({ capacity: 'coerced' }))
    expect(await stateOf(stage, 'today')).toBe('stop: today-against')
    expect(await openInDatabase(stage)).toContain('today')
    const { said } = await readReady(stage)
    expect(said).toContainEqual({ line: 'capacity', answer: 'coerced' })
  })

  test('take only what is offered, and are told by those at the bedside', async () => {
    const stage = await stageSession(clinic)
    expect((await tell(stage, answers({ capacity: 'new' }))).json().kind).toBe('malformed')
    expect((await tell(stage, answers({}))).statusCode).toBe(422)
    const { now } = await readReady(stage)
    const ahead = { kind: 'medicines', taken: [{ ingredient: 'lorazepam', last: isoOf(now + minute) }] }
    expect((await tell(stage, ahead)).json().kind).toBe('malformed')
    for (const as of [people.coordinator, stage.client])
      expect((await tell(stage, answers({ capacity: 'has' }), as)).statusCode).toBe(403)
  })

  test('are asked anew on the next day', async () => {
    const stage = await readied()
    expect(await stateOf(stage, 'today')).toBe('met: today-well')
    await passTime(stage, day)
    for (const of of [...lineGates, 'report'])
      expect([of, (await gateOf(stage, of)).state]).toEqual([of, 'waiting'])
    const open = await openInDatabase(stage)
    for (const of of [...lineGates, 'report']) expect(open).toContain(of)
  })

  test('what changed waits for a prescriber, and for nobody else', async () => {
    const stage = await readied()
    await tell(stage, answers({ 'changed-fall': 'yes' }))
    const review = { kind: 'reviewed', review: 'Fell on a stair, no blow to the head.' }
    for (const as of [people.monitor, people.therapist])
      expect((await tell(stage, review, as)).json().kind).toBe('not-allowed')
    expect(await stateOf(stage, 'changes')).toBe('stop: changes-some')
    expect((await tell(stage, review, people.prescriber)).statusCode).toBe(200)
    expect(await stateOf(stage, 'changes')).toBe('met: changes-reviewed')
    expect(await openInDatabase(stage)).not.toContain('changes')
  })
})

describe('a release', () => {
  test.each([
    ['today', { capacity: 'intoxicated' }],
    ['substances', { 'alcohol-today': 'yes' }],
    ['changes', { 'changed-medicine': 'yes' }],
  ])('ends when %s opens, and another is refused', async (of, said) => {
    const stage = await readied()
    expect((await release(stage)).statusCode).toBe(200)
    await tell(stage, answers(said))
    const { ended, release: live } = await readReady(stage)
    expect([ended.gates, live]).toEqual([[of], null])
    expect((await release(stage)).json().kind).toBe('gates-open')
  })

  test('with a sedative on the list waits for its last dose, and for a decision where that was today', async () => {
    const stage = await readied()
    await takes(stage, 'Lorazepam 1 mg at night')
    await answer(clinic, stage.personId, {
      'benzodiazepine-amount': 'up-to-3-mg',
      'medicines-gone-through': 'done',
    })
    expect(await stateOf(stage, 'medicines')).toBe('waiting: medicines-not-asked')
    const { takenToday, now } = await readReady(stage)
    expect(takenToday).toEqual(['lorazepam'])
    expect((await release(stage)).json().kind).toBe('gates-open')
    const last = (when: string) => ({ kind: 'medicines', taken: [{ ingredient: 'lorazepam', last: when }] })
    await tell(stage, last(isoOf(now - minute)))
    expect(await stateOf(stage, 'medicines')).toBe('stop: medicines-taken')
    await putting.decision(stage, now + minute, { gate: 'medicines', expires_at: isoOf(now + day) })
    await passTime(stage, 2 * minute)
    expect(await stateOf(stage, 'medicines')).toBe('met: medicines-decided')
    await tell(stage, last('not-today'))
    expect(await stateOf(stage, 'medicines')).toBe('met: medicines-none')
  })

  test('waits for a pregnancy test of today, told by those who may give the medicine', async () => {
    const stage = await readied()
    await passTime(stage, minute)
    await answer(clinic, stage.personId, { pregnancy: 'negative-test' })
    expect(await stateOf(stage, 'pregnancy')).toBe('waiting: pregnancy-none')
    const test1 = (testResult: string) => ({ kind: 'pregnancy-test', testResult })
    expect((await tellMedicine(stage, test1('negative'), people.therapist)).statusCode).toBe(403)
    expect((await release(stage)).json().kind).toBe('gates-open')
    await passTime(stage, minute)
    await tellMedicine(stage, test1('positive'))
    expect(await stateOf(stage, 'pregnancy')).toBe('stop: pregnancy-positive')
    expect((await gateOf(stage, 'findings')).because.items).toEqual(['EL-PG1'])
    await tellMedicine(stage, test1('negative'), people.prescriber)
    expect(await stateOf(stage, 'pregnancy')).toBe('met: pregnancy-negative')
    expect((await gateOf(stage, 'findings')).state).toBe('met')
    expect((await release(stage)).statusCode).toBe(200)
  })

  test('ends with a positive test, and with a sedative of which nobody knows the last dose', async () => {
    for (const [of, tells] of [
      ['pregnancy', (one: Stage) => tellMedicine(one, { kind: 'pregnancy-test', testResult: 'positive' })],
      [
        'medicines',
        (one: Stage) =>
          tell(one, { kind: 'medicines', taken: [{ ingredient: 'lorazepam', last: 'unknown' }] }),
      ],
    ] as const) {
      const stage = await readied()
      expect((await release(stage)).statusCode).toBe(200)
      expect((await tells(stage)).statusCode).toBe(200)
      const { ended } = await readReady(stage)
      expect(ended.gates).toEqual([of])
      expect((await release(stage)).json().kind).toBe('gates-open')
    }
  })

  test('what was stored and is no moment counts as unknown, and no dose is lost to it', async () => {
    const stage = await readied()
    const { now } = await readReady(stage)
    await putting.told(stage, now, {
      kind: 'medicines',
      answers: JSON.stringify({ lorazepam: 'this morning' }),
    })
    expect(await openInDatabase(stage)).toEqual(['medicines'])
    expect(await stateOf(stage, 'medicines')).toBe('stop: medicines-taken')
    expect(await putting.dose(stage, now)).toMatch(/-/)
  })

  test('a report of an earlier session counts for ninety days, once a dose was given', async () => {
    const stage = await readied()
    const { at } = await readReady(stage).then(({ now }) => ({ at: now }))
    await putEarlierDose(stage, at - 80 * 3_600_000)
    await passTime(stage, 89 * day)
    expect(await stateOf(stage, 'report')).toBe('met: report-seen')
    expect(await openInDatabase(stage)).not.toContain('report')
    await passTime(stage, day + minute)
    expect(await stateOf(stage, 'report')).toBe('waiting: report-old')
    expect(await openInDatabase(stage)).toContain('report')
    expect(
      (await tellMedicine(stage, { kind: 'report', reportResult: 'concern' }, people.therapist)).statusCode,
    ).toBe(403)
    await tellMedicine(stage, { kind: 'report', reportResult: 'concern' })
    expect(await stateOf(stage, 'report')).toBe('stop: report-concern')
    expect(await openInDatabase(stage)).toContain('report')
  })

  test('a dose given all the same is recorded, and says because of what', async () => {
    const stage = await readied()
    expect((await release(stage)).statusCode).toBe(200)
    await tell(stage, answers({ intoxicated: 'yes' }))
    const { now } = await readReady(stage)
    const id = await putting.dose(stage, now)
    const { rows } = await owner.query('select deviation, because from dose where id = $1', [id])
    expect(rows[0]).toMatchObject({ deviation: true })
    expect(rows[0].because).toContain('substances')
  })
})

test('as the app’s own role a row that fills another kind’s column is refused', async () => {
  const stage = await stageSession(clinic)
  const app = new pg.Client(clinic.appUrl)
  await app.connect()
  await app.query(`select set_config('app.practice_id', $1, false)`, [practiceId])
  const trying = (columns: string, values: string) =>
    app
      .query(
        `insert into day_told (practice_id, id, person_id, session_id, told_by, told_at, ${columns})
         values ($1, $2, $3, $4, $5, now(), ${values})`,
        [practiceId, randomUUID(), stage.personId, stage.sessionId, people.monitor.seatId],
      )
      .then(
        () => 'stored',
        (cause: { code?: string }) => cause.code,
      )
  expect(await trying('kind', `'answers'`)).toBe('23514')
  expect(await trying('kind, answers', `'answers', '{}'`)).toBe('23514')
  expect(await trying('kind, answers', `'answers', '["no"]'`)).toBe('23514')
  expect(await trying('kind, answers', `'report', '{"capacity": "has"}'`)).toBe('23514')
  expect(await trying('kind, test_result', `'pregnancy-test', 'maybe'`)).toBe('23514')
  expect(await trying('kind, report_result', `'report', 'as-expected'`)).toBe('stored')
  await app.end()
})

test('the client’s own page says of all this only that the care is not ready yet', async () => {
  const stage = await readied()
  await tell(stage, answers({ intoxicated: 'yes', 'changed-mind': 'yes' }))
  const own = (await clinic.ask(stage.client, `/api/sessions/${stage.sessionId}/own`)).json()
  expect(own.parts.find(({ id }: GateRead) => id === 'care')).toEqual({
    id: 'care',
    ready: false,
    code: 'open',
  })
  expect(JSON.stringify(own)).not.toMatch(/substance|intoxicat|changed|capacity/)
})
