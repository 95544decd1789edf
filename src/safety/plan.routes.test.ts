import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addCourse, addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { hour, isoOf } from '../kernel/instant.ts'
import { planSteps, type PlanWords } from './plan.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, ask, practiceId, people } = clinic

const words = (said: string, more: Partial<PlanWords> = {}) => ({
  ...(Object.fromEntries(planSteps.map((step) => [step, `${said} ${step}`])) as unknown as PlanWords),
  ...more,
})

async function someone() {
  const client = await addPerson(owner, practiceId, 'Ana')
  for (const member of [people.therapist, people.prescriber])
    await assign(owner, { member, personId: client.seatId })
  return { client, ...(await addCourse(owner, practiceId, client.seatId)) }
}

const at = (client: Someone) => `/api/people/${client.seatId}`
const read = async (as: Someone, client: Someone) => (await ask(as, `${at(client)}/plan`)).json()
const change = (as: Someone, client: Someone, own: object) =>
  ask(as, `${at(client)}/plan/changes`, { body: { id: randomUUID(), ...own } })
const make = (client: Someone, own: object) =>
  ask(people.therapist, `${at(client)}/plans`, { body: { id: randomUUID(), ...own } })
const review = (client: Someone, seen: object, as = people.therapist) =>
  ask(as, `${at(client)}/plan/reviews`, { body: { id: randomUUID(), seen } })
const gate = async (client: Someone) => (await ask(people.prescriber, `${at(client)}/asked`)).json()

describe('a client’s own plan', () => {
  test('is theirs to begin and to change; the team reads it, and sees that nobody has looked at it with them', async () => {
    const { client } = await someone()
    expect(await read(client, client)).toMatchObject({ plan: null, can: { change: true, review: false } })
    expect((await change(client, client, words('mine', { professionals: '' }))).statusCode).toBe(200)
    expect(await read(client, client)).toMatchObject({
      plan: { words: words('mine', { professionals: '' }), made: null },
      review: null,
    })
    expect(await read(people.monitor, client)).toMatchObject({ kind: 'not-allowed' })
    expect(await read(people.therapist, client)).toMatchObject({
      review: 'changed',
      can: { change: false, review: true },
    })
  })

  test('changed after it was made together, the change holds, and both stay on record', async () => {
    const { client } = await someone()
    await make(client, words('together'))
    expect((await read(people.therapist, client)).review).toBeNull()
    await change(client, client, words('mine'))
    expect(await read(people.therapist, client)).toMatchObject({
      plan: { words: words('mine'), made: { with: 'Member therapist' } },
      review: 'changed',
    })
    const { rows } = await owner.query(
      `select warning_signs from safety_plan where person_id = $1
       union all select warning_signs from safety_plan_change where person_id = $1`,
      [client.seatId],
    )
    expect(rows.map((row) => row.warning_signs)).toEqual(['together warningSigns', 'mine warningSigns'])
  })

  test('written without a network it bears the moment it was written, and once sent twice it is one', async () => {
    const { client } = await someone()
    const [id, intentKey, before] = [randomUUID(), randomUUID(), Date.now() - 6 * hour]
    const own = { id, at: isoOf(before), ...words('night') }
    for (let sent = 0; sent < 2; sent += 1) {
      const reply = await ask(client, `${at(client)}/plan/changes`, { body: own, intentKey })
      expect(reply.json()).toEqual({ id })
    }
    expect((await read(client, client)).plan.changedAt).toBe(before)
  })

  test('with a moment from before the plan was made together, what came after it is read and looked at', async () => {
    const { client } = await someone()
    await make(client, words('together'))
    const { careNow } = await gate(client)
    await change(client, client, { ...words('mine'), at: isoOf(careNow - 20 * hour) })
    expect(await read(people.therapist, client)).toMatchObject({
      plan: { words: words('together'), changedAt: null },
      changed: null,
      late: { words: words('mine'), doubt: 'late' },
      review: 'changed',
    })
    expect((await review(client, words('together'))).statusCode).toBe(200)
    expect(await read(people.therapist, client)).toMatchObject({ late: null, review: null })
  })

  test('without one word it is none, and what held before goes on', async () => {
    const { client } = await someone()
    await change(client, client, words('first'))
    const blank = Object.fromEntries(planSteps.map((step) => [step, '  ']))
    expect((await change(client, client, blank)).statusCode).toBe(422)
    expect((await read(client, client)).plan.words).toEqual(words('first'))
  })

  test('no one else writes it, in the command and in the database', async () => {
    const { client } = await someone()
    for (const as of [people.therapist, people.client, people.foreigner])
      expect([403, 404]).toContain((await change(as, client, words('theirs'))).statusCode)
    await expect(
      clinic.owner.query(
        `set role throughline_app; select set_config('app.practice_id', '${practiceId}', false),
           set_config('app.seat_id', '${people.therapist.seatId}', false);
         insert into safety_plan_change (practice_id, id, person_id, warning_signs, on_my_own, people_and_places, people_to_ask,
           professionals, surroundings, written_by, written_at)
         values ('${practiceId}', '${randomUUID()}', '${client.seatId}', 'x', '', '', '', '', '', '${people.therapist.seatId}', now())`,
      ),
    ).rejects.toThrow(/row-level security/)
    await owner.query(`reset role; select set_config('app.practice_id', '', false)`)
  })
})

describe('looked at together', () => {
  test('what still fits is kept as of now; what changed meanwhile is looked at again', async () => {
    const { client } = await someone()
    await make(client, words('together'))
    await change(client, client, words('mine'))
    expect((await review(client, words('together'))).json().kind).toBe('changed-meanwhile')
    expect((await review(client, words('mine'))).statusCode).toBe(200)
    expect(await read(people.therapist, client)).toMatchObject({
      plan: { words: words('mine'), changedAt: null },
      review: null,
    })
  })

  test('a plan with an empty step is not passed as whole, and a client cannot pass it themself', async () => {
    const { client } = await someone()
    const half = words('mine', { professionals: '' })
    await change(client, client, half)
    expect((await review(client, half)).statusCode).toBe(422)
    expect((await review(client, half, client)).json().kind).toBe('not-allowed')
  })

  test('the client’s own plan alone does not stand for one made with a clinician, where a dose hangs on it', async () => {
    const { client } = await someone()
    await ask(people.therapist, `${at(client)}/asked`, {
      body: { id: randomUUID(), answer: 'thoughts-no-intent' },
    })
    await change(client, client, words('mine'))
    expect((await gate(client)).missing).toContain('plan')
    expect((await read(people.therapist, client)).review).toBe('alarm')
    expect((await review(client, words('mine'))).statusCode).toBe(200)
    expect((await gate(client)).missing).not.toContain('plan')
  })
})
