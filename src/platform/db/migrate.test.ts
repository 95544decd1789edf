import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../postgres/open.ts'
import { ask, dataFolders } from '../testing/embedded.ts'
import { migrate } from './migrate.ts'

const places = dataFolders()
const database = await openDatabase({ dataFolder: places.make() })
const owner = database.ownerUrl
let folder = ''

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-migrations-'))
  await ask(owner, 'drop schema public cascade; create schema public; grant usage on schema public to public')
  return () => rmSync(folder, { recursive: true })
})
afterAll(async () => {
  await database.stop()
  await places.clear()
})

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
const tables = () =>
  ask(owner, `select tablename as name from pg_tables where schemaname = 'public' order by 1`)
const run = () => migrate(owner, () => {}, { folder })

test('files run in order, once', async () => {
  write('0002-second.sql', 'alter table visit add column place text')
  write('0001-first.sql', 'create table visit (id int)')
  expect(await run()).toEqual(['0001-first.sql', '0002-second.sql'])
  expect(await run()).toEqual([])
  write('0003-third.sql', 'create table room (id int)')
  expect(await run()).toEqual(['0003-third.sql'])
})

test('of processes that start together, one applies each file and the others wait for it', async () => {
  write('0001-first.sql', 'create table visit (id int); select pg_sleep(0.2)')
  write('0002-second.sql', 'insert into visit values (1)')
  const said: string[] = []
  const applied = await Promise.all(
    [1, 2, 3].map(() => migrate(owner, (words) => said.push(words), { folder })),
  )
  expect(applied.flat()).toEqual(['0001-first.sql', '0002-second.sql'])
  expect(said.filter((words) => words.includes('waiting'))).toHaveLength(2)
  expect(await ask(owner, 'select count(*)::int as visits from visit')).toEqual([{ visits: 1 }])
})

test('a file that fails changes nothing, and runs whole once it is mended', async () => {
  write('0001-first.sql', 'create table visit (id int); select 1/0')
  await expect(run()).rejects.toMatchObject({
    kind: 'migration-failed',
    message: /0001-first.sql.*division by zero/,
  })
  expect(await tables()).toEqual([{ name: 'migration' }])
  write('0001-first.sql', 'create table visit (id int)')
  expect(await run()).toEqual(['0001-first.sql'])
})

test('a file that was changed after it had run is refused before anything else runs', async () => {
  write('0001-first.sql', 'create table visit (id int)')
  await run()
  write('0001-first.sql', 'create table visit (id bigint)')
  write('0002-second.sql', 'create table room (id int)')
  await expect(run()).rejects.toMatchObject({ kind: 'migration-changed' })
  expect(await tables()).toEqual([{ name: 'migration' }, { name: 'visit' }])
})

test('line ends of another system are not a change', async () => {
  write('0001-first.sql', 'create table visit (\n  id int\n)')
  await run()
  write('0001-first.sql', 'create table visit (\r\n  id int\r\n)')
  expect(await run()).toEqual([])
})

test('a database from a newer version is refused', async () => {
  write('0001-first.sql', 'create table visit (id int)')
  write('0002-newer.sql', 'create table room (id int)')
  await run()
  rmSync(join(folder, '0002-newer.sql'))
  await expect(run()).rejects.toMatchObject({ kind: 'database-newer' })
})

test.each(['1-first.sql', '0001_first.sql', '0001-first.txt'])(
  'a file named %s is refused, not skipped',
  async (name) => {
    write(name, 'select 1')
    await expect(run()).rejects.toThrow(/is not named like/)
  },
)

test('a number is used once', async () => {
  write('0001-first.sql', 'select 1')
  write('0001-other.sql', 'select 1')
  await expect(run()).rejects.toThrow(/number 0001/)
})

test('the app role can sign in with the password given, and owns nothing', async () => {
  write('0001-first.sql', 'create table visit (id int); grant select on visit to throughline_app')
  await migrate(owner, () => {}, { folder, appLogin: database.appLogin })
  expect(await ask(database.appUrl, 'select * from visit')).toEqual([])
  await expect(ask(database.appUrl, 'create table mine (id int)')).rejects.toThrow(/permission denied/)
  await expect(ask(database.appUrl, 'insert into visit values (1)')).rejects.toThrow(/permission denied/)
  const may = `select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname = current_user`
  expect(Object.values((await ask(database.appUrl, may))[0] ?? {})).toEqual([false, false, false, false])
})
