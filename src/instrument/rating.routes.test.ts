import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMember, addPerson, assign, machineStart, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { day, hour, minute } from '../kernel/instant.ts'
import { moveOn } from '../measure/schedule.commands.ts'
import { inPractice, serviceIn } from '../platform/db/door.ts'
import { inventedWording } from './testing/wording.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, db } = clinic

let client: Someone
beforeAll(() => move(machineStart))
beforeEach(async () => {
  client = await addPerson(owner, practiceId)
  for (const member of [people.therapist, people.prescriber, people.monitor])
    await assign(owner, { member, personId: client.seatId })
})

/** The care clock is set to stand at a moment. */
const move = (careNow: number) =>
  owner.query(`insert into care_clock (practice_id, ahead) values ($1, $2::timestamptz - now())`, [
    practiceId,
    new Date(careNow).toISOString(),
  ])
const sheet = (instrumentId: string, answers: object, more: object = {}) => ({
  id: randomUUID(),
  instrumentId,
  language: 'en',
  answers,
  withheld: {},
  ratedAt: null,
  readFrom: null,
  replaces: null,
  handling: null,
  ...more,
})
const calm = { answers: [1, 1, 1, 1, 1, 1, 1, 1, 0] }
const heavy = { answers: [1, 1, 1, 1, 1, 1, 1, 1, 2] }
const save = (body: object, who = people.therapist, intentKey = randomUUID()) =>
  ask(who, `/api/people/${client.seatId}/ratings`, { body, intentKey })
const keep = (body: object, who = people.therapist) =>
  ask(who, `/api/people/${client.seatId}/ratings/draft`, { body })
const read = async (what: string, who = people.therapist) =>
  (await ask(who, `/api/people/${client.seatId}/${what}`)).json()
const ratings = (who = people.therapist) => read('ratings', who)
const measures = () => read('measures')
const stored = async () =>
  (
    await owner.query('select * from instrument_response where person_id = $1 order by recorded_at', [
      client.seatId,
    ])
  ).rows
const tasks = async () =>
  (
    await owner.query(
      `select t.kind, t.urgency, e.kind as step, e.note, e.by_seat_id as by from task t
       left join task_event e on e.task_id = coalesce(t.joins, t.id) where t.person_id = $1 order by t.raised_at, t.kind`,
      [client.seatId],
    )
  ).rows
const occasion = async (key: string) =>
  (await measures()).occasions.find((one: { key: string }) => one.key === key)
const own = (path: string) => read(path, client)

describe('a rating', () => {
  test('is scored by the same rules, and says who rated, when, and for whom', async () => {
    const earlier = machineStart - 40 * minute
    const reply = await save(sheet('rass', { score: -4 }, { ratedAt: earlier }), people.monitor)
    expect(reply.json()).toMatchObject({ help: null })
    expect(await stored()).toMatchObject([
      {
        given: 'rated',
        answered_by: people.monitor.seatId,
        clock: 'stated',
        total: -4,
        band: 'deep-sedation',
        flags: ['deep-sedation-alert'],
        status: 'complete',
      },
    ])
    expect((await stored())[0].answered_at.getTime()).toBe(earlier)
    expect((await ratings()).written).toMatchObject([
      { given: 'rated', by: 'Member monitor', total: -4, replacedBy: null },
    ])
    expect((await measures()).measures[0].responses).toMatchObject([{ total: -4 }])
  })

  test('is not in the future; a clock that runs a few minutes fast is taken for now', async () => {
    const future = await save(sheet('rass', { score: 0 }, { ratedAt: machineStart + hour }))
    expect([future.statusCode, future.json().fields]).toEqual([
      422,
      [{ path: 'ratedAt', fault: 'in-the-future' }],
    ])
    expect(await stored()).toEqual([])
    await save(sheet('rass', { score: 0 }, { ratedAt: machineStart + 2 * minute }))
    expect((await stored())[0].answered_at.getTime()).toBeLessThan(machineStart + minute)
  })

  test('"not asked", "declined" and "could not be assessed" are unknown, and never a no', async () => {
    const withheld = { 1: 'declined', 2: 'not-asked', 3: 'not-assessable' }
    await save(sheet('phq-9', { answers: [null, null, null, 0, 0, 0, 0, 0, 0] }, { withheld }))
    expect(await stored()).toMatchObject([{ status: 'incomplete', total: null, band: null, withheld }])
  })

  test('a client’s own reasons are not a member’s, and the other way round', async () => {
    const answers = { answers: [null, 1, 1, 1, 1, 1, 1, 1, 0] }
    expect((await save(sheet('phq-9', answers, { withheld: { 1: 'prefer-not' } }))).statusCode).toBe(422)
    const body = {
      id: randomUUID(),
      instrumentId: 'phq-9',
      language: 'en',
      answers,
      withheld: { 1: 'not-asked' },
    }
    expect((await ask(client, `/api/people/${client.seatId}/answers`, { body })).statusCode).toBe(422)
  })

  test('without words here it is rated from the practice’s own copy, which is named, where answers are numbers', async () => {
    const madrs = { answers: [2, 2, 2, 2, 2, 2, 2, 2, 2, 0] }
    expect((await save(sheet('madrs', madrs))).json().fields).toEqual([
      { path: 'readFrom', fault: 'missing' },
    ])
    await save(sheet('madrs', madrs, { readFrom: 'Licensed print of 2019, shelf 3' }))
    expect(await stored()).toMatchObject([{ total: 18, read_from: 'Licensed print of 2019, shelf 3' }])
    const words = sheet('c-ssrs-screener', { q1: 'no' }, { readFrom: 'a copy' })
    expect((await save(words)).statusCode).toBe(404)
    const offered = (await ratings()).instruments.map(
      ({ instrument }: { instrument: { id: string } }) => instrument.id,
    )
    expect(offered).toEqual(expect.arrayContaining(['madrs', 'rass', 'pc-ptsd-5', 'phq-9']))
    expect(offered).not.toContain('c-ssrs-screener')
  })

  test('in words that the practice has loaded itself, the C-SSRS is asked like any other', async () => {
    const { id, version } = { id: 'c-ssrs-screener', version: '1' }
    await owner.query(
      `insert into own_wording (practice_id, id, instrument_id, instrument_version, language, wording, licence, added_by, added_at)
       values ($1, gen_random_uuid(), $2, $3, 'en', $4, 'ours', $5, now())`,
      [practiceId, id, version, JSON.stringify(inventedWording(id)), people.administrator.seatId],
    )
    const reply = await save(sheet(id, { q1: 'yes', q2: 'no', q6_life: 'no' }))
    expect(reply.json().help).toMatchObject({ ownerName: 'Member therapist' })
    expect(await stored()).toMatchObject([{ band: 'low', flags: ['suicide-risk-low'], given: 'rated' }])
    await owner.query('delete from own_wording where practice_id = $1', [practiceId])
  })

  test('sent ten times at once, it is stored once', async () => {
    const [body, key] = [sheet('phq-9', heavy), randomUUID()]
    const replies = await Promise.all(Array.from({ length: 10 }, () => save(body, people.therapist, key)))
    expect(new Set(replies.map((reply) => reply.body)).size).toBe(1)
    expect(await stored()).toHaveLength(1)
  })
})

