import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ask,
  askUntilAnswered,
  databaseProcess,
  dataFolders,
  folderOf,
  hasEnded,
  pidIn,
} from '../testing/embedded.ts'
import { dataIn } from './cluster.ts'
import { openDatabase } from './open.ts'

const places = dataFolders()
const made = places.make()
const write500 = 'insert into fact select generate_series(1, 500)'
const count = 'select count(*)::int as facts from fact'

beforeAll(async () => {
  const database = await openDatabase({ dataFolder: made })
  await ask(database.ownerUrl, 'create table fact (id int primary key)')
  await database.stop()
})
afterAll(() => places.clear())

test('after the server is killed the next one adopts the database', async () => {
  const dataFolder = places.copyOf(made)
  const killed = databaseProcess(dataFolder)
  await killed.ready
  const pid = pidIn(dataFolder)
  await killed.end('SIGKILL')
  expect(hasEnded(pid)).toBe(false)
  const next = databaseProcess(dataFolder)
  await next.ready
  expect(pidIn(dataFolder)).toBe(pid)
  await next.end('SIGTERM')
  expect(hasEnded(pid)).toBe(true)
})

test('a database that is killed comes back, with every row it acknowledged', async () => {
  const dataFolder = places.copyOf(made)
  const server = databaseProcess(dataFolder)
  await ask(await server.ready, write500)
  const pid = pidIn(dataFolder)
  process.kill(pid, 'SIGKILL')
  while (!hasEnded(pid)) await sleep(5)
  expect(await askUntilAnswered(await server.ready, count)).toEqual([{ facts: 500 }])
  await server.end('SIGTERM')
})

test('a database that another server adopted comes back as well', async () => {
  const dataFolder = places.copyOf(made)
  const first = databaseProcess(dataFolder)
  await first.ready
  const second = databaseProcess(dataFolder)
  const url = await second.ready
  await first.end('SIGKILL')
  const pid = pidIn(dataFolder)
  process.kill(pid, 'SIGKILL')
  while (!hasEnded(pid)) await sleep(5)
  expect(await askUntilAnswered(url, 'select 1 as here')).toEqual([{ here: 1 }])
  await second.end('SIGTERM')
})

test('when one connection is killed the database and our mark on it come back', async () => {
  const dataFolder = places.copyOf(made)
  const server = databaseProcess(dataFolder)
  const url = await server.ready
  const [row] = await ask(url, `select pid from pg_locks where locktype = 'advisory'`)
  process.kill(Number(row?.['pid']), 'SIGKILL')
  await sleep(50)
  const marks = `select count(*)::int as marks from pg_locks where locktype = 'advisory'`
  await expect.poll(() => askUntilAnswered(url, marks), { timeout: 10_000 }).toEqual([{ marks: 1 }])
  const pid = pidIn(dataFolder)
  await server.end('SIGTERM')
  expect(hasEnded(pid)).toBe(true)
})

test('when both are killed at once the next start recovers', async () => {
  const dataFolder = places.copyOf(made)
  const server = databaseProcess(dataFolder)
  await ask(await server.ready, write500)
  process.kill(pidIn(dataFolder), 'SIGKILL')
  await server.end('SIGKILL')
  const next = databaseProcess(dataFolder)
  expect(await ask(await next.ready, count)).toEqual([{ facts: 500 }])
  await next.end('SIGTERM')
})

test.each([120, 250, 450])(
  'a first start that is killed after %i ms leaves nothing in the way',
  async (ms) => {
    const dataFolder = places.make()
    const half = databaseProcess(dataFolder)
    await sleep(ms)
    await half.end('SIGKILL')
    const whole = databaseProcess(dataFolder)
    expect(await ask(await whole.ready, 'select 1 as here')).toEqual([{ here: 1 }])
    await whole.end('SIGTERM')
  },
)

test('a process id that now belongs to another program does not keep the database from starting', async () => {
  const dataFolder = places.copyOf(made)
  const other = spawn('sleep', ['60'], { stdio: 'ignore' })
  const data = dataIn(folderOf(dataFolder))
  writeFileSync(join(data, 'postmaster.pid'), `${other.pid}\n${data}\n1\n5432\n/nowhere\n\n1 1\nready\n`)
  const server = databaseProcess(dataFolder)
  await server.ready
  expect(pidIn(dataFolder)).not.toBe(other.pid)
  await server.end('SIGTERM')
  expect(hasEnded(other.pid ?? 0)).toBe(false)
  other.kill()
})
