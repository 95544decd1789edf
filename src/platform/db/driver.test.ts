import { CompiledQuery, Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cloneDatabase } from '../testing/clone.ts'
import { fewTrips, withCommit } from './driver.ts'
import { isDatabaseDown } from './refused.ts'

const clone = await cloneDatabase()
const pool = new pg.Pool({ connectionString: clone.ownerUrl, max: 1, pipeline: true })
pool.on('error', () => {})
pool.on('connect', (client) => client.on('error', () => {}))
const db = new Kysely<Record<string, Record<string, unknown>>>({ dialect: fewTrips(pool) })
afterAll(async () => {
  await db.destroy()
  await clone.close()
})

beforeAll(() => clone.owner.query('create table said (n int primary key)'))
beforeEach(() => clone.owner.query('truncate said'))

const raw = (text: string, values: unknown[] = []) => CompiledQuery.raw(text, values)
const say = (n: number) => raw('insert into said values ($1)', [n])
const kept = async () => (await clone.owner.query('select n from said order by n')).rows.map(({ n }) => n)
const pidOf = async () =>
  (await db.executeQuery<{ pid: number }>(raw('select pg_backend_pid() as pid'))).rows[0]!.pid

describe('a statement that travels with the commit', () => {
  test('is kept with the rest', async () => {
    await db.transaction().execute(async (tx) => {
      await tx.executeQuery(say(1))
      await tx.executeQuery(withCommit(say(2)))
    })
    expect(await kept()).toEqual([1, 2])
  })

  test('undoes everything when it fails, and that is told, not that the commit did not hold', async () => {
    const work = db.transaction().execute(async (tx) => {
      await tx.executeQuery(say(1))
      await tx.executeQuery(withCommit(say(1)))
      return 'answered'
    })
    await expect(work).rejects.toMatchObject({ code: '23505' })
    expect(await kept()).toEqual([])
  })

  test('fails what is asked after it, when it fails', async () => {
    const work = db.transaction().execute(async (tx) => {
      await tx.executeQuery(withCommit(raw('select 1 / 0')))
      await tx.executeQuery(say(1))
    })
    await expect(work).rejects.toMatchObject({ code: '22012' })
    expect(await kept()).toEqual([])
  })

  test('is seen by what is asked after it', async () => {
    const seen = await db.transaction().execute(async (tx) => {
      await tx.executeQuery(withCommit(say(7)))
      return (await tx.executeQuery<{ n: number }>(raw('select n from said'))).rows
    })
    expect(seen).toEqual([{ n: 7 }])
  })

  test('is undone with the rest when the work changes its mind', async () => {
    const work = db.transaction().execute(async (tx) => {
      await tx.executeQuery(withCommit(say(1)))
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await kept()).toEqual([])
  })
})

describe('a connection', () => {
  test('serves again after work that failed before it asked anything', async () => {
    const before = await pidOf()
    await expect(db.transaction().execute(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await db.transaction().execute((tx) => tx.executeQuery(say(1)))
    expect([await kept(), await pidOf()]).toEqual([[1], before])
  })

  test('carries nothing over from one transaction to the next', async () => {
    const set = raw(`set local app.practice_id = 'someone'`)
    await db.transaction().execute((tx) => tx.executeQuery(withCommit(set)))
    const { rows } = await db.executeQuery(
      raw(`select current_setting('app.practice_id', true) as left_over`),
    )
    expect(rows).toEqual([{ left_over: '' }])
  })

  test('that knows a statement a migration has outdated is replaced, after one refusal', async () => {
    await clone.owner.query('create table grows (a int); insert into grows values (1)')
    const look = () => db.executeQuery(raw('select * from grows'))
    for (let time = 0; time < 4; time += 1) await look()
    const before = await pidOf()
    await clone.owner.query('alter table grows add column b int')
    await expect(look()).rejects.toMatchObject({ code: '0A000' })
    expect((await look()).rows).toEqual([{ a: 1, b: null }])
    expect(await pidOf()).not.toBe(before)
  })

  test('that is lost in the middle undoes the work, and another takes its place', async () => {
    const work = db.transaction().execute(async (tx) => {
      await tx.executeQuery(say(1))
      const { rows } = await tx.executeQuery<{ pid: number }>(raw('select pg_backend_pid() as pid'))
      await clone.owner.query('select pg_terminate_backend($1)', [rows[0]!.pid])
      await tx.executeQuery(say(2))
    })
    // Told by the server before it goes, or by the socket, whichever is first: either way it is known for what it is.
    await expect(work).rejects.toSatisfy(isDatabaseDown)
    await db.transaction().execute((tx) => tx.executeQuery(say(3)))
    expect(await kept()).toEqual([3])
  })
})
