import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openClinic } from '../app/testing/clinic.ts'
import { overTheTrail } from '../platform/db/door.ts'
import { sealOnce, verifyTrail } from './seal.commands.ts'
import type { Checkpoint } from './verify.ts'

const clinic = await openClinic()
afterAll(clinic.close)
const { people, owner, db } = clinic

const sealed = () => overTheTrail(db, sealOnce)
const verify = (checkpoints: Checkpoint[] = []) => overTheTrail(db, (tx) => verifyTrail(tx, checkpoints))

/** Whoever owns the database can do what no one else can: each test mends what it broke by starting over. */
async function read(times: number): Promise<string[]> {
  for (let time = 0; time < times; time += 1)
    await clinic.ask(people.client, `/api/people/${people.client.seatId}`)
  await sealed()
  const { rows } = await owner.query('select id from audit_event where practice_id = $1 order by id', [
    clinic.practiceId,
  ])
  return rows.map(({ id }) => id)
}

beforeEach(async () => {
  await owner.query(`truncate audit_event, audit_seal; update audit_horizon set sealed_below = '0'`)
})

test('an untouched trail holds, row by row', async () => {
  await read(5)
  expect(await verify()).toEqual({ ok: true, checked: 5, unsealed: 0, first: null })
})

test('rows not yet sealed are counted, and are no fault', async () => {
  await read(2)
  await clinic.ask(people.client, `/api/people/${people.client.seatId}`)
  expect(await verify()).toMatchObject({ ok: true, checked: 2, unsealed: 1 })
})

test('an edited row is named', async () => {
  const ids = await read(4)
  await owner.query(`update audit_event set outcome = 'not-allowed' where id = $1`, [ids[2]])
  expect(await verify()).toMatchObject({ ok: false, checked: 2, first: { id: ids[2], fault: 'edited' } })
})

test('a removed row is named', async () => {
  const ids = await read(4)
  await owner.query('delete from audit_event where id = $1', [ids[1]])
  expect(await verify()).toMatchObject({ ok: false, first: { id: ids[1], fault: 'removed' } })
})

test.each([
  { gone: [1], named: 'position 2', sides: [0, 2] },
  { gone: [1, 2], named: 'positions 2 to 3', sides: [0, 3] },
  { gone: [0], named: 'position 1', sides: [-1, 1] },
])(
  'rows removed together with their seals are named by the gap they left: $named',
  async ({ gone, named, sides }) => {
    const ids = await read(4)
    const taken = gone.map((place) => ids[place])
    await owner.query('delete from audit_event where id = any($1)', [taken])
    await owner.query('delete from audit_seal where event_id = any($1)', [taken])
    const first = { id: named, fault: 'removed', between: sides.map((place) => ids[place] ?? null) }
    expect(await verify()).toEqual({ ok: false, checked: gone[0], unsealed: 0, first })
  },
)

test('a row inserted among the sealed ones is named', async () => {
  const ids = await read(4)
  const { rows } = await owner.query(
    `insert into audit_event (practice_id, xid, roles, action, subject_kind, effect, outcome)
     select practice_id, xid, roles, action, subject_kind, effect, outcome from audit_event where id = $1 returning id`,
    [ids[1]],
  )
  expect(await verify()).toMatchObject({ ok: false, first: { id: rows[0].id, fault: 'inserted' } })
})

test('a row that names a transaction still to come is named, and would never be sealed', async () => {
  const ids = await read(3)
  const { rows } = await owner.query(
    `insert into audit_event (practice_id, xid, roles, action, subject_kind, effect, outcome)
     select practice_id, '9000000000000', roles, action, subject_kind, effect, outcome from audit_event where id = $1 returning id`,
    [ids[1]],
  )
  const first = { id: rows[0].id, fault: 'inserted', because: 'ahead' }
  expect(await verify()).toMatchObject({ ok: false, checked: 3, first })
})

