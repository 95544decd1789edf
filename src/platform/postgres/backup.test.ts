import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, dataFolders } from '../testing/embedded.ts'
import { backUp } from './backup.ts'
import type { OpenDatabase } from './database.ts'
import type { Manifest } from './manifest.ts'
import { openDatabase } from './open.ts'
import { restore } from './restore.ts'

const places = dataFolders()
const dataFolder = places.make()
let database: OpenDatabase

beforeAll(async () => {
  database = await openDatabase({ dataFolder })
  await ask(
    database.ownerUrl,
    `create table migration (name text); insert into migration values ('0001-a.sql'), ('0002-b.sql');
     create table fact (id int primary key, words text not null);
     insert into fact select n, repeat(md5(n::text), 20) from generate_series(1, 5000) n`,
  )
  mkdirSync(join(dataFolder, 'keys'))
  writeFileSync(join(dataFolder, 'keys/audit.pem'), 'a key')
})
afterAll(async () => {
  await database.stop()
  await places.clear()
})

const plan = (folder: string) => ({
  dataFolder,
  folder,
  ownerUrl: database.ownerUrl,
  postgres: database.version,
})
const restored = (folder: string, into: string) => restore({ folder, dataFolder: into, log: () => {} })
const digest = (upTo: number) =>
  `select count(*)::int as rows, md5(string_agg(id || words, ',' order by id)) as digest from fact where id <= ${upTo}`

/** Writes one row after another until told to stop; answers the last that was acknowledged. */
function keepWriting(url: string) {
  let going = true
  let acknowledged = 5000
  const done = (async () => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    while (going) {
      await client.query(`insert into fact select n, repeat(md5(n::text), 20) from (select $1::int as n)`, [
        acknowledged + 1,
      ])
      acknowledged += 1
    }
    await client.end()
  })()
  return {
    acknowledged: () => acknowledged,
    async stop() {
      going = false
      await done
    },
  }
}

test('a backup made while rows are written holds every one that was acknowledged before it began, and no half', async () => {
  const writer = keepWriting(database.ownerUrl)
  await expect.poll(writer.acknowledged).toBeGreaterThan(5050)
  const before = writer.acknowledged()
  const folder = places.make('backup')
  const manifest = await backUp(plan(folder))
  await writer.stop()
  expect(writer.acknowledged()).toBeGreaterThan(before)

  const into = places.make()
  const { rows } = await restored(folder, into)
  const kept = rows['fact'] ?? 0
  expect(kept).toBeGreaterThanOrEqual(before)
  expect(manifest).toMatchObject({ migration: '0002-b.sql', rowsAtStart: { migration: 2 } })
  const copy = await openDatabase({ dataFolder: into })
  expect(await ask(copy.ownerUrl, digest(kept))).toEqual(await ask(database.ownerUrl, digest(kept)))
  expect(await ask(copy.ownerUrl, 'select max(id) as last from fact')).toEqual([{ last: kept }])
  await copy.stop()
  expect(readFileSync(join(into, 'keys/audit.pem'), 'utf8')).toBe('a key')
})

test('a database at rest comes back equal, and goes on on its own', async () => {
  const folder = places.make('backup')
  const { rowsAtStart, bytes, tookMs } = await backUp(plan(folder))
  const into = places.make()
  const { rows } = await restored(folder, into)
  expect(rows).toEqual(rowsAtStart)
  expect(bytes).toBeGreaterThan(10_000_000)
  expect(tookMs).toBeGreaterThan(0)
  const copy = await openDatabase({ dataFolder: into })
  expect(await ask(copy.ownerUrl, digest(1e9))).toEqual(await ask(database.ownerUrl, digest(1e9)))
  await ask(copy.ownerUrl, `insert into fact values (-1, 'only here')`)
  await copy.stop()
  expect(await ask(database.ownerUrl, 'select from fact where id = -1')).toEqual([])
})

test('nothing is written over', async () => {
  const folder = places.make('backup')
  await backUp(plan(folder))
  await expect(backUp(plan(folder))).rejects.toMatchObject({ kind: 'folder-not-empty' })
  await expect(restored(folder, dataFolder)).rejects.toMatchObject({ kind: 'folder-not-empty' })
  expect(await ask(database.ownerUrl, 'select count(*)::int as steps from migration')).toEqual([{ steps: 2 }])
})

test('a backup is not kept inside what it is a backup of', async () => {
  const inside = join(dataFolder, 'backup')
  await expect(backUp(plan(inside))).rejects.toMatchObject({ kind: 'backup-inside' })
  rmSync(inside, { recursive: true })
})

