import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCourse, addGuest, addPerson, assign, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { addAnswers, addDoses, addMissed, addReview, type Whose } from '../app/testing/measured.ts'
import { inPractice, serviceIn } from '../platform/db/door.ts'
import { type Measures } from './measure.contract.ts'
import { refreshPoints } from './outcome.commands.ts'
import type { OwnAnswers } from './own.contract.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId, db } = clinic

let client: Someone
let whose: Whose
const nine = (...answers: (number | null)[]) => ({ answers })

beforeAll(async () => {
  client = await addPerson(owner, practiceId)
  await assign(owner, { member: people.therapist, personId: client.seatId })
  const { courseId } = await addCourse(owner, practiceId, client.seatId)
  await owner.query(`update course set begun_at = care_now($1) - interval '90 days' where id = $2`, [
    practiceId,
    courseId,
  ])
  whose = { practiceId, personId: client.seatId, courseId }
  await addDoses(owner, whose, [40, 30])
  await addReview(owner, whose, [people.therapist.seatId, 'change', 20])
  await addAnswers(owner, whose, ['phq-9', 41, nine(3, 3, 3, 2, 2, 2, 2, 1, 0)])
  await addAnswers(owner, whose, ['phq-9', 20, nine(2, 1, 1, 1, 1, null, 1, 0, 0)])
  await addAnswers(owner, whose, ['phq-9', 10, nine(1, 1, 1, 1, 1, 1, 1, 0, 0)])
  await addMissed(owner, whose, ['phq-9', 15])
  await addAnswers(owner, whose, ['madrs', 41, { answers: [4, 4, 4, 4, 3, 3, 3, 3, 2, 0] }])
  await addAnswers(owner, whose, ['madrs', 10, { answers: [3, 3, 3, 3, 3, 3, 3, 2, 2, 0] }])
  await addAnswers(owner, whose, ['gad-7', 41, { answers: [1, 1, 1, 1, 0, 0, 0] }])
  await addAnswers(owner, whose, ['gad-7', 10, { answers: [2, 2, 2, 1, 1, 1, 1] }])
  await addMissed(owner, whose, ['gad-7', 5, 'refused'])
  await addAnswers(owner, whose, ['maia-2', 41, { answers: Array.from({ length: 37 }, () => 2) }])
  await addMissed(owner, whose, ['isi', 12])
})

const read = async (who: Someone = people.therapist): Promise<Measures> => {
  const reply = await ask(who, `/api/people/${client.seatId}/measures`)
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.json()
}
const measure = ({ measures }: Measures, id: string) =>
  measures.find(({ instrument }) => instrument.id === id)!

describe('what the team reads, in one request', () => {
  test('compared with the last total before the first dose, by a published rule with its source', async () => {
    const { followed, rule, responses, unanswered } = measure(await read(), 'phq-9')
    expect(responses.map(({ status, total }) => [status, total])).toEqual([
      ['complete', 18],
      ['prorated', 8],
      ['complete', 7],
    ])
    expect(followed).toMatchObject({
      baseline: { total: 18 },
      latest: { total: 7 },
      change: { delta: -11, reliable: 'improvement', response: true, remission: false, recovery: true },
      now: 'improvement',
    })
    expect(rule).toMatchObject({
      id: 'change/phq-9',
      version: '1',
      threshold: { kind: 'published', threshold: 6, source: 'NHS Talking Therapies' },
    })
    expect(unanswered.filter(({ why }) => why === 'missed').length).toBeGreaterThan(0)
  })

  test('where none was published, by one computed from test and retest, and that is said', async () => {
    const { followed, rule } = measure(await read(), 'madrs')
    // 30 to 25: exactly five, which is the next whole point above 4.99.
    expect(followed.change).toMatchObject({ delta: -5, reliable: 'improvement' })
    expect(rule).toMatchObject({
      threshold: { kind: 'retest', threshold: 5 },
      spread: { sd: 6, retest: 0.91 },
    })
  })

  test('worse, and since then not answered: both are told', async () => {
    expect(measure(await read(), 'gad-7').followed).toMatchObject({
      change: { delta: 6, reliable: 'deterioration' },
      now: 'unknown',
    })
  })

  test('eight parts and no total: each part, and no change called reliable', async () => {
    const { lines, followed, responses } = measure(await read(), 'maia-2')
    expect(lines).toHaveLength(8)
    expect(lines.some(({ main }) => main)).toBe(false)
    expect(responses[0]!.scores['noticing']).toBe(2)
    expect(followed.change.reliable).toBe('unknown')
  })

  test('asked in vain and never answered is there, without a response', async () =>
    expect(measure(await read(), 'isi')).toMatchObject({ responses: [], followed: { now: 'unknown' } }))

  test('with doses, reviews and the course, in time', async () => {
    const { moments } = await read()
    expect(moments.map(({ kind }) => kind)).toEqual(['course-begun', 'dose', 'dose', 'review-change'])
  })

  test('a medicine that was refuted did not begin; one that stands did', async () => {
    const add = async (text: string) => {
      const { rows } = await owner.query(
        `insert into history_item (practice_id, id, person_id, kind, item, fingerprint, received_by, received_at)
         values ($1, gen_random_uuid(), $2, 'medicine', $3, sha256($4::bytea), $5, now()) returning id`,
        [
          practiceId,
          client.seatId,
          JSON.stringify({ kind: 'medicine', coded: { text }, from: '2026-02-01' }),
          text,
          people.therapist.seatId,
        ],
      )
      return rows[0].id as string
    }
    await add('lithium')
    const refuted = await add('sertraline')
    await owner.query(
      `insert into history_statement (practice_id, id, person_id, item_id, answer, note, said_by, said_at)
       values ($1, gen_random_uuid(), $2, $3, 'refuted', 'never took it', $4, now())`,
      [practiceId, client.seatId, refuted, people.therapist.seatId],
    )
    const medicines = (await read()).moments.filter(({ kind }) => kind === 'medicine')
    expect(medicines.map(({ words }) => words)).toEqual(['lithium'])
  })

  test('a guest reads the scores of their course, and neither what was asked in vain nor any medicine', async () => {
    const guest = await addGuest(owner, whose, people.foreigner)
    const told = await read(guest)
    expect(measure(told, 'phq-9').responses).toHaveLength(3)
    expect(told.occasions).toBeNull()
    expect(told.measures.flatMap(({ unanswered }) => unanswered)).toEqual([])
    expect(told.moments.some(({ kind }) => kind === 'medicine')).toBe(false)
  })

  test('whoever takes no part in the care reads none of it', async () => {
    for (const who of [people.coordinator, people.auditor, people.foreigner, client])
      expect((await ask(who, `/api/people/${client.seatId}/measures`)).statusCode).toBeGreaterThanOrEqual(403)
  })
})

