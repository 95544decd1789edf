import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { addCourse, addGuest } from '../../app/testing/arrange.ts'
import { openClinic } from '../../app/testing/clinic.ts'

/** Whoever could say anything at all to the database, as the app does and from a given seat. */
const clinic = await openClinic()
const app = new pg.Client(clinic.appUrl)
await app.connect()
afterAll(async () => {
  await app.end()
  await clinic.close()
})
const { owner, practiceId, people } = clinic
const { courseId, sessionId } = await addCourse(owner, practiceId, people.client.seatId)
const other = await addCourse(owner, practiceId, people.otherClient.seatId)
const about = { practiceId, personId: people.client.seatId, courseId }
const guest = await addGuest(owner, about, people.foreigner)

type Seat = Record<string, string>
const seatOf = ({ seatId, accountId }: { seatId: string; accountId: string }): Seat => ({
  practice_id: practiceId,
  seat_id: seatId,
  account_id: accountId,
})
const seats = {
  client: { ...seatOf(people.client), person_id: people.client.seatId },
  guest: { ...seatOf(guest), person_id: people.client.seatId, course_id: courseId },
  therapist: seatOf(people.therapist),
  administrator: seatOf(people.administrator),
  visitor: { practice_id: practiceId },
}

/** What came of it: its rows, or the refusal's code. Nothing stays. */
async function tried(seat: Seat, ...statements: string[]): Promise<unknown> {
  await app.query('begin')
  try {
    for (const [name, value] of Object.entries(seat))
      await app.query('select set_config($1, $2, true)', [`app.${name}`, value])
    let rows: unknown[] = []
    for (const statement of statements) ({ rows } = await app.query(statement))
    await app.query('set constraints all immediate')
    return rows
  } catch (cause) {
    return (cause as { code?: string }).code
  } finally {
    await app.query('rollback')
  }
}

const refused = '42501'

describe('a row of the trail', () => {
  const add = (columns: string, values: string) =>
    `insert into audit_event (practice_id, roles, action, subject_kind, effect, outcome${columns})
     values ('${practiceId}', 'therapist', 'person.read', 'practice', false, 'done'${values})
     returning practice_id`

  test.each([
    ['xid', `'9000000000000'`],
    ['at', `'2001-01-01'`],
    ['account_id', `'${people.prescriber.accountId}'`],
    ['seat_id', `'${people.prescriber.seatId}'`],
  ])('has no %s but what the database says', async (column, value) =>
    expect(await tried(seats.therapist, add(`, ${column}`, `, ${value}`))).toBe(refused),
  )

  test('has no number but the next', async () => {
    const numbered = add(', id', ', 1').replace('values', 'overriding system value values')
    expect(await tried(seats.therapist, numbered)).toBe(refused)
  })

  test('is whose transaction it is', async () => {
    const rows = await tried(
      seats.therapist,
      add('', ''),
      `select account_id, seat_id, xid = pg_current_xact_id() as here, at between now() and clock_timestamp() as now
       from audit_event order by id desc limit 1`,
    )
    const { accountId, seatId } = people.therapist
    expect(rows).toEqual([{ account_id: accountId, seat_id: seatId, here: true, now: true }])
  })

  test('is sealed in its turn: the horizon goes neither back, nor past a row that has no seal', async () => {
    const move = (to: string) => `update audit_horizon set sealed_below = ${to} returning one`
    const sealer = { ...seats.therapist, sealer: 'on' }
    await clinic.ask(people.client, `/api/people/${people.client.seatId}`)
    const far = `pg_snapshot_xmin(pg_current_snapshot())`
    expect(await tried(seats.therapist, move(`'0'`))).toBe(refused)
    expect(await tried(sealer, move(far))).toBe('23514')
    expect(await tried(sealer, move(`'9000000000000'`))).toBe('23514')
    expect(await tried(sealer, move('sealed_below'))).toEqual([{ one: true }])
  })
})

