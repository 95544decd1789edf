import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventedListings } from '../../find/demo.content.ts'
import { instant } from '../../kernel/instant.ts'
import { throughline } from '../testing/started.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-find-'))
const file = join(folder, 'listings.json')
beforeAll(async () => {
  const listings = await inventedListings(instant('2026-11-23T12:00:00Z'))
  const filed = listings.map(({ listingId, profile }) => ({ id: listingId, practice: 'Demo', ...profile }))
  writeFileSync(file, JSON.stringify({ listings: filed }))
})
afterAll(() => rmSync(folder, { recursive: true }))

const find = (...typed: string[]) =>
  throughline('find', ...typed, '--listings', file, '--on', '2026-11-23', '--json')

test('near Los Angeles, nearest first, without a database', () => {
  const { status, json } = find('Los Angeles', '--within', '10', '--need', 'trauma')
  expect(status).toBe(0)
  const results = (json as { results: { name: string; miles: number; wholeArcUsd: number }[] }).results
  expect(results[0]).toMatchObject({ name: 'Marisol Ejemplo', wholeArcUsd: 4740 })
  expect(results.map(({ miles }) => miles)).toEqual(
    results.map(({ miles }) => miles).toSorted((a, b) => a - b),
  )
})

test.each([
  ['Springfield', 'several'],
  ['Qqqq', 'unknown'],
])('%s is %s: nobody is found, and it says so', (place, kind) => {
  const { status, json } = find(place)
  expect([status, json]).toEqual([1, expect.objectContaining({ near: expect.objectContaining({ kind }) })])
})

test.each([
  [['Los Angeles', '--need', 'everything'], 'usage'],
  [['Los Angeles', '--within', 'far'], 'usage'],
  [['Los Angeles', '--on', 'today'], 'usage'],
])('%j is refused', (typed, kind) => {
  const { status, json } = throughline('find', ...typed, '--listings', file)
  expect([status, json]).toEqual([2, { problem: { kind, detail: expect.any(String) } }])
})

test('a file that is not of listings is refused', () => {
  writeFileSync(join(folder, 'other.json'), '{"listings":[{"name":"x"}]}')
  const { status, json } = throughline('find', 'LA', '--listings', join(folder, 'other.json'))
  expect([status, json]).toEqual([2, { problem: { kind: 'listings-file', detail: expect.any(String) } }])
})
