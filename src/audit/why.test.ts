import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRehearsed, type Rehearsed } from '../app/testing/rehearsed.ts'
import { places, shownWhy } from './why.ts'

let house: Rehearsed
beforeAll(async () => {
  house = await openRehearsed()
}, 120_000)
afterAll(() => house.clinic.close())

const pointers = async (
  where = 'true',
): Promise<{ why: string; person_id: string | null; action: string }[]> =>
  (
    await house.clinic.owner.query(
      `select why, person_id, action from audit_event where why is not null and ${where} order by id`,
    )
  ).rows

/** What is no reason for what was done: a draft, a sign-in's end, an exercise that grew out of another, a remark beside an answer or a talk. */
const noReasons = [
  'exercise.replaces',
  'history_statement.note',
  'login.ended_why',
  'rating_draft.replaces',
  'tablet_pass.ended_why',
  'teach_back_talk.note',
]

test('every table that keeps a reason, or points to what it corrects, can be pointed to', async () => {
  const { rows } = await house.clinic.owner.query<{ place: string; named: string }>(
    `select table_name as place, table_name || '.' || column_name as named from information_schema.columns
     where table_schema = 'public' and table_name <> 'audit_event'
       and column_name ~ '^(.*_)?(reason|although|note|corrects|replaces|why)$'`,
  )
  const left = rows.filter(({ place }) => !(places as readonly string[]).includes(place))
  expect(left.map(({ named }) => named).toSorted()).toEqual(noReasons)
  expect(rows.length).toBeGreaterThan(15)
})

test('what the demo decided in writing says on the trail where', async () => {
  const { rows } = await house.clinic.owner.query(
    `select 'reason clearance ' || id as why from clearance union all
     select 'reason task_event ' || id from task_event where note is not null`,
  )
  expect(rows.length).toBeGreaterThan(3)
  const told = (await pointers()).map(({ why }) => why)
  for (const { why } of rows) expect(told).toContain(why)
})

test('it points to a row that is there, of the same person, and holds no words', async () => {
  const { ask, owner } = house.clinic
  const { hannah, coordinator, prescriber } = house.demo
  const { personId, courseId } = house.own
  const insights = `/api/courses/${courseId}/insights`
  const [id, correction] = [randomUUID(), randomUUID()]
  await ask(hannah, insights, { body: { id, words: 'It was the sea.', sessionId: null } })
  await ask(hannah, `${insights}/${id}/correction`, { body: { id: correction, words: 'It was a lake.' } })
  const grant = await owner.query('select id from guest_grant where person_id = $1', [personId])
  await ask(coordinator, `/api/people/${personId}/guests/${grant.rows[0].id}/dismissal`, {
    body: { id: randomUUID(), reason: 'Her license has lapsed.' },
  })
  const order = await owner.query('select id from dose_order where course_id = $1', [courseId])
  await ask(prescriber, `/api/courses/${courseId}/orders/${order.rows[0].id}/stop`, {
    body: { id: randomUUID(), reason: 'The label was changed.' },
  })
  const told = await pointers()
  expect(told.map(({ action, why }) => `${action} ${why.split(' ', 2).join(' ')}`)).toEqual(
    expect.arrayContaining([
      'integration.write corrects insight',
      'guest.dismiss reason guest_grant_end',
      'order.stop reason dose_order_stop',
    ]),
  )
  for (const { why, person_id } of told) {
    const [, place, row] = why.split(' ')
    const { rows } = await owner.query(
      `select to_jsonb(t) ->> 'person_id' as of from "${place}" t where id = $1`,
      [row],
    )
    expect([why, rows]).toEqual([why, [{ of: person_id }]])
  }
})

test('a reading has no reason of its own: it was done for what its action says', async () =>
  expect(await pointers('not effect')).toEqual([]))

test('a retry of the same intent points to the same reason', async () => {
  const { ask } = house.clinic
  const intentKey = randomUUID()
  const { enquiries } = (await ask(house.demo.coordinator, '/api/enquiries')).json()
  const body = { id: randomUUID(), kind: 'answered', note: 'Called back.' }
  const url = `/api/enquiries/${enquiries[0].id}/events`
  for (let turn = 0; turn < 2; turn += 1)
    expect((await ask(house.demo.coordinator, url, { body, intentKey })).statusCode).toBe(200)
  const told = await pointers(`intent_key = '${intentKey}'`)
  expect(told.map(({ why }) => why)).toEqual(Array(2).fill(`reason enquiry_event ${body.id}`))
})

test('the auditor reads which of the two it is, and what to cite; the client how many reasons there are', async () => {
  const { ask } = house.clinic
  const { personId } = house.own
  const { entries } = (await ask(house.demo.auditor, `/api/practice/trail?about=${personId}`)).json()
  expect(entries[0].why === null || typeof entries[0].why.row === 'string').toBe(true)
  expect(entries.map(({ why }: { why: unknown }) => why).filter(Boolean)).toContainEqual({
    how: 'reason',
    row: expect.stringMatching(/^dose_order_stop [0-9a-f-]{36}$/),
  })
  const { openings } = (await ask(house.demo.hannah, `/api/people/${personId}/openings`)).json()
  expect(openings).toContainEqual(
    expect.objectContaining({ kind: 'wrote', roles: ['coordinator'], withReason: 1 }),
  )
  expect(openings).toContainEqual(expect.objectContaining({ who: 'self', kind: 'wrote', withReason: 0 }))
  expect(shownWhy('why not')).toBeNull()
})