describe('asked together', () => {
  test('what is never self-served is due in person; noted, it closes the occasion and is no longer asked', async () => {
    const due = async () =>
      (await ratings()).instruments.find(
        ({ instrument }: { instrument: { id: string } }) => instrument.id === 'pc-ptsd-5',
      ).due
    expect(await due()).toBe(true)
    await save(sheet('pc-ptsd-5', { gate: 'yes', answers: ['yes', 'yes', 'yes', 'yes', 'no'] }))
    expect(await stored()).toMatchObject([
      { given: 'together', total: 4, flags: ['positive-screen'], answered_by: people.therapist.seatId },
    ])
    expect(await due()).toBe(false)
    expect(await occasion('beginning/enrolment/pc-ptsd-5')).toMatchObject({ state: 'answered', late: false })
    await inPractice(db, serviceIn(practiceId, 'asking'), (tx) =>
      moveOn(tx, client.seatId, {
        careNow: machineStart + minute,
        machineNow: Date.now(),
        mailLeaves: false,
      }),
    )
    const { rows } = await owner.query(
      `select what from asking_log where person_id = $1 and instrument_id = 'pc-ptsd-5' and what <> 'intended'`,
      [client.seatId],
    )
    expect(rows).toEqual([{ what: 'answered' }])
  })

  test('whoever was asked together has met someone, and is then offered more than 25 questions', async () => {
    const before = (await own('asking')).due.length
    await save(sheet('phq-9', calm))
    const now = await own('asking')
    expect(now.together).toBeLessThan(4)
    expect(now.due.length).toBeGreaterThan(before - 1)
  })

  test('it opens nothing on the client’s own page, and no one’s draft is handed to another', async () => {
    await keep(sheet('gad-7', { answers: [3] }))
    expect(await own('asking')).toMatchObject({
      due: expect.not.arrayContaining([expect.objectContaining({ draft: expect.anything() })]),
    })
    expect((await ratings(people.monitor)).drafts).toEqual([])
    expect((await ratings()).drafts).toMatchObject([{ instrumentId: 'gad-7', answers: { answers: [3] } }])
    await save(sheet('phq-9', heavy))
    expect((await own('asking')).due.map(({ occasion: on }: { occasion: string }) => on)).not.toContain(
      'same-sitting',
    )
  })

  test('a draft’s id is its author’s own', async () => {
    const body = sheet('gad-7', { answers: [1] })
    await keep(body)
    expect((await keep({ ...body, answers: { answers: [2] } }, people.monitor)).json().kind).toBe('id-taken')
    expect((await ratings()).drafts[0].answers).toEqual({ answers: [1] })
  })
})