describe('a journey', () => {
  const change = (to: string) => `update journey_session set ${to} where id = '${sessionId}' returning number`

  test('is not opened, begun or closed by hand, and moved only while it is planned', async () => {
    for (const phase of ['under-way', 'recovering', 'closed'])
      expect(await tried(seats.therapist, change(`phase = '${phase}'`))).toBe(refused)
    expect(await tried(seats.therapist, change(`planned_at = now()`))).toEqual([{ number: 1 }])
    expect(await tried(seats.therapist, change(`phase = 'cancelled'`))).toEqual([{ number: 1 }])
    for (const was of ['closed', 'cancelled', 'under-way']) {
      await owner.query(`update journey_session set phase = $1 where id = $2`, [was, sessionId])
      for (const phase of ['planned', 'under-way', 'cancelled'].filter((other) => other !== was))
        expect(await tried(seats.therapist, change(`phase = '${phase}'`))).toBe(refused)
      expect(await tried(seats.therapist, change(`planned_at = now()`))).toBe(refused)
      expect(await tried(seats.therapist, change(`room = 'elsewhere'`))).toBe(refused)
    }
    await owner.query(`update journey_session set phase = 'planned' where id = $1`, [sessionId])
  })

  test('is changed from no client’s and no guest’s seat; nor is a course, a care team, or who works here', async () => {
    for (const seat of [seats.client, seats.guest]) {
      const results = [
        await tried(seat, change('planned_at = now()')),
        await tried(seat, `update course set ended_at = now()`),
        await tried(seat, `update care_team set until = now()`),
        await tried(seat, `update member set name = 'me'`),
      ]
      expect(results.filter((result) => result !== refused && (result as unknown[]).length > 0)).toEqual([])
      expect(results[0]).toBe(refused)
    }
  })
})

test('what ended, was used or was taken stays so', async () => {
  await owner.query(`update login set ended_at = now(), ended_why = 'signed out' where account_id = $1`, [
    people.auditor.accountId,
  ])
  const seat = { practice_id: practiceId, account_id: people.auditor.accountId }
  expect(await tried(seat, `update login set ended_at = null, ended_why = null`)).toBe(refused)
  await owner.query(`update seat set until = now() where id = $1`, [people.auditor.seatId])
  expect(await tried(seat, `update seat set until = null`)).toBe(refused)
  await owner.query(`update care_team set until = now() where member_id = $1`, [people.monitor.seatId])
  expect(await tried(seats.therapist, `update care_team set until = null where until is not null`)).toBe(
    refused,
  )
})

describe('who works here', () => {
  const give = (id: string, roles: string) =>
    `update member set roles = '{${roles}}' where id = '${id}' returning id`
  const { therapist, administrator, coordinator } = people

  test('is changed by an administrator', async () => {
    for (const seat of [seats.client, seats.therapist, seats.visitor, seats.guest])
      expect(await tried(seat, give(coordinator.seatId, 'coordinator,prescriber'))).toBe(refused)
    expect(await tried(seats.administrator, give(coordinator.seatId, 'monitor'))).toEqual([
      { id: coordinator.seatId },
    ])
  })

  test('is taken on by an administrator', async () => {
    const add = `insert into member (practice_id, id, name, roles) values ('${practiceId}', '${randomUUID()}', 'New', '{prescriber}')`
    await owner.query('update practice set demo = false where id = $1', [practiceId])
    for (const seat of [seats.client, seats.therapist, seats.visitor])
      expect(await tried(seat, add)).toBe(refused)
    await owner.query('update practice set demo = true where id = $1', [practiceId])
    expect(await tried(seats.administrator, add)).toEqual([])
  })

  test('keeps an administrator, who gives themself no further part by saying so', async () => {
    expect(await tried(seats.administrator, give(administrator.seatId, 'auditor'))).toBe(refused)
    expect(await tried(seats.administrator, give(administrator.seatId, 'administrator,prescriber'))).toBe(
      refused,
    )
    expect(
      await tried(
        seats.administrator,
        `update member set disabled_at = now() where id = '${administrator.seatId}'`,
      ),
    ).toBe(refused)
    expect(await tried(seats.therapist, give(therapist.seatId, 'therapist,administrator'))).toBe(refused)
  })
})

describe('a job', () => {
  const put = (task: string, payload: object, key = 'null') =>
    `select enqueue('${task}', '${JSON.stringify({ practiceId, ...payload })}', null, ${key})`
  const mail = (to: string) => put('mail', { to, subject: 'Come', text: 'here' })
  const queued = [{ enqueue: '' }]

  test('is of the practice that asks for it', async () => {
    const theirs = put('asking-all', { practiceId: clinic.elsewhere })
    for (const seat of Object.values(seats)) expect(await tried(seat, theirs)).toBe(refused)
    expect(await tried(seats.visitor, put('asking-all', {}))).toEqual(queued)
  })

  test('writes from a client’s seat to themself alone, and from nobody’s to a stranger', async () => {
    const own = `${people.client.accountId}@people.example`
    for (const seat of Object.values(seats))
      expect(await tried(seat, mail('stranger@people.example'))).toBe(refused)
    for (const other of [people.otherClient, people.therapist])
      expect(await tried(seats.client, mail(`${other.accountId}@people.example`))).toBe(refused)
    expect(await tried(seats.client, mail(own))).toEqual(queued)
    expect(await tried(seats.therapist, mail(own))).toEqual(queued)
    expect(await tried(seats.visitor, mail(`${practiceId}@practice.example`))).toEqual(queued)
    const call = put('mail-notice', { accountId: people.therapist.accountId, notice: 'neededNow' })
    expect(await tried(seats.client, call)).toBe(refused)
    expect(await tried(seats.visitor, call)).toEqual(queued)
  })

  test('takes the place of no other practice’s job', async () => {
    const key = `'asking ${people.client.seatId}'`
    await owner.query(put('asking-person', { personId: people.client.seatId }, key))
    await owner.query(put('asking-person', { practiceId: clinic.elsewhere, personId: randomUUID() }, key))
    const { rows } = await owner.query(
      `select payload ->> 'practiceId' as of from graphile_worker._private_jobs where key like '%${people.client.seatId}'`,
    )
    expect(rows.map((row) => row.of).toSorted()).toEqual([practiceId, clinic.elsewhere].toSorted())
  })
})