test('one changed byte, or one missing file, stops the restore and leaves nothing behind', async () => {
  const folder = places.make('backup')
  const manifest = await backUp(plan(folder))
  const into = places.make()
  const key = join(folder, 'beside/keys/audit.pem')
  appendFileSync(key, ' ')
  await expect(restored(folder, into)).rejects.toMatchObject({
    kind: 'backup-damaged',
    message: /audit\.pem is not/,
  })
  expect(readdirSync(into)).toEqual([])
  writeFileSync(key, 'a key')
  const page = manifest.database.find(({ path }) => path.startsWith('base/'))?.path ?? ''
  rmSync(join(folder, 'database', page))
  await expect(restored(folder, into)).rejects.toMatchObject({
    kind: 'backup-damaged',
    message: /is missing/,
  })
  expect(readdirSync(into)).toEqual([])
})

describe('a backup that says something else of itself', () => {
  const folder = places.make('backup')
  let manifest: Manifest
  beforeAll(async () => {
    manifest = await backUp(plan(folder))
  })
  const saying = (change: Record<string, unknown>) =>
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, ...change }))

  test.each([
    [{ migration: '9999-later.sql' }, 'backup-of-another-version'],
    [{ postgres: '19.1' }, 'backup-of-another-version'],
    [{ format: 2 }, 'not-a-backup'],
    [{ database: 'all of it' }, 'not-a-backup'],
    [{ database: [] }, 'not-a-backup'],
    [{ beside: [{ path: '../../taken', bytes: 1, sha256: '' }] }, 'not-a-backup'],
    [{ folders: ['/etc'] }, 'not-a-backup'],
    [{ beside: [{ path: 'database/18/PG_VERSION', bytes: 1, sha256: '' }] }, 'not-a-backup'],
  ])('%j is refused, and the target is not even made', async (change, kind) => {
    saying(change)
    const into = places.make()
    await expect(restored(folder, into)).rejects.toMatchObject({ kind })
    expect(existsSync(into)).toBe(false)
  })

  test('without its log, so that it cannot come up, it leaves nothing behind', async () => {
    saying({ database: manifest.database.filter(({ path }) => !path.startsWith('pg_wal/')) })
    const into = places.make()
    await expect(restored(folder, into)).rejects.toMatchObject({ kind: 'database-did-not-start' })
    expect(readdirSync(into)).toEqual([])
  })
})

test('a link or a pipe in a backup is no file of it, whatever it leads to', async () => {
  const folder = places.make('backup')
  await backUp(plan(folder))
  const key = join(folder, 'beside/keys/audit.pem')
  const into = places.make()
  for (const put of [
    () => symlinkSync(join(dataFolder, 'keys/audit.pem'), key),
    () => execFileSync('mkfifo', [key]),
  ]) {
    rmSync(key)
    put()
    await expect(restored(folder, into)).rejects.toMatchObject({
      kind: 'backup-damaged',
      message: /is not a file/,
    })
    expect(readdirSync(into)).toEqual([])
  }
  rmSync(join(folder, 'manifest.json'))
  execFileSync('mkfifo', [join(folder, 'manifest.json')])
  await expect(restored(folder, places.make())).rejects.toMatchObject({ kind: 'not-a-backup' })
})

test('a key that lies elsewhere behind a link is in the backup itself; a link to nowhere is named', async () => {
  const elsewhere = places.make('elsewhere')
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, 'key'), 'the key itself')
  const link = join(dataFolder, 'keys/linked')
  symlinkSync(join(elsewhere, 'key'), link)
  const folder = places.make('backup')
  const manifest = await backUp(plan(folder))
  expect(manifest.beside.map(({ path }) => path)).toContain('keys/linked')
  expect(readFileSync(join(folder, 'beside/keys/linked'), 'utf8')).toBe('the key itself')
  rmSync(join(elsewhere, 'key'))
  await expect(backUp(plan(places.make('backup')))).rejects.toMatchObject({
    kind: 'not-a-file',
    message: /keys\/linked/,
  })
  rmSync(link)
})

test('a backup that was cut short is none', async () => {
  const folder = places.make('backup')
  await backUp(plan(folder))
  rmSync(join(folder, 'manifest.json'))
  await expect(restored(folder, places.make())).rejects.toMatchObject({ kind: 'not-a-backup' })
})

test('a restore that was cut short does not pass for an empty practice', async () => {
  const into = places.make()
  mkdirSync(into)
  writeFileSync(join(into, 'restore-unfinished'), '')
  await expect(openDatabase({ dataFolder: into })).rejects.toMatchObject({ kind: 'restore-unfinished' })
  expect(existsSync(join(into, 'database'))).toBe(false)
})