describe('an answer about death, asked in person', () => {
  test('is put before a named person at once, as a client’s own is, and so is the screen that it opens', async () => {
    const body = sheet('phq-9', heavy)
    expect((await keep(body)).json().help).toMatchObject({ ownerName: 'Member therapist', listed: false })
    expect(await tasks()).toMatchObject([{ kind: 'danger-answer', urgency: 'same-day', step: null }])
    await save(body)
    expect(await tasks()).toMatchObject([
      { kind: 'danger-answer', step: null },
      { kind: 'screen-in-person', step: null },
    ])
  })

  test('whoever says that they see to it now has seen it, in their own words; it calls no one further, and stays open', async () => {
    const body = sheet('phq-9', heavy)
    await keep(body)
    await save({ ...body, handling: 'With her now, going through the safety plan' })
    for (const one of await tasks())
      expect(one).toMatchObject({
        step: 'acknowledged',
        note: 'With her now, going through the safety plan',
        by: people.therapist.seatId,
      })
    const { rows } = await owner.query(
      `select count(*)::int as closed from task_event where person_id = $1 and kind = 'done'`,
      [client.seatId],
    )
    expect(rows).toEqual([{ closed: 0 }])
  })

  test('said twice it is written down once; a blank statement is none', async () => {
    const body = sheet('phq-9', heavy, { handling: 'I stay with him' })
    await keep(body)
    await keep(body)
    await save(body)
    expect((await tasks()).filter(({ kind }) => kind === 'danger-answer')).toHaveLength(1)
    expect((await save(sheet('phq-9', heavy, { handling: '   ' }))).statusCode).toBe(422)
  })

  test('"right now" calls at once', async () => {
    await save(sheet('asq', { 1: 'yes', 2: 'no', 3: 'yes', 4: 'no', 5: 'yes' }))
    expect(await tasks()).toMatchObject([
      { kind: 'danger-answer', urgency: 'same-day' },
      { kind: 'danger-now', urgency: 'at-once' },
    ])
  })
})

describe('a correction', () => {
  test('says what it replaces; both stay readable, and only it counts', async () => {
    const first = sheet('phq-9', { answers: [3, 3, 3, 3, 3, 3, 3, 3, 0] })
    await save(first)
    const second = sheet('phq-9', calm, { replaces: first.id })
    await save(second, people.prescriber)
    const { written } = await ratings()
    expect(written).toHaveLength(2)
    expect(written).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: first.id, total: 24, replacedBy: second.id, by: 'Member therapist' }),
        expect.objectContaining({ id: second.id, total: 8, replaces: first.id, by: 'Member prescriber' }),
      ]),
    )
    const phq = (await measures()).measures.find(
      ({ instrument }: { instrument: { id: string } }) => instrument.id === 'phq-9',
    )
    expect(phq.responses.map(({ id }: { id: string }) => id)).toEqual([second.id])
  })

  test('a second one of the same stands in the place of the first correction', async () => {
    const first = sheet('phq-9', calm)
    const second = sheet('phq-9', calm, { replaces: first.id, ratedAt: machineStart - day })
    const third = sheet('phq-9', { answers: [0, 0, 0, 0, 0, 0, 0, 0, 0] }, { replaces: first.id })
    for (const one of [first, second, third]) await save(one)
    expect((await stored()).map(({ replaces }) => replaces)).toEqual([null, first.id, second.id])
  })

  test('what was corrected is no mark to get worse from, and an answer no worse calls no one twice', async () => {
    const wrong = sheet('phq-9', { answers: [0, 0, 0, 0, 0, 0, 0, 0, 1] })
    await save(wrong)
    await save(sheet('phq-9', { answers: [2, 2, 2, 2, 2, 0, 0, 0, 1] }, { replaces: wrong.id }))
    await save(sheet('phq-9', { answers: [2, 2, 2, 2, 2, 1, 0, 0, 1] }))
    expect((await tasks()).map(({ kind, urgency }) => `${kind} ${urgency}`)).toEqual([
      'danger-answer same-day',
      'screen-in-person same-day',
      'danger-answer listed',
      'danger-answer listed',
    ])
  })

  test('a client’s own answers, another person’s, or another instrument’s are not corrected by it', async () => {
    const mine = randomUUID()
    await ask(client, `/api/people/${client.seatId}/answers`, {
      body: { id: mine, instrumentId: 'phq-9', language: 'en', answers: calm, withheld: {} },
    })
    const other = sheet('rass', { score: 0 })
    await save(other)
    for (const replaces of [mine, other.id, randomUUID()])
      expect((await save(sheet('phq-9', calm, { replaces }))).json().kind).toBe('nothing-to-correct')
    expect(await stored()).toHaveLength(2)
  })
})

describe('who may', () => {
  test('only those who take part in the care here: not the client, the desk, a colleague, or a practice elsewhere', async () => {
    const colleague = await addMember(owner, practiceId, ['therapist'])
    for (const who of [client, people.coordinator, people.administrator, colleague, people.foreigner]) {
      expect((await save(sheet('rass', { score: 0 }), who)).statusCode).toBeGreaterThanOrEqual(403)
      expect((await ask(who, `/api/people/${client.seatId}/ratings`)).statusCode).toBeGreaterThanOrEqual(403)
    }
    expect(await stored()).toEqual([])
  })
})
