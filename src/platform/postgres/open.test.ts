import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, databaseProcess, dataFolders, folderOf, hasEnded, pidIn } from '../testing/embedded.ts'
import { openDatabase } from './open.ts'

const places = dataFolders()
const made = places.make()

beforeAll(async () => (await openDatabase({ dataFolder: made })).stop())
afterAll(() => places.clear())

test('what is made once is there the next time, and nothing is left running', async () => {
  const first = await openDatabase({ dataFolder: made })
  await ask(first.ownerUrl, 'create table kept as select 7 as seven')
  const pid = pidIn(made)
  await first.stop()
  expect(hasEnded(pid)).toBe(true)
  const second = await openDatabase({ dataFolder: made })
  expect(await ask(second.ownerUrl, 'select seven from kept')).toEqual([{ seven: 7 }])
  expect(second).toMatchObject({ embedded: true, version: expect.stringMatching(/^18\./) })
  await second.stop()
})

test('the network and other people are kept out', async () => {
  const database = await openDatabase({ dataFolder: made })
  const [said] = await ask(
    database.ownerUrl,
    `select current_setting('listen_addresses') as network, current_setting('fsync') as fsync,
      current_setting('data_checksums') as checksums`,
  )
  expect(said).toEqual({ network: '', fsync: 'on', checksums: 'on' })
  const closed = [join(made, 'secrets'), folderOf(made), join(folderOf(made), 'run')]
  for (const folder of closed) expect(statSync(folder).mode & 0o077).toBe(0)
  expect(statSync(join(made, 'secrets/database.json')).mode & 0o777).toBe(0o600)
  await expect(ask(database.ownerUrl.replace(/:[^:@/]+@/, ':guess@'), 'select 1')).rejects.toThrow(/password/)
  await database.stop()
})

test('what people wrote does not reach the database’s log', async () => {
  const database = await openDatabase({ dataFolder: made })
  await ask(database.ownerUrl, 'create table told (words text primary key)')
  const tell = `insert into told values ('canary-in-the-log')`
  await ask(database.ownerUrl, tell)
  await expect(ask(database.ownerUrl, tell)).rejects.toThrow(/duplicate key/)
  await database.stop()
  const log = readFileSync(join(folderOf(made), 'postgres.log'), 'utf8')
  expect(log).toContain('duplicate key')
  expect(log).not.toContain('canary-in-the-log')
})

test('of two servers the one that leaves last stops the database', async () => {
  const [one, other] = [databaseProcess(made), databaseProcess(made)]
  await Promise.all([one.ready, other.ready])
  const pid = pidIn(made)
  await one.end('SIGTERM')
  expect(await ask(await other.ready, 'select 1 as here')).toEqual([{ here: 1 }])
  await other.end('SIGTERM')
  expect(hasEnded(pid)).toBe(true)
})

test('two servers that leave at the same moment leave nothing running', async () => {
  const both = [databaseProcess(made), databaseProcess(made)]
  await Promise.all(both.map(({ ready }) => ready))
  const pid = pidIn(made)
  await Promise.all(both.map((server) => server.end('SIGTERM')))
  expect(hasEnded(pid)).toBe(true)
})

test('a server that arrives while the last one leaves has a database that stays', async () => {
  for (let round = 0; round < 3; round += 1) {
    const leaving = databaseProcess(made)
    await leaving.ready
    const [database] = await Promise.all([openDatabase({ dataFolder: made }), leaving.end('SIGTERM')])
    expect(await ask(database.ownerUrl, 'select 1 as here')).toEqual([{ here: 1 }])
    await database.stop()
  }
})

test('four processes that start from nothing share one database', async () => {
  const fresh = places.make()
  const four = [1, 2, 3, 4].map(() => databaseProcess(fresh))
  const urls = await Promise.all(four.map(({ ready }) => ready))
  expect(new Set(urls).size).toBe(1)
  expect(
    await ask(urls[0] ?? '', `select count(*)::int as marks from pg_locks where locktype = 'advisory'`),
  ).toEqual([{ marks: 4 }])
  await Promise.all(four.map((server) => server.end('SIGTERM')))
})

test('a path with spaces and signs, too long for a socket, works', async () => {
  const dataFolder = places.make(`Dr. Ana's practice & co, ${'a long name '.repeat(8)}`)
  const database = await openDatabase({ dataFolder })
  expect(await ask(database.ownerUrl, 'select 1 as here')).toEqual([{ here: 1 }])
  await database.stop()
})

test('a data folder that cannot be made is named in one sentence', async () => {
  const below = join(made, 'secrets/database.json/below')
  await expect(openDatabase({ dataFolder: below })).rejects.toMatchObject({
    kind: 'data-folder',
    message: expect.stringContaining('--data'),
  })
})
