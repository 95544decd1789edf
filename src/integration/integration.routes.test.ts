import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { addCourse, addPerson, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { integrationOf } from './integration.ts'
import { openDb } from '../platform/db/db.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, ask, owner, practiceId } = clinic

const theirs = await addCourse(owner, practiceId, people.client.seatId)
const url = (path = '') => `/api/courses/${theirs.courseId}/${path}`

const send = async (as: Someone, path: string, body: object) => {
  const id = randomUUID()
  const reply = await ask(as, url(path), { body: { id, ...body } })
  return { id, status: reply.statusCode, said: reply.json() }
}
const read = async (as: Someone) => {
  const said = (await ask(as, url('integration'))).json()
  return said.kind ? said : { ...integrationOf(said), facts: said }
}
const nothingTold = { insights: [], meanings: [], exercises: [], logs: [], changes: [] }

/** A whole chain, private until shared. */
async function tellChain(words: string) {
  const insight = await send(people.client, 'insights', { words })
  await send(people.client, `insights/${insight.id}/meaning`, { words: `${words}: meaning` })
  const exercise = await send(people.client, `insights/${insight.id}/exercises`, {
    words: `${words}: exercise`,
  })
  await send(people.client, `exercises/${exercise.id}/log`, { outcome: 'not', words: `${words}: log` })
  await send(people.client, `insights/${insight.id}/changes`, { words: `${words}: change` })
  return { insightId: insight.id, exerciseId: exercise.id }
}
const share = (insightId: string, audience: string) =>
  send(people.client, `insights/${insightId}/sharing`, { audience })

describe('an insight is the client’s own', () => {
  const chain = tellChain('The alarm is old')

  test('the client reads all of it, and that no one else does', async () => {
    await chain
    const [told] = (await read(people.client)).chains
    expect(told).toMatchObject({
      words: 'The alarm is old',
      meaning: { words: 'The alarm is old: meaning' },
      exercises: [{ logs: [{ outcome: 'not' }] }],
      changes: [{ words: 'The alarm is old: change' }],
      audience: 'no-one',
    })
  })

  test.each(['therapist', 'prescriber', 'monitor'] as const)(
    'the %s gets nothing, and no count',
    async (role) => {
      await chain
      const reply = await ask(people[role], url('integration'))
      expect(reply.json()).toMatchObject(nothingTold)
      expect(reply.body).not.toContain('alarm')
    },
  )

  test('shared with the therapist, the therapist reads it and the prescriber does not', async () => {
    await share((await chain).insightId, 'therapist')
    const [seen] = (await read(people.therapist)).chains
    expect(seen).toMatchObject({ words: 'The alarm is old', changes: [{}] })
    expect(seen.audience).toBeNull()
    expect((await read(people.prescriber)).chains).toEqual([])
  })

  test('shared with the team, the team reads it; someone who left the team is refused', async () => {
    await share((await chain).insightId, 'team')
    expect((await read(people.monitor)).chains).toHaveLength(1)
    await owner.query('update care_team set until = now() where member_id = $1', [people.monitor.seatId])
    expect((await read(people.monitor)).kind).toBe('not-allowed')
    await owner.query('update care_team set until = null where member_id = $1', [people.monitor.seatId])
  })

  test('taken back, it is gone for all of them, at once and whole', async () => {
    await share((await chain).insightId, 'no-one')
    for (const role of ['therapist', 'prescriber', 'monitor'] as const)
      expect((await read(people[role])).facts).toMatchObject(nothingTold)
  })
})

describe('the database holds the line itself', () => {
  const tables = [
    'insight',
    'insight_sharing',
    'insight_meaning',
    'exercise',
    'exercise_log',
    'change_noticed',
  ]

  /** What a query without any condition would find, as that actor. */
  async function countsAs(seat: { seatId?: string; personId?: string; courseId?: string }) {
    const db = openDb(clinic.appUrl, 1)
    const counts = await db.transaction().execute(async (tx) => {
      await sql`select set_config('app.practice_id', ${practiceId}, true), set_config('app.seat_id', ${seat.seatId ?? ''}, true),
        set_config('app.person_id', ${seat.personId ?? ''}, true), set_config('app.course_id', ${seat.courseId ?? ''}, true)`.execute(
        tx,
      )
      const found: Record<string, number> = {}
      for (const table of tables) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
          tx,
        )
        found[table] = rows[0]!.n
      }
      return found
    })
    await db.destroy()
    return counts
  }
  const nothing = Object.fromEntries(tables.map((table) => [table, 0]))

  test('an unfenced query of a member, a service or a guest counts none of what is private', async () => {
    await tellChain('Quite private')
    expect(await countsAs({ personId: people.client.seatId })).not.toEqual(nothing)
    for (const { seatId } of [people.therapist, people.administrator, people.coordinator])
      expect(await countsAs({ seatId })).toEqual(nothing)
    expect(await countsAs({})).toEqual(nothing)
    const guest = { seatId: randomUUID(), personId: people.client.seatId, courseId: theirs.courseId }
    expect(await countsAs(guest)).toEqual(nothing)
    expect(await countsAs({ personId: people.otherClient.seatId })).toEqual(nothing)
  })

  test('a guest of this course reads what was shared with therapists; a guest of another course does not', async () => {
    const { insightId } = await tellChain('For my therapist')
    await share(insightId, 'therapist')
    const guest = { seatId: randomUUID(), personId: people.client.seatId, courseId: theirs.courseId }
    expect(await countsAs(guest)).toMatchObject({ insight: 1, exercise_log: 1, insight_sharing: 0 })
    expect(await countsAs({ ...guest, courseId: randomUUID() })).toEqual(nothing)
    await share(insightId, 'no-one')
  })

  test('nothing told can be changed or removed by the app', async () => {
    const db = openDb(clinic.appUrl, 1)
    for (const table of tables) {
      await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow('permission denied')
      await expect(sql`update ${sql.table(table)} set id = id`.execute(db)).rejects.toThrow(
        'permission denied',
      )
    }
    await db.destroy()
  })
})

