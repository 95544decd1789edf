import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addMember, assign, machineStart } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { consenting } from '../app/testing/consenting.ts'
import { giveConfirmation, hashOfDocument, testVaultKey } from '../app/testing/credentials.ts'
import { answer, answerAllWell, decideOn } from '../app/testing/deciding.ts'
import { passTime, putReady, readReady, release, stageSession, type Stage } from '../app/testing/journey.ts'
import { noonZone } from '../app/testing/noon.ts'
import { foundByCode } from '../app/testing/signing.ts'
import { verifySignatures } from '../app/signatures.ts'
import { day, isoOf } from '../kernel/instant.ts'
import { orderText, secondText } from '../medication/document.ts'
import type { OrderWritten } from '../medication/order.ts'

const clinic = await openClinic()
await clinic.owner.query('update practice set time_zone = $1', [noonZone()])
afterAll(clinic.close)
const { people, ask, owner } = clinic

const agreement = consenting(clinic)
const careNow = async () =>
  (await owner.query('select care_now($1) as now', [clinic.practiceId])).rows[0].now.getTime()

async function order(stage: Stage, more: Partial<OrderWritten> = {}): Promise<string> {
  const written: OrderWritten = {
    product: 'racemic',
    form: 'lozenge',
    route: 'sublingual',
    labelMg: 100,
    labelSalt: 'base',
    weightKg: 70,
    overMinutes: null,
    doses: 3,
    validUntil: (await careNow()) + 30 * day,
    rangeReason: null,
    supersedes: null,
    ...more,
  }
  const documentHash = hashOfDocument(orderText(stage.courseId, written))
  const confirmationId = await giveConfirmation(owner, { who: people.prescriber, documentHash })
  const body = { ...written, id: randomUUID(), validUntil: isoOf(written.validUntil), confirmationId }
  expect((await ask(people.prescriber, `/api/courses/${stage.courseId}/orders`, { body })).statusCode).toBe(
    200,
  )
  return body.id
}

/** Everything in place, and what is signed signed by its own hands: an order, a clearance and a consent. */
async function allSigned() {
  const stage = await stageSession(clinic)
  await answerAllWell(clinic, stage.personId)
  const signing = await agreement.sign(stage.client)
  expect([signing.statusCode, signing.json().kind]).toEqual([200, undefined])
  // What comes next is signed in the minute for which the others confirm.
  clinic.clock.machineNow = machineStart
  await passTime(stage, 2 * day)
  // What counts on its day alone is asked on the day of the decision.
  await answer(clinic, stage.personId, { capacity: 'has', bladder: 'no' })
  const decided = await decideOn(clinic, stage.personId)
  expect([decided.statusCode, decided.json().fields]).toEqual([200, undefined])
  const orderId = await order(stage)
  await putReady(stage, await careNow(), { signed: true })
  return { stage, orderId }
}

const because = async (stage: Stage, id: string) =>
  (await readReady(stage)).gates.find((gate: { id: string }) => gate.id === id).because.code
const change = (table: string, set: string, stage: Stage) =>
  owner.query(`update ${table} set ${set} where person_id = $1`, [stage.personId])
const broken = async (stage: Stage) =>
  (await verifySignatures(clinic.db, testVaultKey)).broken
    .filter(({ personId }) => personId === stage.personId)
    .map(({ kind }) => kind)

