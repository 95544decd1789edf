import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolders } from '../../platform/testing/embedded.ts'
import { started, throughline, throughlineWith } from '../testing/started.ts'

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

test.each(['backup', 'restore'])('%s leaves a database of DATABASE_URL to its own tools', (command) => {
  const { status, json } = throughlineWith(
    { DATABASE_URL: 'postgres://db.example/care' },
    command,
    places.make('backup'),
  )
  expect({ status, json }).toMatchObject({ status: 2, json: { problem: { kind: 'external-database' } } })
})