describe('a row whose moment does not go with the rows around it is named', () => {
  const add = async (at: string) => {
    const { rows } = await owner.query(
      `insert into audit_event (practice_id, at, roles, action, subject_kind, effect, outcome)
       values ($1, ${at}, 'therapist', 'planted', 'practice', true, 'done') returning id`,
      [clinic.practiceId],
    )
    return rows[0].id
  }
  const untimely = (id: string) => ({ ok: false, first: { id, fault: 'reordered', because: 'moment' } })

  test.each([
    ['earlier than its number', `now() - interval '1 day'`],
    ['later than its number', `now() - interval '1 minute' + interval '10 minutes'`],
    ['in a time to come', `now() + interval '1 day'`],
  ])('%s, first, last or among others', async (_, at) => {
    for (const [before, after] of [
      [2, 0],
      [2, 3],
    ] as const) {
      await owner.query(`truncate audit_event, audit_seal; update audit_horizon set sealed_below = '0'`)
      await read(before)
      const id = await add(at)
      await read(after)
      await sealed()
      expect(await verify()).toMatchObject(untimely(id))
    }
  })

  test('but what a machine’s clock is set right by is nothing', async () => {
    await read(2)
    await add(`clock_timestamp() - interval '4 minutes'`)
    await read(1)
    expect(await verify()).toMatchObject({ ok: true })
  })
})

test('two rows that changed places are named', async () => {
  const ids = await read(4)
  await owner.query(
    `update audit_seal set event_id = case event_id when $1 then $2::bigint + 1000000 else $1 end where event_id in ($1, $2)`,
    [ids[1], ids[2]],
  )
  await owner.query('update audit_seal set event_id = event_id - 1000000 where event_id > 1000000')
  expect(await verify()).toMatchObject({ ok: false, first: { fault: 'reordered' } })
})

test('a cut tail is invisible to the chain and plain beside a checkpoint', async () => {
  const ids = await read(4)
  const checkpoints = [{ practiceId: clinic.practiceId, position: 4, hash: await hashAt(4) }]
  await owner.query('delete from audit_event where id = $1', [ids[3]])
  await owner.query('delete from audit_seal where event_id = $1', [ids[3]])
  expect(await verify()).toMatchObject({ ok: true })
  expect(await verify(checkpoints)).toMatchObject({ ok: false, first: { fault: 'cut' } })
})

test('a whole chain made anew is plain beside a checkpoint', async () => {
  await read(3)
  const checkpoints = [{ practiceId: clinic.practiceId, position: 3, hash: await hashAt(3) }]
  await owner.query(`update audit_event set outcome = 'done', why = 'polished'`)
  await owner.query(`truncate audit_seal; update audit_horizon set sealed_below = '0'`)
  await sealed()
  expect(await verify()).toMatchObject({ ok: true })
  expect(await verify(checkpoints)).toMatchObject({ ok: false, first: { fault: 'rewritten' } })
})

test('a row of a transaction that commits late is sealed too, after those that overtook it', async () => {
  await owner.query('begin')
  await owner.query(
    `insert into audit_event (practice_id, roles, action, subject_kind, effect, outcome)
     values ($1, 'service', 'late', 'practice', true, 'done')`,
    [clinic.practiceId],
  )
  await read(2)
  expect(await verify()).toMatchObject({ ok: true, checked: 0, unsealed: 2 })
  await owner.query('commit')
  await sealed()
  expect(await verify()).toMatchObject({ ok: true, checked: 3, unsealed: 0 })
})

test('the app can neither change nor remove what it wrote, nor seal what it did not', async () => {
  const refusedAs = async (statement: string) => {
    await owner.query('begin; set local role throughline_app')
    const refused = await owner.query(statement).then(
      () => 'let through',
      (cause: Error) => cause.message,
    )
    await owner.query('rollback')
    return refused
  }
  for (const table of ['audit_event', 'audit_seal', 'intent'])
    for (const statement of [
      `delete from ${table}`,
      `update ${table} set practice_id = '${randomUUID()}'`,
      `truncate ${table}`,
    ])
      expect(await refusedAs(statement)).toBe(`permission denied for table ${table}`)
})

async function hashAt(position: number): Promise<string> {
  const { rows } = await owner.query(
    `select encode(hash, 'hex') as hash from audit_seal where practice_id = $1 and position = $2`,
    [clinic.practiceId, position],
  )
  return rows[0].hash
}
