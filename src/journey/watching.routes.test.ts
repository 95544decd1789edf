import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { addGuest } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { put, putting, stageSession, type Stage } from '../app/testing/journey.ts'
import { putOwnEdition } from '../app/testing/ownProtocol.ts'
import { day, isoOf, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

const full = [0, 20, 40, 60, 90, 120]
const sparser = [0, 60, 120]

/** An own protocol of the practice with a sparser plan, as a prescriber signed it. */
const ownProtocol = async () => (await putOwnEdition(clinic, { sparserMinutes: sparser })).version

/** A cleared client with a journey of 100 mg a week ago, on the practice's own protocol. */
async function second({ isFirst = false, isCleared = true, version = '' } = {}): Promise<Stage> {
  const stage = await stageSession(clinic)
  await owner.query(`update course set protocol_version = $2 where id = $1`, [
    stage.courseId,
    version || (await ownProtocol()),
  ])
  const at = await careNowOf(clinic)
  if (isCleared) await putting.clearance(stage, at)
  if (isFirst) return stage
  await putting.dose(stage, at - 7 * day)
  const sessionId = randomUUID()
  await owner.query(
    `insert into journey_session (practice_id, id, person_id, course_id, number, planned_at) values ($1, $2, $3, $4, 2, $5)`,
    [practiceId, sessionId, stage.personId, stage.courseId, isoOf(at)],
  )
  return { ...stage, sessionId }
}

async function give(stage: Stage, more: Record<string, unknown> = {}): Promise<string> {
  const body = {
    id: randomUUID(),
    orderId: null,
    product: 'racemic',
    form: 'lozenge',
    route: 'sublingual',
    labelMg: 100,
    labelSalt: 'base',
    identifiers: ['name'],
    givenAt: isoOf(await careNowOf(clinic)),
    ...more,
  }
  const reply = await ask(people.monitor, `/api/sessions/${stage.sessionId}/doses`, { body })
  expect(reply.statusCode).toBe(200)
  return body.id
}

async function room(stage: Stage, who = people.monitor) {
  const { watch, plan } = (await ask(who, `/api/sessions/${stage.sessionId}/room`)).json()
  return { watch, atMinutes: plan.vitals.atMinutes }
}
const fullFor = (...because: string[]) => ({ watch: { plan: 'full', because }, atMinutes: full })
const sparserHeld = { watch: { plan: 'sparser', because: [] }, atMinutes: sparser }

test('the full plan before a dose; the sparser one from then on where nothing on file asks for more', async () => {
  const stage = await second()
  expect(await room(stage)).toEqual(fullFor())
  await give(stage)
  expect(await room(stage)).toEqual(sparserHeld)
})

test('a first journey, and a person nobody has cleared', async () => {
  const first = await second({ isFirst: true, isCleared: false })
  await give(first)
  expect(await room(first)).toEqual(fullFor('first-journey', 'history-unread'))
})

test('a course keeps the plan of its own edition when there is a later one', async () => {
  const version = await ownProtocol()
  await putOwnEdition(clinic, {}, { lineId: version, edition: 2 })
  const stage = await second({ version })
  await give(stage)
  expect(await room(stage)).toEqual(sparserHeld)
})

test('a person whose clearance has run out since the last journey', async () => {
  const stage = await second({ isCleared: false })
  const at = await careNowOf(clinic)
  await putting.clearance(stage, at, { decided_at: isoOf(at - 9 * day), valid_until: isoOf(at - day) })
  await give(stage)
  expect(await room(stage)).toEqual(fullFor('history-unread'))
})

test('more than the last time; and less again, once it was corrected', async () => {
  const stage = await second()
  const id = await give(stage, { labelMg: 150 })
  expect(await room(stage)).toEqual(fullFor('dose-risen'))
  await give(stage, { labelMg: 90, corrects: id })
  expect(await room(stage)).toEqual(sparserHeld)
})

test('a second dose in the same journey counts with the first', async () => {
  const stage = await second()
  await give(stage, { labelMg: 60 })
  expect(await room(stage)).toEqual(sparserHeld)
  await give(stage, { labelMg: 60 })
  expect(await room(stage)).toEqual(fullFor('dose-risen'))
})

test('high blood pressure and what makes drowsy, on file', async () => {
  const stage = await second()
  const item = (kind: string, text: string, codings: object[]) =>
    put(stage, 'history_item', {
      kind,
      fingerprint: randomBytes(32),
      received_by: people.prescriber.seatId,
      received_at: isoOf(clinic.clock.machineNow),
      item: JSON.stringify({
        kind,
        source: { type: 'Condition', id: 'c' },
        coded: { text, codings },
        notes: [],
        status: 'active',
      }),
    })
  await item('problem', 'Essential hypertension', [
    { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I10', display: '' },
  ])
  await item('medicine', 'lorazepam', [])
  await give(stage)
  expect(await room(stage)).toEqual(fullFor('high-pressure', 'sedative'))
})

test('a journey elsewhere of which nobody knows the dose', async () => {
  const stage = await second({ isFirst: true })
  const at = await careNowOf(clinic)
  await put(stage, 'journey_brought', {
    course_id: stage.courseId,
    given_on: isoOf(at - 9 * day).slice(0, 10),
    earliest_at: isoOf(at - 10 * day),
    latest_at: isoOf(at - 9 * day),
    given_where: 'elsewhere',
    tolerated: 'well',
    how_it_went: 'quiet',
    source: 'client',
    source_words: 'They said so.',
    brought_by: people.prescriber.seatId,
    brought_at: isoOf(at),
  })
  await give(stage)
  expect(await room(stage)).toEqual(fullFor('dose-unknown'))
})

test('what is chosen is what is due: the clock, what was missed and its reasons go by one plan', async () => {
  const stage = await second()
  const at = await careNowOf(clinic)
  await give(stage, { givenAt: isoOf(at - 55 * minute) })
  const missed = async () =>
    (await ask(people.therapist, `/api/courses/${stage.courseId}/journeys`)).json().journeys.at(0).missed
      .length
  expect([(await room(stage)).atMinutes, await missed()]).toEqual([sparser, 1])
  await owner.query(`update vitals_plan set plan = 'full', because = '{sedative}' where session_id = $1`, [
    stage.sessionId,
  ])
  expect([(await room(stage)).atMinutes, await missed()]).toEqual([full, 3])
})

test('a protocol without a sparser plan has nothing to choose, and nothing is written', async () => {
  const stage = await second({ version: '2' })
  await give(stage)
  expect(await room(stage)).toEqual({ watch: null, atMinutes: full })
  const { rows } = await owner.query('select 1 from vitals_plan where session_id = $1', [stage.sessionId])
  expect(rows).toEqual([])
})

test('a guest sees by which plan it goes, and not what is on file', async () => {
  const stage = await second({ isFirst: true })
  await give(stage)
  const guest = await addGuest(
    owner,
    { practiceId, personId: stage.personId, courseId: stage.courseId },
    people.foreigner,
  )
  expect(await room(stage, guest)).toEqual(fullFor())
})
