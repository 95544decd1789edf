import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { careNowOf } from '../app/testing/deciding.ts'
import { putting, readReady, stageSession, type Stage } from '../app/testing/journey.ts'
import { day, hour } from '../kernel/instant.ts'
import { dayIn } from '../kernel/zone.ts'
import { inPractice, serviceIn } from '../platform/db/door.ts'
import { bookOf } from '../record/book.ts'
import { recordOf } from '../record/export.queries.ts'
import { en } from '../record/words.en.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic
const timeZone = 'America/Los_Angeles'

const said = {
  product: 'racemic',
  route: 'im',
  labelMg: 115.3,
  labelSalt: 'hydrochloride',
  givenWhere: 'Hill Street Clinic',
  tolerated: 'unwanted',
  howItWent: 'Nausea for two hours; lighter for a week.',
  source: 'former-practice',
  sourceWords: 'Letter of May 2026',
}
const nothing = {
  product: null,
  route: null,
  labelMg: null,
  labelSalt: null,
  givenWhere: null,
  tolerated: null,
  howItWent: null,
  source: 'client',
  sourceWords: null,
}

const bring = (stage: Stage, givenOn: string, { as = people.therapist, ...more }: Bringing = {}) =>
  ask(as, `/api/courses/${stage.courseId}/brought`, {
    body: { id: randomUUID(), givenOn, ...nothing, ...more },
  })
type Bringing = { as?: (typeof people)['therapist'] } & Partial<Record<string, unknown>>
const back = (stage: Stage, broughtId: string, as = people.prescriber) =>
  ask(as, `/api/courses/${stage.courseId}/brought/${broughtId}/back`, {
    body: { id: randomUUID(), reason: 'That was somebody else.' },
  })
const readBack = async (stage: Stage, as = people.monitor) =>
  (await ask(as, `/api/courses/${stage.courseId}/brought`)).json()
const gateOf = async (stage: Stage, gate: string) =>
  (await readReady(stage)).gates.find((one: { id: string }) => one.id === gate)
/** The day so many days ago, where the practice is. */
const ago = async (days: number) => dayIn((await careNowOf(clinic)) - days * day, timeZone)

describe('a journey elsewhere', () => {
  test('is kept as it was said, with the base beside the label, who says so, who wrote it down and when', async () => {
    const stage = await stageSession(clinic)
    const at = await careNowOf(clinic)
    expect((await bring(stage, '2026-05', said)).statusCode).toBe(200)
    expect((await bring(stage, '2025', { as: people.prescriber })).statusCode).toBe(200)
    const { journeys, here, can } = await readBack(stage)
    expect([here, can]).toEqual([0, { bring: false }])
    expect(journeys).toMatchObject([
      { givenOn: '2025', ...nothing, baseMg: null, byName: 'Member prescriber', back: null },
      { givenOn: '2026-05', ...said, baseMg: 100, byName: 'Member therapist', back: null },
    ])
    expect(journeys[0].broughtAt).toBeGreaterThanOrEqual(at)
  })

  test('has a date that can be, and is not ahead', async () => {
    const stage = await stageSession(clinic)
    for (const [on, fault] of [
      ['2026-02-30', 'not-a-date'],
      ['tomorrow', 'not-a-date'],
      ['2999', 'ahead'],
      [dayIn((await careNowOf(clinic)) + day, timeZone), 'ahead'],
    ] as const) {
      const refused = await bring(stage, on)
      expect([refused.statusCode, refused.json().fields]).toEqual([422, [{ path: 'givenOn', fault }]])
    }
    expect((await bring(stage, '2026', { labelSalt: 'base' })).statusCode).toBe(422)
    expect((await readBack(stage)).journeys).toEqual([])
  })

  test('is brought in once for one intent', async () => {
    const stage = await stageSession(clinic)
    const options = { intentKey: randomUUID(), body: { id: randomUUID(), givenOn: '2026', ...nothing } }
    const url = `/api/courses/${stage.courseId}/brought`
    const [one, other] = [
      await ask(people.therapist, url, options),
      await ask(people.therapist, url, options),
    ]
    expect([one.statusCode, other.statusCode, other.json()]).toEqual([200, 200, one.json()])
    expect((await readBack(stage)).journeys).toHaveLength(1)
  })

  test('is brought in by therapist and prescriber of the team alone, and never read by the desk or another practice', async () => {
    const stage = await stageSession(clinic)
    for (const as of [people.monitor, people.coordinator, people.administrator, people.auditor, stage.client])
      expect((await bring(stage, '2026', { as })).statusCode).toBe(403)
    expect((await bring(stage, '2026', { as: people.foreigner })).statusCode).toBe(404)
    const { id } = (await bring(stage, '2026')).json()
    const url = `/api/courses/${stage.courseId}/brought`
    for (const as of [people.coordinator, people.auditor, stage.client])
      expect((await ask(as, url)).statusCode).toBe(403)
    expect((await ask(people.foreigner, url)).statusCode).toBe(404)
    expect((await back(stage, id, people.foreigner)).statusCode).toBe(404)
    expect((await back(stage, id, people.monitor)).statusCode).toBe(403)
  })

  test('cannot be written past the app by somebody who may not, nor changed or removed', async () => {
    const stage = await stageSession(clinic)
    await bring(stage, '2026')
    const insert = `insert into journey_brought (practice_id, id, person_id, course_id, given_on, earliest_at, latest_at, source, brought_by, brought_at)
      values ($1, $2, $3, $4, '2026', now(), now(), 'client', $5, now())`
    const row = [practiceId, randomUUID(), stage.personId, stage.courseId]
    await expect(owner.query(insert, [...row, people.monitor.seatId])).rejects.toThrow(
      /therapist or a prescriber/,
    )
    for (const table of ['journey_brought', 'journey_brought_back']) {
      await expect(sql`delete from ${sql.table(table)}`.execute(clinic.db)).rejects.toThrow(
        'permission denied',
      )
      await expect(
        sql`update ${sql.table(table)} set recorded_at = now()`.execute(clinic.db),
      ).rejects.toThrow('permission denied')
    }
  })

  test('is taken back with a reason, once; it stays readable and counts no longer', async () => {
    const stage = await stageSession(clinic)
    const { id } = (await bring(stage, await ago(0))).json()
    expect((await back(stage, randomUUID())).statusCode).toBe(404)
    const other = await stageSession(clinic)
    expect((await back(other, id)).statusCode).toBe(404)
    expect((await back(stage, id)).statusCode).toBe(200)
    expect((await back(stage, id)).json().kind).toBe('changed-meanwhile')
    const [journey] = (await readBack(stage)).journeys
    expect(journey.back).toMatchObject({ reason: 'That was somebody else.', byName: 'Member prescriber' })
    expect((await gateOf(stage, 'interval')).because.code).toBe('interval-first')
    const { earlier } = (await ask(people.therapist, `/api/people/${stage.personId}/chart`)).json().thread
    expect(earlier).toEqual([])
    const { rows } = await owner.query(
      `select why from audit_event where action = 'brought.bring' and person_id = $1 and why is not null`,
      [stage.personId],
    )
    expect(rows).toEqual([{ why: expect.stringMatching(/^reason journey_brought_back /) }])
  })
})

