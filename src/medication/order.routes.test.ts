import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addCourse, addMember, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { giveConfirmation, hashOfDocument } from '../app/testing/credentials.ts'
import { day, isoOf } from '../kernel/instant.ts'
import { orderText, secondText } from './document.ts'
import type { OrderWritten } from './order.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic
const { prescriber, client } = people
const { courseId } = await addCourse(owner, practiceId, client.seatId)
const other = await addMember(owner, practiceId, ['prescriber'])
await assign(owner, { member: other, personId: client.seatId })

const { rows } = await owner.query('select care_now($1) as now', [practiceId])
const validUntil = rows[0].now.getTime() + 30 * day
const plain: OrderWritten = {
  product: 'racemic',
  form: 'lozenge',
  route: 'sublingual',
  labelMg: 100,
  labelSalt: 'hydrochloride',
  weightKg: 70,
  overMinutes: null,
  doses: 2,
  validUntil,
  rangeReason: null,
  supersedes: null,
}

async function sign(
  who: Someone,
  more: Partial<OrderWritten> = {},
  shown: OrderWritten = { ...plain, ...more },
) {
  const id = randomUUID()
  const documentHash = hashOfDocument(orderText(courseId, shown))
  const confirmationId = await giveConfirmation(owner, { who, documentHash })
  const body = { ...plain, ...more, id, validUntil: isoOf(validUntil), confirmationId }
  return { id, reply: await ask(who, `/api/courses/${courseId}/orders`, { body }) }
}

async function second(who: Someone, orderId: string) {
  const documentHash = hashOfDocument(secondText(orderId))
  const body = { id: randomUUID(), confirmationId: await giveConfirmation(owner, { who, documentHash }) }
  return ask(who, `/api/courses/${courseId}/orders/${orderId}/second`, { body })
}

const stop = (orderId: string) =>
  ask(prescriber, `/api/courses/${courseId}/orders/${orderId}/stop`, {
    body: { id: randomUUID(), reason: 'The course goes another way.' },
  })
const read = async (who: Someone) => (await ask(who, `/api/courses/${courseId}/orders`)).json()

describe('an order', () => {
  test('is signed, kept in the label’s own units and salt, with milligrams of base beside', async () => {
    const { id, reply } = await sign(prescriber)
    expect(reply.statusCode).toBe(200)
    const { orders, inForce, can } = await read(people.monitor)
    expect(inForce).toBe(id)
    expect(orders[0]).toMatchObject({
      id,
      labelMg: 100,
      labelSalt: 'hydrochloride',
      baseMg: 86.73,
      range: 'inside',
    })
    expect(can).toEqual({ sign: false, second: false, stop: false })
    await stop(id)
  })

  test('is not signed with a confirmation for another amount', async () => {
    const { reply } = await sign(prescriber, { labelMg: 200 }, { ...plain, labelMg: 100 })
    expect([reply.statusCode, reply.json().kind]).toEqual([401, 'confirmation-needed'])
  })

  test('outside the range is refused without a reason, and nothing is kept', async () => {
    const { reply } = await sign(prescriber, { labelMg: 400, labelSalt: 'base' })
    expect([reply.statusCode, reply.json().kind]).toEqual([422, 'order-needs-reason'])
    expect((await read(prescriber)).inForce).toBeNull()
  })

  test('is replaced by a new one that points at it, and stopped by another fact; none is lost', async () => {
    const first = await sign(prescriber)
    const refused = await sign(prescriber, { doses: 3 })
    expect(refused.reply.json().kind).toBe('order-in-force')
    const next = await sign(prescriber, { doses: 3, supersedes: first.id })
    expect(next.reply.statusCode).toBe(200)
    expect((await read(prescriber)).inForce).toBe(next.id)
    expect((await stop(next.id)).statusCode).toBe(200)
    expect((await stop(next.id)).json().kind).toBe('changed-meanwhile')
    const { orders, inForce } = await read(prescriber)
    expect(inForce).toBeNull()
    expect(orders.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([first.id, next.id]))
  })
})

describe('far outside the range', () => {
  test('another prescriber signs too, and the first cannot be that other', async () => {
    const { id, reply } = await sign(prescriber, {
      labelMg: 500,
      labelSalt: 'base',
      rangeReason: 'Earlier doses were held well; talked through with the client.',
    })
    expect(reply.statusCode).toBe(200)
    expect((await second(prescriber, id)).json().kind).toBe('second-must-differ')
    expect((await second(other, id)).statusCode).toBe(200)
    expect((await read(prescriber)).orders[0]).toMatchObject({
      range: 'second',
      second: { byName: 'Member prescriber' },
    })
    await stop(id)
  })

  test('a weight that nobody knows counts as far outside', async () => {
    const { reply } = await sign(prescriber, {
      weightKg: null,
      rangeReason: 'Not weighed: the scale is broken.',
    })
    expect(reply.statusCode).toBe(200)
    const { orders, inForce } = await read(prescriber)
    expect(orders[0]).toMatchObject({ range: 'second', second: null })
    await stop(inForce)
  })
})

test('the database refuses milligrams of base that are not the label’s', async () => {
  const { id } = await sign(prescriber)
  const forged = owner.query(
    `insert into dose_order overriding system value select (forged).* from (
       select jsonb_populate_record(o, jsonb_build_object('id', $2::uuid, 'base_mg', 50)) as forged
       from dose_order o where id = $1) as one`,
    [id, randomUUID()],
  )
  await expect(forged).rejects.toMatchObject({ code: '23514' })
  await stop(id)
})

test('no one but a prescriber of the team signs, and a client sees no order', async () => {
  expect((await sign(people.therapist)).reply.statusCode).toBe(403)
  expect((await ask(client, `/api/courses/${courseId}/orders`)).statusCode).toBe(403)
})