test('a stored result names its rule, version, threshold and source, and what a computed one was computed from', async () => {
  await inPractice(db, serviceIn(practiceId, 'outcomes'), (tx) => refreshPoints(tx, client.seatId))
  const { rows } = await owner.query(
    `select distinct instrument_id, rule_id, rule_version, threshold_kind, threshold, threshold_source, spread_sd, spread_correlation
     from outcome_point where person_id = $1 and instrument_id in ('phq-9', 'madrs', 'maia-2') order by instrument_id`,
    [client.seatId],
  )
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['madrs', 'change/madrs', '1', 'retest', 5, 'instruments reference, sections 2.1 and 4', 6, 0.91],
    ['maia-2', 'change/maia-2', '1', 'none', null, null, null, null],
    ['phq-9', 'change/phq-9', '1', 'published', 6, 'NHS Talking Therapies', null, null],
  ])
})

describe('what the client reads', () => {
  const own = async (): Promise<OwnAnswers & { readonly raw: string }> => {
    const reply = await ask(client, `/api/people/${client.seatId}/own-answers`)
    if (reply.statusCode !== 200) throw new Error(reply.body)
    return { ...reply.json(), raw: reply.body }
  }
  test('what has become of each matter, in a word, and who there is to talk to', async () => {
    const { matters, team } = await own()
    const courseOf = (id: string) => matters.find(({ instrumentId }) => instrumentId === id)?.course
    expect([courseOf('phq-9'), courseOf('gad-7'), courseOf('maia-2')]).toEqual([
      'better',
      'worse',
      'uncompared',
    ])
    expect(courseOf('madrs')).toBeUndefined()
    expect(team).toEqual(['Member therapist'])
  })

  test('their own answers in the words they chose, and no score, band or mark', async () => {
    const { matters, raw } = await own()
    const phq = matters.find(({ instrumentId }) => instrumentId === 'phq-9')!
    const first = phq.times.find(({ answers }) => answers !== null)!
    expect(first.state).toBe('answered')
    expect(first.answers![0]).toEqual({
      question: 'Little interest or pleasure in doing things',
      answer: 'Nearly every day',
      withheld: null,
    })
    expect(phq.times.some(({ state }) => state === 'missed')).toBe(true)
    expect(raw).not.toMatch(/"(total|scores?|band|flags|delta|reliable|threshold|baseline)"/)
  })

  test('from when on they answered in the other language, for each form by itself', async () => {
    const { matters } = await own()
    const turnsOf = (id: string) =>
      matters.find(({ instrumentId }) => instrumentId === id)!.times.map(({ turnedTo }) => turnedTo)
    expect(turnsOf('gad-7').every((turned) => turned === null)).toBe(true)
    await owner.query(
      `update instrument_response set language = 'es' where person_id = $1 and instrument_id = 'phq-9'
       and answered_at > care_now($2) - interval '25 days'`,
      [client.seatId, practiceId],
    )
    const { matters: turned } = await own()
    const phq = turned.find(({ instrumentId }) => instrumentId === 'phq-9')!
    const answered = phq.times.filter(({ state }) => state === 'answered')
    expect(answered.map(({ turnedTo }) => turnedTo)).toEqual([null, 'es', null])
    expect(phq.times.filter(({ state }) => state === 'missed').every((one) => one.turnedTo === null)).toBe(
      true,
    )
  })

  test('no one else reads it', async () => {
    for (const who of [people.therapist, people.otherClient, people.foreigner])
      expect((await ask(who, `/api/people/${client.seatId}/own-answers`)).statusCode).toBeGreaterThanOrEqual(
        403,
      )
  })
})