describe('a question that is answered behind the fence', () => {
  test('is answered about the one who asks alone', async () => {
    const met = (who: string) => `select has_met('${who}') as met`
    await owner.query(
      `insert into history_statement (practice_id, id, person_id, question, answer, said_by, said_at)
       values ($1, $2, $3, 'seizures', 'no', $4, now())`,
      [practiceId, randomUUID(), people.otherClient.seatId, people.therapist.seatId],
    )
    expect(await tried(seats.therapist, met(people.otherClient.seatId))).toEqual([{ met: true }])
    for (const seat of [seats.client, seats.guest])
      expect(await tried(seat, met(people.otherClient.seatId))).toEqual([{ met: false }])
  })

  test('is not answered where nobody sits', async () => {
    const chart = `select chart_facts('${people.client.seatId}', true) is null as none`
    const thread = `select thread_facts('${courseId}') is null as none`
    for (const [seat, none] of [
      [seats.visitor, true],
      [{ ...seats.visitor, seat_id: randomUUID() }, true],
      [{ ...seats.visitor, seat_id: people.foreigner.seatId }, true],
      [seats.therapist, false],
      [seats.client, false],
      [seats.guest, false],
    ] as const)
      for (const question of [chart, thread]) expect(await tried(seat, question)).toEqual([{ none }])
    const hold = (id: string) => `select hold_facts('${id}') is null as none`
    expect(await tried(seats.client, hold(sessionId))).toEqual([{ none: false }])
    expect(await tried(seats.client, hold(other.sessionId))).toEqual([{ none: true }])
    expect(await tried(seats.guest, hold(sessionId))).toEqual([{ none: true }])
  })
})

test('what only the house does is done by nobody who says nothing of who they are', async () => {
  await owner.query('insert into moved (practice_id, whom) values ($1, $2)', [
    practiceId,
    people.client.seatId,
  ])
  expect(await tried({}, 'select forget_tries()')).toBe(refused)
  expect(await tried({}, `select wake_for_content('asking', 'print') as woke`)).toEqual([{ woke: false }])
  expect(await tried({}, 'select gather_moved(9) as gathered')).toEqual([{ gathered: 0 }])
})

test('nothing is kept in large objects', async () => {
  for (const statement of ['select lo_create(0)', `select lo_from_bytea(0, 'x')`, 'select lo_creat(-1)'])
    expect(await tried(seats.therapist, statement)).toBe(refused)
})

test('no client and no guest writes what those who work here write', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname = 'added_by_members'`,
  )
  expect(rows.map(({ name }) => name)).toContain('clearance')
  const open: string[] = []
  for (const { name } of rows)
    for (const seat of [seats.client, seats.guest]) {
      const columns = await columnsOf(name)
      const add = `insert into ${name} (${columns}) overriding system value select ${await valuesOf(name, people.client.seatId)}`
      if ((await tried(seat, add)) !== refused) open.push(`${name}: ${await tried(seat, add)}`)
    }
  expect(open).toEqual([])
})

interface Column {
  readonly name: string
  readonly type: string
}

const insertable = async (table: string): Promise<Column[]> =>
  (
    await owner.query<Column>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema = 'public' and table_name = $1 and is_identity = 'NO' and is_generated = 'NEVER'
       order by ordinal_position`,
      [table],
    )
  ).rows

const columnsOf = async (table: string) => (await insertable(table)).map(({ name }) => name).join(', ')

/** Anything that fits the column's type; of this practice, and about this person. */
const valuesOf = async (table: string, personId: string) =>
  (await insertable(table))
    .map(({ name, type }) => {
      if (name === 'practice_id') return `'${practiceId}'::uuid`
      if (name === 'person_id') return `'${personId}'::uuid`
      if (name === 'course_id') return `'${courseId}'::uuid`
      return anyOf[type] ?? `'x'`
    })
    .join(', ')

const anyOf: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  'timestamp with time zone': 'now()',
  boolean: 'true',
  jsonb: `'{}'::jsonb`,
  ARRAY: `'{}'`,
  smallint: '1',
  integer: '1',
  bigint: '1',
  numeric: '1',
}
