import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

// One copy for all, so that a warm compiler answers quickly. Plants of one fence that are not in each other's way are set
// together, looked at once and taken out again; each must be named for itself, in the same breath as its own file.
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

/** Where one complaint of a fence ends and the next begins. */
const betweenComplaints = {
  types: /\n(?=\S+\(\d+,\d+\): )/,
  compiled: /\n/,
  cruise: /\n(?=\s*error )/,
  lint: /\n\s*\n/,
}

describe.each(beds(planted))('planted together', (...bed) => {
  const [{ fence }] = bed
  let asked
  beforeAll(() => {
    const before = bed.flatMap(({ files }) =>
      Object.keys(files).map((path) => [path, plant(path, files[path])]),
    )
    asked = ask(fence)
    for (const [path, text] of before) restore(path, text)
  })

  test.each(bed)('$fence catches $what', ({ files, says }) => {
    const complaints = asked.said
      .split(betweenComplaints[fence])
      .filter((complaint) => Object.keys(files).some((path) => complaint.includes(path)))
    expect(complaints.join('\n\n')).toContain(says)
    expect(asked.status).not.toBe(0)
  })
})

/** No two in one bed share a file or say the same, so that none is caught in another's name. */
function beds(plants) {
  const made = []
  for (const one of plants) {
    const bed = made.find(
      (others) =>
        others[0].fence === one.fence &&
        others.every(
          ({ says, files }) => says !== one.says && !Object.keys(one.files).some((path) => path in files),
        ),
    )
    if (bed) bed.push(one)
    else made.push([one])
  }
  return made
}

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
