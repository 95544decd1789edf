import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addCourse, addGuest, addMember, type Someone } from '../app/testing/arrange.ts'
import { openClinic } from '../app/testing/clinic.ts'
import { guestsIn, kindOf, stated } from '../app/testing/guests.ts'
import { isoOf, minute } from '../kernel/instant.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { owner, ask, clock, practiceId, people } = clinic
const { end, told, inCare, guestOf } = guestsIn(clinic)

beforeEach(async () => {
  clock.machineNow += minute
  await owner.query('update login set seen_at = $1 where ended_at is null', [new Date(clock.machineNow)])
  await owner.query('delete from wrong_try')
})

const audited = async (personId: string, action: string) =>
  (
    await owner.query('select outcome from audit_event where person_id = $1 and action = $2 order by id', [
      personId,
      action,
    ])
  ).rows.map(({ outcome }) => outcome)

describe('a guest sees that course, and no more', () => {
  test('neither another course of the same client, nor orders, history, safety, people, export or trail', async () => {
    const { client, courseId, sessionId } = await inCare()
    const other = await addCourse(owner, practiceId, client.seatId)
    const { who } = await guestOf(client, courseId)
    const person = `/api/people/${client.seatId}`
    const { courses } = (await ask(who, `${person}/courses`)).json()
    expect(courses.map(({ id }: { id: string }) => id)).toEqual([courseId])
    const chart = (await ask(who, `${person}/chart`)).json()
    expect(chart).toMatchObject({
      course: { id: courseId },
      openGates: null,
      can: { ready: false, room: true },
    })
    expect(chart.places).toEqual(['thread', 'words', 'before', 'measures', 'notes'])
    expect((await ask(who, `/api/sessions/${sessionId}/room`)).json().can).toEqual({
      measure: false,
      observe: true,
      ready: false,
      close: false,
    })
    const refused = [
      `/api/courses/${other.courseId}/integration`,
      `/api/courses/${other.courseId}/preparation`,
      `/api/courses/${other.courseId}/notes`,
      `/api/sessions/${other.sessionId}/room`,
      `/api/courses/${courseId}/orders`,
      `/api/sessions/${sessionId}/ready`,
      `${person}/history`,
      `${person}/asked`,
      `${person}/clearance`,
      `${person}/record`,
      `${person}/openings`,
      `${person}/guests`,
      '/api/people',
      '/api/board',
      '/api/tasks',
      '/api/members',
      '/api/enquiries',
      `/api/people/${people.client.seatId}/chart`,
    ]
    for (const path of refused)
      expect([path, [403, 404].includes((await ask(who, path)).statusCode)]).toEqual([path, true])
  })

  test('the database shows a guest no row of the other course, nor of what is closed to guests', async () => {
    const { client, courseId, sessionId } = await inCare()
    const other = await addCourse(owner, practiceId, client.seatId)
    for (const [course, session] of [
      [courseId, sessionId],
      [other.courseId, other.sessionId],
    ])
      await owner.query(
        `insert into vital_reading (practice_id, person_id, id, session_id, taken_at, recorded_by, heart_rate_bpm)
         select $1, $2, $3, $4, now(), $5, 70 where $6::uuid is not null`,
        [practiceId, client.seatId, randomUUID(), session, people.monitor.seatId, course],
      )
    const { who } = await guestOf(client, courseId)
    const counts = await countsAs({ who, personId: client.seatId, courseId })
    expect(counts).toEqual({
      care_team: 2,
      course: 1,
      guest_grant: 1,
      guest_joining: 1,
      journey_session: 1,
      seat: 1,
      vital_reading: 1,
    })
    expect((await ask(who, `/api/people/${client.seatId}/vitals`)).json().readings).toHaveLength(1)
  })

  test('a guest reads what was shared with therapists, and not one word that was kept', async () => {
    const { client, courseId } = await inCare()
    const { who } = await guestOf(client, courseId)
    const [kept, given] = [randomUUID(), randomUUID()]
    for (const [id, words] of [
      [kept, 'Only mine'],
      [given, 'The door was open'],
    ])
      await ask(client, `/api/courses/${courseId}/insights`, { body: { id, words } })
    await ask(client, `/api/courses/${courseId}/insights/${given}/sharing`, {
      body: { id: randomUUID(), audience: 'therapist' },
    })
    for (const path of [`/api/courses/${courseId}/integration`, `/api/people/${client.seatId}/thread`]) {
      const { body } = await ask(who, path)
      expect(body).toContain('The door was open')
      expect(body).not.toContain('Only mine')
    }
  })

  test('someone who was never let in sits nowhere, even with a seat', async () => {
    const { client, courseId } = await inCare()
    const home = await addMember(owner, clinic.elsewhere, ['therapist'])
    const seatId = randomUUID()
    await owner.query(
      `insert into seat (id, practice_id, account_id, kind, person_id, course_id, home_member_id, since)
       values ($1, $2, $3, 'guest', $4, $5, $6, now())`,
      [seatId, practiceId, home.accountId, client.seatId, courseId, home.seatId],
    )
    const reply = await ask({ ...home, seatId }, `/api/people/${client.seatId}/chart`)
    expect(kindOf(reply)).toEqual([403, 'seat-ended'])
  })
})

