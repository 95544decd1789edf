import { spawn } from 'node:child_process'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cloneDatabase } from '../testing/clone.ts'
import { startWorker, type WorkerParts } from './jobs.ts'

const patience = { timeout: 20_000 }
let database: Awaited<ReturnType<typeof cloneDatabase>>
let worker: Awaited<ReturnType<typeof startWorker>>
let done: string[]
let reported: unknown[]
let parts: () => WorkerParts
beforeAll(async () => {
  database = await cloneDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  done = []
  const noted = async (payload: unknown) => void done.push((payload as { name: string }).name)
  const broken = () => Promise.reject(new Error('it cannot'))
  const endless = () => new Promise<void>(() => {})
  reported = []
  parts = () => ({
    ownerUrl: database.ownerUrl,
    tasks: { noted, broken, endless },
    longestMs: 500,
    report: (error) => void reported.push(error),
  })
  worker = await startWorker(parts())
})
afterEach(() => worker.stop())

const add = (name: string) =>
  database.owner.query(`select graphile_worker.add_job('noted', json_build_object('name', $1::text))`, [name])
const waiting = async () =>
  (await database.owner.query('select count(*)::int as many from graphile_worker._private_jobs')).rows[0].many

test('a worker that loses every connection goes on by itself', async () => {
  await add('before')
  await expect.poll(() => done, patience).toEqual(['before'])
  for (let time = 1; time <= 3; time += 1) {
    await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await add(`after ${time}`)
    await expect.poll(() => done.at(-1), patience).toBe(`after ${time}`)
  }
})

test('a job that is done and cannot be struck off the list ends nobody: it is done again, and so is what comes after it', async () => {
  await database.owner.query(`
    create sequence struck_at;
    create function struck() returns trigger language plpgsql as $$ begin perform nextval('struck_at'); raise 'the list is shut'; end $$;
    create trigger struck before delete on graphile_worker._private_jobs for each row execute function struck()`)
  await add('first')
  await expect.poll(() => done, patience).toContain('first')
  // Done, and then found to be on a list that is shut: a sequence remembers what the refusal itself takes back.
  const triedToStrike = async () =>
    (await database.owner.query('select is_called from struck_at')).rows[0].is_called
  await expect.poll(triedToStrike, patience).toBe(true)
  await database.owner.query('drop trigger struck on graphile_worker._private_jobs')
  await add('second')
  await expect.poll(() => done, patience).toContain('second')
  await expect.poll(waiting, patience).toBe(0)
  expect(done.filter((name) => name === 'first').length).toBeGreaterThan(1)
})

test('a job that fails says which it was and at which try', async () => {
  await database.owner.query(`select graphile_worker.add_job('broken', '{"name":"canary"}'::json)`)
  await expect.poll(() => reported.length, patience).toBeGreaterThan(0)
  expect(reported[0]).toMatchObject({ name: 'JobFailed', job: 'broken, try 1 of 25' })
})

test('jobs that never end, and jobs that always fail, keep nobody else from theirs', async () => {
  for (const poison of ['endless', 'endless', 'broken', 'endless', 'endless'])
    await database.owner.query(`select graphile_worker.add_job($1, '{}'::json)`, [poison])
  await add('after the poison')
  await expect.poll(() => done, patience).toEqual(['after the poison'])
  expect(reported).toContainEqual(expect.objectContaining({ job: 'endless, try 1 of 25' }))
})

describe('a job that kills whoever works at it', () => {
  const killed = () =>
    new Promise<number | NodeJS.Signals | null>((resolve) => {
      const script = `
        const { startWorker } = await import(${JSON.stringify(new URL('./jobs.ts', import.meta.url).href)})
        await startWorker({ ownerUrl: process.env.OWNER, report: console.error,
          tasks: { deadly: () => process.kill(process.pid, 'SIGKILL'), noted: async () => {} } })
        setInterval(() => {}, 1000)`
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, OWNER: database.ownerUrl },
        stdio: 'inherit',
      })
      child.on('exit', (code, signal) => resolve(signal ?? code))
    })
  const deadly = async () =>
    (
      await database.owner.query(
        `select attempts, locked_at is null as free, run_at > now() as later from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'deadly'`,
      )
    ).rows

  test(
    'is let go of when they are gone, and waits, while the others are done',
    { timeout: 60_000 },
    async () => {
      await worker.stop()
      await database.owner.query(`select graphile_worker.add_job('deadly', '{}'::json)`)
      expect(await killed()).toBe('SIGKILL')
      expect(await deadly()).toEqual([{ attempts: 1, free: false, later: false }])
      await database.owner.query(
        `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute' where locked_at is not null`,
      )
      await add('after the death')
      worker = await startWorker(parts())
      await expect.poll(() => done, patience).toContain('after the death')
      await expect.poll(deadly, patience).toEqual([{ attempts: 1, free: true, later: true }])
    },
  )

  test('what someone who lives works at is theirs, however long it takes', async () => {
    const held = new pg.Client(database.ownerUrl)
    await held.connect()
    await held.query(`select pg_advisory_lock(hashtextextended('jobs of ' || 'pool-alive', 0))`)
    for (const name of ['pool-alive', 'pool-gone']) {
      await database.owner.query(
        `select graphile_worker.add_job('noted', json_build_object('name', $1::text), run_at => now() + interval '1 hour')`,
        [name],
      )
      await database.owner.query(
        `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 hour' where payload ->> 'name' = $1`,
        [name],
      )
    }
    await worker.stop()
    worker = await startWorker(parts())
    const heldBy = async () =>
      (
        await database.owner.query(
          `select locked_by from graphile_worker._private_jobs where payload ->> 'name' like 'pool-%' order by id`,
        )
      ).rows.map((row) => row.locked_by)
    await expect.poll(heldBy, patience).toEqual(['pool-alive', null])
    await held.end()
  })
})
