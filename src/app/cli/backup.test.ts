import { copyFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolders } from '../../platform/testing/embedded.ts'
import { started, throughline, throughlineMeanwhile, throughlineWith } from '../testing/started.ts'

const places = dataFolders()
afterAll(() => places.clear())

test('a practice is backed up while its server works, restored elsewhere, and served from there', async () => {
  const [dataFolder, folder, into] = [places.make(), places.make('backup'), places.make()]
  const server = await started(dataFolder)
  const backup = throughline('backup', folder, '--data', dataFolder)
  expect(backup).toMatchObject({ status: 0, json: { format: 1, rowsAtStart: { person: 0 } } })
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
  await server.end('SIGTERM')
  expect(statSync(folder).mode & 0o077).toBe(0)

  const restored = throughline('restore', folder, '--data', into)
  expect(restored).toMatchObject({ status: 0, json: { dataFolder: into, rows: { person: 0 } } })
  for (const name of ['vault.key', 'audit-key.pem', 'secrets/database.json'])
    expect(existsSync(join(into, name))).toBe(true)
  const again = await started(into)
  expect((await fetch(`${again.address}/healthz`)).status).toBe(200)
  expect(await again.end('SIGTERM')).toBe(0)
})

/** Asks as nobody, again and again: each refusal is a row of the trail. */
function keepAsking(address: string) {
  let [going, asked] = [true, 0]
  const done = (async () => {
    while (going) {
      await fetch(`${address}/api/people/00000000-0000-4000-8000-000000000000`)
      asked += 1
    }
  })()
  return { asked: () => asked, stop: () => ((going = false), done) }
}

const sealed = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').length : 0)

test('the trail of a restored copy holds, and beside a checkpoint from after the backup its tail is missing', async () => {
  const [dataFolder, folder, into] = [places.make(), places.make('backup'), places.make()]
  const server = await started(dataFolder)
  const checkpoints = join(dataFolder, 'checkpoints.jsonl')
  const load = keepAsking(server.address)
  await expect.poll(() => sealed(checkpoints), { timeout: 20_000 }).toBeGreaterThan(0)
  const before = load.asked()
  expect(await throughlineMeanwhile('backup', folder, '--data', dataFolder)).toMatchObject({ status: 0 })
  expect(load.asked()).toBeGreaterThan(before)
  const atBackup = sealed(checkpoints)
  await expect.poll(load.asked, { timeout: 20_000 }).toBeGreaterThan(before + 20)
  await expect.poll(() => sealed(checkpoints), { timeout: 20_000 }).toBeGreaterThan(atBackup)
  await load.stop()
  const later = join(places.make(), '..', 'later.jsonl')
  await server.end('SIGTERM')
  copyFileSync(checkpoints, later)

  expect(throughline('restore', folder, '--data', into)).toMatchObject({ status: 0 })
  const verify = (file: string) => throughline('audit', 'verify', '--data', into, '--checkpoint', file)
  expect(verify(join(into, 'checkpoints.jsonl'))).toMatchObject({ status: 0, json: { ok: true } })
  expect(verify(later)).toMatchObject({ status: 1, json: { ok: false, first: { fault: 'cut' } } })
})

test.each([
  ['restore', 'external-database'],
  ['backup', 'no-vault-key'],
])('%s, with DATABASE_URL and nothing of its own to work on, is refused: %s', (command, kind) => {
  const { status, json } = throughlineWith(
    { DATABASE_URL: 'postgres://db.example/care' },
    command,
    places.make('backup'),
    '--data',
    places.make(),
  )
  expect({ status, json }).toMatchObject({ status: 2, json: { problem: { kind } } })
})
