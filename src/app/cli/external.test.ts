import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../platform/postgres/open.ts'
import type { OpenDatabase } from '../../platform/postgres/database.ts'
import { ask, dataFolders } from '../../platform/testing/embedded.ts'
import { start, started, throughlineWith } from '../testing/started.ts'

/** A PostgreSQL that someone else runs, with a fresh database in it for each installation. */
const places = dataFolders()
let cluster: OpenDatabase
beforeAll(async () => {
  cluster = await openDatabase({ dataFolder: places.make() })
})
afterAll(async () => {
  await cluster.stop()
  await places.clear()
})

let made = 0
async function emptyDatabase(): Promise<{ DATABASE_URL: string }> {
  made += 1
  await ask(cluster.ownerUrl, `create database care_${made}`)
  const url = new URL(cluster.ownerUrl)
  url.pathname = `/care_${made}`
  return { DATABASE_URL: url.href }
}

const serveOnce = async (dataFolder: string, environment: NodeJS.ProcessEnv) =>
  expect(await (await started(dataFolder, { environment })).end('SIGTERM')).toBe(0)

/** What a start that should be refused says. One that goes on all the same is ended, and is no answer. */
async function refusedStart(environment: NodeJS.ProcessEnv, dataFolder: string): Promise<string> {
  const server = start(dataFolder, { environment, demo: true })
  const address = await server.ready.catch(() => undefined)
  if (address === undefined) return server.told()
  await server.end('SIGTERM')
  throw new Error('it started')
}

describe('the key that secrets are sealed with', () => {
  test('is demanded of a second host, and named with what to do; with it the second host starts', async () => {
    const [environment, first, second] = [await emptyDatabase(), places.make(), places.make()]
    await serveOnce(first, environment)
    const said = await refusedStart(environment, second)
    expect(said).toContain('"kind":"vault-key-missing"')
    expect(said).toContain('Copy vault.key')
    expect(existsSync(join(second, 'vault.key'))).toBe(false)
    copyFileSync(join(first, 'vault.key'), join(second, 'vault.key'))
    await serveOnce(second, environment)
  })

  test('of another installation is refused', async () => {
    const [environment, first, second] = [await emptyDatabase(), places.make(), places.make()]
    await serveOnce(first, environment)
    mkdirSync(second)
    writeFileSync(join(second, 'vault.key'), `${Buffer.alloc(32, 7).toString('base64')}\n`)
    expect(await refusedStart(environment, second)).toContain('"kind":"vault-key-another"')
  })

  test('is nowhere in the database; what stands there fits no other key', async () => {
    const [environment, folder] = [await emptyDatabase(), places.make()]
    await serveOnce(folder, environment)
    const [{ mark } = { mark: '' }] = await ask(
      environment.DATABASE_URL,
      `select mark from house_mark where kind = 'vault-key'`,
    )
    const key = Buffer.from(readFileSync(join(folder, 'vault.key'), 'utf8').trim(), 'base64')
    expect(mark).toMatch(/^[0-9a-f]{64}$/)
    expect(mark).not.toBe(key.toString('hex'))
  })

  test('of a database that has secrets and no mark yet must open them', async () => {
    const [environment, first, second] = [await emptyDatabase(), places.make(), places.make()]
    expect(throughlineWith(environment, 'seed', '--data', first).status).toBe(0)
    await ask(environment.DATABASE_URL, `delete from house_mark`)
    expect(await refusedStart(environment, second)).toContain('"kind":"vault-key-missing"')
    writeFileSync(join(second, 'vault.key'), `${Buffer.alloc(32, 7).toString('base64')}\n`)
    expect(await refusedStart(environment, second)).toContain('"kind":"vault-key-another"')
    await (await started(first, { environment, demo: true })).end('SIGTERM')
    copyFileSync(join(first, 'vault.key'), join(second, 'vault.key'))
    await (await started(second, { environment, demo: true })).end('SIGTERM')
  })
})

test('a database that waits for its practice is never filled with the demo, whichever folder the next start comes from', async () => {
  const [environment, first, second] = [await emptyDatabase(), places.make(), places.make()]
  await serveOnce(first, environment)
  mkdirSync(second)
  copyFileSync(join(first, 'vault.key'), join(second, 'vault.key'))
  expect(throughlineWith(environment, 'seed', '--data', second)).toMatchObject({
    status: 2,
    json: { problem: { kind: 'holds-a-practice' } },
  })
  const server = await started(second, { environment, demo: true })
  expect(await ask(environment.DATABASE_URL, 'select from practice')).toEqual([])
  expect(server.told()).toContain('/set-up')
  await server.end('SIGTERM')
})

test('what lies beside a database of DATABASE_URL is backed up and restored, and what is not in it is said', async () => {
  const [environment, first, folder, second] = [
    await emptyDatabase(),
    places.make(),
    places.make('backup'),
    places.make(),
  ]
  await serveOnce(first, environment)
  const backup = throughlineWith(environment, 'backup', folder, '--data', first)
  expect(backup).toMatchObject({ status: 0, json: { database: 'elsewhere' } })
  expect(backup.stderr).toContain('pg_dump')
  expect(existsSync(join(folder, 'beside/vault.key'))).toBe(true)
  const restored = throughlineWith(environment, 'restore', folder, '--data', second)
  expect(restored).toMatchObject({ status: 0, json: { dataFolder: second, database: 'elsewhere' } })
  await serveOnce(second, environment)
})
