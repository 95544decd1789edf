import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planted } from './planted.mjs'

const fences = {
  types: ['node_modules/typescript-native/bin/tsc', '-b'],
  compiled: ['fences/compiled.mjs'],
  cruise: ['fences/cruise.mjs'],
  lint: ['node_modules/oxlint/bin/oxlint', '--deny-warnings', 'src'],
}
const projects = ['base', 'domain', 'wire', 'server', 'web', 'test'].map(
  (project) => `tsconfig.${project}.json`,
)
const carried = [
  'src',
  'fences',
  'content',
  'tsconfig.json',
  '.dependency-cruiser.mjs',
  '.oxlintrc.json',
  'package.json',
]

// One copy for all: each plant is set, looked at and taken out again, so that a warm compiler answers quickly.
let copy
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'throughline-planted-'))
  for (const path of [...carried, ...projects]) cpSync(path, join(copy, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true }))

test.each(Object.keys(fences))('without a plant, %s lets the tree through', (fence) => {
  expect(ask(fence)).toEqual({ status: 0, said: expect.any(String) })
})

test.each(planted)('$fence catches $what', ({ fence, files, says }) => {
  const before = Object.keys(files).map((path) => [path, plant(path, files[path])])
  const { status, said } = ask(fence)
  for (const [path, text] of before) restore(path, text)
  expect(said).toContain(says)
  expect(status).not.toBe(0)
})

test('cruise catches a cruiser that reads nothing, as it does beside a compiler it cannot use', () => {
  const config = '.dependency-cruiser.mjs'
  const sighted = readFileSync(config, 'utf8')
  plant(config, sighted.replace('tsPreCompilationDeps: true', "exclude: { path: '.' }"))
  const blind = ask('cruise')
  plant(config, sighted)
  expect(blind).toMatchObject({ status: 1, said: expect.stringContaining('looked at 0 files') })
})

/** Answers what stood there before. */
function plant(path, text) {
  const place = join(copy, path)
  const before = read(place)
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, text)
  return before
}

function restore(path, text) {
  if (text === undefined) rmSync(join(copy, path))
  else plant(path, text)
}

function read(place) {
  try {
    return readFileSync(place, 'utf8')
  } catch (cause) {
    if (cause.code === 'ENOENT') return undefined
    throw cause
  }
}

function ask(fence) {
  const run = spawnSync(process.execPath, fences[fence], { cwd: copy, encoding: 'utf8' })
  return { status: run.status, said: run.stdout + run.stderr }
}
