import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { instruments } from '../instrument/instrument.content.ts'
import { changeBetween, thresholdOf } from './change.ts'
import { changeRule } from './measure.content.ts'
import { nothingKnown, ruleOf } from './rule.ts'

const version = '1'
const spread = { sd: 6, retest: 0.91, alpha: 0.84, source: 'somewhere', population: 'students' }

describe('where a threshold comes from', () => {
  test('a published one is taken first, whatever could be computed', () => {
    const basis = { ...nothingKnown, reliable: 6, reliableSource: 'published' }
    const rule = ruleOf('x', { version, basis, spread })
    expect(rule.threshold).toEqual({ kind: 'published', threshold: 6, source: 'published' })
    expect(rule.spread).toBeNull()
  })

  // 1.96 × √2 × 6 × √(1 − 0.91) = 1.96 × 1.41421 × 6 × 0.3 = 4.989: the next whole point is 5.
  test('then one from test and retest', () => {
    const rule = ruleOf('x', { version, basis: undefined, spread })
    expect(rule.threshold).toEqual({ kind: 'retest', threshold: 5, source: 'somewhere' })
    expect(rule).toMatchObject({ id: 'change/x', version: '1', basis: { reliable: 5 }, spread })
  })

  // 1.96 × √2 × 6 × √(1 − 0.84) = 1.96 × 1.41421 × 6 × 0.4 = 6.652: 7.
  test('then one from alpha', () => {
    const { retest: _, ...alphaOnly } = spread
    expect(ruleOf('x', { version, basis: undefined, spread: alphaOnly }).threshold).toMatchObject({
      kind: 'alpha',
      threshold: 7,
    })
  })

  test('and never one for a screen, though it could be computed', () => {
    const basis = { ...nothingKnown, never: 'a screen: only a change of category is told' }
    expect(ruleOf('x', { version, basis, spread })).toMatchObject({
      never: 'screen',
      spread: null,
      threshold: { kind: 'never', threshold: null },
    })
  })

  test('with nothing at all, nothing is claimed', () =>
    expect(thresholdOf(undefined)).toEqual({ kind: 'none', threshold: null, source: null }))
})

/** Worked by hand from SD and correlation, as in the reference's table (instruments.md 4). */
test.each([
  ['phq-9', 'published', 6],
  ['gad-7', 'published', 4],
  ['pcl-5', 'published', 15],
  ['madrs', 'retest', 5],
  ['swls', 'retest', 8],
  ['des-ii', 'retest', 17],
  ['qids-sr16', 'alpha', 5],
  ['ris', 'alpha', 7],
  ['who-5', 'none', null],
  ['maia-2', 'none', null],
  ['asq', 'never', null],
] as const)('%s: %s, %s', (id, kind, threshold) =>
  expect(changeRule(id).threshold).toMatchObject({ kind, threshold }),
)

test('higher is better: eight more is an improvement in life satisfaction, eight less a deterioration', () => {
  const { basis } = changeRule('swls')
  expect(changeBetween(basis, 15, 23).reliable).toBe('improvement')
  expect(changeBetween(basis, 23, 15).reliable).toBe('deterioration')
  expect(changeBetween(basis, 15, 22).reliable).toBe('no-reliable-change')
})

test('each of the 47 has a rule of its own, and says why where it has no threshold', () => {
  const ids = Object.keys(instruments)
  expect(ids).toHaveLength(47)
  for (const id of ids) {
    const { threshold, never, spread: from, ...rule } = changeRule(id)
    expect(rule.id).toBe(`change/${id}`)
    expect(threshold.threshold === null).toBe(['never', 'none'].includes(threshold.kind))
    expect(never !== null).toBe(threshold.kind === 'never')
    expect(threshold.kind === 'none' || Boolean(threshold.source)).toBe(true)
    expect(from !== null).toBe(['retest', 'alpha'].includes(threshold.kind))
  }
})

/** A stored result names the version: whoever changes a figure gives it a new one, and this line with it. */
test('the figures of version 1 are these', () => {
  const files = ['change.json', 'spread.json'].map((name) =>
    readFileSync(new URL(`../../content/measures/${name}`, import.meta.url), 'utf8'),
  )
  const digest = createHash('sha256').update(files.join('')).digest('hex').slice(0, 16)
  expect([changeRule('phq-9').version, digest]).toEqual(['1', '6d6130b0de50af4b'])
})
