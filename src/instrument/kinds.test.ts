import { describe, expect, test } from 'vitest'
import { answered, itemsAsked, leftOut, mergedWith, untouched } from './asking.ts'
import type { Item } from './instrument.ts'
import { keysOf, minutesOf, numberTyped, offeredBy, saidOf, toggled, wayOf } from './kinds.ts'
import { fromLibrary } from './library.content.ts'
import { library } from './testing/answering.ts'
import { faultsInWording, isWorded, optionCount, withOwnWords } from './ownWords.ts'

const itemOf = (instrument: string, id: string | number): Item =>
  fromLibrary(instrument)!.items.find((each) => each.id === id)!

describe('every item there is can be answered', () => {
  test('by a press, by ticks, on a line or with a number; each offers what its rules take', () => {
    for (const { items } of library)
      for (const item of items) {
        const offered = offeredBy(item, undefined)
        expect(wayOf(item) === 'options' || wayOf(item) === 'ticks').toBe(offered.length > 0)
      }
    expect(wayOf(itemOf('edi', 1))).toBe('line')
    expect(wayOf(itemOf('nida-drug1', fromLibrary('nida-drug1')!.items[0]!.id))).toBe('number')
    expect(wayOf(fromLibrary('lec-5')!.items[0]!)).toBe('ticks')
  })

  test('a number has its own digit, a word the digit of its place, and ten has none', () => {
    expect(keysOf(itemOf('phq-9', 1))).toBe('0–3')
    expect(keysOf(itemOf('asq', '1'))).toBe('1–2')
    expect(offeredBy(itemOf('voc-sud', 'sud'), undefined).at(-1)).toMatchObject({ answer: 10, key: null })
    expect(keysOf(itemOf('edi', 1))).toBeNull()
  })

  test('"refused" is no button of its own: it is what "I would rather not say" means there', () =>
    expect(offeredBy(itemOf('asq', '1'), undefined).map(({ answer }) => answer)).toEqual(['yes', 'no']))

  test('ticks are taken and given back, and one that stands alone stands alone', () => {
    const item: Item = { id: 'x', values: [], ticks: ['a', 'b', 'none'], alone: 'none', options: 'o' }
    expect(toggled(item, null, 'a')).toEqual(['a'])
    expect(toggled(item, ['a'], 'b')).toEqual(['a', 'b'])
    expect(toggled(item, ['a', 'b'], 'none')).toEqual(['none'])
    expect(toggled(item, ['none'], 'a')).toEqual(['a'])
    expect(toggled(item, ['a'], 'a')).toBeNull()
  })

  test.each([
    ['0', 0],
    [' 12 ', 12],
    ['9999', 9999],
    ['10000', undefined],
    ['1.5', undefined],
    ['-1', undefined],
    ['', undefined],
    ['7O', undefined],
  ])('typed "%s" is read as %s', (typed, read) =>
    expect(numberTyped(fromLibrary('nida-drug1')!.items[0]!, typed)).toBe(read),
  )

  test('what was said is read back in its words', () => {
    const phq9 = fromLibrary('phq-9')!
    expect(saidOf(phq9.items[0]!, phq9.languages.en, 2)).toEqual(['More than half the days'])
    expect(saidOf(itemOf('edi', 1), undefined, 40)).toEqual(['40'])
    expect(minutesOf(phq9)).toBe(3)
  })

  test('of two that stand for each other, the one that was answered is asked', () => {
    const qids = fromLibrary('qids-sr16')!
    const other = qids.items.find(({ insteadOf }) => insteadOf !== undefined)!
    const first = qids.items.find(({ id }) => id === other.insteadOf)!
    const ids = (progress: typeof untouched) => itemsAsked(qids, progress).map(({ id }) => id)
    expect(ids(untouched)).toEqual(expect.arrayContaining([first.id, other.id]))
    expect(ids(answered(untouched, other, 1))).not.toContain(first.id)
    expect(ids(answered(untouched, first, 1))).not.toContain(other.id)
  })
})

describe('two devices', () => {
  const phq9 = fromLibrary('phq-9')!
  const [one, two, three] = phq9.items as [Item, Item, Item]

  test('nothing that was said on one is blanked by the other, and the newer answer holds', () => {
    const older = leftOut(answered(answered(untouched, one, 1), two, 1), three, 'in-person')
    const newer = answered(untouched, two, 3)
    expect(mergedWith(phq9, newer, older)).toEqual({
      answers: { answers: [1, 3, null] },
      withheld: { 3: 'in-person' },
    })
  })
})

describe('words of a practice’s own', () => {
  const gad7 = fromLibrary('gad-7')!
  const own = {
    title: 'T',
    stem: 'S',
    items: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((id) => [id, `item ${id}`])),
    options: { often: ['a', 'b', 'c', 'd'] },
    bands: {},
  }
  const load = (version: string) =>
    withOwnWords({ ...gad7, languages: {} }, [
      { instrumentId: 'gad-7', instrumentVersion: version, language: 'en', wording: own },
    ])

  test('whole, they are asked, in their language and for their version alone', () => {
    expect(faultsInWording(gad7, own)).toEqual([])
    expect([isWorded(load('1'), 'en'), isWorded(load('1'), 'es'), isWorded(load('2'), 'en')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('they never take the place of words that the project gives', () => {
    const phq9 = fromLibrary('phq-9')!
    const given = { instrumentId: 'phq-9', instrumentVersion: '1', language: 'en' as const, wording: own }
    expect(withOwnWords(phq9, [given]).languages.en).toBe(phq9.languages.en)
  })

  test.each([
    ['not words at all', null, 'wording'],
    ['an item without words', { ...own, items: { ...own.items, 3: ' ' } }, 'items.3'],
    ['an item nobody knows', { ...own, items: { ...own.items, 8: 'x' } }, 'items.8'],
    ['an option too few', { ...own, options: { often: ['a', 'b', 'c'] } }, 'options.often'],
    ['an empty option', { ...own, options: { often: ['a', 'b', 'c', ''] } }, 'options.often.4'],
    ['no title', { ...own, title: 7 }, 'title'],
    ['a book', { ...own, stem: 'x'.repeat(601) }, 'stem'],
  ])('%s is refused, and where is said', (_, wording, path) =>
    expect(faultsInWording(gad7, wording).map((fault) => fault.path)).toEqual([path]),
  )

  test('the project’s own wordings pass the same rule', () => {
    for (const instrument of library)
      for (const wording of Object.values(instrument.languages))
        expect([instrument.id, faultsInWording(instrument, wording)]).toEqual([instrument.id, []])
    expect(optionCount(itemOf('edi', 1))).toBe(2)
  })
})
