import { afterAll, expect, test } from 'vitest'
import { oneSided } from '../app/testing/oneSided.ts'
import { cloneDatabase } from '../platform/testing/clone.ts'
import { givenTo, listedTables, noLongerHeld, withheldFrom } from './export.ts'

const database = await cloneDatabase()
afterAll(database.close)

test('every table that holds something about a person is listed, and nothing else is', async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'person_id'`,
  )
  const advice =
    'A table about a person stands in src/record/export.ts: who is given its rows, or why nobody is.'
  const there = ['person', ...rows.map(({ name }) => name)]
  expect([advice, ...oneSided(listedTables, there)]).toEqual([advice])
})

test('each table is given to a reader, or withheld from them with a reason', () => {
  for (const reader of ['self', 'team', 'service'] as const) {
    const given = givenTo(reader).map(({ table }) => table)
    const withheld = withheldFrom(reader)
    expect([...new Set([...given, ...withheld.map(({ table }) => table)])].toSorted()).toEqual(
      listedTables.toSorted(),
    )
    expect(
      withheld.filter(
        ({ reason }) => Math.min(reason.en.length, reason.es.length) < 20 || reason.en === reason.es,
      ),
    ).toEqual([])
  }
})

test('what a client wrote for themself is given whole to them, and never to the house', () => {
  const own = ['insight', 'insight_meaning', 'intention', 'belief', 'comfort']
  const kept = (reader: 'self' | 'service') => givenTo(reader).filter(({ table }) => own.includes(table))
  expect([kept('self').length, kept('service').length]).toEqual([own.length, 0])
})

test('a fact no longer holds when it was struck out or corrected', () => {
  const rows = [
    { id: 'a', corrects: null, struck: false },
    { id: 'b', corrects: 'a', struck: false },
    { id: 'c', corrects: 'b', struck: true },
    { id: 'd', corrects: null, struck: false },
  ]
  const gone = noLongerHeld(rows)
  expect(rows.filter(({ id }) => gone.has(id)).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})
