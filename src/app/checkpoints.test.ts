import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openCheckpoints, readCheckpoints } from './checkpoints.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-checkpoints-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const end = (position: number) => ({ practiceId: 'p', position, hash: 'ab'.repeat(32) })
const publicKey = () => join(folder, 'audit-key.pem.pub')

test('the newest checkpoint of a practice is read back', () => {
  const file = openCheckpoints(folder)
  file.write([end(1)], '2026-03-01T10:00:00Z')
  openCheckpoints(folder).write([end(2)], '2026-03-01T10:00:10Z')
  expect(readCheckpoints(file.path, publicKey())).toEqual([end(2)])
})

test('a line that was changed is refused by its number', () => {
  const file = openCheckpoints(folder)
  file.write([end(1), end(2)], '2026-03-01T10:00:00Z')
  writeFileSync(file.path, readFileSync(file.path, 'utf8').replace('"position":2', '"position":1'))
  expect(() => readCheckpoints(file.path, publicKey())).toThrow('line 2')
})

test('the key is for its owner alone', () => {
  openCheckpoints(folder)
  expect(statSync(join(folder, 'audit-key.pem')).mode & 0o077).toBe(0)
})
