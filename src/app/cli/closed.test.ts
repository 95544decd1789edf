import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const around = realpathSync(mkdtempSync(join(tmpdir(), 'throughline-closed-')))
const at = (name: string) => join(around, name)
const nobody = 65_534

/** A data folder, a backup and a file that are another user's, and a folder in which nobody may make anything. */
beforeAll(() => {
  chmodSync(around, 0o755)
  for (const name of ['data', 'data/database', 'backup', 'sealed']) mkdirSync(at(name), { mode: 0o700 })
  writeFileSync(at('backup/manifest.json'), '{}', { mode: 0o600 })
  writeFileSync(at('referral.json'), '{}', { mode: 0o600 })
})
afterAll(() => rmSync(around, { recursive: true }))

const id = '00000000-0000-4000-8000-000000000001'

/** As somebody else than whose these are. */
function asAnother(line: string) {
  const words = line.split(' ').map((word) => word.replace('AROUND', around).replace(/^ID$/, id))
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/app/cli/main.ts', ...words], {
    uid: nobody,
    gid: nobody,
    env: { PATH: process.env['PATH'], DATABASE_URL: '', THROUGHLINE_DATA: '' },
    encoding: 'utf8',
  })
  return {
    status,
    stderr,
    said: JSON.parse(stdout || '{}') as { problem?: { kind: string; detail: string } },
  }
}

// Only root can become another user.
test.runIf(process.getuid?.() === 0).each([
  ['backup AROUND/new --data AROUND/data', 'data-folder'],
  ['export ID --format fhir --out AROUND/new --data AROUND/data', 'data-folder'],
  ['audit verify --data AROUND/data', 'data-folder'],
  ['start --empty --port 0 --data AROUND/data', 'data-folder'],
  ['migrate --data AROUND/data', 'data-folder'],
  ['start --empty --port 0 --data AROUND/sealed/below', 'data-folder'],
  ['restore AROUND/backup --data AROUND/new', 'not-permitted'],
  ['import AROUND/referral.json --practice ID --as x --data AROUND/data', 'referral-file'],
])('%s, as another user, is one clear sentence and changes nothing', (line, kind) => {
  const seen = asAnother(line)
  expect([seen.status, seen.said.problem?.kind]).toEqual([2, kind])
  expect(seen.said.problem?.detail).toMatch(/may not|cannot be/)
  expect(seen.stderr).not.toMatch(/^\s+at |node:internal|\.ts:\d/m)
  expect(readdirSync(around).toSorted()).toEqual(['backup', 'data', 'referral.json', 'sealed'])
})
