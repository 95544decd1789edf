import { afterAll, expect, test, vi } from 'vitest'
import { ask, dataFolders } from '../../platform/testing/embedded.ts'
import { start, started, throughline } from '../testing/started.ts'

const places = dataFolders()
// Each makes whole databases, two of them at once.
vi.setConfig({ testTimeout: 180_000 })
afterAll(() => places.clear())

async function holdings(dataFolder: string) {
  const url = throughline('db', 'url', '--owner', '--data', dataFolder).stdout.trim()
  return ask(
    url,
    `select (select count(*)::int from practice) as practices, (select count(*)::int from member) as members,
      (select count(*)::int from listing) > 0 as listed`,
  )
}

const whole = [{ practices: 1, members: 6, listed: true }]

test('two first starts at once make one demo, and each shows whom one can sign in as', async () => {
  const dataFolder = places.make()
  const both = await Promise.all([started(dataFolder, { demo: true }), started(dataFolder, { demo: true })])
  expect(await holdings(dataFolder)).toEqual(whole)
  for (const { told, address } of both) {
    expect(told()).toContain(`${address}/demo`)
    expect(told()).toMatch(/ {2}Rosa Delgado \(demo\) +client +rosa@demo\.example/)
  }
  await Promise.all(both.map((server) => server.end('SIGTERM')))
  expect(throughline('start', '--empty', '--data', dataFolder)).toMatchObject({
    status: 2,
    json: { problem: { kind: 'holds-the-demo' } },
  })
})

test('a first start that is killed while it makes the demo is followed by one that makes it whole', async () => {
  const dataFolder = places.make()
  const killed = start(dataFolder, { demo: true })
  await expect.poll(killed.told, { timeout: 60_000 }).toContain('Making the demo practice')
  const url = throughline('db', 'url', '--owner', '--data', dataFolder).stdout.trim()
  await expect.poll(() => ask(url, 'select from member'), { timeout: 60_000 }).not.toEqual([])
  await killed.end('SIGKILL')
  const next = await started(dataFolder, { demo: true })
  expect(await holdings(dataFolder)).toEqual(whole)
  await next.end('SIGTERM')
})

test('a practice of one’s own begins empty, and no later start puts the demo into it', async () => {
  const dataFolder = places.make()
  const server = await started(dataFolder)
  expect(await holdings(dataFolder)).toEqual([{ practices: 0, members: 0, listed: false }])
  expect(server.told()).toMatch(/\/set-up with this code, [^:]+:\n\n {2}[0-9A-Za-z-]{8,}\n/)
  await server.end('SIGTERM')
  const again = await started(dataFolder, { demo: true })
  expect(await holdings(dataFolder)).toEqual([{ practices: 0, members: 0, listed: false }])
  await again.end('SIGTERM')
  expect(throughline('seed', '--data', dataFolder)).toMatchObject({
    status: 2,
    json: { problem: { kind: 'holds-a-practice' } },
  })
})

test('seed makes the demo without a server, and says the same when it is there', () => {
  const dataFolder = places.make()
  const made = throughline('seed', '--data', dataFolder)
  expect(made).toMatchObject({ status: 0, stderr: expect.stringContaining('Making the demo practice') })
  expect(made.json).toMatchObject({
    signIns: expect.arrayContaining([expect.objectContaining({ roles: ['auditor'] })]),
  })
  const again = throughline('seed', '--data', dataFolder)
  expect(again.json).toEqual(made.json)
  expect(again.stderr).not.toContain('Making the demo practice')
})
