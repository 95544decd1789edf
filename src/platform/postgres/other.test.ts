import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
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
    ...(database.appPassword === undefined ? {} : { appPassword: database.appPassword }),
  })
  expect(await ask(database.appUrl, 'select current_user as me')).toEqual([{ me: 'throughline_app' }])
  await database.stop()
  expect(await ask(someone.ownerUrl, 'select 1 as here')).toEqual([{ here: 1 }])
})

test('DATABASE_APP_URL says how the app signs in where roles are handed out by hand', async () => {
  vi.stubEnv('DATABASE_APP_URL', 'postgres://throughline_app:by-hand@db.practice.example/care')
  const database = await openDatabase({ dataFolder: places.make(), databaseUrl: someone.ownerUrl })
  expect(database).toMatchObject({ appUrl: process.env['DATABASE_APP_URL'], appPassword: undefined })
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
  const run = (program: string) => `LD_LIBRARY_PATH=${links}:${native}/lib exec ${native}/bin/${program} "$@"`
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