test('what was signed by its own hands is whole, and the release names each signature by its seal', async () => {
  const { stage, orderId } = await allSigned()
  expect(await broken(stage)).toEqual([])
  expect((await readReady(stage)).gates.filter(({ state }: { state: string }) => state !== 'met')).toEqual([])
  expect((await release(stage)).statusCode).toBe(200)
  const { rows } = await owner.query('select verified from gate_evaluation where session_id = $1', [
    stage.sessionId,
  ])
  expect(rows[0].verified).toContainEqual({ id: orderId, seal: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(rows[0].verified).toHaveLength(3)
})

const alterations = [
  ['dose_order', 'label_mg = 90, base_mg = 90', 'order', 'order-broken', 'order'],
  ['dose_order', `valid_until = valid_until + interval '1 day'`, 'order', 'order-broken', 'order'],
  ['dose_order', `signed_at = signed_at - interval '1 hour'`, 'order', 'order-broken', 'order'],
  ['dose_order', 'seal = null', 'order', 'order-broken', 'order'],
  ['dose_order', `factor = 'passkey'`, 'order', 'order-broken', 'order'],
  ['clearance', `reason = 'Another reason'`, 'clearance', 'clearance-broken', 'clearance'],
  ['clearance', `valid_until = valid_until + interval '1 day'`, 'clearance', 'clearance-broken', 'clearance'],
  ['clearance', `seal = repeat('0', 64)`, 'clearance', 'clearance-broken', 'clearance'],
  ['consent_signature', `seal = repeat('0', 64)`, 'consent', 'consent-broken', 'consent'],
  ['consent_signature', `confirmation_id = gen_random_uuid()`, 'consent', 'consent-broken', 'consent'],
] as const

describe('altered by whoever owns the database', () => {
  test.each(alterations)('%s, %s: the gate says so, no release is given, and it is named', async (...row) => {
    const [table, set, gate, code, kind] = row
    const { stage } = await allSigned()
    await change(table, set, stage)
    expect(await because(stage, gate)).toBe(code)
    expect((await release(stage)).json().kind).toBe('gates-open')
    expect(await broken(stage)).toEqual([kind])
  })

  test('given another’s hand, it is broken', async () => {
    const { stage } = await allSigned()
    await owner.query('update dose_order set signed_by = $1 where person_id = $2', [
      people.monitor.seatId,
      stage.personId,
    ])
    expect(await broken(stage)).toEqual(['order'])
  })

  test('the pages that show it say so', async () => {
    const { stage } = await allSigned()
    await change('dose_order', 'doses = 4', stage)
    await change('clearance', `conditions = null, reason = 'Other'`, stage)
    const orders = (await ask(people.prescriber, `/api/courses/${stage.courseId}/orders`)).json()
    expect(orders.orders[0].broken).toBe(true)
    const ready = await readReady(stage)
    expect([ready.order, ready.gates.find(({ id }: { id: string }) => id === 'order').state]).toEqual([
      null,
      'stop',
    ])
    const read = (await ask(people.prescriber, `/api/people/${stage.personId}/clearance`)).json()
    expect([read.standing, read.clearances[0].broken]).toEqual(['broken', true])
  })
})

test('a second signature that was moved counts for nothing', async () => {
  const { stage } = await allSigned()
  const other = await addMember(owner, clinic.practiceId, ['prescriber'])
  await assign(owner, { member: other, personId: stage.personId })
  const { rows } = await owner.query('select id from dose_order where person_id = $1', [stage.personId])
  const supersedes: string = rows[0].id
  const orderId = await order(stage, {
    labelMg: 460,
    rangeReason: 'Earlier doses were held well.',
    supersedes,
  })
  const documentHash = hashOfDocument(secondText(orderId))
  const confirmationId = await giveConfirmation(owner, { who: other, documentHash })
  const body = { id: randomUUID(), confirmationId }
  await ask(other, `/api/courses/${stage.courseId}/orders/${orderId}/second`, { body })
  expect(await because(stage, 'order')).toBe('order-signed')
  await change('dose_order_second', `signed_at = signed_at - interval '1 hour'`, stage)
  expect(await because(stage, 'order')).toBe('order-second-broken')
  expect(await broken(stage)).toEqual(['second-signature'])
})

describe('the database, which has no key,', () => {
  /** As the server would write it, but for what is left out or put in. */
  async function released(stage: Stage, verified: (rows: { id: string; seal: string }[]) => unknown) {
    const { sessionId, courseId, personId } = stage
    const signed = await owner.query(
      `select id, seal from dose_order where person_id = $1 union all select id, seal from clearance where person_id = $1
       union all select id, seal from consent_signature where person_id = $1`,
      [personId],
    )
    const { rows } = await owner.query(`select id from dose_order where person_id = $1`, [personId])
    const evaluation = randomUUID()
    const whose = [clinic.practiceId, personId, courseId, sessionId]
    await owner.query('begin')
    try {
      await owner.query(`select set_config('app.practice_id', $1, true)`, [clinic.practiceId])
      await owner.query(
        `insert into gate_evaluation (practice_id, person_id, course_id, session_id, id, facts_version, verdict, findings, evaluated_by,
           evaluated_at, verified)
         select $1, $2, $3, $4, $5, f.version, 'clear', '${foundByCode}', $6,
           care_now($1), $7 from course_facts f where f.course_id = $3`,
        [...whose, evaluation, people.monitor.seatId, JSON.stringify(verified(signed.rows))],
      )
      await owner.query(
        `insert into release (practice_id, person_id, course_id, session_id, id, order_id, evaluation_id, released_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [...whose, randomUUID(), rows[0].id, evaluation, people.monitor.seatId],
      )
      await owner.query('commit')
      return 'released'
    } catch (cause) {
      await owner.query('rollback')
      return (cause as Error).message
    }
  }

  test('takes a release whose evaluation names every signature and its seal', async () => {
    const { stage } = await allSigned()
    expect(await released(stage, (rows) => rows)).toBe('released')
  })

  test.each([0, 1, 2])('refuses one that leaves out signature %i', async (left) => {
    const { stage } = await allSigned()
    expect(await released(stage, (rows) => rows.toSpliced(left, 1))).toBe('these facts were not evaluated')
  })

  test('refuses one whose seal is not the one that was looked at', async () => {
    const { stage } = await allSigned()
    const other = 'f'.repeat(64)
    expect(await released(stage, (rows) => rows.map(({ id }) => ({ id, seal: other })))).toBe(
      'these facts were not evaluated',
    )
  })
})
