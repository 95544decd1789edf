import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase } from '../../platform/testing/clone.ts'
import { testVaultKey } from '../testing/credentials.ts'
import { seedDemo } from './seed.ts'

const database = await cloneDatabase()
const { owner } = database
afterAll(database.close)

const faults: unknown[] = []
beforeAll(() =>
  seedDemo({
    db: database.db,
    vaultKey: testVaultKey,
    machineNow: Date.now,
    report: (fault) => void faults.push(fault),
  }),
)

const count = async (what: string): Promise<number> =>
  (await owner.query(`select count(*)::int as n from ${what}`)).rows[0].n

test('the demo is one practice, plainly invented, with someone in every role', async () => {
  const { rows } = await owner.query('select name, demo from practice')
  expect(rows).toEqual([{ name: 'Demo practice (invented)', demo: true }])
  const members = await owner.query('select name, roles from member')
  expect(new Set(members.rows.flatMap(({ roles }) => roles)).size).toBe(6)
  expect(members.rows.every(({ name }) => name.endsWith('(demo)'))).toBe(true)
})

test('nothing was put in past the product: each effect has its audit row, and nothing broke', async () => {
  expect(faults).toEqual([])
  for (const table of [
    'clearance',
    'consent_signature',
    'dose_order',
    'intention',
    'instrument_response',
    'journey_session',
    'listing',
    'enquiry',
  ])
    expect([table, (await count(table)) > 0]).toEqual([table, true])
  expect(
    await count(
      `intent where not exists (select from audit_event a where a.intent_key = intent.key and a.outcome = 'done')`,
    ),
  ).toBe(0)
})

test('what an answer raised was looked at by a person; nothing stands late from weeks ago', async () => {
  const { rows } = await owner.query(
    `select (select count(*)::int from task) as raised, (select count(*)::int from task t where not exists (
       select from task_event e where e.task_id = t.id and e.kind = 'done')) as open`,
  )
  expect(rows).toEqual([{ raised: 1, open: 0 }])
})

test('the clock of care stands at today again', async () => {
  const { rows } = await owner.query(
    `select extract(epoch from care_now(p.id) - now())::int as ahead from practice p`,
  )
  expect(rows).toEqual([{ ahead: 0 }])
})

test('whoever opens the demo can sign in at once: no code of the present was used up', async () => {
  const { rows } = await owner.query('select max(last_used_step)::int as step from totp')
  expect(rows[0].step).toBeLessThan(Math.floor(Date.now() / 30_000) - 2)
})
