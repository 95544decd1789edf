import { afterAll, expect, test } from 'vitest'
import { cloneDatabase } from '../platform/testing/clone.ts'
import { chapters, coded, wordsOfValue } from './chapters.ts'
import { givenTo } from './export.ts'
import { namedAnywhere, unprinted, whyUnprinted, withoutChapter } from './unprinted.ts'
import { en } from './words.en.ts'
import { es } from './words.es.ts'

const database = await cloneDatabase()
afterAll(database.close)

const given = [
  ...new Set((['self', 'team', 'service'] as const).flatMap((who) => givenTo(who).map(({ table }) => table))),
]
const { rows: columns } = await database.owner.query<{ table: string; column: string }>(
  `select table_name as "table", column_name as "column" from information_schema.columns
   where table_schema = 'public' and table_name = any($1)`,
  [given],
)
const printed: Readonly<Record<string, readonly string[]>> = chapters
const isPrinted = ({ table, column }: { table: string; column: string }) => printed[table]?.includes(column)

test('every table that is given has a chapter of the book, or a reason why not', () => {
  expect(columns.length).toBeGreaterThan(400)
  const advice =
    'Give it a chapter in src/record/chapters.ts, with its words; or say in `withoutChapter` of unprinted.ts why not.'
  expect([advice, ...given.filter((table) => !printed[table] && !withoutChapter[table])]).toEqual([advice])
})

test('every column of a chapter is printed, or has a reason why not', () => {
  const forgotten = columns
    .filter((one) => printed[one.table] && !isPrinted(one) && !whyUnprinted(one.table, one.column))
    .map(({ table, column }) => `${table}.${column}`)
  const advice =
    'Print it: its name in src/record/chapters.ts, and its words under `labels` of src/record/words.en.ts and words.es.ts. Or say in src/record/unprinted.ts why not.'
  expect([advice, ...forgotten]).toEqual([advice])
})

test('no reason is given for what is printed, or is not there', () => {
  const there = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  const reasons = Object.entries(unprinted).flatMap(([table, why]) =>
    Object.keys(why).map((column) => ({ table, column })),
  )
  const stale = (one: { table: string; column: string }) =>
    !there.has(`${one.table}.${one.column}`) || isPrinted(one)
  expect(reasons.filter(stale)).toEqual([])
  expect(
    Object.keys(withoutChapter).filter((table) => printed[table] !== undefined || !given.includes(table)),
  ).toEqual([])
  expect(namedAnywhere.filter((name) => !columns.some(({ column }) => column === name))).toEqual([])
})

test('what is printed is there to print', () => {
  const names = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  const missing = Object.entries(printed).flatMap(([table, wanted]) =>
    wanted.filter((column) => !names.has(`${table}.${column}`)).map((column) => `${table}.${column}`),
  )
  expect(missing).toEqual([])
})

test('each code that the database allows in a printed column has words in both languages', async () => {
  const { rows } = await database.owner.query<{ table: string; column: string; rule: string }>(
    `select c.conrelid::regclass::text as "table", a.attname as "column", pg_get_constraintdef(c.oid) as rule
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
     where c.contype = 'c' and cardinality(c.conkey) = 1 and pg_get_constraintdef(c.oid) like '%= ANY%'`,
  )
  const codes = rows
    .filter((one) => isPrinted(one) && coded.has(one.column))
    .flatMap(({ column, rule }) =>
      [...rule.matchAll(/'([^']+)'::text/g)].map(([, code]) => [column, code!] as const),
    )
  expect(codes.length).toBeGreaterThan(40)
  const advice = 'Its words go into src/record/words.values.en.ts and words.values.es.ts.'
  for (const words of [en, es])
    expect([
      advice,
      ...codes.filter(([column, code]) => wordsOfValue(words.values, column, code) === undefined),
    ]).toEqual([advice])
})
