import { copyFileSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, dataFolders, hasEnded, pidIn } from '../../platform/testing/embedded.ts'
import { started, throughline } from '../testing/started.ts'

const places = dataFolders()
const made = places.make()

beforeAll(() => void throughline('migrate', '--data', made))
afterAll(() => places.clear())

const health = async (address: string) => (await fetch(`${address}/healthz`)).status

test('it answers when it says that it is ready, and leaves nothing running', async () => {
  const server = await started(made)
  expect(await health(server.address)).toBe(200)
  expect(server.told()).toContain('No mail leaves this server (SMTP_URL is not set)')
  const database = pidIn(made)
  expect(await server.end('SIGINT')).toBe(0)
  expect([server.pid, database].map(hasEnded)).toEqual([true, true])
})

test('a server that was killed is followed by one that recovers', async () => {
  const dataFolder = places.copyOf(made)
  const killed = await started(dataFolder)
  const database = pidIn(dataFolder)
  await killed.end('SIGKILL')
  const next = await started(dataFolder)
  expect(await health(next.address)).toBe(200)
  expect(pidIn(dataFolder)).toBe(database)
  expect(await next.end('SIGTERM')).toBe(0)
  expect(hasEnded(database)).toBe(true)
})

test('two servers share one database, and the last to leave stops it', async () => {
  const dataFolder = places.copyOf(made)
  const [one, other] = await Promise.all([started(dataFolder), started(dataFolder)])
  const database = pidIn(dataFolder)
  expect(await one.end('SIGTERM')).toBe(0)
  expect(await health(other.address)).toBe(200)
  expect(await other.end('SIGTERM')).toBe(0)
  expect(hasEnded(database)).toBe(true)
})

test('a server goes on by itself when its database is killed', async () => {
  const dataFolder = places.copyOf(made)
  const server = await started(dataFolder)
  process.kill(pidIn(dataFolder), 'SIGKILL')
  await expect.poll(() => server.told(), { timeout: 15_000 }).toContain('the database is back')
  expect(await health(server.address)).toBe(200)
  expect(await server.end('SIGTERM')).toBe(0)
})

test('a port in use is said in one sentence, and the database is not left behind', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await sleep(20)
  const port = String((other.address() as AddressInfo).port)
  const { status, json } = throughline('start', '--empty', '--data', made, '--port', port)
  expect({ status, json }).toEqual({
    status: 2,
    json: { problem: { kind: 'port-taken', detail: `Port ${port} is in use. Choose another with --port.` } },
  })
  expect(() => pidIn(made)).toThrow(/ENOENT/)
  other.close()
})

test('DATABASE_URL is served instead, and stays when the server goes', async () => {
  const home = await started(made)
  const url = throughline('db', 'url', '--owner', '--data', made).stdout.trim()
  const guestFolder = places.make()
  mkdirSync(guestFolder)
  copyFileSync(join(made, 'vault.key'), join(guestFolder, 'vault.key'))
  const guest = await started(guestFolder, { environment: { DATABASE_URL: url } })
  expect(await health(guest.address)).toBe(200)
  expect(await guest.end('SIGTERM')).toBe(0)
  expect(await health(home.address)).toBe(200)
  await home.end('SIGTERM')
})

test('the database’s address is told while it runs, for either role', async () => {
  const server = await started(made)
  const app = throughline('db', 'url', '--data', made).stdout.trim()
  const owner = throughline('db', 'url', '--owner', '--json', '--data', made).json as { url: string }
  expect(await ask(app, 'select current_user as me')).toEqual([{ me: 'throughline_app' }])
  expect(await ask(owner.url, 'select current_user as me')).toEqual([{ me: 'owner' }])
  await server.end('SIGTERM')
  expect(throughline('db', 'url', '--data', made)).toMatchObject({
    status: 2,
    json: { problem: { kind: 'database-not-running' } },
  })
})