describe('it is told as what it is', () => {
  test('on the thread apart from the journeys here, whose numbers stay', async () => {
    const stage = await stageSession(clinic)
    await putting.dose(stage, (await careNowOf(clinic)) - hour)
    await bring(stage, '2026-02')
    await bring(stage, '2026-01-15')
    const { thread } = (await ask(people.therapist, `/api/people/${stage.personId}/chart`)).json()
    expect(thread.earlier).toMatchObject([{ on: '2026-01-15' }, { on: '2026-02' }])
    expect(thread.doses).toMatchObject([{ number: 1, given: true }])
    expect((await readBack(stage)).here).toBe(1)
    const { rows } = await owner.query('select count(*)::int as n from dose where person_id = $1', [
      stage.personId,
    ])
    expect(rows).toEqual([{ n: 1 }])
    const list = (await ask(people.coordinator, '/api/people')).json().people
    expect(list.find((one: { personId: string }) => one.personId === stage.personId)).toMatchObject({
      place: 'journeying',
      journeys: 1,
    })
  })

  test('to its client without the medicine, the amount or anything the team made of it', async () => {
    const stage = await stageSession(clinic)
    await bring(stage, '2026-05', said)
    const url = `/api/people/${stage.personId}/earlier`
    const reply = await ask(stage.client, url)
    expect(reply.json().journeys).toEqual([
      {
        id: expect.any(String),
        givenOn: '2026-05',
        givenWhere: 'Hill Street Clinic',
        tolerated: 'unwanted',
        source: 'former-practice',
        byName: 'Member therapist',
        broughtAt: expect.any(Number),
      },
    ])
    expect(reply.body).not.toMatch(/115|hydrochloride|racemic|Nausea/)
    expect((await ask(people.otherClient, url)).statusCode).toBe(404)
    expect((await ask(people.therapist, url)).statusCode).toBe(403)
    const home = (await ask(stage.client, `/api/people/${stage.personId}/home`)).json()
    expect(home.earlier).toBe(1)
  })

  test('in the record: a statement in FHIR and never an administration; in the book with its words', async () => {
    const stage = await stageSession(clinic)
    const { id } = (await bring(stage, '2026-05', said)).json()
    const gone = (await bring(stage, '2025')).json()
    await back(stage, gone.id)
    const url = `/api/people/${stage.personId}/record`
    const { entry } = (await ask(people.therapist, url)).json()
    const resources = entry.map(({ resource }: { resource: object }) => resource)
    const told = (which: string) => resources.filter((one: { id: string }) => one.id === which)
    expect(told(id)).toMatchObject([
      {
        resourceType: 'MedicationStatement',
        status: 'completed',
        effectiveDateTime: '2026-05',
        category: { text: expect.stringContaining('Brought in') },
        dosage: [{ text: '115.3 mg (hydrochloride), 100 mg of base' }],
      },
    ])
    expect(told(gone.id)).toMatchObject([
      { status: 'entered-in-error', medicationCodeableConcept: { text: 'not known' } },
    ])
    expect(
      resources.filter((one: { resourceType: string }) => one.resourceType === 'MedicationAdministration'),
    ).toEqual([])
    const rows = await inPractice(clinic.db, serviceIn(practiceId, 'a test'), (tx) =>
      recordOf(tx, stage.personId, 'self'),
    )
    const book = bookOf({ rows, withheld: [], words: en, moment: String, day: 'today' })
    const chapter = book.slice(book.indexOf(en.chapters.journey_brought)).split('</section>')[0]!
    expect(chapter).toContain('Hill Street Clinic')
    expect(chapter).toContain('into a muscle')
    expect(chapter.split(en.gone)).toHaveLength(2)
  })
})
