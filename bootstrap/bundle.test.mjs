import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleServer } from './build/bundle.mjs'

/** As a package manager lays it out: the bundle and what it reads, without a source in sight. */
let copy
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'throughline-installed-'))
  chmodSync(copy, 0o711)
  for (const path of ['package.json', 'content', 'db', 'bin', 'bootstrap'])
    cpSync(path, join(copy, path), { recursive: true, filter: (file) => !file.includes('node_modules') })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  await bundleServer(join(copy, 'dist/server'))
})
afterAll(() => rmSync(copy, { recursive: true }))

function installed(...args) {
  const env = { ...process.env, DATABASE_URL: '', THROUGHLINE_DATA: join(copy, 'kept') }
  const file = join(copy, 'bootstrap/run.mjs')
  return spawnSync(process.execPath, [file, 'cli', ...args], { cwd: '/', env, encoding: 'utf8' })
}

test('an installed copy says how it is used', () => {
  const { status, stdout } = installed('--help')
  expect(stdout).toContain('throughline COMMAND [options]')
  expect(status).toBe(0)
})

test('an installed copy finds its content, its history and its database', () => {
  const { status, stderr, stdout } = installed('seed')
  expect(stderr).toContain('Making the demo practice')
  expect(JSON.parse(stdout).signIns.length).toBeGreaterThan(5)
  expect(status).toBe(0)
})
