import { readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { rangeOf } from '../../instrument/counting.ts'
import { fromLibrary } from '../../instrument/library.content.ts'
import { changeAsked } from '../../measure/asked.ts'
import { changeBases } from '../../measure/measure.content.ts'

interface Vector {
  readonly kind: string
  readonly title: string
  readonly instrument?: string
  readonly input: object
  readonly expected: object
}
const vectors: Vector[] = JSON.parse(
  readFileSync(new URL('../../measure/fixtures/change-vectors.json', import.meta.url), 'utf8'),
)
const about = (id: string) => {
  const instrument = fromLibrary(id)
  const main = instrument?.scores.find((each) => each.id === instrument.main)
  return { basis: changeBases[id], range: instrument && main ? rangeOf(instrument, main) : undefined }
}
const asked = (id: string, input: unknown) => changeAsked(about(id), input)

test('the vectors are all there', () => expect(vectors).toHaveLength(19))

test.each(vectors)('$kind $instrument: $title', ({ instrument, kind, input, expected }) =>
  expect(asked(instrument ?? kind, input)).toMatchObject(expected),
)

test('the threshold is the published one, else one from retest, else from alpha; and its source is told', () => {
  const spread = { sd: 6, retest: 0.91, alpha: 0.84, source: 'our 60 people' }
  const basisOf = (id: string, more: object) => asked(id, { baseline: 10, followup: 5, ...more })
  expect(basisOf('phq-9', { spread })).toMatchObject({
    basis: { kind: 'published', threshold: 6, source: 'NHS Talking Therapies' },
  })
  expect(basisOf('madrs', { spread })).toMatchObject({
    reliable: 'improvement',
    basis: { kind: 'retest', threshold: 5, source: 'our 60 people' },
  })
  const { retest: _, ...alphaOnly } = spread
  expect(basisOf('madrs', { spread: alphaOnly })).toMatchObject({
    reliable: 'no-reliable-change',
    basis: { kind: 'alpha', threshold: 7 },
  })
  expect(basisOf('madrs', {})).toMatchObject({
    reliable: 'not-defined',
    basis: { kind: 'none', source: null },
  })
})

test('worked out by a formula, the threshold and whence it is are told too', () => {
  const formulas = vectors.filter(({ instrument }) => instrument === undefined)
  expect(formulas.length).toBeGreaterThan(5)
  for (const { kind, input } of formulas)
    expect(asked(kind, input)).toMatchObject({
      basis: { kind: 'given', threshold: expect.any(Number), source: expect.stringContaining('Jacobson') },
    })
})

test('no change of a screen or a state is called reliable, whatever the figures', () =>
  expect(asked('audit-c', { baseline: 10, followup: 1, spread: { sd: 1, retest: 0.9 } })).toMatchObject({
    delta: -9,
    reliable: 'not-defined',
    basis: { kind: 'never', threshold: null },
  }))

test('what is missing is unknown, never "no change"', () => {
  for (const input of [{ baseline: 12 }, { baseline: 12, followup: null }, { followup: 3 }, {}])
    expect(asked('phq-9', input)).toMatchObject({
      delta: null,
      reliable: 'unknown',
      response: null,
      remission: null,
    })
})

test.each([
  ['a list', 'phq-9', [12, 6], 'not-scores'],
  ['a word', 'phq-9', { baseline: '12', followup: 6 }, 'not-a-number'],
  ['more than the instrument can be', 'phq-9', { baseline: 28, followup: 6 }, 'out-of-range'],
  ['less than it can be', 'swls', { baseline: 20, followup: 4 }, 'out-of-range'],
  ['something nobody asked', 'phq-9', { baseline: 2, followup: 1, weeks: 3 }, 'unknown-item'],
  [
    'a reliability of one',
    'madrs',
    { baseline: 9, followup: 1, spread: { sd: 6, retest: 1 } },
    'out-of-range',
  ],
  ['no spread at all', 'rci-formula', { sd: 0, r: 0.8, baseline: 9, followup: 1 }, 'out-of-range'],
  ['a formula without its figures', 'rci-formula', { r: 0.8 }, 'not-a-number'],
] as const)('%s is invalid', (...[, id, input, reason]) =>
  expect(asked(id, input)).toMatchObject({
    status: 'invalid',
    reasons: expect.arrayContaining([expect.objectContaining({ reason })]),
  }),
)

test('through the real command line', () => {
  const run = (words: string, id: string) => {
    const { status, stdout } = spawnSync('bin/throughline', ['change', id], {
      input: words,
      encoding: 'utf8',
    })
    return [status, JSON.parse(stdout)] as [number | null, { basis: object; reliable: string }]
  }
  const spread = (more: object) =>
    JSON.stringify({ baseline: 30, followup: 22, spread: { sd: 6, source: 'our 60 people', ...more } })
  const basisOf = ([status, said]: [number | null, { basis: object; reliable: string }]) => [
    status,
    said.reliable,
    said.basis,
  ]
  const source = 'our 60 people'
  expect(basisOf(run(spread({ retest: 0.91, alpha: 0.84 }), 'madrs'))).toEqual([
    0,
    'improvement',
    { kind: 'retest', threshold: 5, source },
  ])
  expect(basisOf(run(spread({ alpha: 0.5 }), 'madrs'))).toEqual([
    0,
    'no-reliable-change',
    { kind: 'alpha', threshold: 12, source },
  ])
  expect(basisOf(run('{"baseline": 30, "followup": 22}', 'madrs'))).toEqual([
    0,
    'not-defined',
    { kind: 'none', threshold: null, source: null },
  ])
  // A published one stands before figures of one's own.
  expect(basisOf(run(spread({ retest: 0.99 }), 'pcl-5'))).toEqual([
    0,
    'no-reliable-change',
    { kind: 'published', threshold: 15, source: 'Marx 2022' },
  ])
  expect(run('{"baseline": 55, "followup": 40}', 'pcl-5')).toEqual([
    0,
    expect.objectContaining({
      reliable: 'improvement',
      basis: { kind: 'published', threshold: 15, source: 'Marx 2022' },
    }),
  ])
  expect(run('{"baseline": 99}', 'pcl-5')).toEqual([
    2,
    {
      status: 'invalid',
      reasons: [{ reason: 'out-of-range', item: 'baseline' }],
      problem: { kind: 'invalid-scores', detail: 'baseline: out-of-range' },
    },
  ])
})
