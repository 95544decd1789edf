import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { migrate } from '../db/migrate.ts'
import { ask, dataFolders } from '../testing/embedded.ts'
import { packaged } from './binaries.ts'
import type { OpenDatabase } from './database.ts'
import { demandVersion } from './external.ts'
import { openDatabase } from './open.ts'

const places = dataFolders()
const made = places.make()
let someone: OpenDatabase

beforeAll(async () => {
  someone = await openDatabase({ dataFolder: made })
})
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  await someone.stop()
  await places.clear()
})

function noMigrations(): string {
  const folder = places.make()
  mkdirSync(folder)
  return folder
}

/** Makes a database with an owner and a password of its own, and opens it as DATABASE_URL would. */
const ownerIn =
  (clusterUrl: string) =>
  async (name: string, { lent = true } = {}): Promise<OpenDatabase> => {
    await ask(clusterUrl, `create role ${name} login createrole password 'of-${name}'`)
    if (lent) await ask(clusterUrl, `grant throughline_app to ${name} with admin option`)
    await ask(clusterUrl, `create database ${name} owner ${name}`)
    const url = new URL(clusterUrl)
    Object.assign(url, { username: name, password: `of-${name}`, pathname: `/${name}` })
    return openDatabase({ dataFolder: places.make(), databaseUrl: url.href })
  }

/** Programs as a distribution would install them. */
function programs(postgres: string, initdb = 'exit 1'): string {
  const bin = places.make('bin')
  mkdirSync(bin)
  for (const [name, words] of Object.entries({ postgres, initdb }))
    writeFileSync(join(bin, name), `#!/bin/sh\n${words}\n`, { mode: 0o755 })
  return bin
}

test('DATABASE_URL is used as it is, and neither made nor stopped', async () => {
  const dataFolder = places.make()
  const database = await openDatabase({ dataFolder, databaseUrl: someone.ownerUrl })
  expect(database).toMatchObject({ embedded: false, ownerUrl: someone.ownerUrl })
  await migrate(database.ownerUrl, () => {}, {
    folder: noMigrations(),
    appLogin: database.appLogin,
  })
  expect(await ask(database.appUrl, `select pg_has_role('throughline_app', 'usage') as works`)).toEqual([
    { works: true },
  ])
  await database.stop()
  expect(await ask(someone.ownerUrl, 'select 1 as here')).toEqual([{ here: 1 }])
})

test('two installations in one cluster do not shut each other out', async () => {
  const [one, other] = [await ownerIn(someone.ownerUrl)('one'), await ownerIn(someone.ownerUrl)('other')]
  const folder = noMigrations()
  for (const { ownerUrl, appLogin } of [one, other]) await migrate(ownerUrl, () => {}, { folder, appLogin })
  for (const { appUrl } of [one, other])
    expect(await ask(appUrl, 'select current_database() as here')).toHaveLength(1)
})

test('a role that another installation made, and does not lend, is named with what to do', async () => {
  const stranger = await ownerIn(someone.ownerUrl)('stranger', { lent: false })
  const started = migrate(stranger.ownerUrl, () => {}, {
    folder: noMigrations(),
    appLogin: stranger.appLogin,
  })
  await expect(started).rejects.toMatchObject({
    kind: 'role-of-another',
    message: expect.stringContaining('grant throughline_app to'),
  })
})

test('DATABASE_APP_URL says how the app signs in where roles are handed out by hand', async () => {
  vi.stubEnv('DATABASE_APP_URL', 'postgres://throughline_app:by-hand@db.practice.example/care')
  const database = await openDatabase({ dataFolder: places.make(), databaseUrl: someone.ownerUrl })
  expect(database).toMatchObject({
    appUrl: process.env['DATABASE_APP_URL'],
    appLogin: { password: undefined },
  })
})

test('a DATABASE_URL that does not answer is named in one sentence', async () => {
  const databaseUrl = 'postgres://owner:x@127.0.0.1:1/none'
  await expect(openDatabase({ dataFolder: places.make(), databaseUrl })).rejects.toMatchObject({
    kind: 'database-unreachable',
    message: expect.stringMatching(/^DATABASE_URL does not answer: .*ECONNREFUSED/),
  })
})

test('PostgreSQL 16 is too old, 17 and later are not', () => {
  expect(() => demandVersion('16.11')).toThrow(/needs 17 or newer/)
  for (const version of ['17.0', '18.4', '19beta1']) expect(() => demandVersion(version)).not.toThrow()
})

test('THROUGHLINE_PG_BIN runs a distribution’s PostgreSQL', async () => {
  const native = packaged()
  const links = join(made, 'database/libraries')
  const run = (program: string) =>
    `LD_LIBRARY_PATH='${links}:${native}/lib' exec '${native}/bin/${program}' "$@"`
  vi.stubEnv('THROUGHLINE_PG_BIN', programs(run('postgres'), run('initdb')))
  const dataFolder = places.make()
  const database = await openDatabase({ dataFolder })
  expect(await ask(database.ownerUrl, 'select 1 as here')).toEqual([{ here: 1 }])
  await database.stop()
})

test('a THROUGHLINE_PG_BIN of another major version is refused before it touches anything', async () => {
  vi.stubEnv('THROUGHLINE_PG_BIN', programs('echo "postgres (PostgreSQL) 15.18"'))
  await expect(openDatabase({ dataFolder: places.make() })).rejects.toMatchObject({ kind: 'wrong-postgres' })
})

test('a disk without room for a new database is said in a sentence, and nothing is left of it', async () => {
  const initdb = 'echo "initdb: error: could not write file: No space left on device" >&2\nexit 1'
  vi.stubEnv('THROUGHLINE_PG_BIN', programs('echo "postgres (PostgreSQL) 18.4"', initdb))
  const dataFolder = places.make()
  await expect(openDatabase({ dataFolder })).rejects.toMatchObject({
    kind: 'disk-full',
    message: expect.stringMatching(/^The disk is full: a new database needs about 100 MB in \S+\. Make room/),
  })
  expect(readdirSync(join(dataFolder, 'database')).filter((name) => name.startsWith('18'))).toEqual([])
})

test('secrets that do not belong to the database are named, not guessed around', async () => {
  const dataFolder = places.make()
  mkdirSync(join(dataFolder, 'secrets'), { recursive: true })
  writeFileSync(join(dataFolder, 'secrets/database.json'), JSON.stringify({ owner: 'wrong', app: 'wrong' }))
  symlinkSync(join(made, 'database'), join(dataFolder, 'database'))
  await expect(openDatabase({ dataFolder })).rejects.toMatchObject({ kind: 'wrong-secret' })
})

test('a database whose files are broken is given up on, with what it said last', async () => {
  const dataFolder = places.make()
  await (await openDatabase({ dataFolder })).stop()
  mkdirSync(join(dataFolder, 'database/18/pg_replslot/broken'), { mode: 0o700 })
  await expect(openDatabase({ dataFolder })).rejects.toMatchObject({
    kind: 'database-did-not-start',
    message: expect.stringMatching(/PANIC: .*pg_replslot\/broken/),
  })
})
