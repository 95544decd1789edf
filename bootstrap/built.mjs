import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './place.mjs'
import { step } from './steps.mjs'
import { Trouble } from './trouble.mjs'
import { inTurn } from './turn.mjs'

const stampFile = join(root, 'dist/.built')
const sources = ['src', 'content', 'vite.config.ts', 'package-lock.json']

/** Builds the pages when what they are made of is not what they were built from. */
export async function buildIfChanged(node) {
  if (!changed()) return
  await inTurn(async () => {
    if (changed()) await step('Building the pages', () => build(node))
  })
}

/** Says that dist/ was built from the sources as they are now. */
export function stampBuilt() {
  mkdirSync(join(root, 'dist'), { recursive: true })
  const files = sourceFiles()
  writeFileSync(stampFile, JSON.stringify({ looks: looksOf(files), hash: hashOf(files) }))
}

/** Sizes and times answer quickly; only where they differ (a fresh checkout, a touched file) is every file read. */
function changed() {
  if (!existsSync(stampFile)) return true
  const { looks, hash } = JSON.parse(readFileSync(stampFile, 'utf8'))
  const files = sourceFiles()
  if (looksOf(files) === looks) return false
  if (hashOf(files) !== hash) return true
  stampBuilt()
  return false
}

const sourceFiles = () => sources.flatMap((name) => filesUnder(join(root, name)))

function filesUnder(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory())
    return isTest(path) ? [] : [{ path, looks: `${path} ${found.size} ${found.mtimeMs}` }]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

const isTest = (path) => /\.test\.[a-z]+$|\/(testing|fixtures)\//.test(path)

const looksOf = (files) => sha(files.map(({ looks }) => looks))
const hashOf = (files) => sha(files.flatMap(({ path }) => [path.slice(root.length), readFileSync(path)]))

function sha(parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

function build(node) {
  const child = spawn(node, [join(root, 'bootstrap/build/main.mjs'), 'pages'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes))
  return new Promise((settle, fail) => {
    child.once('error', fail)
    child.once('close', (status) => {
      if (status === 0) return settle()
      fail(new Trouble(`The pages could not be built:\n${output.trim()}`))
    })
  })
}
