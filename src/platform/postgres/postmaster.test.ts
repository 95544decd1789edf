import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { postmasterOf } from './postmaster.ts'

/** Writes the file and takes it away, as fast as it can. */
const flicker = `
  const { writeFileSync, rmSync } = require('node:fs')
  const { workerData } = require('node:worker_threads')
  for (;;) {
    writeFileSync(workerData, String(process.pid) + '\\n')
    rmSync(workerData, { force: true })
  }`

test('a file that a postmaster takes away while it is read belongs to nobody, and fails nothing', async () => {
  const data = mkdtempSync(join(tmpdir(), 'throughline-postmaster-'))
  const worker = new Worker(flicker, { eval: true, workerData: join(data, 'postmaster.pid') })
  const seen = new Set<number | undefined>()
  try {
    await new Promise((begun) => worker.once('online', begun))
    const until = performance.now() + 2_000
    while (performance.now() < until) seen.add(postmasterOf(data))
  } finally {
    await worker.terminate()
    rmSync(data, { recursive: true, force: true })
  }
  expect(seen).toEqual(new Set([undefined, process.pid]))
})
