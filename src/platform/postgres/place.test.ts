import { chmodSync, chownSync, cpSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test, type TestContext } from 'vitest'
import { ask, databaseProcess, dataFolders, folderOf } from '../testing/embedded.ts'
import { type Account, accountFor, canEnter } from './account.ts'
import { carried, packaged } from './binaries.ts'
import { clusterIn } from './cluster.ts'
import { initialise } from './initdb.ts'
import { openDatabase } from './open.ts'

const places = dataFolders()
afterAll(() => places.clear())

async function unprivileged(context: TestContext): Promise<Account> {
  const account = await accountFor('/nowhere')
  return account ?? context.skip('only root can become another user')
}

test('root lends the database to an unprivileged user', async (context) => {
  const { uid } = await unprivileged(context)
  const dataFolder = places.make()
  const database = await openDatabase({ dataFolder })
  expect(statSync(join(dataFolder, 'database/18')).uid).toBe(uid)
  expect(lstatSync(join(dataFolder, 'database')).isSymbolicLink()).toBe(false)
  await database.stop()
})

test('a data folder that was closed to everyone but root is opened just enough to pass through', async (context) => {
  await unprivileged(context)
  const dataFolder = places.make()
  mkdirSync(dataFolder, { mode: 0o700 })
  await (await openDatabase({ dataFolder })).stop()
  expect(statSync(dataFolder).mode & 0o777).toBe(0o701)
  expect(lstatSync(join(dataFolder, 'database')).isSymbolicLink()).toBe(false)
})

test('below a folder only root may enter, the database lies elsewhere and a link leads there', async (context) => {
  await unprivileged(context)
  const dataFolder = places.make()
  chmodSync(dirname(dataFolder), 0o700)
  const both = [databaseProcess(dataFolder), databaseProcess(dataFolder)]
  const [url] = await Promise.all(both.map(({ ready }) => ready))
  expect(await ask(url ?? '', 'select 1 as here')).toEqual([{ here: 1 }])
  expect(realpathSync(join(dataFolder, 'database'))).toMatch(/^\/var\/lib\/throughline\/database-/)
  await Promise.all(both.map((server) => server.end('SIGTERM')))
})

test('an ordinary user needs nothing from root', async (context) => {
  const account = await unprivileged(context)
  if (!(await canEnter(import.meta.dirname, account))) context.skip('this checkout is closed to other users')
  const dataFolder = places.make()
  chownSync(dirname(dataFolder), account.uid, account.gid)
  const server = databaseProcess(dataFolder, account)
  expect(await ask(await server.ready, 'select 1 as here')).toEqual([{ here: 1 }])
  expect(statSync(folderOf(dataFolder)).uid).toBe(account.uid)
  await server.end('SIGTERM')
})

test('programs in a folder only root may enter are copied to where the database user can run them', async (context) => {
  const account = await unprivileged(context)
  const closed = places.make('closed')
  mkdirSync(closed, { mode: 0o700 })
  cpSync(dirname(packaged()), closed, { recursive: true })
  const folder = places.make()
  mkdirSync(folder)
  chownSync(folder, account.uid, account.gid)
  const binaries = await carried(join(closed, 'native'), folder, account)
  expect(binaries.bin).toContain(join(folder, 'programs-18'))
  await initialise(await clusterIn(folder, binaries, account), 'a password')
  expect(statSync(join(folder, '18/PG_VERSION')).uid).toBe(account.uid)
})
