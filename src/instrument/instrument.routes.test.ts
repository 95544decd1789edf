import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addCourse,
  addMember,
  addPerson,
  assign,
  machineStart,
  type Someone,
} from '../app/testing/arrange.ts'
import { openClinic, outcomesOf } from '../app/testing/clinic.ts'
import { hour, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

/** Monday to Friday, nine to five, in Los Angeles; the tests' clock stands on a Monday at nine. */
const cover = { weekdays: [1, 2, 3, 4, 5], opensMinute: 540, closesMinute: 1020, respondWithinMinutes: 15 }
beforeAll(() => move(machineStart))
beforeAll(() => ask(people.administrator, '/api/cover', { body: { id: randomUUID(), ...cover } }))

const calm = [1, 1, 1, 1, 1, 1, 1, 1, 0]
const heavy = [1, 1, 1, 1, 1, 1, 1, 1, 2]
const sheet = (answers: (number | null)[], more: object = {}) => ({
  id: randomUUID(),
  instrumentId: 'phq-9',
  language: 'en',
  answers: { answers },
  withheld: {},
  ...more,
})
const keep = (who: Someone, body: object, intentKey = randomUUID()) =>
  ask(who, `/api/people/${who.seatId}/asking/draft`, { body, intentKey })
const send = (who: Someone, body: object, intentKey = randomUUID()) =>
  ask(who, `/api/people/${who.seatId}/answers`, { body, intentKey })
const asking = async (who: Someone) => (await ask(who, `/api/people/${who.seatId}/asking`)).json()

const askedStill = async (who: Someone) =>
  (await asking(who)).due.map(({ instrument }: { instrument: { id: string } }) => instrument.id)

async function someone(): Promise<Someone> {
  const client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
  return client
}
const tasksAbout = async (personId: string) =>
  (
    await owner.query(
      `select t.kind, m.name as owner, t.due_at, t.raised_at from task t join member m on m.id = t.owner_seat_id
       where person_id = $1 order by kind`,
      [personId],
    )
  ).rows
const storedOf = async (personId: string) =>
  (await owner.query('select * from instrument_response where person_id = $1', [personId])).rows

describe('what someone is asked', () => {
  test('at the beginning the PHQ-9, with its exact words, who reads it and when', async () => {
    const client = await someone()
    const asked = await asking(client)
    expect(asked.due[0]).toMatchObject({ occasion: 'beginning', draft: null, instrument: { id: 'phq-9' } })
    expect(asked.due[0].instrument.languages.es.items['1']).toBe('Poco interés o placer en hacer cosas')
    expect(asked.readers).toEqual([{ name: 'Member therapist', roles: ['therapist'] }])
    expect(asked.reading).toMatchObject({ declared: true })
  })

  test('once it is answered it is not asked again', async () => {
    const client = await someone()
    await send(client, sheet(calm))
    expect(await askedStill(client)).not.toContain('phq-9')
  })

  test('nobody else is told what a client is asked, and nobody else answers for them', async () => {
    for (const other of [people.therapist, people.coordinator, people.otherClient])
      expect((await ask(other, `/api/people/${people.client.seatId}/asking`)).statusCode).toBeGreaterThan(400)
    const body = sheet(calm)
    expect(
      (await ask(people.therapist, `/api/people/${people.client.seatId}/answers`, { body })).statusCode,
    ).toBe(403)
  })
})

describe('going on elsewhere', () => {
  test('a draft is kept at each answer and found on another device', async () => {
    const client = await someone()
    const body = sheet([1, null, null, null, null, null, null, null, null])
    await keep(client, body)
    await keep(client, { ...body, answers: { answers: [1, 2] }, withheld: { 3: 'prefer-not' } })
    expect((await asking(client)).due[0].draft).toMatchObject({
      id: body.id,
      answers: { answers: [1, 2] },
      withheld: { 3: 'prefer-not' },
    })
  })

  test('a draft’s id is its person’s own: another cannot write over it', async () => {
    const [one, other] = [await someone(), await someone()]
    const body = sheet([1])
    await keep(one, body)
    expect((await keep(other, body)).json().kind).toBe('id-taken')
    expect((await asking(one)).due[0].draft.answers).toEqual({ answers: [1] })
  })

  test('what was sent is no draft any more', async () => {
    const client = await someone()
    const body = sheet(calm)
    await keep(client, body)
    await send(client, body)
    expect(await askedStill(client)).not.toContain('phq-9')
  })
})

describe('sending', () => {
  test('it is scored and stored as a fact, and the client is shown no score', async () => {
    const client = await someone()
    const { courseId } = await addCourse(owner, practiceId, client.seatId)
    const reply = await send(client, sheet(calm))
    expect(reply.json()).toEqual({ id: expect.any(String), help: null })
    expect(await storedOf(client.seatId)).toMatchObject([
      {
        course_id: courseId,
        instrument_version: '1',
        status: 'complete',
        total: 8,
        band: 'mild',
        flags: [],
        scores: { total: 8, phq2: 2, difficulty: null },
        answered_by: client.seatId,
      },
    ])
  })

  test('too little answered makes no total, and never 0', async () => {
    const client = await someone()
    await send(client, sheet([0, 0, null, null, null, 0, 0, 0, 0], { withheld: { 3: 'prefer-not' } }))
    expect(await storedOf(client.seatId)).toMatchObject([
      { status: 'incomplete', total: null, band: null, withheld: { 3: 'prefer-not' } },
    ])
  })

  test('sent ten times at once, it is stored once', async () => {
    const client = await someone()
    const [body, key] = [sheet(heavy), randomUUID()]
    const replies = await Promise.all(Array.from({ length: 10 }, () => send(client, body, key)))
    expect(new Set(replies.map((reply) => reply.body)).size).toBe(1)
    expect(await storedOf(client.seatId)).toHaveLength(1)
    expect((await tasksAbout(client.seatId)).map(({ kind }) => kind)).toEqual(['danger-answer'])
    expect(await outcomesOf(clinic, key)).toContain('repeated')
  })

  test('an answer nobody offers is refused, and nothing is stored', async () => {
    const client = await someone()
    const reply = await send(client, sheet([4]))
    expect([reply.statusCode, reply.json().fields]).toEqual([
      422,
      [{ path: 'answers', fault: 'out-of-range' }],
    ])
    expect(await storedOf(client.seatId)).toEqual([])
  })
})

describe('an answer that leads to a person', () => {
  test('while it is still a draft: a task for a named person, and who that is', async () => {
    const client = await someone()
    const reply = await keep(client, sheet([null, null, null, null, null, null, null, null, 1]))
    expect(reply.json().help).toMatchObject({ ownerName: 'Member therapist', reading: { declared: true } })
    expect(await tasksAbout(client.seatId)).toMatchObject([
      { kind: 'danger-answer', owner: 'Member therapist' },
    ])
  })

  test('sent afterwards, it stays one task; taken back, it stays', async () => {
    const client = await someone()
    const body = sheet(heavy)
    await keep(client, body)
    await send(client, { ...body, answers: { answers: calm } })
    expect(await tasksAbout(client.seatId)).toHaveLength(1)
  })

  test('while someone reads it is due within minutes; at night, in the morning, and that is said', async () => {
    const [byDay, byNight] = [await someone(), await someone()]
    await move(machineStart + 5 * minute)
    const day = (await keep(byDay, sheet(heavy))).json()
    expect(day.help.reading.openNow).toBe(true)
    await move(machineStart + 11 * hour)
    const night = (await keep(byNight, sheet(heavy))).json()
    expect(night.help.reading.openNow).toBe(false)
    const [{ due_at: due }] = await tasksAbout(byNight.seatId)
    expect(due.getTime()).toBe(night.help.reading.readFrom + 15 * minute)
    await move(machineStart)
  })

  test('without a care team the coordinator owns it, so that it is never no one’s', async () => {
    const client = await addPerson(owner, practiceId)
    expect((await keep(client, sheet(heavy))).json().help.ownerName).toBe('Member coordinator')
  })

  test('the therapist comes before whoever joined the team earlier', async () => {
    const client = await addPerson(owner, practiceId)
    const monitor = await addMember(owner, practiceId, ['monitor'])
    await assign(owner, { member: monitor, personId: client.seatId })
    await assign(owner, { member: people.therapist, personId: client.seatId })
    expect((await keep(client, sheet(heavy))).json().help.ownerName).toBe('Member therapist')
  })

  test('a question left for a talk is passed on, and so is silence where there may be none', async () => {
    const [talker, silent, skipper] = [await someone(), await someone(), await someone()]
    await send(talker, sheet([1, 1, 1, null, 1, 1, 1, 1, 0], { withheld: { 4: 'in-person' } }))
    await send(silent, sheet([1, 1, 1, 1, 1, 1, 1, 1, null], { withheld: { 9: 'prefer-not' } }))
    await send(skipper, sheet([1, 1, 1, 1, 1, 1, 1, null, 0], { withheld: { 8: 'prefer-not' } }))
    expect(await tasksAbout(talker.seatId)).toMatchObject([{ kind: 'asked-in-person' }])
    expect(await tasksAbout(silent.seatId)).toMatchObject([{ kind: 'asked-in-person' }])
    expect(await tasksAbout(skipper.seatId)).toEqual([])
  })

  test('five points over the best so far, or more thoughts of death, are looked at; four are not', async () => {
    const [risen, darker, steady] = [await someone(), await someone(), await someone()]
    for (const client of [risen, darker, steady]) {
      await send(client, sheet(calm))
      await send(client, sheet([2, 2, 2, 2, 1, 1, 1, 1, 0]))
    }
    await send(risen, sheet([2, 2, 2, 2, 2, 1, 1, 1, 0]))
    await send(darker, sheet([0, 0, 0, 0, 0, 0, 0, 0, 1]))
    expect(await tasksAbout(risen.seatId)).toMatchObject([{ kind: 'getting-worse' }])
    expect(await tasksAbout(darker.seatId)).toMatchObject([
      { kind: 'danger-answer' },
      { kind: 'getting-worse' },
    ])
    expect(await tasksAbout(steady.seatId)).toEqual([])
  })

  test('thoughts no worse than the last time are listed and page no one; new or rising ones are for today', async () => {
    const urgent = async (who: Someone) =>
      (
        await owner.query('select kind, urgency from task where person_id = $1 order by raised_at, kind', [
          who.seatId,
        ])
      ).rows
    const client = await someone()
    const first = sheet(heavy)
    expect((await keep(client, first)).json().help.listed).toBe(false)
    await send(client, first)
    expect(await urgent(client)).toEqual([{ kind: 'danger-answer', urgency: 'same-day' }])
    const again = sheet([0, 0, 0, 0, 0, 0, 0, 0, 2])
    const kept = (await keep(client, again)).json()
    expect(kept.help).toMatchObject({ ownerName: 'Member therapist', listed: true })
    await send(client, again)
    expect((await urgent(client)).at(-1)).toEqual({ kind: 'danger-answer', urgency: 'listed' })
    expect((await asking(client)).last.told).toEqual({
      ownerName: 'Member therapist',
      listed: true,
      atOnce: false,
    })
  })

  test('an answer that was listed and then rose while the form was open is for today after all', async () => {
    const client = await someone()
    await send(client, sheet([0, 0, 0, 0, 0, 0, 0, 0, 1]))
    const form = sheet([0, 0, 0, 0, 0, 0, 0, 0, 1])
    await keep(client, form)
    const risen = { ...form, answers: { answers: [0, 0, 0, 0, 0, 0, 0, 0, 3] } }
    expect((await keep(client, risen)).json().help.listed).toBe(false)
    const { rows } = await owner.query('select kind, urgency from task where about_id = $1 order by kind', [
      form.id,
    ])
    expect(rows).toEqual([
      { kind: 'danger-answer', urgency: 'listed' },
      { kind: 'getting-worse', urgency: 'same-day' },
    ])
  })

  test('answer and task stand together or not at all', async () => {
    const client = await someone()
    await owner.query(
      `create function fail() returns trigger language plpgsql as 'begin raise exception ''no''; end'`,
    )
    await owner.query('create trigger fail before insert on task for each row execute function fail()')
    expect((await send(client, sheet(heavy))).statusCode).toBe(500)
    await owner.query('drop function fail cascade')
    expect(await storedOf(client.seatId)).toEqual([])
    clinic.faults.length = 0
  })
})

/** The demo's care clock goes with the machine's; here it is set to stand at a moment. */
async function move(careNow: number) {
  await owner.query(`insert into care_clock (practice_id, ahead) values ($1, $2::timestamptz - now())`, [
    practiceId,
    new Date(careNow).toISOString(),
  ])
}
