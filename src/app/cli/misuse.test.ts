import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-misuse-'))
const at = (name: string) => join(folder, name)
const nowhere = at('no-such-folder')
const id = '00000000-0000-4000-8000-000000000001'

beforeAll(() => {
  mkdirSync(at('folder'))
  mkdirSync(at('full'))
  mkdirSync(at('cut'))
  mkdirSync(at('foreign'))
  writeFileSync(at('full/kept.txt'), 'kept')
  writeFileSync(at('empty'), '')
  writeFileSync(at('cut.json'), '{"resourceType":"Bundle","entry":[{"resource":{"resourceTy')
  writeFileSync(at('binary'), Buffer.from(Array.from({ length: 4096 }, (_, place) => (place * 37) % 256)))
  writeFileSync(at('huge'), Buffer.alloc(40_000_000, 'a'))
  writeFileSync(at('cut/manifest.json'), '{"format":1,"made')
  writeFileSync(at('foreign/manifest.json'), '{"format":1,"name":"of something else"}')
  for (const name of ['DATABASE_URL', 'THROUGHLINE_DATA']) delete process.env[name]
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What is typed, and the kind of problem it is. */
const typed: readonly (readonly [line: string, kind: string])[] = [
  ['nonsense', 'usage'],
  ['audit', 'usage'],
  ['audit nonsense --help', 'usage'],
  ['db', 'usage'],
  ['--json', 'usage'],
  ['audit verify extra', 'usage'],
  ['start --port', 'usage'],
  ['start --port 99999', 'usage'],
  ['start --port -1', 'usage'],
  ['start --port 8o8o', 'usage'],
  ['start --public-origin ftp://care.example', 'usage'],
  ['start --empty=yes', 'usage'],
  ['start here', 'usage'],
  ['start --empty --data FOLDER/empty', 'data-folder'],
  ['start --empty --data /proc/none', 'data-folder'],
  ['migrate --dry-run', 'usage'],
  ['migrate --data FOLDER/empty/below', 'data-folder'],
  ['seed twice', 'usage'],
  ['seed --data FOLDER/empty', 'data-folder'],
  ['import', 'usage'],
  ['import one two', 'usage'],
  ['import FOLDER/none --practice ID --as x', 'referral-file'],
  ['import FOLDER/folder --practice ID --as x', 'referral-file'],
  ['import FOLDER/huge --practice ID --as x', 'referral-too-large'],
  ['import /dev/zero --practice ID --as x', 'referral-too-large'],
  ['import FOLDER/cut.json --as x --data NOWHERE', 'database-not-running'],
  ['import FOLDER/cut.json --practice ID', 'usage'],
  ['import FOLDER/cut.json --practice seven --as x', 'usage'],
  ['import FOLDER/cut.json --practice ID --as x --data NOWHERE', 'database-not-running'],
  ['export', 'usage'],
  ['export seven --format fhir --out NOWHERE', 'usage'],
  ['export ID --out NOWHERE', 'usage'],
  ['export ID --format pdf --out NOWHERE', 'usage'],
  ['export ID --format fhir', 'usage'],
  ['export ID --format fhir --out NOWHERE --data NOWHERE', 'no-database'],
  ['audit verify --checkpoint', 'usage'],
  ['audit verify --data NOWHERE', 'no-database'],
  ['backup', 'usage'],
  ['backup NOWHERE --data FOLDER/folder', 'no-database'],
  ['restore', 'usage'],
  ['restore NOWHERE --data FOLDER/new', 'not-a-backup'],
  ['restore FOLDER/empty --data FOLDER/new', 'not-a-backup'],
  ['restore FOLDER/folder --data FOLDER/new', 'not-a-backup'],
  ['restore FOLDER/cut --data FOLDER/new', 'not-a-backup'],
  ['restore FOLDER/foreign --data FOLDER/new', 'not-a-backup'],
  ['find', 'usage'],
  ['find LA --within', 'usage'],
  ['find LA --within -5', 'usage'],
  ['find LA --within far', 'usage'],
  ['find LA --on yesterday', 'usage'],
  ['find LA --language klingon', 'usage'],
  ['find LA --listings FOLDER/none', 'listings-file'],
  ['find LA --listings FOLDER/folder', 'listings-file'],
  ['find LA --listings FOLDER/empty', 'listings-file'],
  ['find LA --listings FOLDER/cut.json', 'listings-file'],
  ['find LA --listings FOLDER/binary', 'listings-file'],
  ['find LA --listings FOLDER/huge', 'listings-too-large'],
  ['find LA --listings /dev/zero', 'listings-too-large'],
  ['find LA --data NOWHERE', 'database-not-running'],
  ['db url --owner=yes', 'usage'],
  ['db url --data NOWHERE', 'database-not-running'],
  ['db url --data FOLDER/empty', 'database-not-running'],
]

const words = (line: string) =>
  line
    .split(' ')
    .map((word) => word.replace('FOLDER', folder).replace('NOWHERE', nowhere).replace(/^ID$/, id))

describe('what cannot be done ends with 2, one problem on standard output, and no stack', () => {
  test.each(typed)('throughline %s', async (line, kind) => {
    const {
      exit,
      out,
      words: told,
    } = await run([...words(line), ...(line.includes('--json') ? [] : ['--json'])])
    expect([exit, JSON.parse(out ?? '')]).toEqual([2, { problem: { kind, detail: expect.any(String) } }])
    expect(told).not.toMatch(/^\s+at |node:internal|\.ts:\d/m)
    expect(told?.length).toBeGreaterThan(10)
  })

  test('and nothing was made or changed by any of it', () => {
    expect(existsSync(nowhere)).toBe(false)
    expect(existsSync(at('new'))).toBe(false)
    expect([readdirSync(at('folder')), readdirSync(at('full'))]).toEqual([[], ['kept.txt']])
  })
})

const main = 'src/app/cli/main.ts'
const environment = { ...process.env, DATABASE_URL: '', THROUGHLINE_DATA: '' }

test('standard output that nobody reads any more ends a command with 2, and with no stack', async () => {
  const child = spawn(process.execPath, [main, '--help'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.destroy()
  let told = ''
  child.stderr.on('data', (bytes: Buffer) => (told += bytes.toString()))
  const [code] = await once(child, 'close')
  expect([code, told]).toEqual([2, ''])
})

test.each([
  ['postgres://someone@127.0.0.1:9/none', 'database-unreachable'],
  ['not an address', 'database-unreachable'],
])('DATABASE_URL=%s is a problem of its own', (url, kind) => {
  for (const line of [['migrate'], ['audit', 'verify'], ['start', '--port', '0']]) {
    const env = { ...environment, DATABASE_URL: url }
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...line], { env, encoding: 'utf8' })
    expect([status, JSON.parse(stdout)]).toEqual([2, { problem: { kind, detail: expect.any(String) } }])
    expect(stderr).not.toMatch(/^\s+at /m)
  }
})
