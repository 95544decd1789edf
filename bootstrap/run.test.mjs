import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { isNewEnough } from './node.mjs'
import { npmTrouble } from './trouble.mjs'

const made = []
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

/** A checkout that has our bootstrap and a program of its own, in a folder with a difficult name. */
function checkout(program, packages = {}) {
  const around = mkdtempSync(join(tmpdir(), 'throughline-bootstrap-'))
  made.push(around)
  const root = join(around, 'Ana’s practice & co')
  for (const name of [
    'built',
    'hand-over',
    'install',
    'node',
    'npm',
    'place',
    'run',
    'steps',
    'trouble',
    'turn',
    'verbs',
  ])
    cpSync(join(import.meta.dirname, `${name}.mjs`), join(root, 'bootstrap', `${name}.mjs`))
  write(
    root,
    'package.json',
    JSON.stringify({ name: 'small', version: '1.0.0', type: 'module', dependencies: packages }),
  )
  write(root, 'package-lock.json', JSON.stringify(lockOf(packages)))
  write(root, 'src/app/cli/main.ts', program)
  write(root, 'bootstrap/build/main.mjs', build)
  return root
}

const build = `import { appendFileSync, mkdirSync } from 'node:fs'
import { stampBuilt } from '../built.mjs'
mkdirSync('dist', { recursive: true })
appendFileSync('dist/times', 'built ')
stampBuilt()`

function lockOf(packages) {
  const entries = Object.entries(packages).map(([name, version]) => [
    `node_modules/${name}`,
    { version, integrity: `sha512-${'A'.repeat(86)}==` },
  ])
  const head = { name: 'small', version: '1.0.0' }
  return {
    ...head,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { ...head, dependencies: packages }, ...Object.fromEntries(entries) },
  }
}

function write(root, path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const start = (root, args = [], env = {}) =>
  spawnSync(process.execPath, [join(root, 'bootstrap/run.mjs'), 'start', ...args], {
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })

test('from any folder the program gets its arguments, and its exit code is passed on', () => {
  const root = checkout('console.log(JSON.stringify(process.argv.slice(2)))\nprocess.exitCode = 3')
  const { stdout, status } = start(root, ['--port', '8080', 'two words'])
  expect(JSON.parse(stdout)).toEqual(['start', '--port', '8080', 'two words'])
  expect(status).toBe(3)
})

test('the pages are built once, and again only when what they are made of has changed', () => {
  const root = checkout('console.log("ready")')
  const times = () => readFileSync(join(root, 'dist/times'), 'utf8').trim().split(' ').length
  start(root)
  start(root)
  expect(times()).toBe(1)
  utimesSync(join(root, 'src/app/cli/main.ts'), 0, 0)
  start(root)
  expect(times()).toBe(1)
  write(root, 'content/page.md', 'new')
  start(root)
  expect(times()).toBe(2)
  write(root, 'src/app/cli/main.test.ts', 'a test')
  start(root)
  expect(times()).toBe(2)
})

test('two commands that start together build once', async () => {
  const root = checkout('console.log("ready")')
  const run = () =>
    once(spawn(process.execPath, [join(root, 'bootstrap/run.mjs'), 'start'], { stdio: 'ignore' }), 'exit')
  expect(await Promise.all([run(), run()])).toEqual([
    [0, null],
    [0, null],
  ])
  expect(readFileSync(join(root, 'dist/times'), 'utf8')).toBe('built ')
})

test('packages borrowed through a link are never installed over', () => {
  const root = checkout('console.log("ready")', { 'not-there': '1.0.0' })
  mkdirSync(join(root, '../theirs'))
  writeFileSync(join(root, '../theirs/kept'), '')
  symlinkSync('../theirs', join(root, 'node_modules'))
  const { stdout, stderr } = start(root)
  expect(stdout).toBe('ready\n')
  expect(stderr).toContain('node_modules is a link to packages other than package-lock.json names')
  expect(existsSync(join(root, '../theirs/kept'))).toBe(true)
})

test('without a network one sentence says so', () => {
  const root = checkout('console.log("ready")', { 'not-there': '1.0.0' })
  const nowhere = { npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: join(root, '../cache') }
  const { stdout, stderr, status } = start(root, [], nowhere)
  expect(stderr).toMatch(
    /Fetching 1 packages? … failed\n\nThe package registry cannot be reached\. Check the network/,
  )
  expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
})

test('an unknown word is answered with the known ones', () => {
  const root = checkout('')
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bootstrap/run.mjs'), 'strat'], {
    encoding: 'utf8',
  })
  expect(stderr).toContain('needs one of: start')
  expect(status).toBe(1)
})

const draining = `import { appendFileSync } from 'node:fs'
const drain = (why) => setTimeout(() => { appendFileSync(process.argv.at(-1), why); process.exit(7) }, 50)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, drain)
process.once('disconnect', () => drain('disconnect'))
setInterval(() => {}, 1000)
console.log('ready')`

/** As on a machine whose own node is too old: the program is a child, under another node. */
async function underAnotherNode() {
  const root = checkout(draining)
  symlinkSync(process.execPath, join(root, 'other-node'))
  const said = join(root, 'said')
  const [node, main] = [JSON.stringify(join(root, 'other-node')), JSON.stringify('src/app/cli/main.ts')]
  write(
    root,
    'parent.mjs',
    `import { handOver } from './bootstrap/hand-over.mjs'\nawait handOver(${node}, ${main}, [${JSON.stringify(said)}])`,
  )
  const parent = spawn(process.execPath, [join(root, 'parent.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(createInterface(parent.stdout), 'line')
  return { parent, said: () => (existsSync(said) ? readFileSync(said, 'utf8') : '') }
}

test.each(['SIGINT', 'SIGTERM'])(
  '%s reaches a program that runs under another node, which drains first',
  async (signal) => {
    const { parent, said } = await underAnotherNode()
    parent.kill(signal)
    expect(await once(parent, 'exit')).toEqual([7, null])
    expect(said()).toBe(signal)
  },
)

test('a program that runs under another node hears when what started it was killed', async () => {
  const { parent, said } = await underAnotherNode()
  parent.kill('SIGKILL')
  await expect.poll(said, { timeout: 5000 }).toBe('disconnect')
})

test('Node 24.11 is the floor', () => {
  expect(['18.0.0', '22.21.0', '24.10.9', '24.11.0', '25.0.0', '26.10.0'].map(isNewEnough)).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ])
})

test.each([
  ['npm error code EAI_AGAIN', /cannot be reached/],
  ['npm error code EINTEGRITY', /not the one the lock file names/],
  ['npm error code ENOSPC', /disk is full/],
  ['npm error code EACCES', /may not write to \/here/],
  ['npm error code EUSAGE', /do not agree/],
  ['npm error something new', /It said:\nnpm error something new/],
])('%s is told in a sentence', (said, sentence) => {
  expect(npmTrouble(said, '/here').message).toMatch(sentence)
})

test.each([0, 1])(
  'a program that npm started stops when npm is killed (%i above its shell)',
  async (above) => {
    const root = checkout(draining)
    const said = join(root, 'said')
    const env = { ...process.env, npm_command: 'run' }
    const command = `"${process.execPath}" bootstrap/run.mjs start "${said}"; true`
    const options = { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] }
    const npm = above
      ? spawn('sh', ['-c', 'sh -c "$0"; true', command], options)
      : spawn('sh', ['-c', command], options)
    await once(createInterface(npm.stdout), 'line')
    npm.kill('SIGKILL')
    await expect.poll(() => existsSync(said) && readFileSync(said, 'utf8'), { timeout: 5000 }).toBe('SIGTERM')
  },
)
