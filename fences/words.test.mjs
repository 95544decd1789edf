import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let copy
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'throughline-words-'))
  cpSync('fences', join(copy, 'fences'), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  mkdirSync(join(copy, 'src'))
  plant({
    'src/tea/words.en.ts': `export const en = { save: 'Save', kinds: { green: 'Green', black: 'Black' }, old: 'Old' }`,
  })
})
afterEach(() => rmSync(copy, { recursive: true }))

function plant(files) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    writeFileSync(join(copy, file), `${text}\n`)
  }
}
const ask = (cwd) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['fences/words.mjs'], {
    cwd,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}
const takes = `import { en } from './words.en.ts'\n`
/** What it says of the copy, key by key, and how it ends. */
function unusedNow() {
  const { status, said } = ask(copy)
  const found = said.matchAll(/^unused words: src\/tea\/words\.en\.ts: ([\w.]+)\. /gm)
  return [status, ...[...found].map(([, key]) => key)]
}

test('the product has no words that nothing says', () => {
  const { status, said } = ask(resolve('.'))
  expect(said).not.toContain(' in 0 files')
  expect([said, status]).toEqual([expect.stringContaining('words: 0 unused'), 0])
})

test('catches a word that nothing says, alone and in a group', () => {
  plant({ 'src/tea/Tea.tsx': `${takes}export const tea = [en.save, en.kinds.green]` })
  expect(unusedNow()).toEqual([1, 'kinds.black', 'old'])
})

test('takes a group that is looked into by a code for said where the code stands', () => {
  plant({
    'src/tea/Tea.tsx': `${takes}export const tea = (kind) => [en.save, en.old, en.kinds[kind]]`,
    'src/tea/kind.ts': `export const kinds = ['green', 'white']`,
  })
  expect(unusedNow()).toEqual([1, 'kinds.black'])
})

test('takes words that a neighbour is handed, or that are taken by name out of them, for said', () => {
  plant({
    'src/tea/Tea.tsx': `${takes}const { save } = en\nexport const tea = [save, en.kinds.green, en.kinds.black]`,
    'src/tea/told.ts': `export const told = (words) => words.old`,
  })
  expect(unusedNow()).toEqual([0])
})

test('a file that says the same name of other words does not count', () => {
  plant({
    'src/tea/Tea.tsx': `${takes}export const tea = [en.save, en.kinds.green, en.kinds.black]`,
    'src/cup/words.en.ts': `export const en = { old: 'Old' }`,
    'src/cup/Cup.tsx': `${takes}export const cup = en.old`,
  })
  expect(unusedNow()).toEqual([1, 'old'])
})

test('what only a test says is not said', () => {
  plant({
    'src/tea/Tea.tsx': `${takes}export const tea = [en.save, en.kinds.green, en.kinds.black]`,
    'src/tea/tea.test.ts': `${takes}export const tea = en.old`,
  })
  expect(unusedNow()).toEqual([1, 'old'])
})

test('fails when it reads no words', () => {
  rmSync(join(copy, 'src/tea'), { recursive: true })
  expect(ask(copy)).toMatchObject({ status: 1, said: expect.stringContaining('read no file') })
})
