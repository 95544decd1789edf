import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeBetween, cutoffBetween, reliableChangeIndex, type ChangeBasis } from './change.ts'

interface Vector {
  kind: 'rci-formula' | 'instrument-change' | 'jt-cutoff-c'
  title: string
  instrument: string
  input: Record<string, number>
  expected: Record<string, unknown>
}
const read = (place: string) => JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'))
const vectors: Vector[] = read('./fixtures/change-vectors.json')
const bases: Record<string, ChangeBasis> = read('../../content/measures/change.json')
const of = (kind: Vector['kind']) => vectors.filter((vector) => vector.kind === kind)
const rounded = (value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value)

test('there are vectors of each kind', () =>
  expect([of('rci-formula'), of('instrument-change'), of('jt-cutoff-c')].map((some) => some.length)).toEqual([
    6, 12, 1,
  ]))

test.each(of('rci-formula'))('the formula: $title', ({ input, expected }) => {
  const found = reliableChangeIndex(
    { sd: input['sd']!, r: input['r']! },
    input['baseline']!,
    input['followup']!,
  )
  expect(Object.fromEntries(Object.entries(found).map(([name, value]) => [name, rounded(value)]))).toEqual(
    expected,
  )
})

test.each(of('instrument-change'))('$instrument: $title', ({ instrument, input, expected }) =>
  expect(changeBetween(bases[instrument]!, input['baseline']!, input['followup']!)).toEqual(expected),
)

test.each(of('jt-cutoff-c'))('$title', ({ input, expected }) => {
  const clinical = { mean: input['mClinical']!, sd: input['sdClinical']! }
  const normal = { mean: input['mNormal']!, sd: input['sdNormal']! }
  expect({ cutoff: rounded(cutoffBetween(clinical, normal)) }).toEqual(expected)
})

describe('what cannot be known is not called "no change"', () => {
  const basis = bases['phq-9']!
  test('a missing follow-up is unknown', () =>
    expect(changeBetween(basis, 14, null)).toMatchObject({ delta: null, reliable: 'unknown', mcid: null }))
  test('a missing baseline is unknown', () =>
    expect(changeBetween(basis, null, 3)).toMatchObject({ reliable: 'unknown', remission: null }))
  test('half of nothing is no response', () => expect(changeBetween(basis, 0, 0).response).toBeNull())
})

test('swapping the two scores swaps improvement and deterioration', () => {
  const swaps = fc.property(fc.nat(27), fc.nat(27), (one, other) => {
    const [there, back] = [
      changeBetween(bases['phq-9']!, one, other),
      changeBetween(bases['phq-9']!, other, one),
    ]
    return (there.reliable === 'improvement') === (back.reliable === 'deterioration')
  })
  expect(fc.check(swaps).failed).toBe(false)
})