describe('who may write what', () => {
  test('no one writes in the client’s place', async () => {
    const reply = await send(people.therapist, 'insights', { words: 'As I understood it' })
    expect([reply.status, reply.said.kind]).toEqual([403, 'not-allowed'])
  })

  test('a client cannot write on another’s course', async () =>
    expect(
      (await ask(people.otherClient, url('insights'), { body: { id: randomUUID(), words: 'x' } })).statusCode,
    ).toBe(404))

  test('a client cannot hang words on another’s insight', async () => {
    const other = await addPerson(owner, practiceId)
    const course = await addCourse(owner, practiceId, other.seatId)
    const { insightId } = await tellChain('Mine')
    const body = { id: randomUUID(), words: 'Not mine' }
    const reply = await ask(other, `/api/courses/${course.courseId}/insights/${insightId}/meaning`, { body })
    expect(reply.json().kind).toBe('not-found')
  })

  test('a therapist adds an exercise that was agreed, for the client to log', async () => {
    const { id, status } = await send(people.therapist, 'exercises', { words: 'A walk after lunch' })
    expect(status).toBe(200)
    await send(people.client, `exercises/${id}/log`, { outcome: 'done' })
    const { exercises } = await read(people.prescriber)
    expect(exercises).toMatchObject([{ id, logs: [{ outcome: 'done' }] }])
  })

  test('a therapist cannot tie an exercise to an insight they may not read', async () => {
    const { insightId } = await tellChain('Still private')
    const reply = await send(people.therapist, 'exercises', { words: 'Try this', insightId })
    expect(reply.said.kind).toBe('not-found')
  })

  test('a correction stands in its place and is read by the same people', async () => {
    const { insightId } = await tellChain('The alram is old')
    await send(people.client, `insights/${insightId}/correction`, { words: 'The alarm is old, corrected' })
    expect((await read(people.therapist)).chains).toEqual([])
    await share(insightId, 'team')
    expect((await read(people.therapist)).chains).toMatchObject([{ words: 'The alarm is old, corrected' }])
    await share(insightId, 'no-one')
  })
})

describe('while the medicine is at work', () => {
  /** Given just now; no release stands behind it, which is recorded all the same. */
  const giveDose = () =>
    owner.query(
      `insert into dose (practice_id, id, person_id, course_id, session_id, product, form, route, label_mg, label_salt,
        base_mg, given_by, given_at, deviation, because, recorded_by)
       values ($1, $2, $3, $4, $5, 'racemic', 'lozenge', 'sublingual', 100, 'base', 100, $6, now(), true, '{arranged}', $6)`,
      [
        practiceId,
        randomUUID(),
        people.client.seatId,
        theirs.courseId,
        theirs.sessionId,
        people.monitor.seatId,
      ],
    )

  test('nothing is opened further, taking back works, and writing always works', async () => {
    const { insightId } = await tellChain('From the room')
    await share(insightId, 'therapist')
    await giveDose()
    expect((await share(insightId, 'team')).said.kind).toBe('nothing-widens-yet')
    expect((await send(people.client, 'insights', { words: 'Right now' })).status).toBe(200)
    expect((await share(insightId, 'no-one')).said).toEqual({ audience: 'no-one' })
  })

  test('a day after discharge it can be decided again', async () => {
    const { insightId } = await tellChain('The day after')
    expect((await share(insightId, 'team')).said.kind).toBe('nothing-widens-yet')
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)
    await owner.query('alter table dose disable trigger user')
    await owner.query('update dose set given_at = $1', [ago(27)])
    await owner.query('alter table dose enable trigger user')
    await owner.query(
      `insert into discharge (practice_id, id, person_id, course_id, session_id, criteria, discharged_by, discharged_at)
       values ($1, $2, $3, $4, $5, '{}', $6, $7)`,
      [
        practiceId,
        randomUUID(),
        people.client.seatId,
        theirs.courseId,
        theirs.sessionId,
        people.monitor.seatId,
        ago(25),
      ],
    )
    expect((await share(insightId, 'team')).said).toEqual({ audience: 'team' })
  })
})

test('the trail tells an auditor that the client wrote, not what kind of thing nor how much is private', async () => {
  const { rows } = await owner.query(
    `select distinct action, subject_kind from audit_event where person_id = $1 and effect and action like 'integration%'`,
    [people.client.seatId],
  )
  expect(rows).toContainEqual({ action: 'integration.write', subject_kind: 'course' })
  expect(JSON.stringify(rows)).not.toContain('insight')
})
