import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shared } from '../platform/testing/shared.ts'
import { easeOfSpanish, gradeOfEnglish } from '../platform/testing/readability.ts'
import { linesOf, readPage, sourcesOf, wordsOf, type Page } from './page.ts'
import { slugs } from './slug.ts'
import type { Sources } from './source.ts'

const pageOf = (slug: string, language: 'en' | 'es') =>
  readPage(readFileSync(`content/learn/${slug}.${language}.md`, 'utf8'))
const { sources }: Sources = JSON.parse(readFileSync('content/learn/sources.json', 'utf8'))
const known = new Set(sources.map(({ key }) => key))

const textOf = (page: Page) => [
  page.title,
  ...(page.headline ? [page.headline] : []),
  page.lead,
  page.teaser,
  ...page.sections.map(({ heading }) => heading),
  ...linesOf(page).map(wordsOf),
]
const sourcesIn = (page: Page) =>
  linesOf(page).map((line) => line.filter((run) => run.kind === 'source').map(({ key }) => key))
const numbersIn = (page: Page) =>
  linesOf(page).map((line) => (wordsOf(line).match(/\d[\d,.]*\d|\d/g) ?? []).toSorted())

test('every page is on the shelf, and nothing else is', () => {
  const shelf = readdirSync('content/learn').filter((file) => file.endsWith('.md'))
  expect(shelf.toSorted()).toEqual(slugs.flatMap((slug) => [`${slug}.en.md`, `${slug}.es.md`]).toSorted())
})

describe.each(slugs)('%s', (slug) => {
  const [en, es] = [pageOf(slug, 'en'), pageOf(slug, 'es')]

  test('reads at grade 8 or easier in English', () => {
    const grade = gradeOfEnglish(textOf(en))
    expect(grade).toBeLessThanOrEqual(8)
    expect(grade).toBeGreaterThan(0)
  })

  test('reads plainly or easier in Spanish', () =>
    expect(easeOfSpanish(textOf(es))).toBeGreaterThanOrEqual(65))

  test('says the same in both languages: sections, shape, sources and numbers', () => {
    expect(es.sections.map(({ id }) => id)).toEqual(en.sections.map(({ id }) => id))
    const shape = (page: Page) => page.sections.map(({ blocks }) => blocks.map(({ kind }) => kind))
    expect(shape(es)).toEqual(shape(en))
    expect(sourcesIn(es)).toEqual(sourcesIn(en))
    expect(numbersIn(es).map((line) => line.filter(isCounted))).toEqual(
      numbersIn(en).map((line) => line.filter(isCounted)),
    )
  })

  test('points only at sources that are kept', () => {
    for (const key of [...sourcesOf(en), ...sourcesOf(es)]) expect(known).toContain(key)
  })

  test('no count of people goes without a source', () => {
    for (const line of linesOf(en)) {
      const counts = /\b\d+(?:,\d+)? (?:people|of 100|out of 100|in 100|veterans)\b/.test(wordsOf(line))
      const sourced = line.some((run) => run.kind === 'source')
      expect([wordsOf(line), !counts || sourced]).toEqual([wordsOf(line), true])
    }
  })

  test('claims nothing the evidence does not carry', () => {
    for (const text of [...textOf(en), ...textOf(es)]) expect(text).not.toMatch(overclaims)
  })
})

/** 988 has other keys in Spanish, so its own numbers differ on purpose. */
const isCounted = (number: string) => number !== '2' && number !== '988'

/** Section 11.5 of the clinical reference: what is not said. A page may deny a cure, so the bare word stays allowed. */
const overclaims = new RegExp(
  [
    'heals? (?:your|the|from|trauma)',
    '\\bcures\\b',
    'permanent',
    'guarantee',
    'without overwhelm',
    'safe from',
    'legal psychedelic',
    'approved psychedelic',
    'breakthrough',
    'miracle',
    'life-changing',
    'proven to',
    'sana (?:el|su|los)',
    'garantiza',
    'milagro',
    'permanente',
    'stop taking',
    'deje de tomar',
  ].join('|'),
  'i',
)

test('every source says where it is from, what kind it is, how sure one can be and what is weak about it', () => {
  for (const source of sources) {
    expect(source.by.length).toBeGreaterThan(2)
    expect(source.limit.en).not.toBe('')
    expect(source.limit.es).not.toBe('')
    expect(['little', 'none', 'some', 'good']).toContain(source.sure)
  }
  expect(known.size).toBe(sources.length)
})

test('no source is kept that no page points at', () => {
  const used = new Set(slugs.flatMap((slug) => sourcesOf(pageOf(slug, 'en'))))
  expect([...known].filter((key) => !used.has(key))).toEqual([])
})

test('every source is one the clinical reference lists', (context) => {
  const text = readFileSync(shared(context, 'reference/clinical.md'), 'utf8')
  const missing = [...known].filter((key) => !text.includes(key))
  expect(missing).toEqual([])
})