/** What an unfenced count answers to the app's own role, acting as this guest; tables with no row are left out. */
async function countsAs({ who, personId, courseId }: { who: Someone; personId: string; courseId: string }) {
  const { rows: tables } = await owner.query(
    `select c.table_name as name from information_schema.columns c
     join information_schema.role_table_grants g on g.table_name = c.table_name and g.grantee = 'throughline_app'
       and g.privilege_type = 'SELECT'
     where c.table_schema = 'public' and (c.column_name = 'person_id' or c.table_name = 'intention') group by 1`,
  )
  const found: Record<string, number> = {}
  await owner.query('begin')
  for (const [name, value] of [
    ['practice_id', practiceId],
    ['person_id', personId],
    ['course_id', courseId],
    ['seat_id', who.seatId],
    ['account_id', who.accountId],
  ])
    await owner.query(`select set_config($1, $2, true)`, [`app.${name}`, value])
  await owner.query('set local role throughline_app')
  for (const { name } of tables) {
    const { rows } = await owner.query(`select count(*)::int as n from ${name} where person_id = $1`, [
      personId,
    ])
    if (rows[0].n > 0) found[name] = rows[0].n
  }
  await owner.query('rollback')
  return found
}

describe('the end', () => {
  test('when the client says so, the next request is refused in clear words; the fact stays', async () => {
    const { client, courseId } = await inCare()
    const { who, grantId } = await guestOf(client, courseId)
    expect((await ask(who, `/api/people/${client.seatId}/chart`)).statusCode).toBe(200)
    expect((await end(client, grantId)).statusCode).toBe(200)
    const refused = await ask(who, `/api/people/${client.seatId}/chart`)
    expect(kindOf(refused)).toEqual([403, 'seat-ended'])
    expect(refused.json().title).toBe('Your place here has ended.')
    expect((await told(client, client)).guests).toMatchObject([{ state: 'taken-back' }])
    expect(await audited(client.seatId, 'guest.end')).toEqual(['done'])
    const { openings } = (await ask(client, `/api/people/${client.seatId}/openings`)).json()
    expect(openings).toContainEqual(
      expect.objectContaining({ who: 'member', name: stated.name, roles: ['guest'], kind: 'read' }),
    )
    expect((await ask(who, '/api/account')).json().seats).toMatchObject([{ kind: 'member', sole: true }])
  })

  test('a guest leaves by themself; who ends it second changes nothing', async () => {
    const { client, courseId } = await inCare()
    const { who, grantId } = await guestOf(client, courseId)
    const leave = () => ask(who, `/api/courses/${courseId}/guest/leave`, { body: { id: randomUUID() } })
    expect((await leave()).statusCode).toBe(200)
    expect(kindOf(await leave())).toEqual([403, 'seat-ended'])
    expect((await end(client, grantId)).statusCode).toBe(200)
    expect((await told(client, client)).guests).toMatchObject([{ state: 'left' }])
  })

  test('no other client and no member can end it, and none of it can be undone in the database', async () => {
    const { client, courseId } = await inCare()
    const { grantId } = await guestOf(client, courseId)
    const url = `/api/people/${client.seatId}/guests/${grantId}/end`
    expect((await ask(people.otherClient, url, { body: { id: randomUUID() } })).statusCode).toBe(404)
    expect((await ask(people.coordinator, url, { body: { id: randomUUID() } })).statusCode).toBe(403)
    const stranger = await inCare()
    expect((await end(stranger.client, grantId)).statusCode).toBe(404)
  })

  test('it ends by itself: on its last day, with the course, and when the guest’s own practice lets them go', async () => {
    const changes: ((place: { courseId: string; grantId: string; home: Someone }) => Promise<unknown>)[] = [
      ({ grantId }) =>
        owner.query(
          `update guest_grant set granted_at = now() - interval '9 days', until = now() - interval '1 second' where id = $1`,
          [grantId],
        ),
      ({ courseId }) => owner.query('update course set ended_at = now() where id = $1', [courseId]),
      ({ home }) => owner.query('update member set disabled_at = now() where id = $1', [home.seatId]),
    ]
    for (const change of changes) {
      const { client, courseId } = await inCare()
      const home = await addMember(owner, clinic.elsewhere, ['therapist'])
      const who = await addGuest(owner, { practiceId, personId: client.seatId, courseId }, home)
      await owner.query('update login set seen_at = $1', [new Date(clock.machineNow)])
      const { rows } = await owner.query('select grant_id from guest_joining where seat_id = $1', [
        who.seatId,
      ])
      const read = () => ask(who, `/api/courses/${courseId}/integration`)
      expect((await read()).statusCode).toBe(200)
      await change({ courseId, grantId: rows[0].grant_id, home })
      expect(kindOf(await read())).toEqual([403, 'seat-ended'])
    }
  })

  test('what the guest is just writing is committed before the end, or not at all', async () => {
    const { client, courseId, sessionId } = await inCare()
    const { who, grantId } = await guestOf(client, courseId)
    const observe = (intentKey: string) =>
      ask(who, `/api/sessions/${sessionId}/distress`, {
        intentKey,
        body: { id: randomUUID(), rating: 3, ratedAt: isoOf(Date.now()), corrects: null, struck: false },
      })
    const noted = async () =>
      (await owner.query('select count(*)::int as n from distress_rating where session_id = $1', [sessionId]))
        .rows[0].n
    expect((await observe(randomUUID())).statusCode).toBe(200)

    // Held open after the door let it in: by the lock on its own intent.
    const key = randomUUID()
    await owner.query('begin')
    await owner.query('select pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 0))', [
      practiceId,
      key,
    ])
    const writing = observe(key)
    await waiting()
    expect((await end(client, grantId)).statusCode).toBe(200)
    await owner.query('commit')
    expect(kindOf(await writing)).toEqual([403, 'seat-ended'])
    expect(await noted()).toBe(1)
  })

  test('an end waits for what was written just before it', async () => {
    const { client, courseId, sessionId } = await inCare()
    const { who, grantId } = await guestOf(client, courseId)
    // As a write that has passed its last check and not yet committed.
    await owner.query('begin')
    await owner.query(`select from seat where id = $1 and until is null for share`, [who.seatId])
    let ended = false
    const ending = end(client, grantId).then((reply) => {
      ended = true
      return reply
    })
    await waiting()
    expect(ended).toBe(false)
    await owner.query('commit')
    expect((await ending).statusCode).toBe(200)
    expect((await ask(who, `/api/sessions/${sessionId}/room`)).statusCode).toBe(403)
  })
})

/** Until somebody stands at a lock in the database. */
async function waiting(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await owner.query(
      `select count(*)::int as n from pg_locks where not granted and (database is null or database = (
         select oid from pg_database where datname = current_database()))`,
    )
    if (rows[0].n > 0) return
    await new Promise((later) => setTimeout(later, 25))
  }
  throw new Error('nobody waited')
}
