import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { fromLibrary, instrumentAt } from './library.content.ts'
import { isOutdated, unscored } from './outdated.ts'

const phq = fromLibrary('phq-9')!
const folder = mkdtempSync(join(tmpdir(), 'throughline-earlier-'))
afterAll(() => rmSync(folder, { recursive: true }))
const kept = pathToFileURL(`${folder}/`)

test.each([
  ['1', '2', true],
  ['9', '10', true],
  ['2', '2', false],
  ['3', '2', false],
  ['0', '2', false],
  ['', '2', false],
  ['1.5', '2', false],
  ['-1', '2', false],
])('%s is outdated where %s is asked: %s', (said, now, expected) =>
  expect(isOutdated({ version: now }, said)).toBe(expected),
)

test('a version that is kept is found, and no other file by its name', () => {
  const first = { ...phq, version: '0', name: 'As it was' }
  writeFileSync(join(folder, 'phq-9@0.json'), JSON.stringify(first))
  expect(instrumentAt('phq-9', '0', kept)).toMatchObject({ name: 'As it was' })
  expect(instrumentAt('phq-9', '1', kept)).toBe(phq)
  for (const version of ['5', '../phq-9@0', '0.json', ''])
    expect(instrumentAt('phq-9', version, kept)).toBeUndefined()
  expect(instrumentAt('none', '0', kept)).toBeUndefined()
})

test('not scored, and what asks for a person is heard, whatever else does not fit any more', () => {
  expect(unscored(phq, { answers: [1, 1, 1, 1, 1, 1, 1, 1, 2] })).toEqual({
    status: 'unscored',
    answered: 9,
    missing: [],
    scores: {},
    band: null,
    flags: ['suicide-item-positive'],
  })
  const strange = { answers: [7, 'once', 1, 1, 1, 1, 1, 1, 1, 1, 1], mood: 4 }
  expect(unscored(phq, strange as never).flags).toEqual(['suicide-item-positive'])
  expect(unscored(phq, { answers: [3, 3, 3, 3, 3, 3, 3, 3, 0] }).flags).toEqual([])
  expect(unscored(phq, { answers: [0, 0, 0, 0, 0, 0, 0, 0, 9] }).flags).toEqual([])
})
