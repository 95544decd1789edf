import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as shapes from './shapes.web.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const contracts = globSync('src/**/*.contract.ts', { cwd: root }).map((file) =>
  readFileSync(`${root}/${file}`, 'utf8'),
)

/** Names of types stand behind `z.` too; they are gone before the browser's build. */
const types = new Set(['output', 'input', 'infer'])

test('every shape that a contract names is there for the browser', () => {
  expect(contracts.length).toBeGreaterThan(20)
  const named = new Set(
    contracts.flatMap((text) => [...text.matchAll(/\bz\.(\w+)/g)].map(([, name]) => name!)),
  )
  const missing = [...named].filter((name) => !types.has(name) && !(name in shapes))
  expect(missing).toEqual([])
})

test('a contract can be stated with them', () =>
  expect(shapes.object().check().check()).toBe(shapes.string()))
