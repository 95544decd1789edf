import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const fence = resolve('fences/strings.mjs')
const around = (inside) => `export const Planted = ({ n, on }) => ${inside}\n`

const caught = [
  ['words between tags', '<p>Save</p>', 'Save'],
  ['words beside a value', '<p>{n} days</p>', 'days'],
  ['words in braces', `<p>{'Save'}</p>`, 'Save'],
  ['words chosen by a condition', `<p>{on ? 'Yes' : n}</p>`, 'Yes'],
  ['words shown on a condition', `<p>{on && 'Due'}</p>`, 'Due'],
  ['words in a template', '<p>{`${n} days`}</p>', 'days'],
  ['words that stand in for nothing', `<p>{n ?? 'none'}</p>`, 'none'],
  ['words joined', `<p>{'Day ' + n}</p>`, 'Day'],
  ['Spanish words too', '<p>Guardar ahora</p>', 'Guardar ahora'],
  ...['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint'].map((name) => [
    `a literal ${name}`,
    `<input ${name}="Save" />`,
    'Save',
  ]),
  ['a literal label in braces', '<Field label={`Save`} />', 'Save'],
]

const allowed = [
  ['words from the words', '<p>{words.save}</p>'],
  ['a class, a type, an address', `<a className="tl-link" href="/x" type="button">{n}</a>`],
  ['a class chosen by a condition', `<p className={on ? 'tl-on' : 'tl-off'}>{n}</p>`],
  ['a comparison', `<p>{on === 'yes' ? n : null}</p>`],
  ['signs without letters', '<p>{n} / 100 · …</p>'],
]

let copy
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'throughline-strings-'))
  cpSync('fences', join(copy, 'fences'), { recursive: true })
  mkdirSync(join(copy, 'src'))
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
})
afterEach(() => rmSync(copy, { recursive: true }))

const ask = (cwd) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['fences/strings.mjs'], {
    cwd,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}
const plant = (inside) => writeFileSync(join(copy, 'src/Planted.tsx'), around(inside))

test('no screen of the product holds bare words', () => {
  expect(ask(resolve(fence, '../..'))).toMatchObject({
    status: 0,
    said: expect.not.stringContaining(' in 0 screens'),
  })
})

test.each(caught)('catches %s', (_, inside, words) => {
  plant(inside)
  expect(ask(copy)).toMatchObject({
    status: 1,
    said: expect.stringContaining(`bare words: src/Planted.tsx:1: "${words}"`),
  })
})

test.each(allowed)('lets %s through', (_, inside) => {
  plant(inside)
  expect(ask(copy)).toMatchObject({ status: 0, said: expect.stringContaining('0 bare words in 1 screens') })
})

test('fails when it reads no screen', () => {
  expect(ask(copy)).toMatchObject({ status: 1, said: expect.stringContaining('read no screen') })
})

const effects = [
  ['words written into a page', `place.textContent = 'Still sending'`, 'Still sending'],
  ['one word with a capital', `button.title = 'Save'`, 'Save'],
  ['words in a template', 'say(`${n} minutes left`)', 'minutes left'],
  ['Spanish words', `say('después')`, 'después'],
]
const effectsAllowed = [
  ['an event, a class, an address', `on('keydown', 'tl-on', '/me')`],
  ['the name of a key', `if (key === 'Escape') close()`],
  ['what is told to those who work on it', `throw new Error('No place to draw into')`],
]
const plantEffect = (line) => writeFileSync(join(copy, 'src/planted.web.ts'), `${line}\n`)

test.each(effects)('catches, in a browser effect, %s', (_, line, words) => {
  plantEffect(line)
  expect(ask(copy)).toMatchObject({
    status: 1,
    said: expect.stringContaining(`bare words: src/planted.web.ts:1: "${words}"`),
  })
})

test.each(effectsAllowed)('lets, in a browser effect, %s through', (_, line) => {
  plantEffect(line)
  expect(ask(copy)).toMatchObject({ status: 0, said: expect.stringContaining('0 bare words in 1 screens') })
})
