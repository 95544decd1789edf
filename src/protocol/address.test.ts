import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addressOf, keyOf } from './address.ts'
import type { Protocol } from './protocol.ts'

const folder = new URL('../../content/protocols/', import.meta.url)
const published: Protocol[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
)

test('an address names no protocol, and no two editions share one', () => {
  expect(published.length).toBeGreaterThan(4)
  const keys = published.map(keyOf)
  expect(new Set(keys).size).toBe(published.length)
  for (const edition of published) {
    expect(addressOf(edition)).toMatch(/^\/app\/protocols\/[a-z0-9]{8}$/)
    expect(addressOf(edition)).not.toContain(edition.id)
  }
})

test('the editions of a practice’s own are told apart as well', () => {
  const own = Array.from({ length: 500 }, (_, n) => keyOf({ id: 'im', version: `0198-${n}` }))
  expect(new Set(own).size).toBe(500)
})
