import { describe, expect, test } from 'vitest'
import { libraryIds } from '../instrument/library.content.ts'
import { basisOf } from './measure.content.ts'
import { isGettingWorse, worseRule } from './measure.ts'

const ruleFor = (id: string) => worseRule(id, basisOf(id))
const phq9 = ruleFor('phq-9')

test('getting worse: five points over the best so far, or more thoughts of death; missing answers claim nothing', () => {
  expect(isGettingWorse(phq9, { best: 6, lastDanger: 0 }, { total: 11, danger: 0 })).toBe(true)
  expect(isGettingWorse(phq9, { best: 6, lastDanger: 0 }, { total: 10, danger: 0 })).toBe(false)
  expect(isGettingWorse(phq9, { best: 6, lastDanger: 1 }, { total: 4, danger: 2 })).toBe(true)
  expect(isGettingWorse(phq9, { best: null, lastDanger: null }, { total: 27, danger: 3 })).toBe(false)
  expect(isGettingWorse(phq9, { best: 6, lastDanger: 1 }, { total: null, danger: null })).toBe(false)
  expect(isGettingWorse(null, { best: 6, lastDanger: 1 }, { total: 4, danger: 2 })).toBe(true)
})

test('it is claimed of those instruments alone for which a change was published, each by its own', () => {
  const claimed = libraryIds().flatMap((id) => {
    const rule = ruleFor(id)
    return rule ? [[id, rule.by, rule.betterIs]] : []
  })
  expect(claimed).toEqual([
    ['gad-7', 4, 'lower'],
    ['isi', 8, 'lower'],
    ['pcl-5', 15, 'lower'],
    ['phq-9', 5, 'lower'],
    ['wsas', 8, 'lower'],
  ])
})

describe('moved by', () => {
  const alone = { lastDanger: null }
  test.each([
    ['pcl-5', 20, 34, false],
    ['pcl-5', 20, 35, true],
    ['gad-7', 3, 6, false],
    ['gad-7', 3, 7, true],
    ['who-5', 80, 4, false],
    ['who-5', 16, 80, false],
    ['swls', 10, 30, false],
    ['aldrete-mod', 3, 10, false],
    ['rass', -4, 1, false],
    ['edi', 10, 90, false],
    ['audit', 2, 30, false],
  ] as const)('%s from %i to %i: %s', (...[id, best, total, isWorse]) =>
    expect(isGettingWorse(ruleFor(id), { best, ...alone }, { total, danger: null })).toBe(isWorse),
  )

  test('where more is better, a fall is what points to getting worse', () => {
    const higher = { by: 10, betterIs: 'higher' } as const
    expect(isGettingWorse(higher, { best: 80, ...alone }, { total: 70, danger: null })).toBe(true)
    expect(isGettingWorse(higher, { best: 16, ...alone }, { total: 80, danger: null })).toBe(false)
  })
})
