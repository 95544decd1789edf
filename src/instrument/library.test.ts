import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Instrument } from './instrument.ts'
import { faultsOf } from './made.ts'
import { library, vectors } from './testing/answering.ts'

const every = library.map((instrument) => ({ id: instrument.id, instrument }))

test('the library is the 47 of the vectors, each in a file of its own name', () => {
  expect(library).toHaveLength(47)
  expect(library.map(({ id }) => id)).toEqual(
    [...new Set(vectors.map(({ instrument }) => instrument))].toSorted(),
  )
})

test.each(every)('$id is well made', ({ instrument }) => expect(faultsOf(instrument)).toEqual([]))

describe('the check itself sees', () => {
  const [phq9, madrs, mood] = ['phq-9', 'madrs', 'kt-mood-check'].map((id) =>
    library.find((each) => each.id === id)!,
  )
  const words = phq9!.languages.en!
  const [first, ...rest] = phq9!.items
  test.each<[string, Instrument, string]>([
    ['wording of a tier S', { ...madrs!, languages: { en: words } }, 'wording that may not be here'],
    ['wording of a tier B', { ...phq9!, tier: 'B' }, 'wording that may not be here'],
    [
      'own words that claim validity',
      { ...mood!, licence: { line: 'Free for all', holder: 'us all' } },
      'not called unvalidated',
    ],
    [
      'own words in one language',
      { ...mood!, languages: { en: mood!.languages.en! } },
      'own words in one language only',
    ],
    ['an item twice', { ...phq9!, items: [...phq9!.items, first!] }, 'an item twice'],
    [
      'an item without weights',
      { ...phq9!, items: [{ ...first!, values: [] }, ...rest] },
      '1 is answered in 0 ways',
    ],
    [
      'a gap below the bands',
      { ...phq9!, bands: phq9!.bands.slice(0, -1) },
      'bands from 5, and scores from 0',
    ],
    ['bands out of order', { ...phq9!, bands: phq9!.bands.toReversed() }, 'bands out of order'],
    ['no source', { ...phq9!, sources: [] }, 'its sources'],
    [
      'an item left without words',
      { ...phq9!, languages: { en: { ...words, items: { ...words.items, 3: '' } } } },
      'en: no words for 3',
    ],
    [
      'a missing option',
      { ...phq9!, languages: { en: { ...words, options: { ...words.options, often: ['a'] } } } },
      'en: 1 words for 4 options of often',
    ],
    [
      'one list of answers for questions that are answered in different ways',
      { ...phq9!, items: [{ ...first!, values: [0, 1, 2] }, ...rest] },
      'options often are for 3 and for 4 answers',
    ],
    [
      'a mark nobody reaches',
      { ...phq9!, flags: [{ id: 'x', when: { item: 9, atLeast: 4 } }], danger: [] },
      '9 never reaches 4',
    ],
    ['a rule that is not there', { ...phq9!, classification: ['minor'] }, 'no rule minor'],
  ])('%s', (_, broken, fault) => expect(faultsOf(broken)).toContain(fault))
})

describe('wording', () => {
  const worded = library.filter(({ languages, tier }) => tier === 'A' && Object.keys(languages).length > 0)
  const folder = new URL('../../content/', import.meta.url)
  const [notice, compared] = ['NOTICE.md', 'instruments/wording/SOURCES.md'].map((name) =>
    readFileSync(new URL(name, folder), 'utf8'),
  )

  test.each(worded)(
    'of $name has its notice, and says which copies it was held against',
    ({ id, licence }) => {
      expect(notice).toContain(`content/instruments/${id}.json`)
      expect(notice).toContain(licence.holder)
      expect(compared).toContain(`## ${id}`)
    },
  )
})
